/** Whether a decision can be made on a phrase: stories tell it, and no theme stands for it. */
import { ThemewireError } from '../errors.ts'
import type { Context } from '../queue/context.ts'
import { keyOf, listPhraseDecisions, type PhraseDecision } from '../store/phrase-decisions.ts'
import { isTold, wordsLeftOut } from '../store/phrase-told.ts'
import { nearestTo } from '../text/nearest.ts'
import { latestEmerging } from './routes/emerging.ts'

/**
 * Throws `bad-request` for a theme that is looked for and for what search cannot tell apart, `not-found` for what no story has. Any
 * phrase may be silenced before it is told, which the notes say, and one that was decided on before may be told no more.
 */
export async function checkDecidable(
  context: Context,
  { phrase, decision, into }: Pick<PhraseDecision, 'phrase' | 'decision' | 'into'>,
): Promise<string[]> {
  const phrases = [phrase, ...(into === null ? [] : [into])].map(keyOf)
  await refuseThemes(context, phrases)
  const { db } = context.store
  if (decision === 'silenced')
    return (await isTold(db, phrases[0]!)) ? [] : [`no stored story has "${phrases[0]}" so far`]
  const decided = (await listPhraseDecisions(db)).map((one) => one.phrase)
  for (const asked of phrases) {
    const leftOut = await wordsLeftOut(db, asked)
    if (leftOut.length > 0) {
      const words = leftOut.map((word) => `"${word}"`).join(', ')
      throw new ThemewireError(
        'bad-request',
        `stories of "${asked}" cannot be told apart: search leaves out ${words}`,
        {
          hint: 'name it without such words, by two or three that belong together',
        },
      )
    }
    if (decided.includes(asked) || (await isTold(db, asked))) continue
    const emerging = (await latestEmerging(context, context.clock())).map((one) => one.phrase)
    const [near] = nearestTo(asked, [...new Set([...emerging, ...decided])])
    const meant = near === undefined ? '' : `; do you mean "${near}"?`
    throw new ThemewireError('not-found', `no stored story has "${asked}"${meant}`, {
      hint: 'GET /v1/emerging lists phrases that stories tell; silence takes any',
    })
  }
  return []
}

/** A theme that the pipeline leaves out is looked for by nobody, so its name is a phrase like others. */
async function refuseThemes(context: Context, phrases: readonly string[]): Promise<void> {
  for (const { id, label } of await context.themes()) {
    const theme = phrases.find((phrase) => phrase === id || phrase === label.toLowerCase())
    if (theme === undefined) continue
    throw new ThemewireError(
      'bad-request',
      `"${theme}" is a theme of models/themes, and promote, merge and silence are for phrases without one`,
      {
        hint: 'GET /v1/emerging lists those; to switch a theme off, leave it out of the ids under "themes:" in the pipeline file',
      },
    )
  }
}
