/** Tone towards targets in their clauses. "Nikkei rises as [yen] plumbs lows" · "[Acme]'s losses narrow" · "Acme beats [Bolt]" */
import { ThemewireError } from '../../errors.ts'
import { splitSentences } from '../../text/sentences.ts'
import { tokenize } from '../../text/tokens.ts'
import { wordsOf } from '../../text/words.ts'
import type { Sentiment } from '../../types.ts'
import type { Lexicon } from './lexicon.ts'
import { sentimentOf } from './probabilities.ts'
import { toneOf, type Signal, type Tone } from './tone.ts'

export interface Target {
  /** UTF-16 offsets into the text, `end` excluded. */
  readonly start: number
  readonly end: number
}

/**
 * The sentiment of a text towards each target, in order; no targets: the whole text is the one target.
 * Throws `bad-line` for a target that is empty or outside the text.
 */
export function targetSentiment(text: string, targets: readonly Target[] | undefined, lexicon: Lexicon): Sentiment[] {
  for (const { start, end } of targets ?? []) {
    if (Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start && end <= text.length) continue
    throw new ThemewireError('bad-line', `there is no target ${start}-${end} in a text of ${text.length} characters`, {
      hint: 'a target is {"start", "end"} with 0 <= start < end <= the length of the text, in UTF-16 units',
    })
  }
  const sentences = splitSentences(text)
  const tones = new Map<number, Tone>()
  const toneAt = (index: number): Tone => {
    const known = tones.get(index)
    if (known) return known
    const range = sentences[index]!
    const tone = toneOf(wordsOf(tokenize(text, range.start, range.end)), lexicon)
    tones.set(index, tone)
    return tone
  }
  if (targets === undefined) return [sentimentOf(wholeTone(sentences.map((_, i) => toneAt(i))))]
  return targets.map((target) => {
    const index = sentences.findIndex((range) => range.end > target.start)
    if (index < 0) return sentimentOf(0)
    const { tone, neutral } = toneTowards(toneAt(index), target, targets)
    return sentimentOf(tone, neutral)
  })
}

/** Of a whole text: its sentences' tones, longer texts needing more of them. */
export function wholeTone(tones: readonly Tone[]): number {
  let sum = 0
  for (const { signals } of tones) sum += compressed(signals.map(({ weight, kind }) => (kind === 'still' ? 0 : weight)))
  return tones.length === 0 ? 0 : sum / Math.sqrt(tones.length)
}

/** Many words that say the same say it little louder. */
function compressed(weights: readonly number[]): number {
  const sum = weights.reduce((a, b) => a + b, 0)
  return Math.sign(sum) * (Math.abs(sum) <= 2 ? Math.abs(sum) : 2 + Math.log2(Math.abs(sum) / 2))
}

const sourceTail = 7
/** How far behind "beats" who is beaten may stand. */
const objectReach = 5

/** Tone of a sentence towards a target in it; `neutral` is what speaks for neither. */
export function toneTowards(
  sentence: Tone,
  target: Target,
  others: readonly Target[],
): { tone: number; neutral: number } {
  const { words, clauses, signals } = sentence
  const first = words.findIndex((word) => word.end > target.start)
  if (first < 0) return { tone: 0, neutral: 0 }
  let last = first
  while (last + 1 < words.length && words[last + 1]!.start < target.end) last++
  const clause = clauses[first]!
  const rival = rivalIn(sentence, target, others)
  const inClause = signals.filter((signal) => signal.clause === clause && (signal.start > last || signal.end <= first))
  const neutral = inClause.some((signal) => signal.kind === 'still') ? 0.8 : 0
  const own = inClause.filter((signal) => signal.kind !== 'still')
  const versus = own.filter(({ kind }) => kind === 'beats' || kind === 'loses')
  if (own.length > 0)
    return { tone: compressed(own.map((signal) => towards(signal, first, last, rival, versus))), neutral }
  if (neutral > 0 || isSource(sentence, first, last)) return { tone: 0, neutral: Math.max(neutral, 0.4) }
  // Nothing is said in its own clause: the nearest clause that says something speaks for it, more softly.
  const outer = enclosing(sentence, first)
  const nearest = [...(outer === null ? [] : [outer]), clause + 1, clause - 1, clause + 2, clause - 2].find((other) =>
    signals.some((signal) => signal.clause === other),
  )
  if (nearest === undefined) return { tone: 0, neutral: 0.3 }
  const heard = signals.filter((signal) => signal.clause === nearest && signal.kind !== 'still')
  return { tone: 0.7 * compressed(heard.map((signal) => signal.weight)), neutral: 0 }
}

/** What a signal says to a target at words first..last; `versus` are the comparisons of its clause. */
function towards(signal: Signal, first: number, last: number, rival: number | null, versus: readonly Signal[]): number {
  const before = last < signal.start
  if (signal.kind === 'beats' || signal.kind === 'loses') {
    return before || (rival === null && first - signal.end > objectReach) ? signal.weight : -signal.weight
  }
  // What is said on the other side of "beats" is said of the other one.
  if (versus.some(({ start }) => start > Math.min(first, signal.start) && start < Math.max(first, signal.start)))
    return 0
  const distance = before ? signal.start - last : first - signal.end + 1
  // What stands nearer to a rival in the clause is said more of the rival.
  const theirs = rival !== null && Math.abs(signal.start - rival) < distance ? 0.4 : 1
  return (signal.weight * theirs) / (1 + 0.03 * Math.max(0, distance - 3))
}

/** The clause that a short aside such as "(NYSE: ACME)" interrupts. */
function enclosing({ words, clauses }: Tone, first: number): number | null {
  for (let i = first - 1; i >= Math.max(1, first - 4); i--) {
    if (words[i]!.lower === '(') return clauses[i - 1]!
  }
  return null
}

/** Where another target stands in the same clause, as a word index. */
function rivalIn({ words, clauses }: Tone, target: Target, others: readonly Target[]): number | null {
  const at = (offset: number): number => words.findIndex((word) => word.end > offset)
  const clause = clauses[at(target.start)]
  for (const other of others) {
    if (other.start === target.start) continue
    const index = at(other.start)
    if (index >= 0 && clauses[index] === clause) return index
  }
  return null
}

/** "…: Asha Rao, Meridian Capital": who says it is not who it is about. */
function isSource({ words }: Tone, first: number, last: number): boolean {
  if (words.length - last > sourceTail) return false
  for (let i = first - 1; i >= Math.max(0, first - sourceTail); i--) {
    if (words[i]!.lower === ':') return true
  }
  return words[first - 1]?.lower === 'says' && last >= words.length - 2
}
