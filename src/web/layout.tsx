/** The frame of every page: navigation, one main part, nothing that runs. */
import type { Child, FC } from 'hono/jsx'
import type { Links } from '../digest/render-html.tsx'
import { styleHref } from './style.ts'

export const links: Links = {
  theme: (id) => `/themes/${encodeURIComponent(id)}`,
  instrument: (symbol) => `/instruments/${encodeURIComponent(symbol)}`,
  article: (id) => `/articles/${encodeURIComponent(id)}`,
}

const places: readonly (readonly [href: string, name: string])[] = [
  ['/', 'Digest'],
  ['/themes', 'Themes'],
  ['/instruments', 'Instruments'],
  ['/rates', 'Rates'],
  ['/policy', 'Policy'],
  ['/articles', 'Articles'],
  ['/search', 'Search'],
  ['/alerts', 'Alerts'],
  ['/queue', 'Queue'],
]

export const Layout: FC<{ title: string; at?: string; children?: Child }> = ({ title, at, children }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · Themewire`}</title>
      <link rel="stylesheet" href={styleHref} />
      <link rel="icon" href="data:," />
      <link rel="alternate" type="application/atom+xml" title="Market themes" href="/digests.atom" />
      <link rel="alternate" type="application/feed+json" title="Market themes" href="/digests.json" />
    </head>
    <body>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <nav class="nav" aria-label="Pages">
        <ul>
          <li class="name">Themewire</li>
          {places.map(([href, name]) => (
            <li>
              <a href={href} aria-current={href === at ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="page" id="main">
        {children}
      </main>
    </body>
  </html>
)

export interface Head {
  readonly text: string
  readonly number?: boolean
}

/** A table that scrolls by itself on a narrow screen; one that `stacks` turns its rows into blocks there, for long cells. */
export const Table: FC<{
  label: string
  heads: readonly Head[]
  rows: readonly (readonly Child[])[]
  quiet: string
  stacks?: boolean
}> = ({ label, heads, rows, quiet, stacks }) =>
  rows.length === 0 ? (
    <p class="quiet">{quiet}</p>
  ) : (
    <div class={stacks ? 'scroll stack' : 'scroll'} tabindex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" class={head.number ? 'number' : undefined}>
                {head.text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, i) => (
                <td class={heads[i]?.number ? 'number' : undefined} data-head={heads[i]?.text}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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

/** What a list says when `found` is more than it shows and it cannot go on. */
export const shownOf = (returned: number, found: number): string =>
  returned < found ? `the first ${returned} of ${found}` : `${found} in all`
