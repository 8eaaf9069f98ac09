/** The two refiners over findings: equal ones become one, and the relevant stand first. */
import { expect, test } from 'vitest'
import { addFinding, makeDoc, spanOf, type Doc } from '../../src/doc.ts'
import { byRelevance } from '../../src/refine/by-relevance.ts'
import { mergeDuplicates } from '../../src/refine/merge-duplicates.ts'
import { articleOf } from '../annotate/article.ts'

const move = { subject: 'NVDA', direction: 'down', percent: 5, basis: 'actual' } as const
const sentiment = { probabilities: { positive: 0, neutral: 1, negative: 0 }, score: 0, label: 'neutral' } as const
const doc = (): Doc => makeDoc('test', articleOf('Nvidia fell 5%. It fell 5%.', 'Nvidia down'), null)

const addInstrument = (
  to: Doc,
  symbol: string,
  relevance: number,
  at: number,
  field: 'title' | 'text' = 'text',
): void =>
  addFinding(
    to,
    'instrument',
    { symbol, exchange: null, name: symbol, type: 'equity', relevance, sentiment, mentions: 1 },
    [spanOf(to, field, at, at + 2)],
    'rule',
    1,
  )

test('equal values become one with all evidence and the higher confidence', () => {
  const one = doc()
  addFinding(one, 'move', move, [spanOf(one, 'text', 0, 14)], 'first', 0.7)
  addFinding(one, 'move', { ...move }, [spanOf(one, 'text', 16, 26), spanOf(one, 'text', 0, 14)], 'second', 0.9)
  addFinding(one, 'move', { ...move, percent: 6 }, [spanOf(one, 'text', 0, 14)], 'third', 0.9)
  mergeDuplicates.refine(one)
  expect(one.findings).toHaveLength(2)
  expect(one.findings[0]).toMatchObject({ rule: 'second', confidence: 0.9 })
  expect(one.findings[0]?.evidence.map((span) => span.start)).toEqual([0, 16])
})

test('relevance comes first, then the first mention, the headline before the text', () => {
  const one = doc()
  addInstrument(one, 'LATE', 0.5, 10)
  addInstrument(one, 'EARLY', 0.5, 2)
  addInstrument(one, 'HEAD', 0.5, 4, 'title')
  addInstrument(one, 'TOP', 1, 20)
  byRelevance.refine(one)
  expect(one.findings.map((finding) => finding.kind === 'instrument' && finding.value.symbol)).toEqual([
    'TOP',
    'HEAD',
    'EARLY',
    'LATE',
  ])
})
