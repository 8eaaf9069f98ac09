/**
 * Says whether a sentence leans to tighter or easier money, by pairing what is spoken of with which way it goes.
 * "Inflation remains elevated" is hawkish · "unemployment rose" dovish · "prices fell" dovish · "the meeting was held" neither
 */
import { directions, negations, policyWords, topics } from './lexicon.ts'

export interface SentenceStance {
  readonly label: 'hawkish' | 'neutral' | 'dovish'
  /** −1 dovish to +1 hawkish. */
  readonly score: number
}

interface Mark {
  readonly at: number
  readonly sign: number
  readonly weight: number
}

const marksOf = (text: string, entries: readonly (readonly [RegExp, number, number])[]): Mark[] =>
  entries.flatMap(([pattern, sign, weight]) =>
    [...text.matchAll(pattern)].map((match) => ({ at: match.index, sign, weight })),
  )

const longest = 1500
const reach = 70

/** The tone of one sentence. Pure and linear; `threshold` is how far from 0 a label other than neutral begins. */
export function sentenceStance(text: string, threshold = 0.3): SentenceStance {
  const plain = text.slice(0, longest).toLowerCase().replaceAll('’', "'")
  const ways = marksOf(plain, directions)
  const denied = marksOf(plain, negations)
  const isDenied = (at: number): boolean => denied.some((mark) => mark.at < at && at - mark.at < 28)
  let sum = 0
  for (const topic of marksOf(plain, topics)) {
    const near = nearest(plain, ways, topic.at)
    if (near) sum += topic.sign * near.sign * near.weight * topic.weight * (isDenied(near.at) ? -0.5 : 1)
  }
  for (const word of marksOf(plain, policyWords)) sum += word.sign * word.weight * (isDenied(word.at) ? -0.5 : 1)
  const score = Math.round(Math.tanh(sum / 2) * 1000) / 1000
  return { label: score > threshold ? 'hawkish' : score < -threshold ? 'dovish' : 'neutral', score }
}

/** The direction word that goes with a topic stands near it, with no clause between. */
function nearest(text: string, ways: readonly Mark[], at: number): Mark | null {
  let best: Mark | null = null
  let distance = reach
  for (const way of ways) {
    const far = Math.abs(way.at - at)
    if (far >= distance) continue
    const between = way.at < at ? text.slice(way.at, at) : text.slice(at, way.at)
    if (way.at < at && /\sand\s|,/u.test(between)) continue
    if (/[;:]|,\s(?:and|but|while|although|though|whereas)\s/u.test(between)) continue
    best = way
    distance = far
  }
  return best
}
