/** Findings that a person has marked wrong, for whoever mends the rules; marking one, and taking a mark back. */
import type { FC } from 'hono/jsx'
import { momentWords } from '../../digest/date-words.ts'
import { Quote } from '../../digest/render-html.tsx'
import type { MarkRow } from '../../query.ts'
import { Do, Field, Said } from '../form.tsx'
import { inWords } from '../in-words.ts'
import { Layout, links, Onward, shownOf } from '../layout.tsx'
import type { Action, Page } from '../page.ts'

export const marksPage: Page = {
  path: '/marks',
  async show(client, { query: { said, ...query }, mayWrite }) {
    const { data, meta } = await client.marks({ limit: 50, ...query })
    return (
      <Layout title="Marked wrong" at="/findings">
        <h1>Marked wrong</h1>
        <Said words={{ unmarked: 'The mark is taken back: the finding counts again.' }} said={said} />
        <p class="soft">
          Findings that a person has marked wrong. They count nowhere, and stay here for whoever mends the rules.{' '}
          {data.length > 0 && `Latest first, ${shownOf(meta)}.`}
        </p>
        {data.length === 0 && (
          <p class="quiet">Nothing is marked. A finding can be marked on the page of its article.</p>
        )}
        <ul class="facts">
          {data.map((row) => (
            <li>
              <Marked row={row} mayWrite={mayWrite} />
            </li>
          ))}
        </ul>
        <Onward path="/marks" query={query} next={meta.next} />
      </Layout>
    )
  },
}

/** One mark: what was said, in which words, who marked it when and why. */
export const Marked: FC<{ row: MarkRow; mayWrite: boolean; here?: boolean }> = ({ row, mayWrite, here }) => (
  <>
    <div class="head">
      <span class="kind">{row.kind.replace('_', ' ')}</span>
      <strong>{inWords(row)}</strong>
      {!row.mark.found && <span class="tag">no longer found</span>}
    </div>
    {here ? (
      <blockquote>
        <p>{row.evidence[0]?.quote}</p>
      </blockquote>
    ) : (
      <Quote quoted={{ quote: row.evidence[0]?.quote ?? '', source: row.source }} links={links} />
    )}
    <p>
      {row.mark.reason}{' '}
      <span class="soft">
        {[row.mark.by, `${momentWords(row.mark.markedAt, 'UTC')} UTC`, `rule ${row.rule}`].filter(Boolean).join(' · ')}
      </span>
    </p>
    {mayWrite && (
      <Do
        to={unmarkAction.path}
        label="Take the mark back"
        about={inWords(row)}
        fields={{ finding: row.id, ...(here ? { article: row.source.articleId } : {}) }}
      />
    )}
  </>
)

/** Folded away beside a finding. */
export const MarkForm: FC<{ finding: string; about: string; caller: string | null }> = ({ finding, about, caller }) => (
  <details class="marking">
    <summary aria-label={`Mark as wrong: ${about}`}>Mark as wrong</summary>
    <form method="post" action={markAction.path} class="search">
      <input type="hidden" name="finding" value={finding} />
      <Field label="What is wrong with it">
        <input name="reason" required maxlength={1000} />
      </Field>
      {caller === null && (
        <Field label="Your name, if you like">
          <input name="by" maxlength={100} autocomplete="name" />
        </Field>
      )}
      <button>Mark as wrong</button>
    </form>
  </details>
)

export const markAction: Action = {
  path: '/marks',
  async act(client, { form, caller }) {
    const by = caller ?? form['by']?.[0]
    const reason = form['reason']?.[0] ?? ''
    const { source } = await client.markFinding(form['finding']?.[0] ?? '', { reason, ...(by ? { by } : {}) })
    return { to: `${links.article(source.articleId)}?said=marked#marked` }
  },
}

export const unmarkAction: Action = {
  path: '/marks/back',
  async act(client, { form }) {
    const { source } = await client.unmarkFinding(form['finding']?.[0] ?? '')
    return {
      to: form['article'] ? `${links.article(source.articleId)}?said=unmarked#findings` : '/marks?said=unmarked',
    }
  },
}
