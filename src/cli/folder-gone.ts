/** A process that stays ends when its data folder is taken away under it: the database would go on asking for files for ever. */
import { ThemewireError } from '../errors.ts'
import { holdsStore } from '../store/folder-lock.ts'
import { reportError } from './report-error.ts'

const everyMs = 2_000

/** Ends the process, with the exit code of a store that is not reachable: nothing can be brought to an orderly end any more. */
export function endWhenGone(folder: string): void {
  const look = setInterval(() => {
    if (holdsStore(folder)) return
    clearInterval(look)
    const gone = new ThemewireError(
      'store-unreachable',
      `the data folder ${folder} was taken away while it was in use`,
      {
        hint: 'start again for a new one, or read a backup into it first: `themewire restore FILE`',
      },
    )
    process.exit(reportError(gone))
  }, everyMs)
  look.unref()
}
