/** GET /metrics: counts for Prometheus, in its text format 0.0.4. */
import { createRoute, z } from '@hono/zod-openapi'
import { version } from '../../version.ts'
import { endpoint } from '../endpoint.ts'
import { requestLines } from '../request-metrics.ts'

const route = createRoute({
  method: 'get',
  path: '/metrics',
  tags: ['about'],
  operationId: 'metrics',
  summary: 'Metrics for Prometheus: jobs, articles, requests, memory',
  request: { query: z.strictObject({}) },
  responses: {
    200: {
      description: 'Prometheus text format',
      content: { 'text/plain; version=0.0.4': { schema: z.string() } },
    },
  },
})

export const metrics = endpoint(route, async (c) => {
  const { store, queues } = c.var.context
  const [states, articles] = await Promise.all([
    queues.state(),
    store.db
      .selectFrom('article')
      .select(['status', (count) => count.fn.countAll().as('count')])
      .groupBy('status')
      .orderBy('status')
      .execute(),
  ])
  const lines = [
    ...gauge('themewire_info', 'The version that runs.', [[{ version }, 1]]),
    ...gauge(
      'themewire_queue_jobs',
      'Jobs in a queue, by state.',
      states.flatMap(({ queue, waiting, active, delayed, failed }) =>
        Object.entries({ waiting, active, delayed, failed }).map(
          ([state, count]) => [{ queue, state }, count] as const,
        ),
      ),
    ),
    '# HELP themewire_queue_jobs_completed_total Jobs done.',
    '# TYPE themewire_queue_jobs_completed_total counter',
    ...states.map(({ queue, completed }) => sample('themewire_queue_jobs_completed_total', { queue }, completed)),
    ...gauge(
      'themewire_articles',
      'Articles, by how far they have got.',
      articles.map(({ status, count }) => [{ status }, Number(count)]),
    ),
    ...gauge('process_resident_memory_bytes', 'Resident memory.', [[{}, process.memoryUsage.rss()]]),
    ...gauge('process_start_time_seconds', 'Start of this process since the epoch.', [
      [{}, Math.round(Date.now() / 1000 - process.uptime())],
    ]),
    ...requestLines(c.var.requests),
  ]
  const text: string = lines.join('\n') + '\n'
  return c.text(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' })
})

type Labels = Record<string, string>

const gauge = (name: string, help: string, samples: readonly (readonly [Labels, number])[]): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} gauge`,
  ...samples.map(([labels, value]) => sample(name, labels, value)),
]

function sample(name: string, labels: Labels, value: number): string {
  const written = Object.entries(labels).map(([key, text]) => `${key}="${escape(text)}"`)
  return `${name}${written.length > 0 ? `{${written.join(',')}}` : ''} ${value}`
}

const escape = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
