/** The word lists and sector names of models/vocabulary.yml, which themes and sentiment share. */
import { z } from 'zod'
import { ThemewireError } from '../errors.ts'
import { PhraseError, PhraseMatcher, type Lists } from './phrases.ts'

const VocabularyFile = z.strictObject({
  lists: z.record(z.string().regex(/^[a-z]+$/), z.array(z.string().min(1)).min(1)),
  sectors: z.array(z.array(z.string().min(1)).min(2)),
  /** Forms of these that name a style only where money leaves one for the other: "from growth to value". */
  styles: z.array(z.array(z.string().min(1)).min(2)).default([]),
  /** Who imposes tariffs and bears them, and what they are on. */
  places: z.array(z.array(z.string().min(1)).min(2)).default([]),
  goods: z.array(z.array(z.string().min(1)).min(2)).default([]),
})

export interface Sector {
  /** To show. */
  readonly name: string
  /** Whether it is one only where money goes from it to another or the other way. */
  readonly isStyle: boolean
}

export interface Vocabulary {
  readonly lists: Lists
  /** Names of sectors, styles and regions. */
  readonly sectors: PhraseMatcher<Sector>
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
  const { lists } = parsed.data
  const sectors = new PhraseMatcher<Sector>(lists)
  addNames('sectors', (form, name) => sectors.add(form, { name, isStyle: false }))
  addNames('styles', (form, name) => sectors.add(form, { name, isStyle: true }))
  const [places, goods] = (['places', 'goods'] as const).map((part) => {
    const matcher = new PhraseMatcher<string>(lists)
    addNames(part, (form, name) => matcher.add(form, name))
    return matcher
  }) as [PhraseMatcher<string>, PhraseMatcher<string>]
  return { lists, sectors, places, goods }

  function addNames(part: 'sectors' | 'styles' | 'places' | 'goods', add: (form: string, name: string) => void): void {
    for (const forms of parsed.data![part]) {
      for (const form of new Set(forms)) {
        try {
          add(form, forms[0]!)
        } catch (error) {
          if (!(error instanceof PhraseError)) throw error
          throw new ThemewireError('bad-models', `models/vocabulary.yml, ${part}: ${error.message}`, {
            hint: 'mend that entry',
          })
        }
      }
    }
  }
}
