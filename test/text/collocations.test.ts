/** Words that belong together and words that only met; the ratio is checked against Dunning's own table. */
import { describe, expect, it } from 'vitest'
import { collocations } from '../../src/text/collocations.ts'
import { leastLikelihoodRatio, likelihoodRatio } from '../../src/text/likelihood.ts'
import { phraseKey } from '../../src/text/noun-phrases.ts'

describe('the log-likelihood ratio', () => {
  it.each([
    // k(A B), k(A ¬B), k(¬A B), k(¬A ¬B) and the score of Dunning 1993, table 1.
    ['the swiss', 110, 2442, 111, 29114, 270.72],
    ['can be', 29, 13, 123, 31612, 263.9],
  ])('is that of its paper: %s', (_pair, both, first, second, neither, score) => {
    expect(likelihoodRatio(both, both + first, second, second + neither)).toBeCloseTo(score, 1)
  })
  it.each([
    ['as often as elsewhere', [1, 10, 10, 100]],
    ['less often', [1, 100, 10, 100]],
    ['never', [0, 10, 10, 100]],
    ['nowhere to compare with', [3, 10, 0, 0]],
    ['no trials', [0, 0, 3, 10]],
  ] as const)('is nothing of what comes %s', (_what, [here, of, there, ofThere]) => {
    expect(likelihoodRatio(here, of, there, ofThere)).toBe(0)
  })
  it('is finite of what always comes', () => {
    expect(likelihoodRatio(5, 5, 0, 100)).toBeGreaterThan(leastLikelihoodRatio)
    expect(likelihoodRatio(5, 5, 0, 100)).toBeLessThan(1000)
  })
})

describe('collocations', () => {
  const harvest = Array.from(
    { length: 40 },
    (_, i) => `The harvest fell by ${i}. A ledger was shut. Some harvest stayed.`,
  )
  const texts = [
    ...harvest,
    'A harvest ledger was found. They read the ghost tonnage rule.',
    'Then ghost tonnages grew. Ghost-tonnage rules are read by few.',
  ]
  const score = (phrase: string): number => collocations([phraseKey(phrase)], texts).get(phraseKey(phrase))!
  it.each(['ghost tonnage', 'ghost tonnage rule'])('are bound: %s', (phrase) => {
    expect(score(phrase)).toBeGreaterThan(leastLikelihoodRatio)
  })
  it.each(['harvest ledger', 'tonnage harvest', 'never told'])('are not: %s', (phrase) => {
    expect(score(phrase)).toBeLessThan(leastLikelihoodRatio)
  })
})
