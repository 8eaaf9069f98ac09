/** How an article is found to be about a theme; each has its cases in cases.ts, each theme its examples in its own file. */
export const rules = [
  { name: 'named-in-the-headline' },
  { name: 'named-in-the-opening' },
  { name: 'spread-through-the-text' },
  { name: 'told-by-its-words' },
] as const
export type ThemeRule = (typeof rules)[number]['name']
