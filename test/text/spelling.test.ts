/** One phrase, however it is spelt. */
import { expect, test } from 'vitest'
import { phraseKey } from '../../src/text/noun-phrases.ts'
import { spellingsOf } from '../../src/text/spelling.ts'

test.each([
  ['data centers', 'data centres', 'data centre', 'data-center'],
  ['labor market', 'labour markets', 'labour-market'],
  ['ghost capacity', 'ghost capacities'],
  ['securitization program', 'securitisation programmes'],
])('%s is what others write otherwise', (...spellings) => {
  expect(new Set(spellings.map(phraseKey)).size).toBe(1)
})

test.each([
  ['enterprise software', ['enterprise software']],
  ['data centers', ['data centers', 'data centres']],
  ['labour market', ['labor market', 'labour market']],
  ['water meter', ['water meter', 'water metre']],
])('%s is looked for as both write it', (phrase, spellings) => expect(spellingsOf(phrase)).toEqual(spellings))
