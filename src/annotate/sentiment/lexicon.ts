/** The words sentiment is read by: the market-news word list, and the phrases of models/sentiment/lexicon.yml. */
import { afinn165FinancialMarketNews as general } from 'afinn-165-financialmarketnews'
import { z } from 'zod'
import { ThemewireError } from '../../errors.ts'
import { PhraseError, PhraseMatcher } from '../../text/phrases.ts'
import type { Vocabulary } from '../../text/vocabulary.ts'

const phrases = z.array(z.string().min(1)).min(1)
const weighted = z.record(z.string().regex(/^\d+(?:\.\d+)?$/), phrases)
const LexiconFile = z.strictObject({
  direction: z.number().positive(),
  general: z.number().min(0),
  inverse: phrases,
  positive: weighted,
  negative: weighted,
  beats: phrases,
  loses: phrases,
  still: phrases,
  nothing: phrases,
})

/** What a phrase does to the tone. `weight` is signed for `plain`, `up` and `down`. */
export interface Sign {
  readonly kind: 'plain' | 'up' | 'down' | 'inverse' | 'negator' | 'fading' | 'beats' | 'loses' | 'still' | 'nothing'
  readonly weight: number
}

export interface Lexicon {
  readonly signs: PhraseMatcher<Sign>
  /** Word → weight, from the general list. */
  readonly general: ReadonlyMap<string, number>
  readonly vocabulary: Vocabulary
}

/** Compiles the lexicon; throws `bad-models` saying what is wrong. */
export function buildLexicon(data: unknown, vocabulary: Vocabulary): Lexicon {
  const parsed = LexiconFile.safeParse(data)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw badLexicon(`${issue?.path.join('.')}: ${issue?.message}`)
  }
  const file = parsed.data
  const signs = new PhraseMatcher<Sign>(vocabulary.lists)
  const add = (phrases: readonly string[], kind: Sign['kind'], weight: number): void => {
    for (const phrase of phrases) {
      try {
        signs.add(phrase, { kind, weight })
      } catch (error) {
        if (error instanceof PhraseError) throw badLexicon(`${kind}: ${error.message}`)
        throw error
      }
    }
  }
  add(['@up'], 'up', file.direction)
  add(['@down'], 'down', -file.direction)
  add(['@negator'], 'negator', 0)
  add(['@fading'], 'fading', 0)
  for (const [weight, list] of Object.entries(file.positive)) add(list, 'plain', Number(weight))
  for (const [weight, list] of Object.entries(file.negative)) add(list, 'plain', -Number(weight))
  add(file.inverse, 'inverse', 0)
  add(file.beats, 'beats', 1.6)
  add(file.loses, 'loses', -1.6)
  add(file.still, 'still', 0)
  add(file.nothing, 'nothing', 0)
  const words = new Map<string, number>()
  for (const [word, valence] of Object.entries(general)) words.set(word, valence * file.general)
  return { signs, general: words, vocabulary }
}

const badLexicon = (message: string): ThemewireError =>
  new ThemewireError('bad-models', `models/sentiment/lexicon.yml, ${message}`, { hint: 'mend that entry' })
