/** The lead sentence: what went out of what, told by sectors and groups rather than by a company that stands for them. */
import { expect, test } from 'vitest'
import type { DigestTheme } from '../../src/digest/digest.ts'
import { leadOf } from '../../src/digest/lead.ts'

type Roles = Partial<Pick<DigestTheme, 'from' | 'to' | 'winners' | 'losers'>>
const role = (name: string, symbol?: string) => ({ name, stories: 1, ...(symbol === undefined ? {} : { symbol }) })

function leadWith(roles: Roles): string {
  const theme: DigestTheme = {
    theme: 'rotation',
    label: 'Rotation',
    stories: 2,
    attention: 0.5,
    change: null,
    momentum: 0.5,
    baseline: null,
    zScore: null,
    sentiment: 0,
    sentimentChange: null,
    standing: null,
    course: [],
    ...{ from: [], to: [], winners: [], losers: [], quotes: [] },
    ...roles,
  }
  const counts = {
    articles: 4,
    stories: 4,
    historyDays: 0,
    themes: 1,
    instruments: 0,
    rates: 0,
    policy: 0,
    calendar: 0,
  }
  const window = { from: '2026-03-12T20:00:00Z', to: '2026-03-13T20:00:00Z' }
  return leadOf({ date: '2026-03-13', window, counts, themes: [theme], policy: [] }, new Set(['LUMD', 'HRBK']))
}
const head = 'Rotation gained most attention, with 2 of 4 stories'

test.each<[string, Roles, string]>([
  [
    'a sector, though a company is told first',
    { from: [role('Lumen Devices', 'LUMD'), role('chip makers')], to: [role('lenders', 'XLF')] },
    ', out of chip makers into lenders',
  ],
  [
    'the group that loses or gains by it, where only companies are told to be left or bought',
    {
      from: [role('Lumen Devices', 'LUMD')],
      to: [role('Harbor Bank', 'HRBK')],
      losers: [role('Big Tech')],
      winners: [role('Russell 2000', '^RUT')],
    },
    ', out of Big Tech into Russell 2000',
  ],
  ['a company where it is only about that', { to: [role('Harbor Bank', 'HRBK')] }, ', into Harbor Bank'],
  ['nobody where nobody is told to be left, whoever loses', { losers: [role('Big Tech')] }, ''],
])('%s', (_what, roles, tail) => expect(leadWith(roles)).toBe(`${head}${tail}.`))
