#!/usr/bin/env node
/** The command line: `themewire COMMAND`. Commands are declared here and load what they need only when run. */
import { CommanderError } from 'commander'
import { makeProgram } from './program.ts'
import { reportError } from './report-error.ts'

/** Runs the command line; gives the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  try {
    await makeProgram().parseAsync([...argv])
    return process.exitCode === undefined ? 0 : Number(process.exitCode)
  } catch (error) {
    // commander has already printed what is wrong, or the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    return reportError(error)
  }
}

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main(process.argv)
