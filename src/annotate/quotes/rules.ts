/** The rules of quotes; each has its cases in cases.ts. */
export const rules = [
  { name: 'said-after-the-quote' },
  { name: 'said-before-the-quote' },
  { name: 'pronoun-of-the-last-speaker' },
] as const
