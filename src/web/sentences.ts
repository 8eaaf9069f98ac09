/** What a list of findings is shown with, read from their articles: the sentence each stands in, and what their symbols are called. */
import type { Client } from '../client/client.ts'
import { sentenceAround } from '../digest/quoting.ts'
import type { FindingRow } from '../query.ts'
import { splitSentences } from '../text/sentences.ts'
import type { Finding } from '../types.ts'

export interface Told {
  /** In the order of the findings: evidence alone may be a bare name. */
  readonly sentences: readonly string[]
  /** Symbol → name, as their articles have it. */
  readonly names: ReadonlyMap<string, string>
}

export async function toldIn(client: Client, findings: readonly FindingRow[]): Promise<Told> {
  const ids = [...new Set(findings.map((finding) => finding.source.articleId))]
  const articles = await Promise.all(ids.map((id) => client.article(id)))
  const texts = new Map(
    articles.map(({ id, title, text }) => [id, { title, text: text ?? '', sentences: splitSentences(text ?? '') }]),
  )
  return {
    sentences: findings.map((finding) => sentenceAround(texts.get(finding.source.articleId), finding.evidence)),
    names: namesIn(articles.flatMap((article) => article.findings)),
  }
}

export const namesIn = (findings: readonly Finding[]): ReadonlyMap<string, string> =>
  new Map(findings.flatMap(({ kind, value }) => (kind === 'instrument' ? [[value.symbol, value.name] as const] : [])))
