/** Counts requests and how long they took, per route, for /metrics. */
import { performance } from 'node:perf_hooks'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { ApiEnv } from './endpoint.ts'

const buckets = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10]

interface Tally {
  readonly method: string
  readonly route: string
  readonly status: number
  count: number
  seconds: number
  /** Requests that took no longer than each bucket. */
  readonly within: number[]
}

/** One per app. */
export interface RequestMetrics {
  readonly count: MiddlewareHandler<ApiEnv>
  readonly tallies: () => Iterable<Tally>
}

export function requestMetrics(): RequestMetrics {
  const tallies = new Map<string, Tally>()
  return {
    tallies: () => tallies.values(),
    count: async (c, next) => {
      const start = performance.now()
      await next()
      // The route, never the path: a path would make a new series for every address that is tried.
      const last = routePath(c, -1)
      const route = last.endsWith('*') ? 'none' : last
      const method = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(c.req.method) ? c.req.method : 'other'
      const key = `${method} ${route} ${c.res.status}`
      const tally = tallies.get(key) ?? {
        method,
        route,
        status: c.res.status,
        count: 0,
        seconds: 0,
        within: buckets.map(() => 0),
      }
      tallies.set(key, tally)
      const seconds = (performance.now() - start) / 1000
      tally.count += 1
      tally.seconds += seconds
      buckets.forEach((bucket, at) => {
        if (seconds <= bucket) tally.within[at] = (tally.within[at] ?? 0) + 1
      })
    },
  }
}

/** The tallies as Prometheus text. */
export function requestLines(metrics: RequestMetrics): string[] {
  const name = 'themewire_http_request_duration_seconds'
  const lines = [`# HELP ${name} Time to answer a request.`, `# TYPE ${name} histogram`]
  for (const { method, route, status, count, seconds, within } of metrics.tallies()) {
    const labels = `method="${method}",route="${route}",status="${status}"`
    buckets.forEach((bucket, at) => lines.push(`${name}_bucket{${labels},le="${bucket}"} ${within[at]}`))
    lines.push(
      `${name}_bucket{${labels},le="+Inf"} ${count}`,
      `${name}_sum{${labels}} ${seconds}`,
      `${name}_count{${labels}} ${count}`,
    )
  }
  return lines
}
