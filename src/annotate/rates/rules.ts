/** The rules of rates; each has its cases in cases.ts. */
export const rules = [
  { name: 'rate-decision' },
  { name: 'rate-before-the-decision' },
  { name: 'states-the-policy-rate' },
  { name: 'mortgage-rate' },
  { name: 'yield-spread' },
  { name: 'bond-yield' },
  { name: 'bare-tenor' },
  { name: 'unemployment-rate' },
  { name: 'inflation-measure' },
  { name: 'price-index' },
  { name: 'economic-growth' },
  { name: 'growth-in-an-economic-context' },
  { name: 'lending-rate' },
  { name: 'goes-on-with-the-measure' },
] as const
