/** Whether a decision can be made on a phrase: stories tell it, and no theme stands for it. */
import { ThemewireError } from '../errors.ts'
import type { Context } from '../queue/context.ts'
import { keyOf, listPhraseDecisions, type PhraseDecision } from '../store/phrase-decisions.ts'
import { isTold } from '../store/phrase-told.ts'
import { nearestTo } from '../text/nearest.ts'
import { latestEmerging } from './routes/emerging.ts'

/**
 * Throws `bad-request` for a theme that is looked for, `not-found` for what no story has. Any phrase may be silenced before it is
 * told, and one that was decided on before may be told no more.
 */
export async function checkDecidable(
  context: Context,
  { phrase, decision, into }: Pick<PhraseDecision, 'phrase' | 'decision' | 'into'>,
): Promise<void> {
  const phrases = [phrase, ...(into === null ? [] : [into])].map(keyOf)
  await refuseThemes(context, phrases)
  if (decision === 'silenced') return
  const { db } = context.store
  const decided = (await listPhraseDecisions(db)).map((one) => one.phrase)
  for (const asked of phrases) {
    if (decided.includes(asked) || (await isTold(db, asked))) continue
    const emerging = (await latestEmerging(context, context.clock())).map((one) => one.phrase)
    const [near] = nearestTo(asked, [...new Set([...emerging, ...decided])])
    const meant = near === undefined ? '' : `; do you mean "${near}"?`
    throw new ThemewireError('not-found', `no stored story has "${asked}"${meant}`, {
      hint: 'GET /v1/emerging lists phrases that stories tell; silence takes any',
    })
  }
}

/** A theme that the pipeline leaves out is looked for by nobody, so its name is a phrase like others. */
async function refuseThemes({ config, settings }: Context, phrases: readonly string[]): Promise<void> {
  const { loadModels } = await import('../models.ts')
  const { themes } = loadModels(config.modelsFolder).themes
  for (const { id, label } of themes) {
    const theme = phrases.find((phrase) => phrase === id || phrase === label.toLowerCase())
    if (theme === undefined || settings.themes?.includes(id) === false) continue
    throw new ThemewireError(
      'bad-request',
      `"${theme}" is a theme of models/themes, and promote, merge and silence are for phrases without one`,
      {
        hint: 'GET /v1/emerging lists those; to switch a theme off, leave it out of the ids under "themes:" in the pipeline file',
      },
    )
  }
}
