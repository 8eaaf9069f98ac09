/** Codes in a reader's words. */
import { expect, test } from 'vitest'
import { bankName, measureName, shownSymbol, subjectName } from '../../src/digest/names.ts'
import { headingOf } from '../../src/digest/fact-words.ts'
import type { Finding, Value } from '../../src/types.ts'

test.each([
  ['US_MORTGAGE_30Y', 'mortgage_rate', 'US 30-year mortgage rate'],
  ['JP_CORE_CPI', 'inflation', 'Japan core inflation'],
  ['EA_HICP', 'inflation', 'Euro zone inflation'],
  ['GB_GDP', 'gdp_growth', 'UK GDP growth'],
  ['US10Y', 'bond_yield', 'US 10-year yield'],
  ['IT_SPREAD', 'spread', 'Italy bond spread'],
  ['US_CREDIT_CARD', 'lending_rate', 'US credit card rate'],
  ['', 'bond_yield', 'bond yield'],
])('%s is "%s"', (subject, type, words) => {
  expect(measureName(subject, type)).toBe(words)
})

test('a bank is called as the press calls it, one nobody calls keeps its code', () => {
  expect(bankName('NBP')).toBe('Poland’s central bank')
  expect(bankName('BOBW')).toBe('BOBW')
  expect(bankName('constructor')).toBe('constructor')
})

test.each([
  ['AU3Y', 'Australia 3-year yield'],
  ['US3M', 'US 3-month yield'],
  ['US_CPI', 'US inflation'],
  ['FMCC', 'Federal Home Loan Mortgage'],
  ['@REGIONALBANKS', 'REGIONALBANKS'],
  ['BRK.B', 'BRK.B'],
])('what moved, %s, is called "%s"', (subject, words) => {
  expect(subjectName(subject, new Map([['FMCC', 'Federal Home Loan Mortgage']]))).toBe(words)
})

test('a group’s symbol is our own, and not shown; an exchange’s is', () => {
  expect(['@BIGTECH', '^GSPC', 'NVDA'].map(shownSymbol)).toEqual(['', '^GSPC', 'NVDA'])
})

const event = (value: Partial<Value<'policy_event'>>): Finding => ({
  ...{ id: 'e', kind: 'policy_event', evidence: [], rule: 'act', confidence: 1 },
  value: {
    ...{ type: 'regulation', actor: 'FDIC', jurisdiction: 'US', action: '', title: '', date: null, status: 'possible' },
    details: [],
    ...value,
  },
})
const sentence = 'The agency proposed on Thursday to lighten capital rules for banks with few branches and many clerks'

test.each<[string, Partial<Value<'policy_event'>>, string]>([
  ['what was done', { action: 'lighten capital rules', title: sentence }, 'FDIC: lighten capital rules'],
  ['the kind of act where that is a word', { action: 'propose', title: sentence }, 'FDIC: regulation'],
  ['the kind of act where that is a sentence, too', { action: sentence, title: `${sentence}.` }, 'FDIC: regulation'],
  [
    'a short title as it stands',
    { action: 'approve', title: 'Capital rules approved' },
    'FDIC: Capital rules approved',
  ],
  [
    'without a court that it names already',
    { actor: 'US Supreme Court', action: 'let stand', title: 'Supreme Court lets the levy stand' },
    'Supreme Court lets the levy stand',
  ],
  [
    'of a person who is told once',
    { actor: 'Mara Quill', person: 'Mara Quill', action: 'impose a 15% tariff on steel', title: `${sentence}.` },
    'Mara Quill: impose a 15% tariff on steel',
  ],
])('a heading above its sentence is %s', (_what, value, heading) => {
  expect(headingOf(event(value))).toBe(heading)
})
