/**
 * Finds stated rates: policy rates, yields, inflation, unemployment, growth, mortgage and lending rates, spreads.
 * "cut its key rate to 2%" · "the 10-year Treasury yield rose to 4.25%" · "inflation slowed to 2.7% from 3%"
 */
import { addFinding, spanOf, type Annotator, type Doc, type Sentence } from '../../doc.ts'
import type { Span, Value } from '../../types.ts'
import { readBanks } from '../../text/bank-context.ts'
import type { Institutions } from '../../text/institutions.ts'
import { readMeasures } from './measures.ts'
import { readPolicyRates } from './policy-rates.ts'

export interface Stated {
  readonly value: Value<'rate'>
  readonly evidence: Span[]
  readonly rule: string
  readonly confidence: number
}

export const rates = (institutions: Institutions): Annotator => ({
  name: 'rates',
  requires: [],
  assigns: ['rate'],
  annotate(doc) {
    const readings = readBanks<Sentence>(doc.sentences, institutions).filter(({ piece }) => isRead(piece))
    const policy = readPolicyRates(doc, readings)
    const taken = policy.taken
    for (const stated of joined([...policy.stated, ...readMeasures(doc, readings, taken)])) {
      addFinding(doc, 'rate', stated.value, stated.evidence, stated.rule, stated.confidence)
    }
  },
})

const isRead = (sentence: Sentence): boolean => sentence.zone !== 'table' && sentence.zone !== 'boilerplate'

export const sentenceSpan = (doc: Doc, sentence: Sentence): Span =>
  spanOf(doc, sentence.field, sentence.start, sentence.end)

/** The same rate said twice is one finding with both sentences as its evidence. */
function joined(all: readonly Stated[]): Stated[] {
  const byKey = new Map<string, Stated>()
  for (const stated of all) {
    const { type, issuer, subject, low, high, unit, basis, action } = stated.value
    const key = [type, issuer ?? subject, low, high, unit, basis, action ?? ''].join('|')
    const known = byKey.get(key)
    if (!known) {
      byKey.set(key, stated)
      continue
    }
    const richer = (v: Value<'rate'>): number => Number(v.action !== undefined) + Number(v.changeBps !== undefined)
    const [first, second] = richer(stated.value) > richer(known.value) ? [stated, known] : [known, stated]
    const more = second.evidence.filter(
      (span) => !first.evidence.some((own) => own.start === span.start && own.field === span.field),
    )
    byKey.set(key, {
      ...first,
      evidence: [...first.evidence, ...more].slice(0, 3),
      confidence: Math.max(first.confidence, second.confidence),
    })
  }
  return [...byKey.values()]
}
