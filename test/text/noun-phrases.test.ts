/** Noun phrases of running text: common nouns only, singular and plural alike, a sentence's first word with care. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nounPhrases } from '../../src/text/noun-phrases.ts'

const texts = (text: string) => nounPhrases(text).map((phrase) => phrase.text)

describe('nounPhrases', () => {
  it('gives what stands together before and with a noun', () => {
    expect(texts('Lenders look at ghost capacity again.')).toEqual(['ghost capacity'])
    expect(texts('They sold the empty data halls.')).toEqual(['empty data halls', 'data halls'])
  })

  it('knows singular and plural as one', () => {
    const [one] = nounPhrases('The data hall stands empty.')
    const [many] = nounPhrases('The data halls stand empty.')
    expect(one?.key).toBe(many?.key)
  })

  it('leaves names and quantities out, and is unsure of the head of a sentence', () => {
    expect(texts('On Friday Harbor Bank sold 40 units to Bolt Motors.')).toEqual([])
    expect(nounPhrases('Ghost capacity weighs.')).toEqual([
      expect.objectContaining({ text: 'ghost capacity', sure: false }),
    ])
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        for (const phrase of nounPhrases(text)) expect(phrase.text.split(' ').length).toBeLessThanOrEqual(3)
      }),
    )
  })
})
