/** `themewire doctor`: what is configured, reachable and missing, and how to mend it. */
import type { Command } from 'commander'
import { configOf } from '../options.ts'

export function declareDoctor(program: Command): void {
  const command = program
    .command('doctor')
    .description('say what is configured, reachable and missing, and how to mend it')
  command.option('--json', 'print it as JSON').action(async (flags: { json?: boolean }) => {
    const { examine } = await import('../examine.ts')
    const { bold, dim, green, plain, print, red } = await import('../terminal.ts')
    const checks = await examine(() => configOf(command))
    if (flags.json) await print(`${JSON.stringify(checks, null, 2)}\n`)
    else {
      for (const { ok, name, says, mend } of checks) {
        await print(`${ok ? green('ok  ') : red('BAD ')} ${bold(name.padEnd(10))} ${plain(says)}\n`)
        if (mend) await print(dim(`     ${' '.repeat(10)} → ${plain(mend)}\n`))
      }
    }
    if (checks.some((check) => !check.ok)) process.exitCode = 6
  })
}
