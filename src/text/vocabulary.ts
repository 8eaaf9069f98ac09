/** The word lists and sector names of models/vocabulary.yml, which themes and sentiment share. */
import { z } from 'zod'
import { ThemewireError } from '../errors.ts'
import { PhraseError, PhraseMatcher, type Lists } from './phrases.ts'

const VocabularyFile = z.strictObject({
  lists: z.record(z.string().regex(/^[a-z]+$/), z.array(z.string().min(1)).min(1)),
  sectors: z.array(z.array(z.string().min(1)).min(2)),
  /** Who imposes tariffs and bears them, and what they are on. */
  places: z.array(z.array(z.string().min(1)).min(2)).default([]),
  goods: z.array(z.array(z.string().min(1)).min(2)).default([]),
})

export interface Vocabulary {
  readonly lists: Lists
  /** Names of sectors, styles and regions; the value is the name to show. */
  readonly sectors: PhraseMatcher<string>
  readonly places: PhraseMatcher<string>
  readonly goods: PhraseMatcher<string>
}

/** Reads the vocabulary; throws `bad-models` with the place that is wrong. */
export function readVocabulary(data: unknown): Vocabulary {
  const parsed = VocabularyFile.safeParse(data)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ThemewireError('bad-models', `models/vocabulary.yml, ${issue?.path.join('.')}: ${issue?.message}`, {
      hint: 'mend that entry',
    })
  }
  const named = (part: 'sectors' | 'places' | 'goods'): PhraseMatcher<string> => {
    const matcher = new PhraseMatcher<string>(parsed.data.lists)
    for (const forms of parsed.data[part]) {
      const name = forms[0]!
      for (const form of new Set(forms)) {
        try {
          matcher.add(form, name)
        } catch (error) {
          if (!(error instanceof PhraseError)) throw error
          throw new ThemewireError('bad-models', `models/vocabulary.yml, ${part}: ${error.message}`, {
            hint: 'mend that entry',
          })
        }
      }
    }
    return matcher
  }
  return { lists: parsed.data.lists, sectors: named('sectors'), places: named('places'), goods: named('goods') }
}
