/** What people decided on emerging phrases; it stays until they decide otherwise. */
import type { Kysely } from 'kysely'
import { ThemewireError } from '../errors.ts'
import type { Database } from './schema.ts'
import { storable } from './sql-types.ts'

/** `promoted`: followed though no longer new, under a name. `merged`: is another phrase. `silenced`: never shown. */
export const phraseDecisions = ['promoted', 'merged', 'silenced'] as const

export interface PhraseDecision {
  /** In small letters, as it emerges. */
  readonly phrase: string
  readonly decision: (typeof phraseDecisions)[number]
  /** What to call it; null for the phrase itself. */
  readonly name: string | null
  /** The phrase it is, where it was merged. */
  readonly into: string | null
  /** ISO 8601 */
  readonly decidedAt: string
}

const columns = ['phrase', 'decision', 'name', 'into_phrase as into', 'decided_at as decidedAt'] as const
/** As phrases are kept: in small letters, single spaces. */
export const keyOf = (phrase: string): string => storable(phrase).trim().replace(/\s+/g, ' ').toLowerCase()

export const listPhraseDecisions = (db: Kysely<Database>): Promise<PhraseDecision[]> =>
  db.selectFrom('phrase_decision').select(columns).orderBy('phrase').execute()

/** The last decision holds. Throws `bad-request` for a merge into itself or into what was merged already. */
export async function decidePhrase(db: Kysely<Database>, decided: PhraseDecision): Promise<PhraseDecision> {
  const phrase = keyOf(decided.phrase)
  const into = decided.into === null ? null : keyOf(decided.into)
  if (decided.decision === 'merged') {
    const target = await db
      .selectFrom('phrase_decision')
      .select('into_phrase')
      .where('phrase', '=', into ?? '')
      .where('decision', '=', 'merged')
      .executeTakeFirst()
    if (!into || into === phrase || target) {
      throw new ThemewireError('bad-request', `"${phrase}" cannot be merged into "${into ?? ''}"`, {
        hint: target ? `merge it into "${target.into_phrase}"` : 'name another phrase',
      })
    }
    // What was this phrase is the other one now, so that a chain is never longer than one.
    await db.updateTable('phrase_decision').set({ into_phrase: into }).where('into_phrase', '=', phrase).execute()
  }
  const values = {
    decision: decided.decision,
    name: decided.name === null ? null : storable(decided.name),
    into_phrase: decided.decision === 'merged' ? into : null,
    decided_at: decided.decidedAt,
  }
  return db
    .insertInto('phrase_decision')
    .values({ phrase, ...values })
    .onConflict((conflict) => conflict.column('phrase').doUpdateSet(values))
    .returning(columns)
    .executeTakeFirstOrThrow()
}

/** Takes a decision back; answers what held, null when none did. What was merged into the phrase stays so. */
export const undecidePhrase = async (db: Kysely<Database>, phrase: string): Promise<PhraseDecision | null> =>
  (await db.deleteFrom('phrase_decision').where('phrase', '=', keyOf(phrase)).returning(columns).executeTakeFirst()) ??
  null
