/** Tool `instrument_overview`: one instrument: how much it is told, in what tone, with which themes, what it did. */
import { z } from 'zod'
import { InstrumentDetail, intervals, TimelinePoint } from '../../query.ts'
import { FindingWithSource, inputs, pageOf } from '../shapes.ts'
import { tool } from '../tool.ts'
import { findingLine, plain, shown, tone } from '../words.ts'

/** As many as the API gives. */
const mostThemes = 25
const mostSteps = 60

export const instrumentOverview = tool({
  name: 'instrument_overview',
  title: 'Instrument overview',
  description:
    'One stock, index, currency, commodity or bond in a span of time: stories, tone, themes it is told with, its moves, and the sentences.',
  input: z.strictObject({
    symbol: z.string().min(1).max(40).describe('NVDA, BRK.B, 005930.KS, SPX, US10Y'),
    ...inputs.when,
    interval: z.enum(intervals).default('day').describe('length of one step of the course'),
    limit: inputs.limit.describe('sentences at most'),
  }),
  output: z.object({
    instrument: InstrumentDetail.omit({ findings: true }).describe(
      `at most ${mostThemes} themes, those told most with it`,
    ),
    timeline: pageOf(TimelinePoint).describe(`the last ${mostSteps} steps; narrow time_from and time_to for others`),
    findings: pageOf(FindingWithSource).describe(
      'latest first; go on with search_findings: kinds ["instrument", "move"], tickers [symbol], the same times, cursor meta.next',
    ),
  }),
  async run(client, { symbol, limit, interval, ...when }) {
    const instrument = await client.instrument(symbol, when)
    const query = { ...when, kinds: ['instrument', 'move'] as const, tickers: [instrument.symbol], limit }
    const [{ data: steps }, findings] = await Promise.all([
      client.instrumentTimeline(instrument.symbol, { ...when, interval }),
      client.findings(query),
    ])
    const data = steps.slice(-mostSteps)
    return {
      instrument,
      timeline: { data, meta: { found: steps.length, returned: data.length, next: null } },
      findings,
    }
  },
  says({ instrument, timeline, findings: { data, meta } }) {
    const { symbol, name, stories, mentions, sentiment, themes } = instrument
    return [
      `${name} (${symbol}): ${stories} stories, ${mentions} mentions, ${tone(sentiment)}`,
      ...(themes.length > 0
        ? [`themes: ${themes.map((one) => `${one.theme} (${one.stories})`).join(', ')}${more(themes)}`]
        : []),
      `Course: ${timeline.data.map((step) => step.stories).join(' ')} stories a step (${shown(timeline.meta, 'steps', 'other times')})`,
      shown({ ...meta, next: null }, 'sentences', goOn(symbol, meta.next)),
    ]
      .map(plain)
      .concat(data.map(findingLine))
      .join('\n')
  },
})

const more = (themes: readonly unknown[]): string => (themes.length < mostThemes ? '' : ' (those told most with it)')

const goOn = (symbol: string, next: string | null): string =>
  `search_findings with kinds ["instrument", "move"], tickers ["${symbol}"] and cursor "${next}"`
