/** The filters that commands share with the HTTP API, as flags: `--tickers NVDA,MSFT` is `?tickers=NVDA,MSFT`. */
import { Option, type Command } from 'commander'
import { ThemewireError } from '../errors.ts'

/** flag → [parameter of the API, what it is] */
const filters = {
  tickers: ['tickers', 'symbols, any of them: NVDA,MSFT'],
  'tickers-all': ['tickers.all', 'symbols, all of them in one article'],
  themes: ['themes', 'theme ids, any of them'],
  'themes-all': ['themes.all', 'theme ids, all of them in one article'],
  kinds: ['kinds', 'kinds of finding: instrument,move,rate,policy_event,theme,stance,quote,table'],
  from: ['time_from', 'published at or after: 2026-01-28, 2026-01-28T16:00:00Z or 20260128T1600'],
  to: ['time_to', 'published before'],
  'as-of': ['as_of', 'as it was known at this moment'],
  sort: ['sort', 'latest, earliest or relevance'],
  limit: ['limit', 'how many, at most 1000'],
  cursor: ['cursor', 'where to go on: the cursor of the page before'],
  'min-relevance': ['min_relevance', 'relevance, 0..1'],
  'sentiment-from': ['sentiment_gte', 'sentiment score at least, −1..1'],
  'sentiment-to': ['sentiment_lte', 'sentiment score at most, −1..1'],
  article: ['article', 'id of an article'],
  status: ['status', 'how it stands; a wrong one lists them all'],
  sources: ['sources', 'site names or hosts'],
  language: ['language', 'language, such as en'],
  issuer: ['issuer', 'central banks: FED,ECB'],
  subject: ['subject', 'subjects: US10Y,US_CPI'],
  type: ['type', 'types, any of them; a wrong one lists them all'],
  basis: ['basis', 'actual, previous, expected, hypothetical'],
  actor: ['actor', 'who acts: FED,ECB'],
  interval: ['interval', 'length of one step'],
  timezone: ['timezone', 'IANA time zone that days are counted in'],
  'group-by': ['group_by', 'a series for each of these'],
  groups: ['groups', 'how many groups, most told first; at most 50'],
  'min-stories': ['min_stories', 'with --related: stories shared, at least'],
  days: ['days', 'with --like: published at most so many days before or after'],
} as const satisfies Record<string, readonly [string, string]>
export type Filter = keyof typeof filters

/** Values of the flags that have few, for help and completions. */
const choices: { readonly [F in Filter]?: readonly string[] } = { interval: ['hour', 'day', 'week', 'month'] }

export function withFilters(command: Command, ...names: Filter[]): Command {
  for (const name of names) {
    const kind = name === 'from' || name === 'to' || name === 'as-of' ? 'time' : 'value'
    const option = new Option(`--${name} <${kind}>`, filters[name][1])
    command.addOption(choices[name] === undefined ? option : option.choices(choices[name]))
  }
  return command
}

export const groupBy = (...members: string[]): Option =>
  new Option('--group-by <what>', filters['group-by'][1]).choices(members)

/** What only a series has, asks for one. */
export const isSeries = (flags: Readonly<Record<string, unknown>>): boolean =>
  ['timeline', 'groupBy', 'interval', 'timezone', 'groups'].some((flag) => flags[flag] !== undefined)

/** For flags that say more of one thing, given without it. */
export const needsOne = (flags: string, example: string): ThemewireError =>
  new ThemewireError('usage', flags, { hint: `name it: ${example}` })

/** The API's parameters from a command's flags; the server validates them. */
export function queryOf(flags: Record<string, unknown>): Record<string, string> {
  const query: Record<string, string> = {}
  for (const [name, [parameter]] of Object.entries(filters)) {
    const value = flags[name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())]
    if (typeof value === 'string') query[parameter] = value
  }
  return query
}

const flagFor = (parameter: string): string | undefined =>
  Object.entries(filters).find(([, [name]]) => name === parameter)?.[0]
const isParameter = (name: string): boolean => flagFor(name) !== undefined
const flagOf = (parameter: string): string => `--${flagFor(parameter) ?? parameter.replaceAll('_', '-')}`

/** What the API says about its parameters and routes, said about flags and commands. */
export function inFlags(text: string): string {
  const at = text.indexOf(': ')
  if (at > 0 && isParameter(text.slice(0, at)))
    return `${flagOf(text.slice(0, at))}${text.slice(at).replace(/\b(?:group_by|sentiment_gte)\b/, flagOf)}`
  const none = /^there is no parameter "([^"]+)"$/.exec(text)?.[1]
  if (none !== undefined) return `${flagOf(none)} does not go with this`
  const takes = /^this route takes: (.+)$/.exec(text)?.[1]
  if (takes !== undefined) return `what does: ${takes.split(', ').map(flagOf).join(', ')}`
  if (text === 'this route takes no parameters') return 'it takes no filters'
  if (text === 'see /openapi.json') return '`themewire help COMMAND` says what a command takes'
  if (text.startsWith('use `meta.next`')) return 'use the cursor that the page before printed, with the same filters'
  return text
    .replace(/^GET \/v1\/queue\/failed lists/, '`themewire queue --failed` lists')
    .replace(/^GET \/v1\/phrase-decisions lists/, '`themewire themes decisions` lists')
    .replace(/^GET \/v1\/emerging lists/, '`themewire themes emerging` lists')
    .replace(/^GET \/v1\/feeds lists/, '`themewire feeds list` lists')
    .replace(/^GET \/v1\/([a-z]+) lists/, '`themewire $1` lists')
}
