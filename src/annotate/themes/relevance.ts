/** How far an article is about a theme: headline, lead, density and spread decide; a passing word does not make a theme. */
import type { Sentence } from '../../doc.ts'
import type { Place } from './find.ts'

const zoneWeight = { headline: 3, lead: 1.3, body: 1, table: 0, boilerplate: 0 } as const
/** The first sentence of a text without a headline does a headline's work; under a headline it is what news leads with. */
const opening = 2.6
const firstSentence = 1.9
/** What a weak phrase counts for. */
export const hintShare = 0.34
/** A second phrase in the same sentence adds little. */
const repeat = 0.3

/** Below this the article is not about it. */
export const aboutIt = 0.43

/** 0..1; `sentences` are the readable ones of the article. */
export function relevanceOf(places: readonly Place[], sentences: readonly Sentence[]): number {
  const untitled = sentences[0]?.field === 'text' ? sentences[0] : undefined
  const first = sentences.find((sentence) => sentence.field === 'text')
  const bySentence = new Map<Sentence, number>()
  let strong = false
  for (const { sentence, hint, negated } of places) {
    strong ||= !hint
    const worth = (hint ? hintShare : 1) * (negated ? 0.7 : 1)
    const known = bySentence.get(sentence)
    bySentence.set(sentence, known === undefined ? worth : Math.max(known, worth) + repeat * Math.min(known, worth))
  }
  if (!strong) return 0
  let weight = 0
  for (const [sentence, worth] of bySentence) {
    const place = sentence === untitled ? opening : sentence === first ? firstSentence : zoneWeight[sentence.zone]
    weight += Math.min(1.6, worth) * place
  }
  const need = 0.9 + 0.4 * Math.log(Math.max(1, sentences.length))
  return weight / (weight + need)
}
