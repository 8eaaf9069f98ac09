/** Lines under a plain text's headline that say who wrote it and when, and what only looks like one. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitHeadline } from '../../src/cli/input.ts'
import { articleFromText } from '../../src/extract/article.ts'

const body = 'Tin climbed 2% on Tuesday, and zinc fell.'
const readOf = (lines: string, title: string | null = 'Tin climbs') => {
  const { authors, publishedAt, publishedPrecision, text } = articleFromText({ text: `${lines}\n\n${body}`, title })
  const at = publishedPrecision === 'day' ? publishedAt?.slice(0, 10) : publishedAt
  return { authors, at: at ?? null, text }
}

test.each([
  ['By Mia Tonn, 12 November 2026', ['Mia Tonn'], '2026-11-12'],
  ['By Mia Tonn and Ola Berg | Nov. 12, 2026', ['Mia Tonn', 'Ola Berg'], '2026-11-12'],
  ['BY MIA TONN', ['MIA TONN'], null],
  ['By Mia Tonn in Oslo, Thursday, November 12, 2026', ['Mia Tonn'], '2026-11-12'],
  ['By Harbor Wire Staff', [], null],
  ['By Reuters', [], null],
  ['Mia Tonn | 12 November 2026', ['Mia Tonn'], '2026-11-12'],
  ['12 November 2026 · Mia Tonn · 4 min read', ['Mia Tonn'], '2026-11-12'],
  ['Mia Tonn, 12 November 2026', [], '2026-11-12'],
  ['Published 12 November 2026', [], '2026-11-12'],
  ['Published: 12 November 2026 | Updated: 14 November 2026', [], '2026-11-12'],
  ['12 Nov 2026, 09:14 GMT', [], '2026-11-12T09:14:00Z'],
  ['Nov 12, 2026 at 9:14 a.m. ET', [], '2026-11-12T09:14:00-05:00'],
  ['By Mia Tonn\nPublished 12 November 2026', ['Mia Tonn'], '2026-11-12'],
  ['By Mia Tonn\n\n12 Nov 2026, 09:14 GMT', ['Mia Tonn'], '2026-11-12T09:14:00Z'],
])('%j', (lines, authors, at) => expect(readOf(lines)).toEqual({ authors, at, text: body }))

test.each([
  'By the end of the year, tin had climbed.',
  'By Monday, Tin Had Climbed.',
  'By 12 November 2026 tin had climbed',
  'By March',
  'Published figures show that tin climbed',
  'Tin climbed on 12 November 2026',
  'On 12 November 2026, tin climbed',
  'Mia Tonn',
  'OSLO, March (Harbor Wire)',
])('no byline: %s', (line) => {
  expect(readOf(line)).toEqual({ authors: [], at: null, text: `${line}\n\n${body}` })
})

describe('a text with its headline in it', () => {
  const lines = 'Tin climbs\n\nBy Mia Tonn, 12 November 2026'
  test('keeps that, and loses the byline under it', () =>
    expect(readOf(lines, null)).toEqual({ authors: ['Mia Tonn'], at: '2026-11-12', text: `Tin climbs\n\n${body}` }))
  test('is not robbed of a headline with a day', () =>
    expect(readOf('Fed Holds Rates | 12 November 2026', null).text).toContain('Fed Holds Rates'))
  test('is told from its byline without a blank line between', () =>
    expect(splitHeadline(`Tin climbs\nBy Mia Tonn\n12 November 2026\n\n${body}\n`)).toEqual({
      title: 'Tin climbs',
      text: `By Mia Tonn\n12 November 2026\n\n${body}\n`,
    }))
  test('is none where two sentences follow each other', () => {
    const text = `Tin climbed.\nZinc fell.\n\n${body}`
    expect(splitHeadline(text)).toEqual({ text })
  })
})

test('what the caller knows goes before it, and a text of nothing else is left', () => {
  const text = `By Mia Tonn, 12 November 2026\n\n${body}`
  expect(articleFromText({ text, publishedAt: '2026-11-13T08:00:00Z' })).toMatchObject({
    publishedAt: '2026-11-13T08:00:00Z',
    authors: ['Mia Tonn'],
  })
  expect(articleFromText({ text: '12 November 2026' }).text).toBe('12 November 2026')
})

test('whatever the lines are, the text ends as it did', () => {
  const piece = fc.constantFrom('By ', 'Mia Tonn', ', ', ' | ', '12 Nov 2026', 'Published ', '\n', '09:14 GMT', 'tin')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expect(articleFromText({ text: `${pieces.join('')}\n\n${body}` }).text.endsWith(body)).toBe(true)
    }),
  )
})

test('a long line costs no more than its length', () => {
  const line = `By ${'Mia Tonn, '.repeat(50_000)}12 November 2026`
  expect(readOf(line).authors).toEqual([])
})
