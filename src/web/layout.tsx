/** The frame of every page: navigation and one main part. */
import type { Child, FC } from 'hono/jsx'
import type { Links } from '../digest/render-html.tsx'
import { foundOf } from '../query/found.ts'
import { styleHref } from './style.ts'

export const links: Links = {
  theme: (id) => `/themes/${encodeURIComponent(id)}`,
  instrument: (symbol) => `/instruments/${encodeURIComponent(symbol)}`,
  article: (id, finding) =>
    `/articles/${encodeURIComponent(id)}${finding === undefined ? '' : `?finding=${encodeURIComponent(finding)}#evidence`}`,
}

type Place = readonly [href: string, name: string]
const places: readonly Place[] = [
  ['/', 'Digest'],
  ['/themes', 'Themes'],
  ['/instruments', 'Instruments'],
  ['/rates', 'Rates'],
  ['/policy', 'Policy'],
  ['/stories', 'Stories'],
  ['/articles', 'Articles'],
  ['/findings', 'Findings'],
  ['/search', 'Search'],
  ['/alerts', 'Alerts'],
  ['/feeds', 'Feeds'],
  ['/queue', 'Queue'],
]

const about: readonly Place[] = [
  ['/definitions', 'What the numbers mean'],
  ['/reference', 'HTTP API'],
  ['/digests', 'All digests'],
  ['/digests.atom', 'Atom feed'],
  ['/digests.json', 'JSON feed'],
]

const Places: FC<{ places: readonly Place[]; at: string | undefined }> = ({ places, at }) => (
  <>
    {places.map(([href, name]) => (
      <li>
        <a href={href} aria-current={href === at ? 'page' : undefined}>
          {name}
        </a>
      </li>
    ))}
  </>
)

/** `script`: the address of our own, where a page has one. */
export const Layout: FC<{ title: string; at?: string; script?: string; children?: Child }> = ({
  title,
  at,
  script,
  children,
}) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · Themewire`}</title>
      <link rel="stylesheet" href={styleHref} />
      <link rel="icon" href="data:," />
      <link rel="alternate" type="application/atom+xml" title="Market themes" href="/digests.atom" />
      <link rel="alternate" type="application/feed+json" title="Market themes" href="/digests.json" />
      {script && <script src={script} defer></script>}
    </head>
    <body>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <nav class="nav" aria-label="Pages">
        <ul>
          <li class="name">Themewire</li>
          <Places places={places} at={at} />
        </ul>
      </nav>
      <main class="page" id="main">
        {children}
      </main>
      <footer class="foot">
        <nav aria-label="About">
          <ul>
            <Places places={about} at={at} />
          </ul>
        </nav>
      </footer>
    </body>
  </html>
)

/** The first of a list; the others folded away. */
export const Folded: FC<{ rows: readonly Child[]; shown: number; what: string }> = ({ rows, shown, what }) => (
  <>
    {rows.slice(0, shown)}
    {rows.length > shown && (
      <details>
        <summary>
          {rows.length - shown} {what}
        </summary>
        {rows.slice(shown)}
      </details>
    )}
  </>
)

/** The way to the next page of a list, where there is one. */
export const Onward: FC<{ path: string; query: Readonly<Record<string, string>>; next: string | null }> = ({
  path,
  query,
  next,
}) =>
  next === null ? (
    <></>
  ) : (
    <nav class="pages" aria-label="More">
      <a href={`${path}?${new URLSearchParams({ ...query, cursor: next }).toString()}`}>Further on →</a>
    </nav>
  )

/** What to know about an answer, such as a ticker that nothing is about. */
export const Notes: FC<{ meta: { readonly notes?: readonly string[] } }> = ({ meta: { notes = [] } }) => (
  <>
    {notes.map((note) => (
      <p class="said">{`${note.charAt(0).toUpperCase()}${note.slice(1)}.`}</p>
    ))}
  </>
)

interface Found {
  readonly found: number
  readonly atLeast?: true
  readonly returned: number
}

/** What a list says when `found` is more than it shows and it cannot go on. */
export const shownOf = (meta: Found): string =>
  meta.returned < meta.found ? `the first ${meta.returned} of ${foundOf(meta)}` : inAll(meta)
export const inAll = (meta: Omit<Found, 'returned'>): string => `${foundOf(meta)} in all`
