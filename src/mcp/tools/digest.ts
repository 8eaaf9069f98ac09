/** Tool `digest`: a day in its facts: themes, rates, policy, instruments, what lies ahead; each section as long as asked for. */
import { z } from 'zod'
import { Digest, DigestFact, DigestInstrument, type Quoted } from '../../digest/digest.ts'
import { sourceOf } from '../../digest/date-words.ts'
import { emergingOf } from '../../digest/digest-words.ts'
import { factOf, standingOf } from '../../digest/fact-words.ts'
import { percent } from '../../digest/words.ts'
import { FindingWithSource } from '../shapes.ts'
import { tool } from '../tool.ts'
import { plain, shown, tone } from '../words.ts'

const Fact = DigestFact.extend({ finding: FindingWithSource })
const Instrument = DigestInstrument.extend({ moves: z.array(Fact) })
const { themes, disagreements, emerging, fading, counts } = Digest.shape
/** The lists of a digest, in the order they are read, and the tool that gives all of one for the same window. */
const lists = {
  themes,
  rates: z.array(Fact),
  policy: z.array(Fact),
  calendar: z.array(Fact),
  movers: z.array(Instrument),
  instruments: z.array(Instrument),
  disagreements,
  emerging,
  fading,
} as const
type Section = keyof typeof lists
const sections = Object.keys(lists) as [Section, ...Section[]]
const wholeBy: { readonly [S in Section]?: string } = {
  themes: 'list_themes',
  rates: 'rates',
  policy: 'policy_events',
  calendar: 'policy_events',
  instruments: 'search_findings',
}

const section = <S extends Section>(name: S) =>
  z.object({ found: z.int(), returned: z.int(), data: lists[name] }).optional()

export const digest = tool({
  name: 'digest',
  title: 'Digest of a day',
  description:
    'What a day of market news says: a lead sentence, themes against their usual attention, rates and policy, events ahead, instruments, disagreements, with quotes and links.',
  input: z.strictObject({
    date: z.string().max(20).default('latest').describe('YYYY-MM-DD, or latest: the newest whole day with articles'),
    timezone: z.string().max(60).optional().describe("IANA time zone of the day; default: the pipeline file's"),
    sections: z
      .array(z.enum(sections))
      .min(1)
      .default([...sections])
      .describe('which lists; all unless told'),
    limit: z.int().min(1).max(200).default(8).describe('how many of each list at most; found says how many there are'),
  }),
  output: z.object({
    digest: Digest.pick({ date: true, timezone: true, window: true, lead: true, counts: true, freshness: true }),
    sections: z.object({
      themes: section('themes'),
      rates: section('rates'),
      policy: section('policy'),
      calendar: section('calendar'),
      movers: section('movers'),
      instruments: section('instruments'),
      disagreements: section('disagreements'),
      emerging: section('emerging'),
      fading: section('fading'),
    }),
  }),
  async run(client, { date, timezone, sections: wanted, limit }) {
    const whole = await client.digest(date, { timezone })
    const cut = (name: Section) => {
      const data = whole[name].slice(0, limit)
      // A digest keeps the first of long lists and counts them all.
      const found = name in counts.shape ? whole.counts[name as keyof typeof whole.counts] : whole[name].length
      return { found: Math.max(found, data.length), returned: data.length, data }
    }
    return { digest: whole, sections: Object.fromEntries(wanted.map((name) => [name, cut(name)])) }
  },
  says({ digest: { date, timezone, window, lead, counts: many }, sections: given }, { sections: wanted, limit }) {
    const lines = [
      `${date}, ${window.from} to ${window.to} (${timezone}): ${lead}`,
      `${many.articles} articles, ${many.stories} stories.`,
    ]
    for (const name of wanted) {
      const one = given[name]
      if (!one) continue
      const onward = `${wholeBy[name]} with time_from "${window.from}" and time_to "${window.to}"`
      const more = one.returned === limit || !wholeBy[name] ? 'a higher limit' : onward
      lines.push(
        '',
        `${name}: ${shown({ ...one, next: null }, 'entries', more)}`,
        ...linesOf[name](one.data as never, many),
      )
    }
    return lines.map(plain).join('\n')
  },
})

type Rows<S extends Section> = z.output<(typeof lists)[S]>
const linesOf: { [S in Section]: (rows: Rows<S>, told: { readonly stories: number }) => string[] } = {
  themes: (rows, { stories }) =>
    rows.map(
      (row) =>
        `- ${row.label} [${row.theme}]: ${row.stories} of ${stories} stories${row.zScore === null ? '' : `, z ${row.zScore}`}, ${tone(row.sentiment)}${quoted(row.quotes[0])}`,
    ),
  rates: (rows) => rows.map(factLine),
  policy: (rows) => rows.map(factLine),
  calendar: (rows) => rows.map(factLine),
  movers: (rows) => rows.map(instrumentLine),
  instruments: (rows) => rows.map(instrumentLine),
  disagreements: (rows) =>
    rows.map(
      ({ about, positive, negative }) =>
        `- ${about.label} [${about.id}]: ${positive.stories} stories well, ${negative.stories} badly${quoted(positive.quote)}${quoted(negative.quote)}`,
    ),
  emerging: (rows) => rows.map((row) => `- ${row.phrase}: ${emergingOf(row)}${quoted(row.quotes[0])}`),
  fading: (rows) =>
    rows.map((row) => `- ${row.label} [${row.theme}]: ${percent(row.attentionBefore)} of stories before`),
}

const instrumentLine = (row: Rows<'instruments'>[number]): string =>
  `- ${row.name} (${row.symbol}): ${row.stories} stories, ${tone(row.sentiment)}${quoted(row.quote)}`

const factLine = ({ finding, quote, stories }: Rows<'rates'>[number]): string =>
  `- ${[factOf(finding), standingOf(finding)].filter(Boolean).join('; ')} (${stories} stories)${quoted({ quote, source: finding.source })}`

const quoted = (one: Pick<Quoted, 'quote' | 'source'> | undefined): string =>
  one === undefined ? '' : ` — “${one.quote}” (${[sourceOf(one), one.source.url].filter(Boolean).join(', ')})`
