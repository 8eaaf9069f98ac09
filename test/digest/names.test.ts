/** Codes in a reader's words. */
import { expect, test } from 'vitest'
import { bankName, measureName } from '../../src/digest/names.ts'

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
