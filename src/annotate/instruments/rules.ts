/** How an instrument can be named; every rule has a case in cases.ts. */
export const rules = [
  { name: 'exchange-and-ticker' },
  { name: 'cashtag' },
  { name: 'class-or-exchange-code' },
  { name: 'ticker-in-brackets-after-its-name' },
  { name: 'ticker-that-is-its-initials' },
  { name: 'name-that-stands-alone' },
  { name: 'everyday-word-with-support' },
  { name: 'market-word-beside-a-market' },
  { name: 'row-of-a-quote-table' },
] as const

export type RuleName = (typeof rules)[number]['name']
