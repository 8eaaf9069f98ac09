/** Tool `list_themes`: what a span of time talks about, most told first, and the ids that other tools take. */
import { z } from 'zod'
import { ThemeSummary } from '../../query.ts'
import { inputs, pageOf } from '../shapes.ts'
import { tool } from '../tool.ts'
import { attention, plain, shown, tone } from '../words.ts'

export const listThemes = tool({
  name: 'list_themes',
  title: 'List themes',
  description:
    'Themes by attention (their share of all stories), with their ids and tone. A story told by many sites counts once.',
  input: z.strictObject({ ...inputs.when, tickers: inputs.tickers, limit: inputs.limit }),
  output: pageOf(ThemeSummary),
  run: (client, input) => client.themes(input),
  says: ({ data, meta }) =>
    [
      shown(meta, 'themes', 'a higher limit, at most 200'),
      ...data.map((row) =>
        plain(
          `- ${row.label} [${row.theme}]: ${row.stories} stories, ${attention(row.attention)}, ${tone(row.sentiment)}`,
        ),
      ),
    ].join('\n'),
})
