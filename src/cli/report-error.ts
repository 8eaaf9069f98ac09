/** Says what went wrong and what to do about it on standard error, in one sentence each. */
import { asThemewireError } from '../errors.ts'
import { inFlags } from './filters.ts'
import { plain } from './terminal.ts'

/** Prints the error; gives the exit code. */
export function reportError(error: unknown): number {
  const known = asThemewireError(error)
  process.stderr.write(`themewire: ${plain(inFlags(known.message))}\n`)
  if (known.hint) process.stderr.write(`  → ${plain(inFlags(known.hint))}\n`)
  if (known.code === 'internal') {
    process.stderr.write(
      `  → this is a fault of themewire; please report it with the lines below\n${(error as Error).stack ?? ''}\n`,
    )
  }
  return known.exitCode
}
