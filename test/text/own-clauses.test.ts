import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { isToldApart, isToldOfAnEqual, ownClauseAt, ownClauses } from '../../src/text/own-clauses.ts'

/** The sentence with a bar where a new subject with its own verb begins, and where what was before goes on. */
const barred = (sentence: string): string => {
  const at = new Set(ownClauses(sentence).flatMap(({ start, end }) => [start, end]))
  return [...sentence].map((letter, i) => (at.has(i) ? `|${letter}` : letter)).join('')
}

describe('a new subject with its own verb begins a clause', () => {
  test.each([
    'The Fed cut rates |and unemployment rose to 4.6%.',
    'The Fed held rates|, and the 10-year yield fell to 4.10%.',
    'Prices fell |and sterling, which had risen for a week, slipped.',
    'The Fed cut rates|, the jobless rate rose to 4.6% |and payrolls shrank.',
    'The Fed cut rates by 25 basis points|, as economists had forecast|, to 3.5%.',
    '|As inflation slowed to 2.1%|, the Fed cut rates.',
    'Fed cuts rates |and jobless rate rises to 4.6%',
    'Output fell |and in May the bank lowered its rate.',
    'BYD fell 5.2% |and Geely (0175.HK) lost 4.4%.',
    'Growth slowed |and borrowing costs rose.',
    'It puts the range at 3.5–3.75 percent |and officials expect no more.',
  ])('%s', (sentence) => {
    expect(barred(sentence.replaceAll('|', ''))).toBe(sentence)
  })

  test.each([
    'The Fed cut rates and raised its growth forecast.',
    'The bank cut rates on Wednesday and lowered them again to 3.5% in May.',
    'Canada and Mexico raised rates to 4%.',
    'The Fed cut rates for a second meeting and the third time this year to 3.75%.',
    'Economists expect the rate to hold at 4.3% and inflation to slow to 2.6%.',
    'The bank cut its rate to 2%, its lending rate to 2.4% and its refinancing rate to 2.15%.',
    'The bank cut rates, as expected, and said that it would wait.',
    'Nobody knew, and it fell.',
  ])('no other in: %s', (sentence) => {
    expect(barred(sentence)).toBe(sentence)
  })
})

test('a time is told of its own clause, at the head of a sentence of all of it', () => {
  const apart = (sentence: string, time: string, word: string): [boolean, boolean] => [
    isToldApart(sentence, sentence.indexOf(time), sentence.indexOf(word)),
    isToldOfAnEqual(sentence, sentence.indexOf(time), sentence.indexOf(word)),
  ]
  expect(apart('The Fed cut rates on Monday and the yield fell.', 'Monday', 'fell')).toEqual([true, true])
  expect(apart('On Monday the Fed cut rates and the yield fell.', 'Monday', 'fell')).toEqual([false, false])
  expect(apart('The Fed cut rates when its members met on Monday.', 'Monday', 'cut')).toEqual([true, false])
  expect(apart('The Fed cut rates and raised its forecast on Monday.', 'Monday', 'cut')).toEqual([false, false])
})

test('wild sentences: clauses lie in the sentence, in order, verb behind subject', () => {
  const word = fc.constantFrom(
    'and',
    'as',
    ',',
    'the',
    'yield',
    'rose',
    '(',
    ')',
    ';',
    'which',
    'Fed',
    'cut',
    'in',
    'May',
    '–',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string()), { maxLength: 60 }), (words) => {
      const sentence = words.join(' ')
      let last = -1
      for (const { start, end, subject, verb } of ownClauses(sentence)) {
        expect(start).toBeGreaterThan(last)
        expect([start, subject, verb, end].toSorted((a, b) => a - b)).toEqual([start, subject, verb, end])
        expect(end).toBeLessThanOrEqual(sentence.length)
        expect(ownClauseAt(sentence, verb)?.verb).toBe(verb)
        last = start
      }
    }),
  )
})
