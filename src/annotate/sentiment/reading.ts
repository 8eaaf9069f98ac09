/** A sentence as the model reads it: figures made alike, amounts compared, each word known by number. "Acme net Rs 10 cr vs 8 cr" → acme net rs # cr <more> # cr */
import { clausesOf } from '../../text/clauses.ts'
import { WordMemory, type Word } from '../../text/words.ts'
import { comparisonsOf } from './comparisons.ts'
import { turn } from './turns.ts'
import type { WordClasses } from './word-classes.ts'

/** What does not depend on the target; one entry a word in each list. */
export interface Reading {
  readonly words: readonly Word[]
  /** 32-bit hashes of the words. */
  readonly tokens: Int32Array
  /** What is left of words known only by their classes: those as negative numbers, else a hash. */
  readonly shapes: Int32Array
  /** Bits of `wordClasses`. */
  readonly classes: Int32Array
  readonly clauses: readonly number[]
  /** Whether a percentage is named: what moved by so much is plainly told. */
  readonly hasPercent: boolean
}

/** FNV-1a, as a signed 32-bit number. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash | 0
}

// Words that shape a sentence stay themselves among shapes.
const kept = new Set(
  'the a an of to in on at by for from with as and or but is are was were be been has have had will its it that this after before over into than while , ; : . - ( ) % # $ rs said says vs'.split(
    ' ',
  ),
)
const percents = new Set(['%', 'percent', 'pct'])
const other = hashOf('*')
const figure = hashOf('#')

export function readingOf(all: readonly Word[], known: WordClasses): Reading {
  const words = withoutTickers(all)
  const tokens = new Int32Array(words.length)
  const shapes = new Int32Array(words.length)
  const classes = new Int32Array(words.length)
  const memory = memoryOf(known)
  words.forEach((each, i) => {
    const word = memory.of(each)
    tokens[i] = word.token
    shapes[i] = word.shape
    classes[i] = word.bits
  })
  const clauses = clausesOf(words)
  turn(words, classes, clauses)
  classes.forEach((bits, i) => {
    if (bits !== 0) shapes[i] = ~bits
  })
  for (const [at, sign] of comparisonsOf(words)) {
    tokens[at] = shapes[at] = hashOf(sign)
    classes[at] = 0
  }
  return { words, tokens, shapes, classes, clauses, hasPercent: words.some(({ lower }) => percents.has(lower)) }
}

interface KnownWord {
  readonly token: number
  readonly shape: number
  readonly bits: number
}

const memories = new WeakMap<WordClasses, WordMemory<KnownWord>>()

/** What a word is, worked out once. */
function memoryOf(known: WordClasses): WordMemory<KnownWord> {
  const memory = memories.get(known) ?? new WordMemory(({ lower }) => wordOf(lower, known))
  memories.set(known, memory)
  return memory
}

function wordOf(lower: string, known: WordClasses): KnownWord {
  const text = /\d/.test(lower) ? lower.replace(/\d+(?:[.,]\d+)*/g, '#') : lower
  const bits = known.get(text) ?? 0
  const token = hashOf(text)
  const shape = kept.has(text) ? token : text.includes('#') ? figure : other
  return { token, shape, bits }
}

const longestTicker = 6

/** Without "(NYSE: ACM)" and "<ACM.N>", which part a name from what is said of it. */
function withoutTickers(words: readonly Word[]): readonly Word[] {
  if (!words.some(({ text }) => text === '(' || text === '<')) return words
  const kept: Word[] = []
  for (let i = 0; i < words.length; i++) {
    const close = words[i]!.text === '(' ? ')' : words[i]!.text === '<' ? '>' : null
    const length = close === null ? -1 : words.slice(i, i + longestTicker).findIndex(({ text }) => text === close)
    if (length > 1 && words.slice(i + 1, i + length).every(({ text }) => tickerPart.test(text))) i += length
    else kept.push(words[i]!)
  }
  return kept
}
const tickerPart = /^(?:[A-Z0-9][A-Z0-9.-]*[a-z]?(?:\.[A-Z]{1,2})?|[:.^=]|Nasdaq)$/
