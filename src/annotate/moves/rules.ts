/** How a move can be told; every rule has a case in cases.ts. */
export const rules = [
  { name: 'verb-and-size' },
  { name: 'size-and-noun' },
  { name: 'size-after-another-move' },
  { name: 'sizes-in-order' },
  { name: 'one-size-for-several' },
  { name: 'little-changed' },
  { name: 'verb-and-level' },
  { name: 'factor' },
] as const
export type RuleName = (typeof rules)[number]['name']
