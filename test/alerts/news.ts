/** Invented news for alerts: eleven days in which a theme is rare, an evening on which it is not, and a bank that decides. */
import { addArticle, saveAnalysis } from '../../src/store/articles.ts'
import type { Store } from '../../src/store/connect.ts'
import { analysisOf, equity, theme, type Told } from '../digest/market-store.ts'

type Db = Store['db']

/** The evening that all is held against. */
export const evening = '2026-03-13T22:00:00.000Z'
export const later = (hours: number): string => new Date(Date.parse(evening) + hours * 3_600_000).toISOString()

const ports = ['Oslo', 'Leeds', 'Porto', 'Trieste', 'Gdansk', 'Malmo', 'Bilbao', 'Cork', 'Split', 'Varna', 'Patras']

/** Two stories a day for eleven days; on every third of them one tells of rotation, mildly. */
const background: Told[] = ports.flatMap((port, i) => {
  const date = `2026-03-${String(i + 2).padStart(2, '0')}`
  return [
    {
      slug: `quay-${i}`,
      title: `Harbor Bank at quay ${i * 17}`,
      text: `Harbor Bank opened a branch in ${port}, near quay ${i * 29}. Staff of ${i + 40} moved in as money rotates, said clerk ${i * 3}.`,
      at: `${date}T15:00:00Z`,
      says: (at) => [
        equity('HRBK', 'Harbor Bank', 0.6, 0.2, at('Harbor Bank')),
        ...(i % 3 === 0 ? [theme('rotation', 0.5, 0.1, at('money rotates'))] : []),
      ],
    },
    {
      slug: `crude-${i}`,
      title: `Tankers off ${port}`,
      text: `Number ${i * 11} of the tankers lay off ${port} all day, and crew of ${i * 7 + 9} waited while crude producers met.`,
      at: `${date}T17:00:00Z`,
      says: (at) => [theme('oil-supply', 0.8, -0.4, at('crude producers met'))],
    },
  ]
})

const leaving =
  'Money left chip makers and went into lenders on Friday, in the largest shift of the year. Harbor Bank rose 3 percent to 41.20.'
/** Two stories of four tell of rotation, and well of it; one of them twice. */
const friday: Told[] = [
  {
    slug: 'money-leaves',
    title: 'Money leaves chip makers for lenders',
    text: leaving,
    at: '2026-03-13T19:30:00Z',
    says: (at) => [
      theme('rotation', 1, 0.4, at('Money left chip makers and went into lenders on Friday')),
      equity('HRBK', 'Harbor Bank', 0.9, 0.7, at('Harbor Bank')),
    ],
  },
  {
    slug: 'money-leaves-again',
    site: 'mirror.example',
    title: 'Money leaves chip makers for lenders',
    text: leaving,
    at: '2026-03-13T21:00:00Z',
    says: (at) => [theme('rotation', 0.7, -0.9, at('Money left chip makers'))],
  },
  {
    slug: 'small-firms',
    title: 'Small firms join the rally',
    text: 'Shares of small firms climbed as the rotation widened. Dealers spoke of full order books in three cities.',
    at: '2026-03-13T16:00:00Z',
    says: (at) => [theme('rotation', 0.6, 0.9, at('Shares of small firms climbed as the rotation widened.'))],
  },
  {
    slug: 'cup-final',
    title: 'Rovers win the cup',
    text: 'A late goal settled the final before a full house, and the keeper lifted the trophy in the rain.',
    at: '2026-03-13T20:00:00Z',
    says: () => [],
  },
]

/** The Fed holds on a day, as one of many papers has it. */
export const decided = (slug: string, at: string | null, day = at?.slice(0, 10) ?? '2026-03-13'): Told => ({
  slug,
  title: `Seen from ${slug}`,
  text: `The central bank held its rate at 3.5 to 3.75 percent. So ${slug} reports from the river, where ${slug} is printed.`,
  at,
  says: (quote) => [
    {
      kind: 'policy_event',
      value: {
        type: 'rate_decision',
        actor: 'FED',
        jurisdiction: 'US',
        action: 'hold',
        title: 'Fed holds',
        date: { from: day, to: day, precision: 'day' },
        status: 'happened',
        details: [],
        rate: { low: 3.5, high: 3.75, changeBps: 0 },
        vote: { for: 10, against: 2, dissenters: [] },
      },
      evidence: quote('held its rate at 3.5 to 3.75 percent'),
    },
  ],
})

/** Saves an article as a worker would; answers its id. `read`: when it was fetched, an hour after it was published unless told. */
export async function arrive(
  db: Db,
  told: Told,
  { read, backfill = false }: { read?: string; backfill?: boolean } = {},
): Promise<string> {
  const url = `https://${told.site ?? 'desk.example'}/${told.slug}`
  const now = read ?? new Date(Date.parse(told.at!) + 3_600_000).toISOString()
  const { id } = await addArticle(db, { url, backfill, now })
  await saveAnalysis(db, { id, analysis: analysisOf(id, url, told), fetchedAt: now, now })
  return id
}

/** All of the days; ids by slug. */
export async function fillDays(db: Db): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const told of [...background, ...friday]) ids.set(told.slug, await arrive(db, told))
  return ids
}
