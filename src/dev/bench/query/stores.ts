/** The stores that queries are measured on: made once, kept in the temporary folder, made anew when what is made has changed. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../../store/connect.ts'
import { asAdmin, databaseUrlOf, postgresPrograms, startPostgres } from '../../private-server.ts'
import { inventedArticle } from './article.ts'
import { fillStore } from './fill.ts'

/** As `openStore` takes it. */
export interface Place {
  readonly folder: string
  readonly databaseUrl: string | undefined
}

/** Null where PostgreSQL is not installed. */
export async function postgresStore(articles: number): Promise<Place | null> {
  const programs = postgresPrograms()
  if (programs === null) return null
  const { folder, isFull, isFilled } = keptIn('postgres', articles)
  // Another bench may be running there.
  const runs = await asAdmin(folder, 'SELECT 1').then(
    () => true,
    () => false,
  )
  if (!runs) await startPostgres(programs, folder, { keep: true })
  const place = { folder: join(folder, 'unused'), databaseUrl: databaseUrlOf(folder, 'synthetic') }
  if (!isFull) {
    await asAdmin(folder, 'CREATE DATABASE synthetic')
    await fill(place, articles)
    isFilled()
  }
  return place
}

export async function embeddedStore(articles: number): Promise<Place> {
  const { folder, isFull, isFilled } = keptIn('embedded', articles)
  const place = { folder: join(folder, 'store'), databaseUrl: undefined }
  if (!isFull) {
    await fill(place, articles)
    isFilled()
  }
  return place
}

function keptIn(kind: string, articles: number): { folder: string; isFull: boolean; isFilled: () => void } {
  const folder = join(tmpdir(), `themewire-bench-${kind}-${articles}`)
  const mark = join(folder, 'made')
  const isFull = existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint(articles)
  if (!isFull) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return { folder, isFull, isFilled: () => writeFileSync(mark, fingerprint(articles)) }
}

/** Of what is made: of some articles, and how rows are written. Raise the number when that changes. */
const fingerprint = (articles: number): string =>
  createHash('sha256')
    .update(JSON.stringify([3, ...[0, 1, 2, 3, 4].map((place) => inventedArticle(place * 1000, articles))]))
    .digest('hex')

async function fill(place: Place, articles: number): Promise<void> {
  const store = await openStore({ ...place, connections: 2 })
  const from = performance.now()
  try {
    const sessions = store.kind === 'postgres' ? 2 : 1
    const told = (done: number): void => {
      if (done % 20_000 === 0) console.error(`  ${done} articles made, ${seconds(from)} s`)
    }
    await fillStore(store.db, articles, { sessions, told })
  } finally {
    await store.close()
  }
  console.error(`  ${articles} articles in ${seconds(from)} s`)
}

const seconds = (from: number): number => Math.round((performance.now() - from) / 1000)
