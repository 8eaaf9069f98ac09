/** Signatures: near-identical texts are found and told from those that only share a subject. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandsOf, fromBytes, signatureOf, similarity, toBytes } from '../../src/text/minhash.ts'
import { prose } from './readings.ts'

const shared = (a: Uint32Array, b: Uint32Array): number => {
  const bands = new Set(bandsOf(a))
  return bandsOf(b).filter((band) => bands.has(band)).length
}

describe('a signature', () => {
  it('finds a copy with an end cut off or a paragraph added, and not another article', () => {
    const text = prose('wire', 40)
    const signature = signatureOf(text)!
    const copies = [text.slice(0, text.length * 0.75), `EXCLUSIVE: ${text}\n\n${prose('added', 8)}`, text.toUpperCase()]
    for (const copy of copies) {
      const other = signatureOf(copy)!
      expect(similarity(signature, other)).toBeGreaterThan(0.6)
      expect(shared(signature, other)).toBeGreaterThan(0)
    }
    expect(similarity(signature, signatureOf(prose('other', 40))!)).toBeLessThan(0.3)
  })

  it('estimates the share of equal sequences within a tenth or so', () => {
    const words = fc.array(fc.constantFrom('stocks', 'rose', 'fell', 'oil', 'bonds', 'bank', 'rates', 'gold'), {
      minLength: 60,
      maxLength: 200,
    })
    const sequences = (text: string[]): Set<string> =>
      new Set(text.slice(3).map((_, at) => text.slice(at, at + 4).join(' ')))
    fc.assert(
      fc.property(words, fc.nat({ max: 60 }), (text, cut) => {
        const rest = text.slice(cut)
        const [a, b] = [sequences(text), sequences(rest)]
        const [one, two] = [signatureOf(text.join(' ')), signatureOf(rest.join(' '))]
        if (!one || !two) return
        const jaccard = [...b].filter((sequence) => a.has(sequence)).length / new Set([...a, ...b]).size
        // Four standard deviations of 96 places.
        expect(Math.abs(similarity(one, two) - jaccard)).toBeLessThan(0.21)
      }),
      { numRuns: 60, seed: 7 },
    )
  })

  it('is none for a text too short, stays the same in bytes, and over time', () => {
    expect(signatureOf('Stocks rose.')).toBeNull()
    const signature = signatureOf(prose('kept', 10))!
    expect(fromBytes(toBytes(signature))).toEqual(signature)
    // A change here parts old stories from new copies.
    expect([...signature.slice(0, 3)]).toMatchInlineSnapshot(`
      [
        11686195,
        29078536,
        2314037,
      ]
    `)
  })
})
