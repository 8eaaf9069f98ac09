/** Sentiment towards targets: probabilities, bad targets, clauses, and any text. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { targetSentiment } from '../../src/annotate/sentiment/target-sentiment.ts'
import { loadModels } from '../../src/models.ts'

const { sentiment: model } = loadModels()
const towards = (text: string, name: string): string => {
  const start = text.indexOf(name)
  return targetSentiment(text, [{ start, end: start + name.length }], model)[0]!.label
}

describe('towards a target', () => {
  it.each([
    ['Orion beats profit estimates', 'Orion', 'positive'],
    ['Orion misses profit estimates', 'Orion', 'negative'],
    ['Orion rises while Vega tumbles', 'Orion', 'positive'],
    ['Orion rises while Vega tumbles', 'Vega', 'negative'],
    ["Orion's losses narrow", 'Orion', 'positive'],
    ["Orion's costs soar", 'Orion', 'negative'],
    ['Orion outpaces Vega', 'Orion', 'positive'],
    ['Orion outpaces Vega', 'Vega', 'negative'],
    ['Orion, once the darling of funds, has stumbled', 'Orion', 'negative'],
    ['The rally in Orion stalls', 'Orion', 'negative'],
    ['Orion did not beat estimates', 'Orion', 'negative'],
    ['Orion appoints a finance chief', 'Orion', 'neutral'],
    ['Buy Orion on weakness: Asha Rao, Meridian Capital', 'Meridian Capital', 'neutral'],
  ])('%s: %s is %s', (text, name, label) => {
    expect(towards(text, name)).toBe(label)
  })
})

it('takes the whole text for the target when none is given', () => {
  expect(targetSentiment('Profits surge to a record.', undefined, model).map(({ label }) => label)).toEqual([
    'positive',
  ])
  expect(targetSentiment('', undefined, model)[0]?.label).toBe('neutral')
  expect(targetSentiment('Profits surge.', [], model)).toEqual([])
})

it.each([
  { start: 3, end: 3 },
  { start: 4, end: 2 },
  { start: -1, end: 2 },
  { start: 0, end: 99 },
  { start: 0.5, end: 2 },
])('refuses the target %o', (target) => {
  expect(() => targetSentiment('Orion rises', [target], model)).toThrow(expect.objectContaining({ code: 'bad-line' }))
})

it('refuses targets that overlap, but answers the same one twice', () => {
  const text = 'Orion Steel rises'
  const overlapping = [
    { start: 0, end: 11 },
    { start: 6, end: 11 },
  ]
  expect(() => targetSentiment(text, overlapping, model)).toThrow(/0-11 and 6-11 overlap/)
  const [first, second] = targetSentiment(text, [overlapping[0]!, { ...overlapping[0]! }], model)
  expect(second).toEqual(first)
})

it.each(['', 'word', '(NYSE: ORN)', '1', '\n\n', '. . .'])('reads whatever is there: %j', (text) => {
  expect(targetSentiment(text, undefined, model)).toHaveLength(1)
  if (text.length > 0) expect(targetSentiment(text, [{ start: 0, end: text.length }], model)).toHaveLength(1)
})

it('reads five megabytes with a thousand targets in time that grows with them', () => {
  const text = 'Orion rises while Vega tumbles and the rest of the market waits '.repeat(80_000)
  const targets = Array.from({ length: 1000 }, (_, i) => ({ start: i * 64, end: i * 64 + 5 }))
  expect(targetSentiment(text, targets, model)).toHaveLength(1000)
})

it('gives probabilities that sum to 1, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 2 }), (text) => {
      for (const { probabilities, score, label } of targetSentiment(text, [{ start: 0, end: 1 }], model)) {
        const { positive, neutral, negative } = probabilities
        expect(positive + neutral + negative).toBeCloseTo(1, 6)
        expect(score).toBeCloseTo(positive - negative, 3)
        expect(probabilities[label]).toBe(Math.max(positive, neutral, negative))
      }
    }),
  )
})
