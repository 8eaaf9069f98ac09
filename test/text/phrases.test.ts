/** Phrases as people write them in theme files. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Slot } from '../../src/text/phrase-table.ts'
import { PhraseError, PhraseMatcher } from '../../src/text/phrases.ts'
import { tokenize } from '../../src/text/tokens.ts'
import { wordsOf } from '../../src/text/words.ts'

const lists = { up: ['rise~', 'up'] }
const finds = (phrase: string, text: string, slots: Slot[] = []): boolean => {
  const matcher = new PhraseMatcher<true>(lists)
  matcher.add(phrase, true)
  return matcher.find(wordsOf(tokenize(text)), slots).length > 0
}

describe('a phrase', () => {
  it.each([
    ['rate cut', 'Two rate cuts, or one rate-cut?'],
    ['cut~ rate', 'The bank is cutting rates.'],
    ['rate @up', 'Rates rose.'],
    ['rotat* out of', 'Funds are rotating out of banks.'],
    ['(bond|treasury bill) yield', 'Treasury bill yields fell.'],
    ['yield .. (rise~|fell)', 'Yields on long bonds fell.'],
    ['AI fatigue', 'They call it “AI fatigue”.'],
    ['market rally', "The market's rally"],
    ['(broad (stock|share)|index) fund', 'broad share funds'],
  ])('%s is in: %s', (phrase, text) => {
    expect(finds(phrase, text)).toBe(true)
  })
  it.each([
    ['=cut', 'cuts'],
    ['IT', 'it'],
    ['rate cut', 'rate, cut'],
    ['yield .. fell', 'Yields on the very longest of bonds fell.'],
    ['rate cut', 'cut rate'],
  ])('%s is not in: %s', (phrase, text) => {
    expect(finds(phrase, text)).toBe(false)
  })
  it('takes what stands in a slot', () => {
    const matcher = new PhraseMatcher<string>()
    matcher.add('out of {sector} into {sector}', 'rotation')
    const slots = [
      { name: 'sector', start: 2, end: 3 },
      { name: 'sector', start: 4, end: 6 },
    ]
    const [hit] = matcher.find(wordsOf(tokenize('out of banks into small caps')), slots)
    expect(hit).toEqual({ value: 'rotation', start: 0, end: 6, slots })
  })
})

it.each(['(a|b', 'a) b', '.. a', 'a ..', '@nowhere a', '', 'a ^b'])('refuses "%s"', (phrase) => {
  expect(() => finds(phrase, 'a')).toThrow(PhraseError)
})

it('refuses a phrase with too many variants', () => {
  const part = '(a b|c d|e f|g h|i j|k l|m n|o p)'
  expect(() => finds(`${part} ${part} ${part} ${part}`, 'a')).toThrow(/variants/)
})

it('holds on any text', () => {
  const matcher = new PhraseMatcher<number>(lists)
  matcher.add('(a|b) .. {who} ... (c d|@up)', 1)
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const words = wordsOf(tokenize(text))
      for (const hit of matcher.find(words)) expect(hit.end).toBeLessThanOrEqual(words.length)
    }),
  )
})
