/** The instrument files agree with each other: what one names, another knows. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { loadModels, modelsFolder } from '../../src/models.ts'

const { gazetteer } = loadModels()
const read = <T>(file: string): Record<string, T> =>
  parse(readFileSync(`${modelsFolder}/instruments/${file}`, 'utf8')) as Record<string, T>
const rows = readFileSync(`${modelsFolder}/instruments/listings.tsv`, 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))

test('every member of a group is an instrument', () => {
  const groups = read<{ members: string[] }>('groups.yml')
  const unknown = Object.values(groups).flatMap(({ members }) => members.filter((symbol) => !gazetteer.instrument(symbol)))
  expect(unknown).toEqual([])
})

test('every curated company is an instrument, and its other tickers lead to it', () => {
  const companies = Object.entries(read<{ tickers?: string[]; us?: string }>('companies.yml'))
  expect(companies.filter(([symbol]) => !gazetteer.instrument(symbol)).map(([symbol]) => symbol)).toEqual([])
  const astray = companies.flatMap(([symbol, { tickers = [], us }]) =>
    [...tickers, ...(us ? [us] : [])].filter((ticker) => ![symbol, ticker].includes(gazetteer.resolve(ticker) ?? '')),
  )
  expect(astray).toEqual([])
})

test('the S&P 500 is whole, and each member is named', () => {
  const members = rows.filter((row) => row[5] === 'S')
  expect(members.length).toBeGreaterThanOrEqual(500)
  // Of two share classes one is named.
  const unnamed = members.filter((row) => !row[7] && !row[8]).map((row) => row[0])
  expect(unnamed).toEqual(['FOX', 'GOOG', 'NWS'])
})

test('former symbols of large companies lead to what they are now', () => {
  const now = { BK: 'BNY', FI: 'FISV', SQ: 'XYZ', TWX: 'WBD', RIMM: 'BB', 'BRK-B': 'BRK.B' }
  for (const [then, symbol] of Object.entries(now)) expect(gazetteer.resolve(then), then).toBe(symbol)
})
