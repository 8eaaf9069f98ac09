/** How many years a bond runs, spelled out: "two-year" · "10-year" · "thirty-year". */

/** The words for the tenors that governments issue, in years. */
export const tenorWords: ReadonlyMap<number, string> = new Map([
  [1, 'one'],
  [2, 'two'],
  [3, 'three'],
  [5, 'five'],
  [7, 'seven'],
  [10, 'ten'],
  [15, 'fifteen'],
  [20, 'twenty'],
  [30, 'thirty'],
  [40, 'forty'],
  [50, 'fifty'],
])
const years = new Map([...tenorWords].map(([count, word]) => [word, String(count)]))

/** Source of a pattern for a tenor without its "-year"; `yearsOf` reads what it matched. */
export const tenorPattern = `\\d{1,2}|${[...tenorWords.values()].join('|')}`

/** "ten" and "10" are 10. */
export const yearsOf = (tenor: string): string => years.get(tenor.toLowerCase()) ?? tenor
