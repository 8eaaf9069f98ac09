/** Medians, and how they are printed. */

export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Milliseconds a call takes: median of `times` after `warmUps`. */
export async function timed(call: () => unknown, times = 40, warmUps = 15): Promise<number> {
  const values: number[] = []
  for (let i = -warmUps; i < times; i++) {
    const from = performance.now()
    await call()
    if (i >= 0) values.push(performance.now() - from)
  }
  return median(values)
}

export const line = (what: string, value: string): void => console.log(`  ${what.padEnd(44)} ${value}`)
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`
