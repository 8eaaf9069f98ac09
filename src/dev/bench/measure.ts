/** Medians, and how they are printed. */

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const line = (what: string, value: string): void => console.log(`  ${what.padEnd(44)} ${value}`)
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`
