/** Tool `search_findings`: typed facts with the words that say so, by kind, ticker, theme, tone and time. */
import { z } from 'zod'
import { kinds } from '../../types.ts'
import { FindingWithSource, inputs, pageOf } from '../shapes.ts'
import { tool } from '../tool.ts'
import { findingLine, shown } from '../words.ts'

const score = z.number().min(-1).max(1).optional()

export const searchFindings = tool({
  name: 'search_findings',
  title: 'Search findings',
  description:
    'Facts that news articles state, each with the quoted words, the article and its link. Filters join with AND, a list means OR.',
  input: z.strictObject({
    kinds: inputs.oneOf(kinds, 'kinds of finding'),
    tickers: inputs.tickers,
    themes: inputs.themes,
    'tickers.all': inputs.list('symbols, all of them in the same article'),
    'themes.all': inputs.list('theme ids, all of them in the same article'),
    article: z.string().max(200).optional().describe('findings of this article only, by its id'),
    min_relevance: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe('how much its article is about the theme or instrument'),
    sentiment_gte: score.describe('tone at least, −1..1'),
    sentiment_lte: score.describe('tone at most, −1..1'),
    ...inputs.when,
    sort: inputs.sort,
    limit: inputs.limit,
    cursor: inputs.cursor,
  }),
  output: pageOf(FindingWithSource),
  run: (client, input) => client.findings(input),
  says: ({ data, meta }) => [shown(meta, 'findings'), ...data.map(findingLine)].join('\n'),
})
