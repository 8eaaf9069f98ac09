/** Builds a digest from one snapshot of the store. Derived and reproducible: the same store gives the same bytes. */
import type { Kysely } from 'kysely'
import { listArticles } from '../store/articles.ts'
import { attentionByDay, attentionByWindow, labelsOf, readIn } from '../store/attention.ts'
import { instrumentsTold } from '../store/instruments-told.ts'
import { leftOutOf } from '../store/left-out.ts'
import type { Database } from '../store/schema.ts'
import { announcedIn, toldIn } from '../store/told.ts'
import type { Digest } from './digest.ts'
import { disagreementsOf } from './disagreements.ts'
import { emergingPhrases, type EmergingRequest } from './emerging.ts'
import { everyRow } from './every-row.ts'
import { movesOf, policyOf, ratesOf, type Stated } from './facts.ts'
import { instrumentsOf, leastRelevance, mostInstruments } from './instruments.ts'
import { leadOf } from './lead.ts'
import { digestBefore, frameOf, type DigestRequest, type Frame } from './request.ts'
import { resolverFor } from './resolve.ts'
import { apart } from './stories.ts'
import { minimumHistory } from './baseline.ts'
import { fadingThemes, historyOf, themesOf, type History, type ThemeTold } from './themes.ts'
import { daysBefore, type Window } from './window.ts'

export type { DigestRequest } from './request.ts'

/** How far back the announcement of a coming event may lie, in days. */
const announcedWithin = 30
/** Facts of a list that a digest holds; it says how many there are. */
const mostFacts = 40

/** Throws `bad-request` for a date or zone that does not exist, and for a window without length or of more than a year. */
export async function buildDigest(db: Kysely<Database>, request: DigestRequest): Promise<Digest> {
  const frame = frameOf(request)
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((snapshot) => build(snapshot, frame))
}

async function build(db: Kysely<Database>, frame: Frame): Promise<Digest> {
  const { date, timezone, market, window, days } = frame
  const previous = await digestBefore(db, frame)
  const before = previous?.window ?? null
  const read = await readIn(db, window)
  // Nothing stands in a window without length.
  const nothing = { from: window.from, to: window.from }
  const history = await historyIn(db, [window, before ?? nothing], days)
  const told = await toldOf(db, frame, before, history)
  const themes = themesOf(told.themes, history, read.older)
  const rates = ratesOf(told.rates)
  const policy = policyOf(told.policy, date)
  const calendar: Stated[] = told.ahead.map(({ told, stories, update }) => ({
    told,
    stories,
    update: before && update,
  }))
  const { mentioned, movers } = instrumentsOf(told.instruments)
  const disagreements = disagreementsOf(told.themes, told.instruments.now)
  const shown = {
    rates: rates.slice(0, mostFacts),
    policy: policy.slice(0, mostFacts),
    calendar: calendar.slice(0, mostFacts),
  }
  const resolve = await resolverFor(
    db,
    {
      themes,
      facts: [...shown.rates, ...shown.policy, ...shown.calendar],
      instruments: [...mentioned, ...movers],
      disagreements,
    },
    { older: read.older, day: frame },
  )
  const facts = {
    date,
    timezone,
    market,
    window,
    changes: null,
    counts: {
      articles: read.articles,
      stories: history.stories,
      historyDays: history.days,
      themes: history.themes.filter(({ stories }) => stories > 0).length,
      instruments: told.instruments.now.length,
      rates: rates.length,
      policy: policy.length,
      calendar: calendar.length,
    },
    freshness: read.latest === null ? null : { latest: read.latest, minutesBeforeEnd: minutes(read.latest, window.to) },
    previous,
    sources: read.sources,
    themes: themes.map(resolve.theme),
    fading: fadingThemes(history),
    emerging: await phrasesOf(db, { window, timezone, historyDays: history.days, days }),
    rates: shown.rates.map(resolve.fact),
    policy: shown.policy.map(resolve.fact),
    instruments: mentioned.map(resolve.instrument),
    movers: movers.map(resolve.instrument),
    calendar: shown.calendar.map(resolve.fact),
    disagreements: disagreements.map(resolve.disagreement),
    leftOut: await leftOutOf(db, window),
  }
  return { ...facts, lead: leadOf(facts) }
}

/** What the window tells, and what the digest before it told. */
async function toldOf(
  db: Kysely<Database>,
  { date, timezone, window, days }: Frame,
  before: Window | null,
  history: History,
) {
  const month = { from: days.at(-1)!.from, to: window.from }
  const announced = { from: daysBefore(window.to, timezone, announcedWithin).at(-1)!.from, to: window.to }
  const asked = { leastRelevance, apart }
  const instruments = await instrumentsTold(db, window, asked)
  const symbols = instruments.slice(0, mostInstruments).map(({ symbol }) => symbol)
  return {
    themes: await themesTold(db, window),
    rates: { now: await toldIn(db, 'rate', window), before: before && (await toldIn(db, 'rate', before)) },
    policy: {
      now: await toldIn(db, 'policy_event', window),
      before: before && (await toldIn(db, 'policy_event', before)),
    },
    ahead: await announcedIn(db, announced, { after: date, known: before?.to ?? window.from }),
    instruments: {
      now: instruments,
      before: before && (await instrumentsTold(db, before, { ...asked, symbols })),
      usual: history.days < minimumHistory ? null : await instrumentsTold(db, month, { ...asked, symbols }),
      moves: movesOf({
        now: await toldIn(db, 'move', window, symbols),
        before: before && (await toldIn(db, 'move', before, symbols)),
      }),
    },
  }
}

/** Attention in the window and the digest before with its tone, on the days before by counts alone. */
async function historyIn(
  db: Kysely<Database>,
  windows: readonly [now: Window, before: Window],
  days: readonly Window[],
): Promise<History> {
  const told = await attentionByWindow(db, windows)
  const earlier = await attentionByDay(db, days)
  const named = new Set(told.map(({ theme }) => theme))
  const unnamed = [...new Set(earlier.flatMap(({ theme }) => (theme === null || named.has(theme) ? [] : [theme])))]
  const labels = await labelsOf(db, unnamed, windows[0].from)
  return historyOf(
    [
      ...told,
      ...earlier.map((row) => ({
        ...row,
        window: row.window + windows.length,
        label: row.theme === null ? null : (labels.get(row.theme) ?? null),
        sentiment: null,
      })),
    ],
    days.length,
  )
}

async function themesTold(db: Kysely<Database>, window: Window): Promise<ThemeTold[]> {
  const rows = await toldIn(db, 'theme', window)
  return rows.map((row) => ({ ...row, relevance: row.value.relevance, score: row.value.sentiment.score }))
}

async function phrasesOf(db: Kysely<Database>, day: EmergingRequest): Promise<Digest['emerging']> {
  if (day.historyDays < minimumHistory) return []
  const { from, to } = day.window
  const articles = await everyRow((page) =>
    listArticles(db, { time_from: from, time_to: to, sort: 'earliest', status: ['analyzed'], ...page }),
  )
  // Followers of a story say what its first article says.
  const stories = new Set<string | null>()
  const first = articles.filter(({ storyId }) => !stories.has(storyId) && stories.add(storyId))
  return emergingPhrases(db, first, day)
}

const minutes = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 60_000)
