/** Start-up of the built program, against bare node. Limits: `--help` under 200 ms, `analyze` of a text file under 700 ms. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { line, median, ms } from './measure.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const program = `${root}dist/cli/main.js`
const rounds = 9

export const startLimits = { help: 200, analyze: 700 } as const

const once = (args: string[]): number => {
  const from = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`)
  return performance.now() - from
}

/** Medians in milliseconds; the three are measured in turn, so that a busy moment hits all alike. */
export function measureStart(): { bare: number; help: number; analyze: number } {
  const bare: number[] = []
  const help: number[] = []
  const analyze: number[] = []
  for (let i = 0; i < rounds; i++) {
    bare.push(once(['-e', '0']))
    help.push(once([program, '--help']))
    analyze.push(once([program, 'analyze', 'samples/texts/0302-small-caps-lead.txt']))
  }
  return { bare: median(bare), help: median(help), analyze: median(analyze) }
}

export function run(): void {
  const { bare, help, analyze } = measureStart()
  line('bare node', ms(bare))
  line('themewire --help', `${ms(help)}  (${(help / bare).toFixed(1)} × bare node; limit ${startLimits.help} ms)`)
  line(
    'themewire analyze FILE',
    `${ms(analyze)}  (${(analyze / bare).toFixed(1)} × bare node; limit ${startLimits.analyze} ms)`,
  )
}
