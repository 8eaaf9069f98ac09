/** The listings that `themewire models update` keeps in the data folder, used in place of the shipped ones they were merged over. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { ThemewireError } from './errors.ts'

const Origin = z.strictObject({
  /** Address the list came from. */
  source: z.string(),
  /** ISO 8601. */
  fetchedAt: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  /** Hash of the shipped table below; another one makes these listings stale. */
  over: z.string(),
})
export type Origin = z.output<typeof Origin>

export interface RefreshedListings {
  readonly origin: Origin
  /** The table, as listings.tsv is written; its first line names the columns. */
  readonly table: string
}

export const listingsFileIn = (dataFolder: string): string => join(dataFolder, 'models', 'listings.tsv')

/** Reads the file, whose first line is where it came from; undefined when there is none. Throws `bad-models` for a damaged one. */
export function readListingsFile(file: string): RefreshedListings | undefined {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw damaged(file, (error as Error).message)
  }
  const end = text.indexOf('\n')
  const origin = Origin.safeParse(jsonIn(text.slice(0, end)))
  if (!origin.success) throw damaged(file, 'its first line does not say where it came from')
  return { origin: origin.data, table: text.slice(end + 1) }
}

/** Written aside and moved into place, so that no reader ever sees half a file. */
export function writeListingsFile(file: string, { origin, table }: RefreshedListings): void {
  mkdirSync(dirname(file), { recursive: true })
  const aside = `${file}.${process.pid}.tmp`
  try {
    writeFileSync(aside, `${JSON.stringify(origin)}\n${table}`)
    renameSync(aside, file)
  } catch (error) {
    rmSync(aside, { force: true })
    throw error
  }
}

function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

const damaged = (file: string, why: string): ThemewireError =>
  new ThemewireError('bad-models', `${file} cannot be used: ${why}`, {
    hint: 'delete it, and the listings that come with the package are used; `themewire models update` makes it anew',
  })
