/** What words say for each theme, added up over sentences: "bullion" speaks for gold, "ballots" for elections, "shares" for nothing. */
import type { Sentence } from '../../doc.ts'
import { WordMemory, wordsOf } from '../../text/words.ts'

/** A table of words × themes. */
export interface WordMeanings {
  /** Ids of the themes that the weights know. */
  readonly themes: readonly string[]
  /** A word's row in `says`. */
  readonly words: ReadonlyMap<string, number>
  /** How much a word tells, by its rarity in news. */
  readonly rarity: Float32Array
  /** For each word what it says for each theme, as −127..127 of `scale`. */
  readonly says: Int8Array
  readonly scale: number
  /** For each theme what is said where no word says anything. */
  readonly offsets: readonly number[]
}

/** What the words of a sentence say for each theme together, and the sum of the squares of their rarities. */
interface Said {
  readonly sum: Float32Array
  readonly squares: number
}

const memories = new WeakMap<WordMeanings['words'], WordMemory<number>>()
const noRow = -1

/** The rows of a sentence's words, each once. */
export function rowsOf(sentence: Sentence, words: WordMeanings['words']): Set<number> {
  const memory = memories.get(words) ?? new WordMemory(({ lower }) => words.get(lower) ?? noRow)
  memories.set(words, memory)
  const rows = new Set<number>()
  for (const word of wordsOf(sentence.tokens)) rows.add(memory.of(word))
  rows.delete(noRow)
  return rows
}

/** Sentences are read in several stretches; what their words say stays the same. */
const known = new WeakMap<WordMeanings['words'], WeakMap<Sentence, Said>>()

function saidIn(sentence: Sentence, { themes, words, rarity, says }: WordMeanings): Said {
  const ready = known.get(words) ?? new WeakMap<Sentence, Said>()
  known.set(words, ready)
  const before = ready.get(sentence)
  if (before) return before
  const count = themes.length
  const sum = new Float32Array(count)
  let squares = 0
  for (const row of rowsOf(sentence, words)) {
    const weight = rarity[row]!
    squares += weight * weight
    for (let theme = 0, at = row * count; theme < count; theme++) sum[theme]! += weight * says[at + theme]!
  }
  const said = { sum, squares }
  ready.set(sentence, said)
  return said
}

/** How much each sentence of a stretch counts: those of a headline or a beginning most. */
export function worthOf(stretch: readonly Sentence[]): number[] {
  const short = stretch.length <= 3
  const first = stretch.find((sentence) => sentence.field === 'text')
  return stretch.map((sentence) =>
    sentence.zone === 'headline' || (short && sentence === first) ? 1 : sentence === first ? 0.7 : 0.5,
  )
}

/** For each theme what the words of a stretch say, as log-odds; rare words count more, a long text no more than a short one. */
export function meaningsOf(stretch: readonly Sentence[], space: WordMeanings): Float32Array {
  const { themes, scale, offsets } = space
  const meanings = new Float32Array(themes.length)
  let squares = 0
  worthOf(stretch).forEach((worth, i) => {
    const said = saidIn(stretch[i]!, space)
    squares += worth * worth * said.squares
    for (let theme = 0; theme < meanings.length; theme++) meanings[theme]! += worth * said.sum[theme]!
  })
  const share = squares === 0 ? 0 : scale / Math.sqrt(squares)
  for (let theme = 0; theme < meanings.length; theme++)
    meanings[theme] = Math.max(-9, meanings[theme]! * share + offsets[theme]!)
  return meanings
}

/** The sentence whose words speak most of the theme. */
export function tellingSentence(opening: readonly Sentence[], id: string, model: WordMeanings): Sentence | undefined {
  const theme = model.themes.indexOf(id)
  let best: Sentence | undefined
  let most = -Infinity
  for (const sentence of opening) {
    const told = meaningsOf([sentence], model)[theme]!
    if (told > most) [best, most] = [sentence, told]
  }
  return best
}
