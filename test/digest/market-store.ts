/** A store with twelve days of invented market news, analysed by hand, saved the way a worker saves it. */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { addArticle, saveAnalysis } from '../../src/store/articles.ts'
import { openStore, type Store } from '../../src/store/connect.ts'
import type { Database } from '../../src/store/schema.ts'
import type { Analysis, Finding, Role, Span, ThemePart } from '../../src/types.ts'

export const timezone = 'America/New_York'
/** The day the digest is about; it is a Friday. */
export const date = '2026-03-13'
export const market = { close: '16:00', zone: timezone, weekend: true }

type Draft = {
  [K in Finding['kind']]: Pick<Extract<Finding, { kind: K }>, 'kind' | 'value' | 'evidence'>
}[Finding['kind']]
type At = (quote: string) => Span[]

export interface Told {
  readonly slug: string
  readonly site?: string
  readonly title: string
  readonly text: string
  /** ISO 8601, or a day; null: undated. */
  readonly at: string | null
  readonly says: (at: At) => Draft[]
}

const tone = (score: number) => ({
  probabilities: { positive: (1 + score) / 2, neutral: 0, negative: (1 - score) / 2 },
  score,
  label: score >= 0 ? ('positive' as const) : ('negative' as const),
})
const labels: Record<string, string> = {
  rotation: 'Rotation',
  'oil-supply': 'Oil supply',
  'rate-path': 'Path of rates',
}
export const theme = (
  id: string,
  relevance: number,
  score: number,
  evidence: Span[],
  roles: Partial<Record<ThemePart, Role[]>> = {},
): Draft => ({
  kind: 'theme',
  value: {
    theme: id,
    label: labels[id] ?? id,
    relevance,
    sentiment: tone(score),
    from: [],
    to: [],
    winners: [],
    losers: [],
    ...roles,
  },
  evidence,
})
export const equity = (symbol: string, name: string, relevance: number, score: number, evidence: Span[]): Draft => ({
  kind: 'instrument',
  value: {
    symbol,
    exchange: 'NYSE',
    name,
    type: 'equity',
    relevance,
    sentiment: tone(score),
    mentions: evidence.length,
  },
  evidence,
})
const day = (from: string) => ({ from, to: from, precision: 'day' as const })

const opening = ['Trading was thin at first', 'Volumes were heavy', 'The session began slowly', 'Buyers came in late']
/** One story on oil a day, and one that no theme claims; rotation on every third day. */
const background: Told[] = Array.from({ length: 11 }, (_, i) => String(i + 2).padStart(2, '0')).flatMap((d, i) => [
  {
    slug: `oil-${d}`,
    title: `Crude ${i % 2 ? 'gains' : 'slips'} for the ${i + 1}. time`,
    text: `${opening[i % 4]!} on day ${d}. Crude producers weighed plan number ${i * 37} of their output council, tankers ${i * 11} and ${i * 13} stayed in port. Depot ${d} held ${100 + i * 7} barrels.`,
    at: `2026-03-${d}T14:00:00-05:00`,
    says: (at: At) => [theme('oil-supply', 0.8, i % 2 ? 0.3 : -0.4, at('Crude producers weighed'))],
  },
  {
    slug: `notes-${d}`,
    title: `Notes from desk ${i * 17}`,
    text: `Harbor Bank opened branch ${i * 29} near quay ${d}. Staff of ${i + 40} moved in, said clerk number ${i * 3}. ${opening[(i + 1) % 4]!}.`,
    at: `2026-03-${d}T10:00:00-05:00`,
    says: (at: At) => [
      equity('HRBK', 'Harbor Bank', 0.6, 0.2, at('Harbor Bank')),
      ...(i % 3 === 0 ? [theme('rotation', 0.5, 0.1, at(`Staff of ${i + 40} moved in`))] : []),
    ],
  },
])

const rotation =
  'Money left chip makers and went into lenders on Friday, in the largest shift of the year. Harbor Bank rose 3 percent to 41.20 after its results. Lumen Devices fell for a fourth day, though its orders grew. "We sell what we know," said a fund manager in Basel who asked not to be named.'
export const today: Told[] = [
  {
    slug: 'money-leaves-chips',
    site: 'ledger.example',
    title: 'Money leaves chip makers for lenders',
    text: rotation,
    at: '2026-03-13T15:30:00-04:00',
    says: (at) => [
      theme(
        'rotation',
        1,
        0.4,
        at('Money left chip makers and went into lenders on Friday, in the largest shift of the year.'),
        {
          from: [{ name: 'chip makers' }],
          to: [{ symbol: 'XLF', name: 'lenders' }],
          winners: [{ symbol: 'HRBK', name: 'Harbor Bank' }],
        },
      ),
      equity('HRBK', 'Harbor Bank', 0.9, 0.7, at('Harbor Bank')),
      equity('LUMD', 'Lumen Devices', 0.6, -0.6, at('Lumen Devices')),
      {
        kind: 'move',
        value: { subject: 'HRBK', direction: 'up', percent: 3, level: 41.2, basis: 'actual' },
        evidence: at('Harbor Bank rose 3 percent'),
      },
    ],
  },
  {
    slug: 'money-leaves-chips-again',
    site: 'mirror.example',
    title: 'Money leaves chip makers for lenders',
    text: rotation,
    at: '2026-03-13T15:45:00-04:00',
    says: (at) => [theme('rotation', 0.7, -0.9, at('Money left chip makers'))],
  },
  {
    slug: 'small-firms',
    site: 'wire.example',
    title: 'Small firms join the rally',
    text: 'Shares of small firms climbed as the rotation widened. Dealers spoke of full order books in Oslo, Leeds and Porto.',
    at: '2026-03-13T12:00:00-04:00',
    says: (at) => [
      theme('rotation', 0.6, 0.9, at('Shares of small firms climbed as the rotation widened.'), {
        to: [{ name: 'small firms' }],
      }),
    ],
  },
  {
    slug: 'fed-holds',
    site: 'wire.example',
    title: 'Fed holds and waits',
    text: 'The Federal Reserve kept its target range at 3.50 to 3.75 percent on Friday. Two members voted against. The bank meets again on April 29.',
    at: '2026-03-13T14:00:00-04:00',
    says: (at) => [
      theme('rate-path', 1, 0.1, at('kept its target range')),
      {
        kind: 'rate',
        value: {
          type: 'policy_rate',
          issuer: 'FED',
          low: 3.5,
          high: 3.75,
          unit: 'percent',
          action: 'hold',
          changeBps: 0,
          date: day(date),
          basis: 'actual',
        },
        evidence: at('3.50 to 3.75 percent'),
      },
      {
        kind: 'policy_event',
        value: {
          type: 'rate_decision',
          actor: 'FED',
          jurisdiction: 'US',
          action: 'hold',
          title: 'Fed holds',
          date: day(date),
          status: 'happened',
          details: [],
          rate: { low: 3.5, high: 3.75, changeBps: 0 },
          vote: { for: 10, against: 2, dissenters: [] },
        },
        evidence: at('kept its target range at 3.50 to 3.75 percent'),
      },
      {
        kind: 'policy_event',
        value: {
          type: 'rate_decision',
          actor: 'FED',
          jurisdiction: 'US',
          action: 'decision',
          title: 'Fed meets',
          date: day('2026-04-29'),
          status: 'scheduled',
          details: [],
        },
        evidence: at('The bank meets again on April 29.'),
      },
    ],
  },
  {
    slug: 'range-kept',
    site: 'ledger.example',
    title: 'No change from the Fed',
    text: 'Officials left borrowing costs alone, at 3.50 to 3.75 percent, as all economists had thought they would do this spring.',
    at: '2026-03-13',
    says: (at) => [
      {
        kind: 'rate',
        value: {
          type: 'policy_rate',
          issuer: 'FED',
          low: 3.5,
          high: 3.75,
          unit: 'percent',
          date: null,
          basis: 'actual',
        },
        evidence: at('3.50 to 3.75 percent'),
      },
    ],
  },
  {
    slug: 'cup-final',
    site: 'wire.example',
    title: 'Rovers win the cup',
    text: 'A late goal settled the final before a full house, and the keeper lifted the trophy in the rain.',
    at: '2026-03-13T12:30:00-04:00',
    says: () => [],
  },
  {
    slug: 'undated',
    site: 'blog.example',
    title: 'What rotations teach',
    text: 'Rotations come and go, and each of them feels like the first one to whoever is caught in the middle of it.',
    at: null,
    says: (at) => [theme('rotation', 1, 0, at('Rotations come and go'))],
  },
]

/** What the outside may send: everything in it is only ever text. */
export const hostile = {
  slug: 'hostile',
  site: '<img src=x onerror=alert(1)>',
  title: '<script>alert(1)</script> *bold* [link](javascript:alert(1)) \u001b[31mred & “quoted”',
  text: '# Heading <b onclick="x">bold</b> &lt;i&gt; ](http://evil.example/) `code` | cell *star* by Harbor Bank\n\n"><script>alert(2)</script> ends it.',
  at: '2026-03-13T11:00:00-04:00',
  says: (at) => [
    theme('"><script>alert(3)</script>', 0.9, -0.5, at('# Heading <b onclick="x">bold</b>'), {
      to: [{ name: '<i>it</i>' }],
    }),
    equity('EV<IL', '<u>Evil</u> & Sons', 0.5, -0.2, at('"><script>alert(2)</script>')),
  ],
} satisfies Told

export const idOf = new Map<string, string>()

export async function tell(db: Kysely<Database>, told: Told): Promise<string> {
  const url = `https://${/^[a-z.]+$/.test(told.site ?? '') ? told.site! : 'desk.example'}/${told.slug}`
  const now = told.at === null ? '2026-03-14T06:00:00Z' : new Date(Date.parse(told.at) + 3_600_000).toISOString()
  const { id } = await addArticle(db, { url, backfill: false, now })
  await saveAnalysis(db, { id, analysis: analysisOf(id, url, told), fetchedAt: now, now })
  idOf.set(told.slug, id)
  return id
}

export function analysisOf(id: string, url: string, told: Told): Analysis {
  const at: At = (quote) => {
    const start = told.text.indexOf(quote)
    if (start < 0) throw new Error(`"${quote}" is not in ${told.slug}`)
    return [{ start, end: start + quote.length, quote }]
  }
  return {
    id,
    article: {
      url,
      canonicalUrl: url,
      title: told.title,
      authors: ['A. Writer'],
      siteName: told.site ?? 'desk.example',
      publishedAt: told.at,
      publishedPrecision: told.at === null ? null : told.at.length === 10 ? 'day' : 'instant',
      language: 'en',
      text: told.text,
      tables: '',
      wordCount: told.text.split(/\s+/).length,
      contentHash: createHash('sha256').update(`${told.title}\n${told.text}`).digest('hex'),
    },
    findings: told.says(at).map((draft, i) => ({
      ...draft,
      id: createHash('sha256').update(`${id}|${i}`).digest('hex').slice(0, 16),
      rule: 'by-hand',
      confidence: 0.9,
    })),
    version: { themewire: '0.0.0-test', pipeline: 'by-hand@1', models: 'none' },
  }
}

export async function emptyStore(): Promise<{ store: Store; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'themewire-digest-'))
  const store = await openStore({ folder })
  return {
    store,
    close: async () => {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function fill(db: Kysely<Database>, articles: readonly Told[] = [...background, ...today]): Promise<void> {
  for (const told of articles) await tell(db, told)
}
export { background }
