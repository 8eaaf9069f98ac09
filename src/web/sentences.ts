/** The sentences that findings of a list stand in, read from their articles: evidence alone may be a bare name. */
import type { Client } from '../client/client.ts'
import { sentenceAround } from '../digest/quoting.ts'
import type { FindingRow } from '../query.ts'
import { splitSentences } from '../text/sentences.ts'

/** In the order of the findings. */
export async function sentencesOf(client: Client, findings: readonly FindingRow[]): Promise<string[]> {
  const ids = [...new Set(findings.map((finding) => finding.source.articleId))]
  const articles = await Promise.all(ids.map((id) => client.article(id)))
  const texts = new Map(
    articles.map(({ id, title, text }) => [id, { title, text: text ?? '', sentences: splitSentences(text ?? '') }]),
  )
  return findings.map((finding) => sentenceAround(texts.get(finding.source.articleId), finding.evidence))
}
