/**
 * Every query of the API on made-up stores: 200,000 articles with two million findings in PostgreSQL, 20,000 in the embedded
 * database. Fails when a query takes longer than its limit at the 95th percentile, or reads a large table from end to end.
 * THEMEWIRE_BENCH_ONLY: families whose name contains it; THEMEWIRE_BENCH_STORE: `postgres` or `embedded` alone.
 */
import { openAsked, type Asked } from './query/ask.ts'
import { largeTables, planOf, type Statement } from './query/plans.ts'
import { requestFamilies, type Family } from './query/requests.ts'
import { embeddedStore, postgresStore, type Place } from './query/stores.ts'

interface Limits {
  readonly request: number
  readonly digest: number
}

const only = process.env['THEMEWIRE_BENCH_ONLY'] ?? ''
const stores = process.env['THEMEWIRE_BENCH_STORE'] ?? 'postgres embedded'

export async function run(): Promise<void> {
  if (stores.includes('postgres')) {
    const place = await postgresStore(200_000)
    if (place) await measure(200_000, place, { request: 100, digest: 2000 })
    else console.log('  PostgreSQL is not installed: skipped')
  }
  if (stores.includes('embedded')) {
    await measure(20_000, await embeddedStore(20_000), { request: 250, digest: 3000 })
  }
}

async function measure(articles: number, place: Place, limits: Limits): Promise<void> {
  const engine = place.databaseUrl === undefined ? 'embedded' : 'PostgreSQL'
  console.log(
    `  ${engine}, ${articles} articles; milliseconds, limits ${limits.request} and for digests ${limits.digest} at p95`,
  )
  console.log(`  ${'asked for'.padEnd(34)}${'p50'.padStart(7)}${'p95'.padStart(7)}${'max'.padStart(7)}  indexes`)
  const asked = await openAsked(place)
  try {
    for (const family of requestFamilies(articles).filter(({ name }) => name.includes(only))) {
      const times = (await timesOf(asked, family)).sort((a, b) => a - b)
      const { indexes, whole } = await plansOf(asked, asked.statements())
      const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))]!
      const slow = at(0.95) > limits[family.limit]
      const wrong = [slow ? 'TOO SLOW' : '', whole.length > 0 ? `READS WHOLE: ${whole.join(', ')}` : ''].filter(Boolean)
      const figures = [at(0.5), at(0.95), times.at(-1)!].map((time) => time.toFixed(0).padStart(7)).join('')
      console.log(`  ${family.name.padEnd(34)}${figures}  ${[...wrong, indexes.join(' ')].join(' · ')}`)
      if (wrong.length > 0) process.exitCode = 1
    }
  } finally {
    await asked.close()
  }
}

/** Each path once, and the page after it. The first is asked beforehand, for whatever is loaded then. */
async function timesOf({ ask }: Asked, { paths }: Family): Promise<number[]> {
  await ask(paths[0]!)
  const times: number[] = []
  for (const path of paths) {
    const { took, next } = await ask(path)
    times.push(took)
    if (next !== null) times.push((await ask(next)).took)
  }
  return times
}

async function plansOf(
  { pool }: Asked,
  statements: readonly Statement[],
): Promise<{ indexes: string[]; whole: string[] }> {
  const [indexes, whole] = [new Set<string>(), new Set<string>()]
  const asked = new Map(statements.map((statement) => [`${statement.sql}${statement.parameters.length}`, statement]))
  for (const statement of asked.values()) {
    if (!/^\s*(?:select|with)/i.test(statement.sql)) continue
    const plan = await planOf(pool, statement)
    plan.indexes.forEach((name) => indexes.add(name))
    plan.whole.forEach((name) => largeTables.includes(name) && whole.add(name))
  }
  return { indexes: [...indexes].sort(), whole: [...whole].sort() }
}
