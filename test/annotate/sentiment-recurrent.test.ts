/** The recurrent part of the sentiment model, with a small network made up here: what it reads, and what it must not read. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { longest } from '../../src/annotate/sentiment/kernel.ts'
import { readNetwork } from '../../src/annotate/sentiment/network.ts'
import { hashOf, type Reading } from '../../src/annotate/sentiment/reading.ts'
import { makeRecurrent } from '../../src/annotate/sentiment/recurrent.ts'
import { networkBytes, plainScores, words } from './plain-network.ts'

const code = readFileSync(new URL('../../models/sentiment/kernel.wasm', import.meta.url))
const recurrent = makeRecurrent(code, readNetwork(networkBytes()))
const reading = (text: string): Reading => ({ tokens: Int32Array.from(text.split(' '), hashOf) }) as unknown as Reading
const at = (start: number, end = start + 1): { start: number; end: number } => ({ start, end })
const sentence = fc.array(fc.constantFrom(...words.slice(2), 'zyx'), { minLength: 1, maxLength: 30 })

it('says what its numbers say, worked out plainly', () => {
  fc.assert(
    fc.property(sentence, fc.nat(30), (said, place) => {
      const target = place < said.length ? place : -1
      const own = target < 0 ? [] : [said[target]!]
      const plainly = plainScores(
        said.map((word, i) => (i === target ? '<other>' : word)),
        target,
        own,
      )
      const scores = recurrent.read(reading(said.join(' ')), target < 0 ? [] : [at(target)])(
        target < 0 ? null : at(target),
        true,
      )
      scores.forEach((score, k) => expect(score).toBeCloseTo(plainly[k]!, 1.5))
    }),
  )
})

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
  fc.assert(
    fc.property(sentence, fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }), (words, places) => {
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

it('says the same when what it read of a sentence had to make room for others', () => {
  const before = recurrent.read(reading('acme slides despite a rise in bolt'), [at(0), at(6)])
  const scores = [before(at(0), true), before(at(6), true)]
  const long = reading(new Array<string>(longest).fill('gains').join(' '))
  for (let i = 0; i < 600; i++) recurrent.read(long, [])(at(i % longest), true)
  expect([before(at(0), true), before(at(6), true)]).toEqual(scores)
})

it('takes sentences of any length', () => {
  const score = (text: string, target: { start: number; end: number } | null): readonly number[] =>
    recurrent.read(reading(text), [])(target, true)
  const much = 'gains '.repeat(3 * longest)
  for (const place of [0, longest - 1, longest, 3 * longest]) {
    expect(score(`${much}slides`, at(place)).every(Number.isFinite)).toBe(true)
  }
  expect(score(`${much}slides`, at(longest - 2, longest + 2)).every(Number.isFinite)).toBe(true)
  expect(score(`${much}slides`, null)).toEqual(score(much.trim(), null))
  // Words that are out of reach of each other.
  expect(score(`slides ${much}slides`, at(2 * longest))).toEqual(score(`rise ${much}slides`, at(2 * longest)))
  const nothing = { tokens: new Int32Array(0) } as unknown as Reading
  expect(recurrent.read(nothing, [])(null, true).every(Number.isFinite)).toBe(true)
})

it('refuses bytes of another length', () => {
  const bytes = networkBytes()
  expect(() => readNetwork(bytes.subarray(0, -1))).toThrow(RangeError)
  expect(() => readNetwork(Buffer.concat([bytes, Buffer.of(0)]))).toThrow(RangeError)
})
