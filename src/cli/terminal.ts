/** What a terminal needs: control characters taken out of outside text, colours only where they are seen. */

// eslint-disable-next-line no-control-regex -- these are what must not reach a terminal
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g

/** Outside text made safe to print: no escape sequences, no direction overrides; tabs and line ends become spaces. */
export const plain = (text: string): string => text.replace(/[\t\r\n]+/g, ' ').replace(control, '')

const coloured = (stream: NodeJS.WriteStream): boolean =>
  Boolean(stream.isTTY) && process.env['NO_COLOR'] === undefined && process.env['TERM'] !== 'dumb'

const paint =
  (code: number) =>
  (text: string): string =>
    coloured(process.stdout) ? `\u001b[${code}m${text}\u001b[0m` : text

export const bold = paint(1)
export const dim = paint(2)
export const green = paint(32)
export const red = paint(31)

/** Positive green, negative red, with a sign: +0.42. */
export const score = (value: number): string => {
  const text = `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
  return value > 0.15 ? green(text) : value < -0.15 ? red(text) : text
}

/** 1 story, 2 stories, 0 stories. */
export const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

export const terminalWidth = (): number => (process.stdout.isTTY ? Math.max(40, process.stdout.columns || 80) : 160)

/** Waits for a slow reader instead of filling memory. */
export async function print(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await new Promise<void>((resolve) => process.stdout.once('drain', resolve))
}
