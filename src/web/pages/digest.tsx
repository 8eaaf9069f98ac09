/** The digest of a day, and the days there are. */
import type { FC } from 'hono/jsx'
import { DigestBody } from '../../digest/render-html.tsx'
import { digestDateAt, scheduledDate } from '../../digest/window.ts'
import { dateWords } from '../../digest/date-words.ts'
import { Layout, links } from '../layout.tsx'
import type { Page } from '../page.ts'

const show =
  (date: (request: { params: Readonly<Record<string, string>> }) => string): Page['show'] =>
  async (client, request) => {
    const { timezone } = request.query
    const digest = await client.digest(date(request), { timezone })
    const { market } = digest
    const [before, after] = [-1, 1].map((step) => (market ? scheduledDate(digest.date, step, market) : ''))
    const newest = (await client.stories({ limit: 1 })).data[0]?.publishedAt
    const goesOn = market && newest && after && after <= digestDateAt(newest, market)
    return (
      <Layout title={`Digest of ${digest.date}`} at="/">
        <nav class="days" aria-label="Days">
          <a href={`/digests/${before}`}>← {dateWords(before ?? '')}</a>
          <a href="/digests">all days</a>
          {goesOn ? <a href={`/digests/${after}`}>{dateWords(after)} →</a> : <span class="soft">the newest</span>}
        </nav>
        <DigestBody digest={digest} links={links} />
      </Layout>
    )
  }

export const latestDigestPage: Page = { path: '/', show: show(() => 'latest') }
export const digestPage: Page = { path: '/digests/:date', show: show(({ params }) => params['date'] ?? 'latest') }

export const digestsPage: Page = {
  path: '/digests',
  async show(client) {
    const [digests, latest] = await Promise.all([client.digests(), client.digest('latest')])
    const months = [...new Set([latest, ...digests].map(({ date }) => date.slice(0, 7)))].sort().reverse()
    return (
      <Layout title="Digests" at="/">
        <h1>Digests</h1>
        <p class="soft">
          Made on schedule; any other day is made when it is asked for. As a feed: <a href="/digests.atom">Atom</a>,{' '}
          <a href="/digests.json">JSON Feed</a>.
        </p>
        {months.map((month) => (
          <Month month={month} latest={latest.date} editions={new Map(digests.map((row) => [row.date, row.edition]))} />
        ))}
      </Layout>
    )
  },
}

/** A month as a sheet of weeks; days up to the latest lead to their digest, those that were kept are framed. */
const Month: FC<{ month: string; latest: string; editions: ReadonlyMap<string, number> }> = ({
  month,
  latest,
  editions,
}) => (
  <div class="scroll" tabindex={0} role="region" aria-label={dateWords(month)}>
    <table class="month">
      <caption>{dateWords(month)}</caption>
      <thead>
        <tr>
          {['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr>
            {week.map((date) => (
              <td>
                {date !== null && date > latest && <span class="soft">{Number(date.slice(8))}</span>}
                {date !== null && date <= latest && (
                  <a
                    href={`/digests/${date}`}
                    class={editions.has(date) || date === latest ? 'kept' : undefined}
                    aria-label={`Digest of ${dateWords(date)}`}
                  >
                    {Number(date.slice(8))}
                  </a>
                )}
                {date !== null && (editions.get(date) ?? 0) > 1 && (
                  <span class="soft"> edition {editions.get(date)}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** Weeks from Monday on; null outside the month. */
function weeksOf(month: string): (string | null)[][] {
  const first = new Date(`${month}-01T00:00:00Z`)
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const blank = (first.getUTCDay() + 6) % 7
  return Array.from({ length: Math.ceil((blank + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const day = week * 7 + weekday - blank + 1
      return day < 1 || day > days ? null : `${month}-${String(day).padStart(2, '0')}`
    }),
  )
}
