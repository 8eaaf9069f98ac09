/** A table, on pages and in a digest. Its first column names the row. On a narrow screen it scrolls by itself, or its rows become blocks. */
import type { Child, FC } from 'hono/jsx'

export interface Head {
  readonly text: string
  readonly number?: boolean
}
/** Columns of numbers among those of words: `heads('Theme', '#Stories', 'Tone')`. */
export const heads = (...names: readonly string[]): Head[] =>
  names.map((name) => (name.startsWith('#') ? { text: name.slice(1), number: true } : { text: name }))

/** Heads that are terms, and where each is explained. */
export const explained: Readonly<Record<string, string>> = {
  Stories: 'story',
  Attention: 'attention',
  Tone: 'sentiment',
  Usually: 'usual-level',
  'z-score': 'z-score',
  Moves: 'moves',
  Basis: 'rates',
  'Times chance': 'together',
}

/** A term, linked to what it means. `means`: where the definitions stand, up to the term's own anchor. */
export const Term: FC<{ name: string; means: string; anchor?: string | undefined }> = ({
  name,
  means,
  anchor = explained[name],
}) =>
  anchor === undefined ? (
    <>{name}</>
  ) : (
    <a class="term" href={`${means}${anchor}`}>
      {name}
    </a>
  )

/** In a digest, which brings its definitions along; and on the pages. */
export const meansHere = '#means-'
const meansThere = '/definitions#'

/** `narrow`: `stack` puts a cell on each line, under its head; `dense` sets short cells side by side. `quiet` is said instead of no rows. */
export const Table: FC<{
  label: string
  heads: readonly Head[]
  rows: readonly (readonly Child[])[]
  quiet?: string
  narrow?: 'stack' | 'dense'
  means?: string
}> = ({ label, heads, rows, quiet, narrow, means = meansThere }) =>
  rows.length === 0 && quiet !== undefined ? (
    <p class="quiet">{quiet}</p>
  ) : (
    <div class={['scroll', narrow].filter(Boolean).join(' ')} tabindex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col" class={head.number ? 'number' : undefined}>
                <Term name={head.text} means={means} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th scope="row">{cell}</th>
                ) : (
                  <td class={heads[column]?.number ? 'number' : undefined} data-head={heads[column]?.text}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
