/** Where an example's target stands as the model reads it, and in which fold it is held out. */
import { createHash } from 'node:crypto'
import type { WordRange } from '../../../src/annotate/sentiment/features.ts'
import { readingOf, type Reading } from '../../../src/annotate/sentiment/reading.ts'
import { readTargets } from '../../../src/annotate/sentiment/target-sentiment.ts'
import type { WordClasses } from '../../../src/annotate/sentiment/word-classes.ts'
import { tokenize } from '../../../src/text/tokens.ts'
import { wordsOf } from '../../../src/text/words.ts'
import type { Example } from './sources.ts'

export const labels = ['positive', 'neutral', 'negative'] as const
export const folds = 5

/** Texts that are the same but for figures and signs stand in one fold. */
export function foldOf({ text }: Example): number {
  const letters = text.toLowerCase().replace(/[^a-z]+/g, ' ')
  return createHash('md5').update(letters).digest()[0]! % folds
}

interface ExamplePlace {
  readonly reading: Reading
  /** Null: the whole. */
  readonly range: WordRange | null
  readonly others: readonly WordRange[]
}

/** Null where the target touches no word. */
export function placeOf({ text, target, others }: Example, classes: WordClasses): ExamplePlace | null {
  if (target === null) return { reading: readingOf(wordsOf(tokenize(text)), classes), range: null, others: [] }
  return readTargets(text, [target, ...others], classes)[0] ?? null
}
