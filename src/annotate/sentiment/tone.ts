/** Reads the tone of a sentence as signals, each with the clause it stands in, after negation and what moves are taken in. */
import { clausesOf } from '../../text/clauses.ts'
import type { Word } from '../../text/words.ts'
import type { Hit } from '../../text/phrases.ts'
import type { Lexicon, Sign } from './lexicon.ts'

/** Word indices, `end` excluded. */
export interface Signal {
  readonly start: number
  readonly end: number
  readonly clause: number
  /** Signed; 1 is enough for a verdict. */
  readonly weight: number
  /** `beats` and `loses` count for who stands before and against who stands after. */
  readonly kind: 'plain' | 'direction' | 'beats' | 'loses' | 'still'
}

export interface Tone {
  readonly words: readonly Word[]
  readonly clauses: readonly number[]
  readonly signals: readonly Signal[]
}

const inverseReach = 4
const negatorReach = 3

export function toneOf(words: readonly Word[], lexicon: Lexicon): Tone {
  const clauses = clausesOf(words)
  const chosen = longest(lexicon.signs.find(words), words.length)
  const at = (kind: Sign['kind']): number[] => chosen.flatMap((hit) => (hit.value.kind === kind ? [hit.start] : []))
  const inverse = at('inverse')
  const negators = at('negator')
  const fading = at('fading')
  const falls = at('down')
  // Asides between do not count: "losses at Acme (NYSE: ACM) narrowed".
  const lengths: number[] = []
  const position = clauses.map((clause) => (lengths[clause] = (lengths[clause] ?? -1) + 1))
  const near = (places: readonly number[], start: number, end: number, before: number, after: number): boolean =>
    places.some((place) => {
      if (clauses[place] !== clauses[start]) return false
      return place < start
        ? position[start]! - position[place]! <= before
        : place >= end && position[place]! - position[end - 1]! <= after
    })
  const signals: Signal[] = []
  const covered = new Set<number>()
  for (const hit of chosen) {
    for (let i = hit.start; i < hit.end; i++) covered.add(i)
    const { kind } = hit.value
    let { weight } = hit.value
    const negated = near(negators, hit.start, hit.end, negatorReach, 0)
    if (kind === 'up' || kind === 'down') {
      const noun = !/(?:ed|ing)$/.test(words[hit.start]!.lower)
      const turn = falls.find((place) => place >= hit.end && near([place], hit.start, hit.end, 0, noun ? 4 : 1))
      // "The rally stalls": what rose has stopped; "the slump eases": what fell has stopped.
      if (turn !== undefined) weight *= kind === 'up' ? 0 : -0.3
      else if (near(inverse, hit.start, hit.end, inverseReach, inverseReach)) weight *= -0.8
    } else if (kind === 'plain') {
      // A loss that narrows is told by the narrowing.
      if (weight < 0 && inverse.includes(hit.start) && near(falls, hit.start, hit.end, inverseReach, inverseReach))
        continue
      // Fears that fade are good news, hopes that fade are bad.
      if (hit.end - hit.start === 1 && near(fading, hit.start, hit.end, 3, 4) && Math.abs(weight) < 2) weight *= -0.7
    } else if (kind === 'inverse') {
      weight = near(falls, hit.start, hit.end, inverseReach, inverseReach) ? 0 : -0.3
    } else if (kind !== 'beats' && kind !== 'loses' && kind !== 'still') continue
    if (negated) weight *= -0.7
    signals.push({
      start: hit.start,
      end: hit.end,
      clause: clauses[hit.start]!,
      weight,
      kind: kind === 'up' || kind === 'down' ? 'direction' : kind === 'inverse' ? 'plain' : kind,
    })
  }
  words.forEach((word, i) => {
    if (covered.has(i)) return
    const weight = numberTone(words, i) || (lexicon.general.get(word.lower) ?? 0)
    if (weight === 0) return
    const sign = near(negators, i, i + 1, negatorReach, 0) ? -0.7 : 1
    signals.push({ start: i, end: i + 1, clause: clauses[i]!, weight: weight * sign, kind: 'plain' })
  })
  return { words, clauses, signals }
}

/** "+3.2%" and "-4%". */
function numberTone(words: readonly Word[], i: number): number {
  const sign = words[i]!.lower
  const next = words[i + 1]
  if (!next || next.start !== words[i]!.end || !/^\d/.test(next.lower)) return 0
  return sign === '+' ? 1.2 : sign === '-' || sign === '−' ? -1.2 : 0
}

/** Of phrases that overlap the longest stays; of equals the first listed. */
function longest(hits: readonly Hit<Sign>[], length: number): Hit<Sign>[] {
  const order = hits
    .map((hit, i) => ({ hit, i }))
    .sort((a, b) => size(b.hit) - size(a.hit) || rank(a.hit) - rank(b.hit) || a.i - b.i)
  const used = new Uint8Array(length)
  const kept: Hit<Sign>[] = []
  for (const { hit } of order) {
    // A fading word is also a movement; both readings are kept.
    if (hit.value.kind === 'fading' || hit.value.kind === 'inverse') {
      if (!used.subarray(hit.start, hit.end).includes(2)) kept.push(hit)
      continue
    }
    let free = true
    for (let i = hit.start; i < hit.end; i++) if (used[i]) free = false
    if (!free) continue
    used.fill(hit.end - hit.start > 1 ? 2 : 1, hit.start, hit.end)
    kept.push(hit)
  }
  return kept.sort((a, b) => a.start - b.start)
}

const size = (hit: Hit<Sign>): number => hit.end - hit.start
const ranks: readonly Sign['kind'][] = [
  'nothing',
  'still',
  'beats',
  'loses',
  'up',
  'down',
  'plain',
  'negator',
  'inverse',
  'fading',
]
const rank = (hit: Hit<Sign>): number => ranks.indexOf(hit.value.kind)
