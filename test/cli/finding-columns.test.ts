/** Findings in files: every field that the contract has is a column, and holds what the finding says. */
import { expect, it } from 'vitest'
import { columnsFor } from '../../src/cli/finding-columns.ts'
import { columnsOf, csv } from '../../src/cli/output.ts'
import type { FindingRow } from '../../src/query.ts'
import { kinds, values, type Kind } from '../../src/types.ts'

/** Not for a cell: rows of prices, and the words of a period, which stand in the evidence. */
const leftOut = new Set(['table rows', 'move period'])

it.each(kinds)('%s: each field, by its name or the names of its parts', (kind) => {
  const heads = columnsFor(kind).map(({ head }) => head)
  const missing = Object.keys(values[kind].shape).filter(
    (field) =>
      !leftOut.has(`${kind} ${field}`) && !heads.some((head) => head === field || head.startsWith(`${field}_`)),
  )
  expect(missing).toEqual([])
})

const decision = {
  id: 'f1',
  kind: 'policy_event',
  value: {
    type: 'rate_decision',
    actor: 'FED',
    jurisdiction: 'US',
    action: 'hold',
    title: 'The Fed held rates',
    date: { from: '2026-03-11', to: '2026-03-11', precision: 'day' },
    status: 'happened',
    details: ['one', 'two'],
    rate: { low: 3.5, high: 3.75, changeBps: 0 },
    vote: { for: 10, against: 2, dissenters: ['A', 'B'] },
  },
  evidence: [{ start: 3, end: 9, quote: 'a word', field: 'title' }],
  rule: 'rate-decision',
  confidence: 0.9,
  source: {
    articleId: 'a1',
    storyId: null,
    title: 'A title',
    url: null,
    siteName: 'Wire',
    publishedAt: '2026-03-11T18:00:00Z',
    publishedPrecision: 'instant',
    knownAt: '2026-03-11T18:05:00.000Z',
  },
} satisfies FindingRow

it('a decision in cells', () => {
  const cells = Object.fromEntries(columnsFor('policy_event').map(({ head, cell }) => [head, cell(decision) ?? null]))
  expect(cells).toMatchObject({
    actor: 'FED',
    date_precision: 'day',
    rate_low: 3.5,
    rate_changeBps: 0,
    vote_against: 2,
    vote_dissenters: 'A; B',
    details: 'one; two',
    person: null,
    field: 'title',
    start: 3,
    evidence: 'a word',
    known_at: '2026-03-11T18:05:00.000Z',
    source: 'Wire',
    story: null,
  })
})

it('files of all kinds have the columns that a row fills, those of asked kinds all of them', async () => {
  const headOf = async (rows: FindingRow[], ...kinds: Kind[]) =>
    (await csv(rows, columnsOf(rows, columnsFor(...kinds)))).split('\n')[0]?.split(',')
  const some = await headOf([decision])
  expect(some).toEqual(expect.arrayContaining(['published', 'kind', 'actor', 'vote_for', 'evidence', 'story']))
  expect(some).not.toEqual(expect.arrayContaining(['person']))
  expect(some).not.toEqual(expect.arrayContaining(['relevance']))
  expect(await headOf([decision], 'policy_event', 'theme')).toEqual(expect.arrayContaining(['person', 'relevance']))
  expect(await headOf([])).toEqual(expect.arrayContaining(['published', 'kind', 'id', 'url']))
})
