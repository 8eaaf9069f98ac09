/** Builds the digest of a day from the store. Derived and reproducible: the same store gives the same bytes. */
import type { Kysely } from 'kysely'
import { listArticles } from '../store/articles.ts'
import { attentionByWindow } from '../store/attention.ts'
import { leftOutOf } from '../store/left-out.ts'
import type { Database } from '../store/schema.ts'
import type { ArticleRow } from '../query.ts'
import type { Digest } from './digest.ts'
import { everyRow } from './every-row.ts'
import { calendarAfter, policyOf, ratesOf } from './facts.ts'
import { instrumentsOf } from './instruments.ts'
import { leadOf } from './lead.ts'
import { fadingThemes, themesOf } from './themes.ts'
import { dayWindow } from './window.ts'

export interface DigestRequest {
  /** YYYY-MM-DD */
  readonly date: string
  /** IANA */
  readonly timezone: string
}

/** Days before the day itself that attention is compared with. */
const historyDays = 30

/** Throws `bad-request` for a date or zone that does not exist. */
export async function buildDigest(db: Kysely<Database>, { date, timezone }: DigestRequest): Promise<Digest> {
  const window = dayWindow(date, timezone)
  const earlier = Array.from({ length: historyDays }, (_, i) => dayWindow(date, timezone, i + 1))
  const history = await attentionByWindow(db, [window, ...earlier])
  const articles = await everyRow((page) =>
    listArticles(db, { time_from: window.from, time_to: window.to, sort: 'earliest', status: ['analyzed'], ...page }),
  )
  const facts = {
    date,
    timezone,
    window,
    counts: {
      articles: articles.length,
      stories: history.find((row) => row.window === 0 && row.theme === null)?.stories ?? 0,
      historyDays: history.filter((row) => row.window > 0 && row.theme === null).length,
    },
    sources: sourcesOf(articles),
    themes: await themesOf(db, window, history),
    fading: fadingThemes(history),
    rates: await ratesOf(db, window),
    policy: await policyOf(db, window),
    instruments: await instrumentsOf(db, window),
    calendar: await calendarAfter(db, window, date),
    leftOut: await leftOutOf(db, window),
  }
  return { ...facts, lead: leadOf(facts) }
}

function sourcesOf(articles: ArticleRow[]): Digest['sources'] {
  const counts = new Map<string, number>()
  for (const { siteName } of articles)
    counts.set(siteName ?? '(unnamed)', (counts.get(siteName ?? '(unnamed)') ?? 0) + 1)
  return [...counts]
    .map(([name, count]) => ({ name, articles: count }))
    .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1))
}
