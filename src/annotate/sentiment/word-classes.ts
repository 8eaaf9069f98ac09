/** What single words say by themselves, from models/sentiment/words.yml. "surged" → up, good · "loss" → bad, burden · "might" → maybe */
import { z } from 'zod'
import { ThemewireError } from '../../errors.ts'
import { verbForms } from '../../text/inflect.ts'

/** The classes of words.yml, in the order of their bits. A change of order needs the model trained anew. */
const listed = [
  'good',
  'bad',
  'up',
  'down',
  'helps',
  'harms',
  'burden',
  'asset',
  'not',
  'fade',
  'flat',
  'maybe',
] as const
/** With those that come of the words around. */
export const wordClasses = [...listed, 'relieved', 'worsened', 'negated'] as const
type WordClass = (typeof wordClasses)[number]

export const bitOf = Object.fromEntries(wordClasses.map((name, bit) => [name, 1 << bit])) as Record<WordClass, number>

/** Word in lower case → its classes, one bit each. */
export type WordClasses = ReadonlyMap<string, number>

const WordsFile = z.strictObject(Object.fromEntries(listed.map((name) => [name, z.string().min(1)])))

/** Reads the lists of words; throws `bad-models` saying which is wrong. */
export function readWordClasses(data: unknown): WordClasses {
  const parsed = WordsFile.safeParse(data)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ThemewireError('bad-models', `models/sentiment/words.yml, ${issue?.path.join('.')}: ${issue?.message}`, {
      hint: 'mend that list',
    })
  }
  const classes = new Map<string, number>()
  for (const name of listed) {
    for (const word of parsed.data[name]!.split(/\s+/).filter(Boolean)) {
      const base = word.replace('~', '')
      for (const form of word.endsWith('~') ? [base, ...verbForms(base)] : [base]) {
        classes.set(form, (classes.get(form) ?? 0) | bitOf[name])
      }
    }
  }
  return classes
}
