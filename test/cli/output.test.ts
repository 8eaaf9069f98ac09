/** What commands print: CSV that computes, times with their zone, the API's words in the command line's. */
import { parquetReadObjects, parquetSchema, parquetMetadata } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import { inFlags } from '../../src/cli/filters.ts'
import { csv, table, type Column } from '../../src/cli/output.ts'
import { parquet } from '../../src/cli/parquet.ts'
import { placeOf, publishedCell } from '../../src/cli/source.ts'
import { count } from '../../src/cli/terminal.ts'
import { foundOf } from '../../src/query/found.ts'

describe('csv', () => {
  const columns: Column<{ name: string; score: number }>[] = [
    { head: 'name', cell: (row) => row.name },
    { head: 'score', cell: (row) => row.score.toFixed(2) },
    { head: 'share', cell: (row) => `${(100 * row.score).toFixed(0)}%`, exact: (row) => row.score },
  ]

  it('leaves negative numbers numbers', async () => {
    expect(await csv([{ name: 'a', score: -0.5 }], columns)).toBe('name,score,share\na,-0.5,-0.5\n')
  })

  it.each(['-1+2', '=1+2', '-A1', '+1', '@SUM(1)'])('keeps a spreadsheet from running %s', async (name) => {
    expect(await csv([{ name, score: 0 }], columns)).toContain(`\n'${name},`)
  })
})

describe('parquet', () => {
  interface Row {
    readonly name: string | null
    readonly score: number | null
  }
  const columns: Column<Row>[] = [
    { head: 'name', cell: (row) => row.name },
    { head: 'mean score', cell: (row) => row.score?.toFixed(2), exact: (row) => row.score, align: 'right' },
  ]
  const read = async (rows: Row[]) => {
    const bytes = await parquet(rows, columns)
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
    const types = parquetSchema(parquetMetadata(file)).children.map(({ element }) => element.type)
    return { types, rows: await parquetReadObjects({ file }) }
  }

  it('keeps numbers exact, text as it is, and nothing as nothing', async () => {
    expect(
      await read([
        { name: '=1+2', score: 0.123456789 },
        { name: null, score: null },
      ]),
    ).toEqual({
      types: ['BYTE_ARRAY', 'DOUBLE'],
      rows: [
        { name: '=1+2', mean_score: 0.123456789 },
        { name: null, mean_score: null },
      ],
    })
  })

  it('has the same columns when there is nothing', async () => {
    expect(await read([])).toEqual({ types: ['BYTE_ARRAY', 'DOUBLE'], rows: [] })
  })
})

describe('a source in a cell', () => {
  it.each([
    ['2026-03-13T17:30:00-04:00', 'instant', '2026-03-13T17:30-04:00'],
    ['2026-03-13T17:30:00.000Z', 'instant', '2026-03-13T17:30Z'],
    ['2026-03-13', 'day', '2026-03-13'],
    ['2026-03-01', 'month', '2026-03'],
    [null, null, null],
  ] as const)('%s (%s) is shown as %s', (publishedAt, publishedPrecision, shown) => {
    expect(publishedCell({ publishedAt, publishedPrecision })).toBe(shown)
  })

  it('is named by its site, or else by its host', () => {
    expect(placeOf({ siteName: 'Ledger Wire', url: 'https://a.example/x' })).toBe('Ledger Wire')
    expect(placeOf({ siteName: null, url: 'https://a.example/x' })).toBe('a.example')
    expect(placeOf({ siteName: null, url: null })).toBeNull()
  })
})

it.each([
  ['time_from: "x" is no time', '--from: "x" is no time'],
  ['limit: must be at most 1000', '--limit: must be at most 1000'],
  ['there is no theme "x"', 'there is no theme "x"'],
  ['GET /v1/themes lists them', '`themewire themes` lists them'],
  ['there is no parameter "sort"', '--sort does not go with this'],
  ['there is no parameter "sentiment_gte"', '--sentiment-from does not go with this'],
  ['this route takes: time_from, min_relevance', 'what does: --from, --min-relevance'],
  ['this route takes no parameters', 'it takes no filters'],
  ['GET /v1/queue/failed lists them', '`themewire queue --failed` lists them'],
])('the API says %s, the command line %s', (said, heard) => {
  expect(inFlags(said)).toBe(heard)
})

it('no column of a table is made unreadable while another has room', () => {
  const columns: Column<readonly string[]>[] = [0, 1, 2].map((at) => ({ head: 'abc'[at]!, cell: (row) => row[at] }))
  const cells = table([['a'.repeat(200), 'b'.repeat(90), 'c'.repeat(20)]], columns)
    .split('\n')[1]!
    .split('  ')
  expect(cells.map((cell) => cell.length)).toEqual([68, 68, 20])
})

it('counts one story and two stories', () => {
  expect([count(1, 'story', 'stories'), count(2, 'story', 'stories')]).toEqual(['1 story', '2 stories'])
})

it('says of a count that was broken off that there may be more', () => {
  expect(foundOf({ found: 12 })).toBe('12')
  expect(foundOf({ found: 10_000, atLeast: true })).toBe('10,000 or more')
})
