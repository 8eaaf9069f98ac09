/** The rules of stance; each has its cases in cases.ts. */
export const rules = [{ name: 'tone-of-a-bank' }] as const
