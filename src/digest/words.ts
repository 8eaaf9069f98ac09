/** The words for numbers, the same in every form of a digest and on every page: tones, shares, levels, counts. */

/** A score in five steps, cut at ±0.15 and ±0.35 (Alpha Vantage's cuts). */
export const toneOf = (score: number): string =>
  score >= 0.35
    ? 'positive'
    : score >= 0.15
      ? 'rather positive'
      : score > -0.15
        ? 'neutral'
        : score > -0.35
          ? 'rather negative'
          : 'negative'

/** "positive +0.49, was +1.00": a change of tone is told by what it was in the digest before. */
export const toneWords = (score: number, change: number | null = null): string =>
  [
    `${toneOf(score)} ${signed(score)}`,
    change === null ? '' : signed(score - change) === signed(score) ? 'unchanged' : `was ${signed(score - change)}`,
  ]
    .filter(Boolean)
    .join(', ')

/** What rounds to nothing has no minus. */
export function signed(value: number, digits = 2): string {
  const size = Math.abs(value).toFixed(digits)
  return `${value < 0 && Number(size) > 0 ? '−' : '+'}${size}`
}

export const percent = (share: number): string => `${Math.round(100 * share)}%`

/** A difference of two shares, in percentage points. */
export const points = (difference: number): string => `${signed(100 * difference, 0)} pts`

/** "2.5%", "3.5–3.75%", "above 5%", "25 bps"; empty when no level is stated. */
export function levelOf({
  low,
  high,
  unit = 'percent',
}: {
  low: number | null
  high: number | null
  unit?: 'percent' | 'bps'
}): string {
  const sign = unit === 'bps' ? ' bps' : '%'
  const minus = (value: number): string => String(value).replace('-', '−')
  if (low === null) return high === null ? '' : `below ${minus(high)}${sign}`
  if (high === null) return `above ${minus(low)}${sign}`
  if (low === high) return `${minus(low)}${sign}`
  return `${minus(low)}${low < 0 || high < 0 ? ' to ' : '–'}${minus(high)}${sign}`
}

const blocks = '▁▂▃▄▅▆▇█'

/** A month of attention in a line of text; a dot is a day without stories. */
export function courseOf(course: readonly (number | null)[]): string {
  const highest = Math.max(...course.map((share) => share ?? 0), 0.01)
  return course
    .map((share) => (share === null ? '·' : blocks[Math.round((share / highest) * (blocks.length - 1))]))
    .join('')
}

export const many = (n: number, one: string): string => `${n} ${n === 1 ? one : one.replace(/y$/, 'ie') + 's'}`
