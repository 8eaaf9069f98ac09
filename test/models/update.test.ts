/** `themewire models update` against a loopback copy of the public list: merged and used, refused when of no use, asked for anew only when changed. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { mergeListings, readPublicListings } from '../../src/annotate/instruments/merge-listings.ts'
import { listingsFileIn, readListingsFile } from '../../src/listings-file.ts'
import { loadModels, modelsFolder, shippedListings } from '../../src/models.ts'
import { emptyFolder, run, type Ended } from '../cli/command.ts'

type Row = [cik: number, name: string, ticker: string, exchange: string | null]

const table = shippedListings(modelsFolder).content
/** The list as it would be served on the day the shipped table was made. */
const today: Row[] = table
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .filter((cells) => cells[3])
  .map(([symbol, exchange, , cik, , , name]) => [
    Number(cik),
    name!.toUpperCase(),
    symbol!.replace('.', '-'),
    exchange!.startsWith('NYSE') ? 'NYSE' : { NASDAQ: 'Nasdaq', Cboe: 'CBOE', OTC: 'OTC' }[exchange!]!,
  ])
const listOf = (rows: Row[]): string => JSON.stringify({ fields: ['cik', 'name', 'ticker', 'exchange'], data: rows })
const newcomer: Row = [9_999_991, 'QUILLBROOK ORCHARDS, INC.', 'QBOX', 'NYSE']

let served: { body: string; etag: string } = { body: '', etag: '' }
const asked: { agent: string | undefined; condition: string | undefined }[] = []
const server = createServer((request, response) => {
  if (request.url === '/robots.txt') return void response.writeHead(404).end()
  const condition = request.headers['if-none-match']
  asked.push({ agent: request.headers['user-agent'], condition })
  if (condition === served.etag) return void response.writeHead(304).end()
  response.writeHead(200, { 'content-type': 'application/json', etag: served.etag }).end(served.body)
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const { port } = server.address() as AddressInfo
const source = `http://127.0.0.1:${port}/files/company_tickers_exchange.json`
const data = emptyFolder()
const file = listingsFileIn(data.path)
const env = { THEMEWIRE_DATA: data.path, THEMEWIRE_ALLOW_HOSTS: `127.0.0.1:${port}` }
const update = (): Promise<Ended> => run(['models', 'update', '--from', source, '--json'], { env })
interface Shown {
  version: string
  listings: { count: number; source: string | null; stale: boolean }
}
const show = async (): Promise<Shown> => JSON.parse((await run(['models', 'show', '--json'], { env })).out) as Shown

beforeEach(() => {
  asked.length = 0
})
afterAll(() => {
  server.close()
  data.remove()
})

describe('the command', () => {
  test('a newcomer is known to later runs, which tell themselves apart by the version', async () => {
    const before = await show()
    expect(before.listings).toMatchObject({ source: null, stale: false })

    served = { body: listOf([...today, newcomer]), etag: '"1"' }
    const { code, out, err } = await update()
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ changed: true, added: ['QBOX'], listings: before.listings.count + 1 })
    expect(asked[0]?.agent).toMatch(/^themewire/)

    const after = await show()
    expect(after.listings).toMatchObject({ source, count: before.listings.count + 1 })
    expect(after.version).not.toBe(before.version)

    const input = 'Quillbrook Orchards, Inc. announces a second press.'
    const analysis = JSON.parse((await run(['analyze', '--json'], { env, input })).out) as {
      findings: { kind: string; value: { symbol: string } }[]
      version: { models: string }
    }
    expect(analysis.version.models).toBe(after.version)
    expect(analysis.findings.map(({ value }) => value.symbol)).toContain('QBOX')
    const lines = await run(['analyze', '--jsonl'], { env, input: JSON.stringify({ id: 'a', text: input }) })
    expect(lines.out).toContain('"QBOX"')
  })

  test('an unchanged list is not fetched again', async () => {
    const was = readFileSync(file, 'utf8')
    const { code, out } = await update()
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ changed: false })
    expect(asked).toMatchObject([{ condition: '"1"' }])
    expect(readFileSync(file, 'utf8')).toBe(was)
  })

  test('a list that is cut off is refused, and the old one stays in use', async () => {
    const was = readFileSync(file, 'utf8')
    served = { body: listOf([...today, newcomer]).slice(0, 200_000), etag: '"2"' }
    const { code, err } = await update()
    expect(code).toBe(3)
    expect(err).toContain('cut off')
    expect(readFileSync(file, 'utf8')).toBe(was)
    expect(existsSync(`${file}.tmp`)).toBe(false)
  })

  test('a damaged file is named, and mended by the next update', async () => {
    writeFileSync(file, 'nonsense\n')
    const broken = await run(['models', 'show'], { env })
    expect(broken.code).toBe(3)
    expect(broken.err).toContain(file)
    served = { body: listOf([...today, newcomer]), etag: '"3"' }
    expect((await update()).code).toBe(0)
    expect((await show()).listings.source).toBe(source)
  })

  test('the SEC is not asked by a program without a contact', async () => {
    const { code, err } = await run(['models', 'update'], { env })
    expect(code).toBe(2)
    expect(err).toContain('THEMEWIRE_USER_AGENT')
  })
})

test('listings merged over another table than the shipped one are left out', () => {
  const { origin, table: merged } = readListingsFile(file)!
  const elsewhere = emptyFolder()
  const stale = join(elsewhere.path, 'listings.tsv')
  writeFileSync(stale, `${JSON.stringify({ ...origin, over: 'another' })}\n${merged}`)
  expect(loadModels(modelsFolder, stale).version).toBe(loadModels().version)
  expect(loadModels(modelsFolder, file).version).not.toBe(loadModels().version)
  elsewhere.remove()
})

describe('the list', () => {
  test.each([
    ['is no JSON', '<html>Request rate exceeded</html>', /no JSON/],
    ['has other columns', JSON.stringify({ fields: ['cik', 'ticker'], data: [] }), /its fields are cik, ticker/],
    ['is short', listOf(today.slice(0, 300)), /300 usable rows/],
    ['has rows of no use', listOf(today.map((row, i) => (i % 10 === 0 ? [row[0], '', row[2], null] : row))), /of no use/],
  ])('refused when it %s', (_what, text, why) => expect(() => readPublicListings(text)).toThrow(why))

  test('refused when it lacks what must be there', () => {
    const small = today.filter(([cik]) => cik > 1_400_000)
    expect(() => mergeListings(table, readPublicListings(listOf(small)))).toThrow(/S&P 500/)
  })

  test('as of the day the table was made changes nothing', () => {
    const { table: merged, added, renamed } = mergeListings(table, readPublicListings(listOf(today)))
    expect({ added, renamed }).toEqual({ added: [], renamed: [] })
    expect(merged).toBe(table)
  })

  test('a company under a new symbol takes its names along, one that goes elsewhere its exchange', () => {
    const moved = today.map((row): Row => {
      if (row[2] === 'GPRO') return [row[0], row[1], 'CAMS', row[3]]
      if (row[2] === 'KO') return [row[0], row[1], row[2], 'Nasdaq']
      return row
    })
    const { table: merged, renamed } = mergeListings(table, readPublicListings(listOf(moved)))
    const rows = new Map(merged.split('\n').map((line) => [line.split('\t')[0], line.split('\t')]))
    expect(renamed).toEqual(['GPRO → CAMS'])
    expect(rows.get('CAMS')?.[7]).toContain('gopro')
    expect(rows.get('GPRO')?.slice(7)).toEqual(['', ''])
    expect(rows.get('KO')?.[1]).toBe('NASDAQ')
  })

  test('a symbol that another company has taken is that company', () => {
    const taken = today.map((row): Row => (row[2] === 'GPRO' ? [9_999_992, 'GRANPROVE HOLDINGS PLC', 'GPRO', 'NYSE'] : row))
    const { table: merged } = mergeListings(table, readPublicListings(listOf(taken)))
    const row = merged.split('\n').find((line) => line.startsWith('GPRO\t'))?.split('\t')
    expect(row?.[3]).toBe('9999992')
    expect(row?.[7]).toContain('granprove')
  })
})
