/** Every number of a digest, computed anew from what the API lists: findings, articles and stories, and nothing else. */
import { rows, type Client } from '../../src/client/client.ts'
import type { Digest } from '../../src/digest/digest.ts'
import { daysBefore, windowsBefore, type Window } from '../../src/digest/window.ts'
import type { ArticleRow, FindingRow } from '../../src/query.ts'

type RowOf<K extends FindingRow['kind']> = Extract<FindingRow, { kind: K }>

async function all<T>(listed: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const row of listed) list.push(row)
  return list
}

export interface Told {
  readonly findings: FindingRow[]
  readonly articles: ArticleRow[]
}

export async function toldIn(client: Client, { from, to }: Window): Promise<Told> {
  const window = { time_from: from, time_to: to, limit: 1000, sort: 'earliest' } as const
  return {
    findings: await all(rows((query) => client.findings(query), window)),
    articles: await all(rows((query) => client.articles(query), { ...window, status: ['analyzed'] })),
  }
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000
const ofKind = <K extends FindingRow['kind']>({ findings }: Told, kind: K): RowOf<K>[] =>
  findings.filter((row): row is RowOf<K> => row.kind === kind)
const storiesOf = (told: Told): number => new Set(told.articles.map((article) => article.storyId)).size

interface Score {
  readonly story: string
  readonly article: string
  readonly relevance: number
  readonly score: number
}

/** One a story: that of its most relevant article. */
function scores(found: readonly (RowOf<'theme'> | RowOf<'instrument'>)[]): Score[] {
  const best = new Map<string, Score>()
  for (const { source, value } of found) {
    const one = {
      story: source.storyId!,
      article: source.articleId,
      relevance: value.relevance,
      score: value.sentiment.score,
    }
    const other = best.get(one.story)
    const better =
      !other || one.relevance > other.relevance || (one.relevance === other.relevance && one.article < other.article)
    if (better) best.set(one.story, one)
  }
  return [...best.values()].sort((a, b) => (a.story < b.story ? -1 : 1))
}

function tone(told: readonly Score[]): number {
  const weight = told.reduce((sum, { relevance }) => sum + relevance, 0)
  return weight === 0 ? 0 : told.reduce((sum, { relevance, score }) => sum + relevance * score, 0) / weight
}

const themesIn = (told: Told, theme: string): RowOf<'theme'>[] =>
  ofKind(told, 'theme').filter(({ value }) => value.theme === theme)
const instrumentsIn = (told: Told, symbol: string): RowOf<'instrument'>[] =>
  ofKind(told, 'instrument').filter(({ value }) => value.symbol === symbol && value.relevance >= 0.2)
const share = (told: Told, theme: string): number | null => {
  const stories = storiesOf(told)
  return stories === 0 ? null : scores(themesIn(told, theme)).length / stories
}

/** What the digest of a window must say of its themes, instruments and counts. */
export async function recompute(client: Client, { window, previous, market }: Digest) {
  const now = await toldIn(client, window)
  const before = previous && (await toldIn(client, previous.window))
  const days = market ? daysBefore(window.from, market.zone, 30) : windowsBefore(window, 30)
  const history = await Promise.all(days.map((day) => toldIn(client, day)))
  const historyDays = history.filter((day) => storiesOf(day) > 0).length
  const month = { findings: history.flatMap((day) => day.findings), articles: [] }

  const theme = (id: string) => {
    const found = scores(themesIn(now, id))
    const attention = share(now, id) ?? 0
    const attentionBefore = before && share(before, id)
    const toldBefore = before ? scores(themesIn(before, id)) : []
    const course = history.map((day) => share(day, id))
    const shares = course.filter((one) => one !== null)
    const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length
    const deviation = Math.sqrt(shares.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (shares.length - 1))
    const baseline = shares.length < 10 ? null : round(mean)
    const comparable = baseline !== null || (before !== null && storiesOf(before) >= 3)
    const change = attentionBefore === null || !comparable ? null : round(attention - attentionBefore)
    return {
      theme: id,
      stories: found.length,
      attention: round(attention),
      change,
      momentum: baseline === null ? (change ?? round(attention)) : round(attention - baseline),
      baseline,
      zScore: baseline === null || deviation < 1e-9 ? null : round((attention - mean) / deviation),
      sentiment: round(tone(found)),
      sentimentChange: toldBefore.length === 0 ? null : round(tone(found) - tone(toldBefore)),
      standing:
        before === null && historyDays === 0
          ? null
          : toldBefore.length > 0
            ? 'continuing'
            : shares.some((one) => one > 0)
              ? 'returning'
              : 'new',
      course: [...course.reverse(), attention].map((one) => (one === null ? null : round(one))),
    }
  }
  const instrument = (symbol: string) => {
    const found = instrumentsIn(now, symbol)
    const was = before ? scores(instrumentsIn(before, symbol)) : []
    const usual = scores(instrumentsIn(month, symbol))
    const sentiment = tone(scores(found))
    return {
      symbol,
      stories: scores(found).length,
      mentions: found.reduce((sum, { value }) => sum + value.mentions, 0),
      sentiment: round(sentiment),
      sentimentChange: was.length === 0 ? null : round(sentiment - tone(was)),
      usualSentiment: historyDays < 10 || usual.length === 0 ? null : round(tone(usual)),
    }
  }
  const themes = new Set(ofKind(now, 'theme').map(({ value }) => value.theme))
  const symbols = new Set(
    ofKind(now, 'instrument').filter(({ value }) => value.relevance >= 0.2).map(({ value }) => value.symbol), // prettier-ignore
  )
  return {
    now,
    theme,
    instrument,
    counts: {
      articles: now.articles.length,
      stories: storiesOf(now),
      historyDays,
      themes: themes.size,
      instruments: symbols.size,
    },
    /** Stories with a score of at least +0.15, and of at most −0.15. */
    sides: (kind: 'theme' | 'instrument', id: string) => {
      const told = scores(kind === 'theme' ? themesIn(now, id) : instrumentsIn(now, id))
      return [told.filter(({ score }) => score >= 0.15).length, told.filter(({ score }) => score <= -0.15).length]
    },
    /** Of a fact: the distinct stories that state it. */
    statedBy: (same: (row: FindingRow) => boolean): number =>
      new Set(now.findings.filter(same).map(({ source }) => source.storyId)).size,
  }
}
