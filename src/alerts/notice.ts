/** What a rule notices when an article arrives: the subject, a title made of facts, the figures and the findings it rests on. */
import type { Kysely } from 'kysely'
import type { AlertRule, RuleOf } from '../alert-rules.ts'
import { factOf } from '../digest/fact-words.ts'
import { percent, signed } from '../digest/words.ts'
import type { FindingRow } from '../query.ts'
import {
  storiesByDay,
  storiesOfDecision,
  strongest,
  toneBetween,
  type Arrival,
  type Subject,
} from '../store/alert-figures.ts'
import { isCoolingDown, type NewAlert } from '../store/alerts.ts'
import type { Database } from '../store/schema.ts'
import { usualOf } from './usual.ts'

export interface News extends Arrival {
  /** Themes, instruments and policy events of the article. */
  readonly findings: readonly FindingRow[]
  /** ISO 8601. */
  readonly now: string
}

export type Notice = Pick<NewAlert, 'subject' | 'title' | 'figures' | 'evidence'> & {
  /** What makes it one event: an alert of the same rule, subject and event is the same alert. */
  readonly event: string
}

type Notices<K extends AlertRule['on']> = (db: Kysely<Database>, rule: RuleOf<K>, news: News) => Promise<Notice[]>

const day = 86_400_000
const before = (moment: string, ms: number): string => new Date(Date.parse(moment) - ms).toISOString()
const mostEvidence = 3
const round = (value: number): number => Math.round(value * 10_000) / 10_000

const themesOf = ({ findings }: News) => findings.filter((row) => row.kind === 'theme')
const instrumentsOf = ({ findings }: News) => findings.filter((row) => row.kind === 'instrument')
const keyOf = (row: FindingRow) => ({ article: row.source.articleId, finding: row.id })

const themeSpike: Notices<'theme-spike'> = async (db, rule, news) => {
  const notices: Notice[] = []
  const told = themesOf(news).filter(({ value }) => rule.theme === undefined || value.theme === rule.theme)
  for (const { value } of told) {
    const subject = value.theme
    if (await isSilent(db, rule, subject, news)) continue
    const counts = await storiesByDay(db, { subject: { theme: subject }, moment: news.now, days: 31 })
    const stories = counts.find(({ window }) => window === 0)?.stories ?? 0
    if (stories < rule.stories) continue
    const all = await storiesByDay(db, { subject: null, moment: news.now, days: 31 })
    const { attention, usual, zScore } = usualOf(counts, all)
    if (usual === null) continue
    const ratio = usual === 0 ? null : attention / usual
    const spikes = (rule.z !== undefined && zScore !== null && zScore >= rule.z) ||
      (rule.ratio !== undefined && (ratio === null || ratio >= rule.ratio)) // prettier-ignore
    if (!spikes) continue
    notices.push({
      subject,
      event: news.storyId,
      title: `${value.label}: ${percent(attention)} of the stories of 24 hours, usually ${percent(usual)}`,
      figures: {
        stories,
        attention: round(attention),
        usualAttention: round(usual),
        zScore: zScore === null ? null : round(zScore),
        ratio: ratio === null ? null : round(ratio),
      },
      evidence: await evidenceOf(db, { theme: subject }, news),
    })
  }
  return notices
}

const sentimentSwing: Notices<'sentiment-swing'> = async (db, rule, news) => {
  const { theme, ticker } = rule
  const hit = theme === undefined
    ? instrumentsOf(news).find(({ value }) => value.symbol === ticker)
    : themesOf(news).find(({ value }) => value.theme === theme) // prettier-ignore
  if (!hit) return []
  const [subject, name] = hit.kind === 'theme' ? [hit.value.theme, hit.value.label] : [hit.value.symbol, hit.value.name]
  if (await isSilent(db, rule, subject, news)) return []
  const about: Subject = hit.kind === 'theme' ? { theme: subject } : { ticker: subject }
  const since = before(news.now, day)
  const now = await toneBetween(db, about, { from: since, to: news.now })
  const then = await toneBetween(db, about, { from: before(news.now, 8 * day), to: since })
  const swing = now.score - then.score
  if (now.stories < rule.stories || then.stories < rule.stories || Math.abs(swing) < rule.by) return []
  return [
    {
      subject,
      event: news.storyId,
      title: `${name}: tone ${signed(now.score)} over 24 hours, ${signed(then.score)} in the week before`,
      figures: {
        sentiment: round(now.score),
        stories: now.stories,
        sentimentBefore: round(then.score),
        storiesBefore: then.stories,
        change: round(swing),
      },
      evidence: await evidenceOf(db, about, news),
    },
  ]
}

/** A decision told with a day further from its report than this is an old one, told again. */
const daysBetween = 3

const decision: Notices<'decision'> = async (db, rule, news) => {
  const notices: Notice[] = []
  for (const row of news.findings) {
    if (row.kind !== 'policy_event' || row.value.type !== 'rate_decision' || row.value.status !== 'happened') continue
    const { actor: bank, action, date, rate } = row.value
    if (bank === null || !(rule.banks?.includes(bank) ?? true)) continue
    if (rule.actions && !(rule.actions as readonly string[]).includes(action)) continue
    const published = news.publishedAt!
    if (date !== null && (date.precision !== 'day' || !isNear(date.from, published))) continue
    const told = await storiesOfDecision(db, { bank, action, from: before(news.now, day), to: news.now })
    if (told < rule.stories) continue
    notices.push({
      subject: bank,
      event: `${date?.from ?? published.slice(0, 10)} ${action}`,
      title: factOf(row),
      figures: {
        action,
        low: rate?.low ?? null,
        high: rate?.high ?? null,
        changeBps: rate?.changeBps ?? null,
        date: date?.from ?? null,
        stories: told,
      },
      evidence: [keyOf(row)],
    })
  }
  return notices
}

const isNear = (date: string | null, published: string): boolean =>
  date === null || Math.abs(Date.parse(date) - Date.parse(published.slice(0, 10))) <= daysBetween * day

const tickerWithTheme: Notices<'ticker-with-theme'> = (_db, rule, news) => {
  const relevant = ({ value }: { value: { relevance: number } }): boolean => value.relevance >= rule.relevance
  const instrument = instrumentsOf(news).find((row) => row.value.symbol === rule.ticker && relevant(row))
  const theme = themesOf(news).find((row) => row.value.theme === rule.theme && relevant(row))
  if (!instrument || !theme) return Promise.resolve([])
  return Promise.resolve([
    {
      subject: rule.ticker,
      event: news.storyId,
      title: `${instrument.value.name} (${rule.ticker}) with ${theme.value.label}`,
      figures: {
        theme: rule.theme,
        instrumentSentiment: round(instrument.value.sentiment.score),
        themeSentiment: round(theme.value.sentiment.score),
      },
      evidence: [keyOf(instrument), keyOf(theme)],
    },
  ])
}

const notices = {
  'theme-spike': themeSpike,
  'sentiment-swing': sentimentSwing,
  decision,
  'ticker-with-theme': tickerWithTheme,
} as const

/** What a rule finds worth saying about an article; nothing has been stored. */
export const noticesOf = (db: Kysely<Database>, rule: AlertRule, news: News): Promise<Notice[]> =>
  (notices[rule.on] as Notices<AlertRule['on']>)(db, rule, news)

const isSilent = (db: Kysely<Database>, rule: AlertRule, subject: string, { now }: News): Promise<boolean> =>
  isCoolingDown(db, { rule: rule.name, subject, since: before(now, rule.cooldown) })

const evidenceOf = (db: Kysely<Database>, subject: Subject, { now }: News) =>
  strongest(db, subject, { from: before(now, day), to: now, most: mostEvidence })
