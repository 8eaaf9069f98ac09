/** Tool `add_article`: hands in a page or text, waits until it has been read, and gives what was found in it. */
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Client } from '../../client/client.ts'
import { ThemewireError, isErrorCode } from '../../errors.ts'
import { ArticleRow } from '../../query.ts'
import { FindingWithSource, inputs, pageOf } from '../shapes.ts'
import { tool, type Call } from '../tool.ts'
import { findingLine, plain, shown } from '../words.ts'

const lookMs = 400

export const addArticle = tool({
  name: 'add_article',
  title: 'Add an article',
  description:
    'Fetches a page, or takes a text, analyses it and gives its findings. An article that is known already is not fetched again.',
  writes: true,
  input: z.strictObject({
    url: z.string().max(4096).optional().describe('address of the page; public http(s) only'),
    text: z.string().max(1_000_000).optional().describe('the text itself, without its headline'),
    title: z.string().max(2000).optional().describe('headline of a text'),
    published_at: z.string().max(100).optional().describe('ISO 8601 with offset, for a text'),
    wait_seconds: z.number().min(0).max(300).default(50).describe('how long to wait for the findings'),
    limit: inputs.limit.describe('findings at most'),
  }),
  output: z.object({
    outcome: z.enum(['queued', 'known']),
    done: z.boolean().describe('false: still waiting to be read; ask later with search_findings and its id as article'),
    article: ArticleRow,
    findings: pageOf(FindingWithSource).describe(
      'go on with search_findings: article, and cursor meta.next; sort "latest"',
    ),
  }),
  async run(client, { url, text, title, published_at: publishedAt, wait_seconds: seconds, limit }, call) {
    const [added] = await client.add({ items: [{ url, text, title, publishedAt }] })
    if (!added || added.id === null) {
      const { code, message } = added?.error ?? { code: 'internal', message: 'it was not taken' }
      throw new ThemewireError(isErrorCode(code) ? code : 'bad-request', message)
    }
    const article = await whenRead(client, added.id, seconds, call)
    const findings = await client.findings({ article: article.id, limit })
    const outcome = added.outcome === 'known' ? ('known' as const) : ('queued' as const)
    return { outcome, done: isDone(article), article, findings }
  },
  says({ done, article, findings: { data, meta } }) {
    const reason = article.reason === null ? '' : `: ${article.reason.message}`
    return [
      plain(`${article.title ?? article.url ?? 'The article'} [${article.id}]: ${article.status}${reason}.`),
      done ? shown(meta, 'findings', `search_findings with article "${article.id}"`) : 'Not read yet: ask again later.',
      ...data.map(findingLine),
    ].join('\n')
  },
})

const isDone = ({ status }: Pick<ArticleRow, 'status'>): boolean => status !== 'queued' && status !== 'fetched'

/** The article when it has been worked off, or as it stands when the time is up. One that duplicates another is that other. */
async function whenRead(client: Client, id: string, seconds: number, call: Call): Promise<ArticleRow> {
  const until = Date.now() + seconds * 1000
  let told = ''
  for (;;) {
    const article = await client.article(id)
    if (article.status === 'duplicate' && article.reason && article.reason.message !== id)
      return client.article(article.reason.message)
    if (isDone(article) || Date.now() >= until) return article
    if (article.status !== told) await call.progress((told = article.status))
    await pause(lookMs, undefined, { signal: call.signal })
  }
}
