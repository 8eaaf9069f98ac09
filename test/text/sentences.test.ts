/** Sentences end where people end them, and never run on for ever. */
import { expect, test } from 'vitest'
import { splitSentences } from '../../src/text/sentences.ts'

test('a line without an end is cut between words', () => {
  const text = 'word '.repeat(2000).trim()
  const ranges = splitSentences(text)
  expect(Math.max(...ranges.map(({ start, end }) => end - start))).toBeLessThanOrEqual(2000)
  expect(ranges.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(text)
})

test('where there is no blank it is cut between characters', () => {
  const text = `a${'🚀'.repeat(3000)}`
  const parts = splitSentences(text).map(({ start, end }) => text.slice(start, end))
  expect(parts.join('')).toBe(text)
  expect(parts.every((part) => !/\p{Cs}/u.test(part))).toBe(true)
})
