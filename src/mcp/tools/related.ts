/** Tool `related`: what is told together with a theme or an instrument, and how much more than by chance. */
import { z } from 'zod'
import { Related } from '../../query.ts'
import { ThemewireError } from '../../errors.ts'
import { inputs } from '../shapes.ts'
import { tool } from '../tool.ts'
import { plain, shown } from '../words.ts'

export const related = tool({
  name: 'related',
  title: 'Related themes and instruments',
  description:
    'Co-occurrence: the themes and instruments that share stories with one theme or one instrument, with counts, share, lift (1: as chance has it) and mutual information. By default over the 30 days up to its newest story.',
  input: z.strictObject({
    theme: z.string().min(1).max(200).optional().describe('theme id; or give a symbol'),
    symbol: z.string().min(1).max(40).optional().describe('NVDA, BRK.B, 005930.KS, SPX, US10Y; or give a theme'),
    sort: z.enum(['stories', 'lift']).default('stories').describe('by stories shared, or by lift'),
    min_stories: z.int().min(1).max(10_000).default(2).describe('stories shared, at least'),
    ...inputs.when,
    limit: z.int().min(1).max(100).default(15).describe('how many of each at most; found says how many there are'),
  }),
  output: z.object({ related: Related }),
  async run(client, { theme, symbol, ...query }) {
    if ((theme === undefined) === (symbol === undefined)) {
      throw new ThemewireError('bad-request', 'give a theme or a symbol, one of them')
    }
    return {
      related:
        theme === undefined
          ? await client.relatedToInstrument(symbol!, query)
          : await client.relatedToTheme(theme, query),
    }
  },
  says({ related: { label, id, stories, allStories, from, to, themes, instruments, found } }) {
    const lines = (what: 'themes' | 'instruments', rows: typeof themes) => [
      `${what}: ${shown({ found: found[what], returned: rows.length, next: null }, what)}`,
      ...rows.map(
        (row) =>
          `- ${row.label} [${row.id}]: ${row.together} stories together of ${row.stories}, lift ${row.lift.toFixed(2)}`,
      ),
    ]
    return [
      `${label} [${id}]: ${stories} of ${allStories} stories${from && to ? `, ${from} to ${to}` : ''}`,
      ...lines('themes', themes),
      ...lines('instruments', instruments),
    ]
      .map(plain)
      .join('\n')
  },
})
