/** Parameters in paths, and what to say when there is nothing by that name. */
import { z } from '@hono/zod-openapi'
import { ThemewireError } from '../errors.ts'

const where = {
  article: 'GET /v1/articles lists them',
  finding: 'GET /v1/findings lists them',
  theme: 'GET /v1/themes lists them',
  instrument: 'GET /v1/instruments lists them',
  feed: 'GET /v1/feeds lists them',
  token: 'GET /v1/tokens lists them',
  decision: 'GET /v1/phrase-decisions lists them',
} as const

/** `{id}` in a path. */
export const idOf = (what: 'article' | 'finding' | 'theme' | 'token') =>
  z.object({
    id: z
      .string()
      .max(200)
      .meta({ description: `id of the ${what}`, param: { in: 'path', name: 'id' } }),
  })

/** `{id}` of a feed, which may be its address. */
export const FeedId = z.object({
  id: z
    .string()
    .max(4096)
    .meta({ description: 'id of the feed, or its address, encoded', param: { in: 'path', name: 'id' } }),
})
export const feedBy = <T extends { id: string; url: string }>(feeds: readonly T[], id: string): T =>
  found(
    feeds.find((feed) => feed.id === id || feed.url === id),
    'feed',
    id,
  )

/** `{symbol}` in a path. */
export const Symbol = z.object({
  symbol: z
    .string()
    .max(40)
    .meta({ description: 'symbol of the instrument: BRK.B, 005930.KS, US10Y', param: { in: 'path', name: 'symbol' } }),
})

/** What was asked for, or `not-found`. */
export function found<T>(thing: T | null | undefined, what: keyof typeof where, name: string): T {
  if (thing !== null && thing !== undefined) return thing
  throw new ThemewireError('not-found', `there is no ${what} "${name}"`, { hint: where[what] })
}
