/** Builds the digest of a day from the store. Derived and reproducible: the same store gives the same bytes. */
import type { Kysely } from 'kysely'
import { listArticles } from '../store/articles.ts'
import { attentionByWindow } from '../store/attention.ts'
import { listFindings, listPolicyEvents } from '../store/findings.ts'
import { leftOutOf } from '../store/left-out.ts'
import type { Database } from '../store/schema.ts'
import type { ArticleRow, FindingRow } from '../query.ts'
import type { Digest, DigestFact } from './digest.ts'
import { everyRow } from './every-row.ts'
import { emergingPhrases } from './emerging.ts'
import { calendarAfter, policyOf, ratesOf, type FactDraft } from './facts.ts'
import { instrumentsOf } from './instruments.ts'
import { leadOf } from './lead.ts'
import { quotingFor } from './quoting.ts'
import { fadingThemes, historyOf, themesOf } from './themes.ts'
import { dayWindow, shiftDate } from './window.ts'

export interface DigestRequest {
  /** YYYY-MM-DD */
  readonly date: string
  /** IANA */
  readonly timezone: string
}

/** Days before the day itself that attention is compared with. */
export const historyDays = 30
/** How far back the announcement of a coming event may lie, in days. */
const announcedWithin = 30

/** Throws `bad-request` for a date or zone that does not exist. */
export async function buildDigest(db: Kysely<Database>, { date, timezone }: DigestRequest): Promise<Digest> {
  const windows = Array.from({ length: historyDays + 1 }, (_, i) => dayWindow(date, timezone, i))
  const window = windows[0]!
  const day = { time_from: window.from, time_to: window.to, sort: 'earliest' as const }
  const history = historyOf(await attentionByWindow(db, windows), windows.length)
  const earlierDays = [...history.all.keys()].filter((earlier) => earlier > 0).length
  const articles = await everyRow((page) => listArticles(db, { ...day, status: ['analyzed'], ...page }))
  const rows = await everyRow((page) => listFindings(db, { ...day, kinds: [...kinds], ...page }))
  const announced = await everyRow((page) =>
    listPolicyEvents(db, {
      ...day,
      time_from: dayWindow(date, timezone, announcedWithin).from,
      status: ['scheduled', 'expected'],
      ...page,
    }),
  )
  const drafts = {
    themes: themesOf(rows, history),
    rates: ratesOf(rows),
    policy: policyOf(rows),
    instruments: instrumentsOf(rows),
    calendar: calendarAfter(announced, date),
  }
  const quoteOf = await quotingFor(db, quotedIn(drafts))
  const quoted = (finding: FindingRow) => ({ quote: quoteOf(finding), source: finding.source })
  const fact = (draft: FactDraft): DigestFact => ({ ...draft, quote: quoteOf(draft.finding) })
  const facts = {
    date,
    timezone,
    window,
    counts: {
      articles: articles.length,
      stories: history.all.get(0) ?? 0,
      historyDays: earlierDays,
    },
    previousDay: history.previous === null ? null : shiftDate(date, -history.previous),
    sources: sourcesOf(articles),
    themes: drafts.themes.map((theme) => ({ ...theme, quotes: theme.quotes.map(quoted) })),
    fading: fadingThemes(history),
    emerging: await emergingPhrases(db, articles, { date, timezone, historyDays: earlierDays, named: namesIn(rows) }),
    rates: drafts.rates.map(fact),
    policy: drafts.policy.map(fact),
    instruments: drafts.instruments.map((row) => ({ ...row, moves: row.moves.map(fact), quote: quoted(row.quote) })),
    calendar: drafts.calendar.map(fact),
    leftOut: await leftOutOf(db, window),
  }
  return { ...facts, lead: leadOf(facts) }
}

const kinds = ['theme', 'instrument', 'move', 'rate', 'policy_event'] as const

/** Words by which the day's instruments and themes were found: they have a name already. */
const namesIn = (rows: readonly FindingRow[]): Set<string> =>
  new Set(
    rows
      .filter((row) => row.kind === 'instrument' || row.kind === 'theme')
      .flatMap((row) => row.evidence.map((span) => span.quote.toLowerCase())),
  )

interface Drafts {
  readonly themes: readonly { readonly quotes: readonly FindingRow[] }[]
  readonly rates: readonly FactDraft[]
  readonly policy: readonly FactDraft[]
  readonly instruments: readonly { readonly quote: FindingRow; readonly moves: readonly FactDraft[] }[]
  readonly calendar: readonly FactDraft[]
}

const quotedIn = ({ themes, rates, policy, instruments, calendar }: Drafts): FindingRow[] => [
  ...themes.flatMap((theme) => theme.quotes),
  ...instruments.map((row) => row.quote),
  ...[...rates, ...policy, ...calendar, ...instruments.flatMap((row) => row.moves)].map(({ finding }) => finding),
]

function sourcesOf(articles: readonly ArticleRow[]): Digest['sources'] {
  const counts = new Map<string, number>()
  for (const { siteName, canonicalUrl, url } of articles) {
    const name = siteName ?? hostOf(canonicalUrl ?? url) ?? '(unnamed)'
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ name, articles: count }))
    .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1))
}

const hostOf = (url: string | null): string | null => (url !== null && URL.canParse(url) ? new URL(url).hostname : null)
