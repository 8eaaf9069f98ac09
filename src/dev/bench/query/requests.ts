/** What the store is asked: every list, timeline, series, search and digest of the API, with parameters drawn by a seed. */
import { days, hostOf, idOf, lastDay, siteOf, sourceCount } from './article.ts'
import { chanceOf, rankedBy, type Chance } from './chance.ts'
import { banks, rateSubjects, symbolCount, symbolOf, themes } from './findings.ts'

export interface Family {
  readonly name: string
  /** Milliseconds that 95 of 100 may take. */
  readonly limit: 'request' | 'digest'
  readonly paths: readonly string[]
}

const perFamily = 40
const digests = 12
const day = 86_400_000
const end = Date.parse(`${lastDay}T00:00:00Z`) + day

type Params = Record<string, string | number | undefined>
type Draw = (chance: Chance) => Params

const sourceRank = rankedBy(sourceCount, 0.9)
/** As people ask: mostly for what is told most. A small store knows no more than that. */
function namesIn(articles: number) {
  const symbolRank = rankedBy(Math.min(symbolCount, Math.ceil(articles / 40)), 0.85)
  const themeRank = rankedBy(Math.min(themes.length, Math.ceil(articles / 20)), 0.8)
  return {
    symbol: (chance: Chance): string => symbolOf(symbolRank(chance)),
    theme: (chance: Chance): string => themes[themeRank(chance)]!,
  }
}
/** Two that are not the same. */
const two = (draw: (chance: Chance) => string) => (chance: Chance) => {
  const first = draw(chance)
  let second = draw(chance)
  while (second === first) second = draw(chance)
  return `${first},${second}`
}

const iso = (time: number): string => new Date(time).toISOString()
/** No window, a day, a week, a month or a quarter, mostly of late. */
function window(chance: Chance): Params {
  const length = chance.pick([null, 1, 7, 30, 91])
  if (length === null) return {}
  const back = chance.often(0.6) ? 0 : chance.below(days - length)
  const to = end - back * day
  return { time_from: iso(to - length * day), time_to: iso(to) }
}
const sort = (chance: Chance): Params => ({ sort: chance.pick(['latest', 'latest', 'earliest', 'relevance']) })
const asOf = (chance: Chance): Params => ({ as_of: iso(end - chance.below(days) * day) })

const words = [
  'oil',
  'yields',
  'tariffs',
  '"rate cut"',
  'inflation',
  'dividend',
  'bitcoin',
  'gold',
  '"small caps"',
  'earnings',
]
const question = (chance: Chance): Params => ({
  q: chance.pick([chance.pick(words), `${chance.pick(words)} ${chance.pick(words)}`, `${chance.pick(words)} -bank`]),
})

function listsOf(articles: number): readonly [name: string, path: (chance: Chance) => string, ...draws: Draw[]][] {
  const { symbol, theme } = namesIn(articles)
  return [
    ['articles', () => '/v1/articles', window, sort],
    ['articles by ticker', () => '/v1/articles', (c) => ({ tickers: two(symbol)(c) }), window, sort],
    ['articles by theme', () => '/v1/articles', (c) => ({ themes: theme(c) }), window, sort],
    [
      'articles by ticker and theme',
      () => '/v1/articles',
      (c) => ({ 'tickers.all': symbol(c), 'themes.all': theme(c) }),
      window,
    ],
    [
      'articles by source',
      () => '/v1/articles',
      (c) => ({ sources: c.often(0.5) ? siteOf(sourceRank(c)) : hostOf(sourceRank(c)) }),
      window,
    ],
    ['articles by status', () => '/v1/articles', (c) => ({ status: c.pick(['failed', 'analyzed', 'duplicate']) })],
    ['articles as of', () => '/v1/articles', asOf, (c) => (c.often(0.5) ? { themes: theme(c) } : {})],
    ['one article', (c) => `/v1/articles/${idOf(c.below(articles))}`],
    ['articles like one', (c) => `/v1/articles/${idOf(c.below(articles))}/like`],
    ['findings', () => '/v1/findings', window, sort],
    [
      'findings by kind',
      () => '/v1/findings',
      (c) => ({ kinds: c.pick(['theme', 'instrument', 'rate', 'policy_event', 'move,quote']) }),
      window,
      sort,
    ],
    ['findings by ticker', () => '/v1/findings', (c) => ({ tickers: two(symbol)(c) }), window, sort],
    ['findings by theme', () => '/v1/findings', (c) => ({ themes: theme(c), kinds: 'theme' }), window, sort],
    [
      'findings by ticker and theme',
      () => '/v1/findings',
      (c) => ({ 'tickers.all': symbol(c), 'themes.all': theme(c) }),
      window,
    ],
    [
      'findings by score',
      () => '/v1/findings',
      (c) => ({
        ...(c.often(0.5) ? { sentiment_lte: -0.6 } : { sentiment_gte: 0.6 }),
        min_relevance: c.pick([0.5, 0.8, undefined]),
        kinds: c.pick(['theme', 'instrument', undefined]),
      }),
      window,
    ],
    [
      'findings as of',
      () => '/v1/findings',
      asOf,
      (c) => ({ kinds: 'rate', tickers: c.often(0.5) ? symbol(c) : undefined }),
    ],
    ['rates', () => '/v1/rates', window, sort],
    [
      'rates by bank',
      () => '/v1/rates',
      (c) => ({ issuer: two((d) => d.pick(banks))(c), basis: c.pick(['actual', undefined]) }),
      window,
    ],
    ['rates by subject', () => '/v1/rates', (c) => ({ subject: c.pick(rateSubjects) }), window],
    [
      'rates by type',
      () => '/v1/rates',
      (c) => ({ type: c.pick(['policy_rate', 'inflation']), basis: 'actual' }),
      window,
    ],
    ['policy events', () => '/v1/policy-events', window, sort],
    ['policy events by actor', () => '/v1/policy-events', (c) => ({ actor: c.pick([...banks, 'Congress']) }), window],
    [
      'policy events by type and status',
      () => '/v1/policy-events',
      (c) => ({
        type: c.pick(['tariff', 'rate_decision,guidance']),
        status: c.pick(['happened', 'scheduled,expected']),
      }),
      window,
    ],
    ['themes', () => '/v1/themes', window],
    ['themes by ticker', () => '/v1/themes', (c) => ({ tickers: symbol(c) }), window],
    ['one theme', (c) => `/v1/themes/${theme(c)}`, window],
    ['theme by day', (c) => `/v1/themes/${theme(c)}/timeline`, window],
    [
      'theme by hour, week or month',
      (c) => `/v1/themes/${theme(c)}/timeline`,
      (c) => {
        const { time_from, time_to } = window(c)
        if (time_from === undefined) return { interval: c.pick(['week', 'month']), timezone: 'America/New_York' }
        return { time_from, time_to, interval: c.pick(['hour', 'week', 'month']) }
      },
    ],
    ['related to a theme', (c) => `/v1/themes/${theme(c)}/related`, window],
    ['instruments', () => '/v1/instruments', window],
    ['instruments by theme', () => '/v1/instruments', (c) => ({ themes: theme(c) }), window],
    ['instruments by type', () => '/v1/instruments', (c) => ({ type: c.pick(['equity', 'index', 'etf']) }), window],
    ['one instrument', (c) => `/v1/instruments/${symbol(c)}`, window],
    ['instrument by day', (c) => `/v1/instruments/${symbol(c)}/timeline`, window],
    ['related to an instrument', (c) => `/v1/instruments/${symbol(c)}/related`, window],
    ['comparison', () => '/v1/compare', (c) => ({ themes: two(theme)(c), tickers: symbol(c) }), window],
    ['stories', () => '/v1/stories', window, sort],
    ['stories as of', () => '/v1/stories', asOf],
    ['search', () => '/v1/search', question, window],
    [
      'search, rare words',
      () => '/v1/search',
      (c) => ({ q: `${c.pick(['Corbarnor', 'Wickfensen', 'Tamlumsen'])} ${c.pick(words)}` }),
    ],
    ['digests kept', () => '/v1/digests'],
  ]
}

/** The same families and paths each time; `articles`: how many the store holds. */
export function requestFamilies(articles: number): Family[] {
  return [
    ...listsOf(articles).map(([name, path, ...draws], place): Family => ({
      name,
      limit: 'request',
      paths: drawn(place, perFamily, (chance) => {
        const params = Object.assign({}, ...draws.map((draw) => draw(chance))) as Params
        const given = Object.entries(params).flatMap(([key, value]) =>
          value === undefined ? [] : [[key, String(value)] as [string, string]],
        )
        return `${path(chance)}?${new URLSearchParams(given).toString()}`.replace(/\?$/, '')
      }),
    })),
    { name: 'digest of a day', limit: 'digest', paths: drawn(1001, digests, (c) => `/v1/digests/${dayOf(c)}`) },
    {
      name: 'digest of a day, as a page',
      limit: 'digest',
      paths: drawn(1002, digests, (c) => `/v1/digests/${dayOf(c)}?format=html`),
    },
    {
      name: 'emerging phrases',
      limit: 'digest',
      paths: drawn(1003, digests, (c) => `/v1/emerging?time_to=${dayOf(c)}`),
    },
  ]
}

const dayOf = (chance: Chance): string => iso(end - day - chance.below(days - 60) * day).slice(0, 10)
const drawn = (place: number, count: number, path: (chance: Chance) => string): string[] =>
  Array.from({ length: count }, (_, i) => path(chanceOf(place * 1000 + i)))
