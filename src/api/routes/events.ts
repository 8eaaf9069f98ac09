/** GET /v1/events: new findings and progress as server-sent events; `Last-Event-ID` goes on where a reader left off. */
import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { ThemewireError } from '../../errors.ts'
import { FindingQuery, Moment } from '../../query.ts'
import { listFindings } from '../../store/findings.ts'
import { endpoint } from '../endpoint.ts'
import { follow, keyOf } from '../follow.ts'

const { kinds, tickers, themes, min_relevance, sentiment_gte, sentiment_lte } = FindingQuery.shape

const route = createRoute({
  method: 'get',
  path: '/v1/events',
  tags: ['events'],
  operationId: 'events',
  summary: 'Server-sent events: finding, article (one is done) and progress (the queues)',
  request: {
    query: z.strictObject({ kinds, tickers, themes, min_relevance, sentiment_gte, sentiment_lte }),
    headers: z.object({
      'last-event-id': z
        .string()
        .max(200)
        .optional()
        .meta({ description: 'id of the last event seen', param: { in: 'header', name: 'last-event-id' } }),
    }),
  },
  responses: {
    200: {
      description:
        'A stream that stays open. finding: a FindingRow; article: id, status, findings; progress: QueueState[]',
      content: { 'text/event-stream': { schema: z.string() } },
    },
  },
})

const everyMs = 1000
const quietMs = 15_000
const mostReaders = 100
let readers = 0

export const events = endpoint(route, (c) => {
  const { store, queues, clock, log } = c.var.context
  const query = c.req.valid('query')
  const last = c.req.valid('header')['last-event-id']
  if (last !== undefined && !Moment.safeParse(last.split('/')[0]).success) {
    throw new ThemewireError('bad-request', 'last-event-id: is no id of an event of this server')
  }
  if (readers >= mostReaders) {
    throw new ThemewireError('conflict', `${mostReaders} readers follow the events already`, {
      hint: 'try again later',
    })
  }
  const follower = follow(store.db, last ?? clock())
  // A proxy that buffers would hold events back.
  c.header('x-accel-buffering', 'no')
  return streamSSE(
    c,
    async (stream) => {
      readers += 1
      const gone = new Promise<void>((resolve) => stream.onAbort(resolve))
      let progress = ''
      let spoke = Date.now()
      try {
        await stream.write(': themewire\n\n')
        while (!stream.aborted && !stream.closed) {
          for (const analyzed of await follower.next()) {
            const id = keyOf(analyzed)
            const of = { ...query, article: analyzed.id, limit: 1000, sort: 'latest' } as const
            let findings = 0
            let cursor: string | undefined
            do {
              const { data, meta } = await listFindings(store.db, { ...of, cursor })
              for (const row of data) await stream.writeSSE({ event: 'finding', data: JSON.stringify(row) })
              findings += data.length
              cursor = meta.next ?? undefined
            } while (cursor !== undefined)
            const { analyzedAt: _, ...article } = analyzed
            // The id comes with the article, after its findings: who goes on from it has had them all.
            await stream.writeSSE({ event: 'article', data: JSON.stringify({ ...article, findings }), id })
            spoke = Date.now()
          }
          const now = JSON.stringify(await queues.state())
          if (now !== progress) {
            await stream.writeSSE({ event: 'progress', data: now })
            progress = now
            spoke = Date.now()
          } else if (Date.now() - spoke > quietMs) {
            await stream.write(': still here\n\n')
            spoke = Date.now()
          }
          await Promise.race([gone, pause(everyMs)])
        }
      } finally {
        readers -= 1
      }
    },
    (error, stream) => {
      log.warn({ err: error }, 'the event stream ended')
      return stream.close()
    },
  )
})

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
