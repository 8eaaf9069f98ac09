/** Where things are and how much of them: environment variables and flags, read once. Every variable is a row of `variables`. */
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ThemewireError } from './errors.ts'

export interface Config {
  /** The embedded database's folder; unused when `databaseUrl` is set. */
  readonly folder: string
  readonly databaseUrl: string | undefined
  readonly redisUrl: string | undefined
  readonly pipelineFile: string
  readonly modelsFolder: string
  readonly host: string
  readonly port: number
  /** Ask for a token even where only this machine can call, as behind a proxy. */
  readonly askForToken: boolean
  /** Sent to servers; made by `themewire tokens add` where they run. */
  readonly token: string | undefined
  /** Requests a minute for each token; 0 for no limit. */
  readonly rateLimit: number
  /** Pages of these origins may call the API. */
  readonly corsOrigins: readonly string[]
  /** Whether whole texts of articles are served, or only titles, links and quoted evidence. */
  readonly serveText: (typeof textSwitch)[number]
  /** Worker threads for analysis. */
  readonly threads: number
  /** Fetches under way at once, over all hosts. */
  readonly fetches: number
  /** Hosts that may be fetched though they are private (`127.0.0.1:8080`); for demonstrations and tests. */
  readonly allowHosts: readonly string[]
  readonly userAgent: string
  /** Milliseconds between two requests to one host. */
  readonly hostDelayMs: number
  /** Milliseconds one analysis may take. */
  readonly analysisLimitMs: number
  readonly logLevel: string
}

/** `loopback`: where only this machine can call. */
const textSwitch = ['loopback', 'always', 'never'] as const

/** name, what it is, default: the configuration table of the README. */
export const variables = [
  ['THEMEWIRE_DATA', 'folder of the embedded database', './themewire-data'],
  ['DATABASE_URL', 'PostgreSQL 15 or later instead of the embedded database', 'none'],
  ['REDIS_URL', 'Redis for the queues instead of PostgreSQL; needs DATABASE_URL', 'none'],
  ['THEMEWIRE_PIPELINE', 'pipeline file', 'pipelines/market-news.yml of the package'],
  ['THEMEWIRE_MODELS', 'models folder', 'models/ of the package'],
  ['THEMEWIRE_HOST', 'address that `up` listens on', '127.0.0.1'],
  ['THEMEWIRE_PORT', 'port that `up` listens on', '8321'],
  ['THEMEWIRE_ASK_FOR_TOKEN', '`yes`: `up` asks for a token on 127.0.0.1 too, as behind a proxy', 'no'],
  ['THEMEWIRE_TOKEN', 'token that commands send to a server', 'none'],
  ['THEMEWIRE_RATE_LIMIT', 'requests a minute that each token may make; 0: any number', '600'],
  ['THEMEWIRE_CORS_ORIGINS', 'origins whose pages may call the API, separated by commas', 'none'],
  [
    'THEMEWIRE_SERVE_TEXT',
    'whole texts of articles are served: `loopback` (where only this machine can call), `always`, `never` (titles, links and evidence only)',
    'loopback',
  ],
  ['THEMEWIRE_THREADS', 'worker threads for analysis', 'number of cores'],
  ['THEMEWIRE_FETCHES', 'fetches under way at once', '8'],
  ['THEMEWIRE_ALLOW_HOSTS', 'private hosts that may be fetched, host:port separated by commas', 'none'],
  ['THEMEWIRE_USER_AGENT', 'User-Agent of fetches; keep a contact in it', 'themewire (+https://github.com/themewire)'],
  ['THEMEWIRE_HOST_DELAY_MS', 'milliseconds between two requests to one host', '1000'],
  ['THEMEWIRE_ANALYSIS_LIMIT_MS', 'milliseconds one analysis may take', '20000'],
  ['THEMEWIRE_LOG', 'log level: silent, error, warn, info, debug', 'info'],
] as const satisfies readonly (readonly [string, string, string])[]
type Variable = (typeof variables)[number][0]

export const packageFolder = fileURLToPath(new URL('..', import.meta.url))

/** Reads the configuration; `overrides` (flags) win over the environment. Throws `usage` for a value that makes no sense. */
export function readConfig(overrides: Partial<Config> = {}, env: NodeJS.ProcessEnv = process.env): Config {
  const text = (name: Variable): string | undefined => env[name] || undefined
  const whole = (name: Variable, fallback: number, low: number, high: number): number => {
    const value = text(name) === undefined ? fallback : Number(text(name))
    if (!Number.isInteger(value) || value < low || value > high) {
      throw new ThemewireError('usage', `${name} is "${text(name)}", which is no whole number from ${low} to ${high}`, {
        hint: `set it to a number, or unset it for the default of ${fallback}`,
      })
    }
    return value
  }
  const oneOf = <T extends string>(name: Variable, choices: readonly T[], fallback: T): T => {
    const value = text(name) ?? fallback
    if (!(choices as readonly string[]).includes(value)) {
      throw new ThemewireError('usage', `${name} is "${value}", which is none of ${choices.join(', ')}`)
    }
    return value as T
  }
  const list = (name: Variable): string[] => (text(name) ?? '').split(',').filter(Boolean)
  const config: Config = {
    folder: resolve(text('THEMEWIRE_DATA') ?? 'themewire-data'),
    databaseUrl: text('DATABASE_URL'),
    redisUrl: text('REDIS_URL'),
    pipelineFile: resolve(text('THEMEWIRE_PIPELINE') ?? `${packageFolder}/pipelines/market-news.yml`),
    modelsFolder: resolve(text('THEMEWIRE_MODELS') ?? `${packageFolder}/models`),
    host: text('THEMEWIRE_HOST') ?? '127.0.0.1',
    port: whole('THEMEWIRE_PORT', 8321, 0, 65_535),
    askForToken: oneOf('THEMEWIRE_ASK_FOR_TOKEN', ['yes', 'no'], 'no') === 'yes',
    token: text('THEMEWIRE_TOKEN'),
    rateLimit: whole('THEMEWIRE_RATE_LIMIT', 600, 0, 1_000_000),
    corsOrigins: list('THEMEWIRE_CORS_ORIGINS').map(originOf),
    serveText: oneOf('THEMEWIRE_SERVE_TEXT', textSwitch, 'loopback'),
    threads: whole('THEMEWIRE_THREADS', availableParallelism(), 1, 256),
    fetches: whole('THEMEWIRE_FETCHES', 8, 1, 256),
    allowHosts: list('THEMEWIRE_ALLOW_HOSTS'),
    userAgent: text('THEMEWIRE_USER_AGENT') ?? 'themewire (+https://github.com/themewire)',
    hostDelayMs: whole('THEMEWIRE_HOST_DELAY_MS', 1000, 0, 3_600_000),
    analysisLimitMs: whole('THEMEWIRE_ANALYSIS_LIMIT_MS', 20_000, 100, 600_000),
    logLevel: text('THEMEWIRE_LOG') ?? 'info',
    ...overrides,
  }
  if (config.redisUrl && !config.databaseUrl) {
    throw new ThemewireError(
      'usage',
      'REDIS_URL is set without DATABASE_URL: the embedded database serves one process only',
      {
        hint: 'set DATABASE_URL too, or unset REDIS_URL',
      },
    )
  }
  return config
}

function originOf(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : null
  if (url !== null && /^https?:$/.test(url.protocol) && `${url.pathname}${url.search}` === '/') return url.origin
  throw new ThemewireError('usage', `THEMEWIRE_CORS_ORIGINS: "${written}" is no origin`, {
    hint: 'write it such as https://desk.example, without a path',
  })
}
