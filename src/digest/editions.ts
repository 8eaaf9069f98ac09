/** Digests that readers were given: kept edition by edition, so that a later one can say what is different from the first. */
import type { Kysely } from 'kysely'
import { ThemewireError } from '../errors.ts'
import { getDigest, saveDigest, type DigestEdition } from '../store/digests.ts'
import type { Database } from '../store/schema.ts'
import { buildDigest } from './build.ts'
import { changesSince } from './changes.ts'
import { Digest } from './digest.ts'
import type { DigestRequest } from './request.ts'

type DayRequest = Extract<DigestRequest, { readonly date: string }>

/** A digest as the store has it now; of a day, with what is different from the first edition kept. */
export async function currentDigest(db: Kysely<Database>, request: DigestRequest): Promise<Digest> {
  const digest = await buildDigest(db, request)
  if (!('date' in request)) return digest
  const first = await editionOf(db, request, 1)
  return first === null ? digest : { ...digest, changes: changesSince(first.digest, first.madeAt, digest) }
}

/** Builds a day's digest and keeps it; the same content again is the same edition. */
export async function keepDigest(db: Kysely<Database>, request: DayRequest, now: string): Promise<DigestEdition> {
  const content = await buildDigest(db, request)
  const { date, timezone } = request
  return saveDigest(db, { date, timezone, ...content.window, content, now })
}

/** An edition as it was given. Throws `not-found`. */
export async function keptDigest(
  db: Kysely<Database>,
  { date, timezone, edition }: { readonly date: string; readonly timezone: string; readonly edition: number },
): Promise<Digest> {
  const kept = await editionOf(db, { date, timezone }, edition)
  if (kept) return kept.digest
  throw new ThemewireError('not-found', `there is no edition ${edition} of ${date} in ${timezone}`, {
    hint: 'the page /digests shows what was kept; without an edition the digest is built anew',
  })
}

/** null where there is none, or none that this version of Themewire can read. */
export async function editionOf(
  db: Kysely<Database>,
  { date, timezone }: { readonly date: string; readonly timezone: string },
  edition?: number,
): Promise<(DigestEdition & { readonly digest: Digest }) | null> {
  const kept = await getDigest(db, { date, timezone, ...(edition === undefined ? {} : { edition }) })
  const read = Digest.safeParse(kept?.content)
  return kept && read.success ? { ...kept, digest: read.data } : null
}
