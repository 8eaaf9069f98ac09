/** The recurrent part of the sentiment model, with a small network made up here: what it reads, and what it must not read. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashOf, type Reading } from '../../src/annotate/sentiment/reading.ts'
import { makeRecurrent, readNetwork } from '../../src/annotate/sentiment/recurrent.ts'

const size = 3
const hidden = 6
const header = 20
const words = ['<other>', '<unknown>', 'acme', 'slides', 'despite', 'a', 'rise', 'in', 'bolt', 'gains']

/** A network of numbers that look like chance and are the same every run, as bytes. */
function networkBytes(): Uint8Array {
  const floats = 4 * size + hidden * (4 * size + 3) + 3 * (hidden + 1)
  const bytes = new Uint8Array(header + floats * 4 + words.length * (4 + 8 * size + hidden))
  const view = new DataView(bytes.buffer)
  let state = 7
  const next = (): number => ((state = (state * 1103515245 + 12345) % 2147483648) / 2147483648) * 2 - 1
  for (const [i, value] of [size, hidden, words.length].entries()) view.setInt32(i * 4, value, true)
  view.setFloat32(12, 0.02, true)
  view.setFloat32(16, 0.03, true)
  for (let i = 0; i < floats; i++) view.setFloat32(header + i * 4, next(), true)
  let at = header + floats * 4
  for (const word of words) view.setInt32((at += 4) - 4, hashOf(word), true)
  for (; at < bytes.length; at++) view.setInt8(at, Math.round(next() * 100))
  return bytes
}

const recurrent = makeRecurrent(readNetwork(networkBytes()))
const reading = (text: string): Reading => ({ tokens: Int32Array.from(text.split(' '), hashOf) }) as unknown as Reading
const at = (start: number, end = start + 1): { start: number; end: number } => ({ start, end })

it('reads a target by what stands around it and the last three words of its name', () => {
  const [bolt, acme, long, longer] = [
    'bolt slides',
    'acme slides',
    'a rise in bolt slides',
    'gains in bolt slides',
  ].map((text) => {
    const name = at(0, text.split(' ').length - 1)
    return recurrent.read(reading(text), [name])(name, true)
  })
  expect(acme).not.toEqual(bolt)
  expect(long).not.toEqual(bolt)
  expect(recurrent.read(reading('acme rise in bolt slides'), [at(0, 4)])(at(0, 4), true)).toEqual(long)
  expect(longer).not.toEqual(long)
})

it('reads other names as one and the same word', () => {
  const named = recurrent.read(reading('bolt acme gains despite a'), [at(0, 2), at(4)])(at(4), true)
  const other = recurrent.read(reading('rise gains despite a'), [at(0), at(3)])(at(3), true)
  const unnamed = recurrent.read(reading('rise gains despite a'), [])(at(3), true)
  expect(named).toEqual(other)
  expect(named).not.toEqual(unnamed)
})

it('takes words that it does not know for unknown ones', () => {
  const scores = ['zyx slides', '<unknown> slides'].map((text) => recurrent.read(reading(text), [])(at(1), true))
  expect(scores[0]).toEqual(scores[1])
})

it('says the same in whatever order targets are asked for', () => {
  const sentence = fc.array(fc.constantFrom(...words, 'zyx'), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(sentence, fc.array(fc.nat(11), { minLength: 1, maxLength: 6 }), (words, places) => {
      const read = reading(words.join(' '))
      const asked = places.map((place) => (place < words.length ? at(place) : null))
      const together = recurrent.read(read, [])
      for (const target of asked) {
        const scores = together(target, true)
        expect(scores).toEqual(recurrent.read(read, [])(target, true))
        expect(scores.every(Number.isFinite)).toBe(true)
      }
    }),
  )
})

it('takes empty sentences', () => {
  expect(
    recurrent
      .read({ tokens: new Int32Array(0) } as unknown as Reading, [])(null, true)
      .every(Number.isFinite),
  ).toBe(true)
})
