/** Tool `theme_overview`: one theme: attention and tone, who plays which part, its course, its sentences. */
import { widestFirst } from '../../digest/parties.ts'
import { z } from 'zod'
import { intervals, ThemeDetail, TimelinePoint } from '../../query.ts'
import { themeParts } from '../../types.ts'
import { FindingWithSource, inputs, pageOf } from '../shapes.ts'
import { tool } from '../tool.ts'
import { attention, findingLine, plain, roles, shown, tone } from '../words.ts'

/** As many of each as the API gives. */
const most = { roles: 10, instruments: 25 }
const mostSteps = 60

export const themeOverview = tool({
  name: 'theme_overview',
  title: 'Theme overview',
  description:
    'One theme in a span of time: share of stories, tone, winners and losers, instruments told with it, its course in time, and the sentences behind it.',
  input: z.strictObject({
    theme: z.string().min(1).max(200).describe('theme id; list_themes tells them'),
    ...inputs.when,
    interval: z.enum(intervals).default('day').describe('length of one step of the course'),
    limit: inputs.limit.describe('sentences at most'),
  }),
  output: z.object({
    theme: ThemeDetail.omit({ findings: true }).describe(
      `at most ${most.roles} of each role and ${most.instruments} instruments, those told most`,
    ),
    timeline: pageOf(TimelinePoint).describe(`the last ${mostSteps} steps; narrow time_from and time_to for others`),
    findings: pageOf(FindingWithSource).describe(
      'most relevant first; go on with search_findings: kinds ["theme"], themes [id], sort "relevance", the same times, cursor meta.next',
    ),
  }),
  async run(client, { theme: id, interval, limit, ...when }) {
    const theme = await client.theme(id, when)
    const [{ data: steps }, findings] = await Promise.all([
      client.timeline(id, { ...when, interval }),
      client.findings({ ...when, kinds: ['theme'], themes: [id], sort: 'relevance', limit }),
    ])
    const data = steps.slice(-mostSteps)
    return { theme, timeline: { data, meta: { found: steps.length, returned: data.length, next: null } }, findings }
  },
  says({ theme, timeline, findings }) {
    const { data, meta } = findings
    const parties = { ...theme, ...widestFirst(theme) }
    const parts = themeParts.map((part) => roles(part, parties[part]))
    return [
      `${theme.label} [${theme.theme}]: ${theme.stories} stories, ${attention(theme.attention)}, ${tone(theme.sentiment)}`,
      ...parts,
      roles('told with', theme.instruments),
      isCut(theme) ? `(Only the ${most.roles} of each role and ${most.instruments} instruments told most.)` : '',
      `Course: ${timeline.data.map((step) => step.stories).join(' ')} stories a step (${shown(timeline.meta, 'steps', 'other times')})`,
      shown({ ...meta, next: null }, 'sentences', goOn(theme.theme, meta.next)),
    ]
      .filter(Boolean)
      .map(plain)
      .concat(data.map(findingLine))
      .join('\n')
  },
})

const isCut = (theme: Omit<ThemeDetail, 'findings'>): boolean =>
  theme.instruments.length >= most.instruments || themeParts.some((part) => theme[part].length >= most.roles)

const goOn = (theme: string, next: string | null): string =>
  `search_findings with kinds ["theme"], themes ["${theme}"], sort "relevance" and cursor "${next}"`
