/** A bar on one line where a terminal shows it; elsewhere a line at the end. */

export interface ProgressBar {
  set(done: number, of: number): void
  end(summary: string): void
}

const cells = 30

export function progressBar(label: string, stream: NodeJS.WriteStream = process.stderr): ProgressBar {
  const bar = (done: number, of: number): string => {
    const filled = of === 0 ? 0 : Math.min(cells, Math.floor((cells * done) / of))
    return `${label} ${'█'.repeat(filled)}${'░'.repeat(cells - filled)} ${done}/${of}`
  }
  return {
    set(done, of) {
      if (stream.isTTY) stream.write(`\r\u001b[2K${bar(done, of)}`)
    },
    end(summary) {
      stream.write(`${stream.isTTY ? '\r\u001b[2K' : ''}${label} ${summary}\n`)
    },
  }
}
