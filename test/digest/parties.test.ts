/** Who stands where in a theme: groups before the companies that stand for them. */
import { expect, test } from 'vitest'
import { widestFirst, type Parties } from '../../src/digest/parties.ts'

const role = (name: string, symbol?: string) => (symbol === undefined ? { name } : { name, symbol })
const [lumen, harbor] = [role('Lumen Devices', 'LUMD'), role('Harbor Bank', 'HRBK')]
const [chips, lenders, russell] = [role('chip makers'), role('lenders'), role('Russell 2000', '^RUT')]
const nobody: Parties = { from: [], to: [], winners: [], losers: [] }

test.each<[string, Partial<Parties>, Partial<Parties>]>([
  [
    'a company told to be left beside its group stands among those that lose',
    { from: [lumen, chips], losers: [russell] },
    { from: [chips], losers: [russell, lumen] },
  ],
  [
    'the group that loses or gains is what is left or entered, where only companies are told to be',
    { from: [lumen], losers: [lumen, chips], to: [harbor], winners: [russell] },
    { from: [chips], losers: [lumen], to: [russell], winners: [harbor] },
  ],
  ['a company where it is only about that', { to: [harbor] }, { to: [harbor] }],
  ['nobody is left because somebody loses', { losers: [chips, lumen] }, { losers: [chips, lumen] }],
  ['a group comes before the companies of it', { winners: [harbor, lenders] }, { winners: [lenders, harbor] }],
])('%s', (_what, told, shown) => {
  expect(widestFirst({ ...nobody, ...told })).toEqual({ ...nobody, ...shown })
})

test.each([
  ['Russell 2000', '^RUT'],
  ['Magnificent Seven', '@MAG7'],
  ['Gold', 'GC=F'],
  ['Japanese yen', 'JPY=X'],
  ['US 10-year', 'US10Y'],
  ['Bitcoin', 'BTC-USD'],
  ['lenders', 'XLF'],
  ['Vanguard Value ETF', 'VTV'],
  ['gilts', undefined],
])('%s (%s) is no company', (name, symbol) => {
  const wide = role(name, symbol)
  expect(widestFirst({ ...nobody, from: [lumen, wide] }).from).toEqual([wide])
})
