/** Tool `compare`: themes and instruments side by side, over the same steps of time. */
import { z } from 'zod'
import { intervals, Series } from '../../query.ts'
import { inputs } from '../shapes.ts'
import { tool } from '../tool.ts'
import { attention, plain, tone } from '../words.ts'

const mostSteps = 120

export const compare = tool({
  name: 'compare',
  title: 'Compare themes and instruments',
  description:
    'Themes and instruments side by side over the same steps of time: stories, share of all stories, tone, each as a whole and step by step.',
  input: z.strictObject({
    themes: inputs.themes,
    tickers: inputs.list('symbols: NVDA, BRK.B, 005930.KS, SPX, US10Y'),
    interval: z.enum(intervals).default('day').describe('length of one step'),
    ...inputs.when,
  }),
  output: z.object({
    steps: z.int().describe(`steps there are; each series has the last ${mostSteps} at most`),
    series: z.array(Series).describe('themes first, in the order asked for'),
  }),
  async run(client, input) {
    const { data: series } = await client.compare(input)
    const steps = series[0]?.points.length ?? 0
    return { steps, series: series.map((one) => ({ ...one, points: one.points.slice(-mostSteps) })) }
  },
  says({ steps, series }) {
    const shown = series[0]?.points ?? []
    const cut =
      shown.length < steps ? `the last ${shown.length} of ${steps} steps; other times for the rest` : `${steps} steps`
    return [
      `${shown[0]?.from ?? 'no stories'} to ${shown.at(-1)?.to ?? ''}, ${cut}; the figures are of the whole window`,
      ...series.map(
        (one) =>
          `- ${one.label} [${one.id}]: ${one.stories} stories, ${attention(one.attention)}${one.sentiment === null ? '' : `, ${tone(one.sentiment)}`}; a step: ${one.points.map((point) => point.stories).join(' ')}`,
      ),
    ]
      .map(plain)
      .join('\n')
  },
})
