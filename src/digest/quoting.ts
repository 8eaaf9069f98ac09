/** The sentence a finding stands in, cut from the article as it is. */
import type { Kysely } from 'kysely'
import { articleTexts } from '../store/article-texts.ts'
import type { Database } from '../store/schema.ts'
import { splitSentences, type TextRange } from '../text/sentences.ts'
import type { FindingRow } from '../query.ts'
import type { Span } from '../types.ts'

export type Quoting = (finding: FindingRow) => string

/** A "sentence" longer than this is a page without full stops: then the evidence itself is quoted. */
const longestSentence = 600

/** Texts of the findings' articles are read once, here. */
export async function quotingFor(db: Kysely<Database>, findings: readonly FindingRow[]): Promise<Quoting> {
  const texts = await articleTexts(
    db,
    findings.map((finding) => finding.source.articleId),
  )
  const sentences = new Map([...texts].map(([id, { text }]) => [id, { text, sentences: splitSentences(text) }]))
  return (finding) => sentenceAround(sentences.get(finding.source.articleId), finding.evidence)
}

/** The first in the body; the headline the reader sees anyway. */
const clearest = (evidence: readonly Span[]): Span | undefined =>
  evidence.find((span) => span.field !== 'title') ?? evidence[0]

/** The sentence of the clearest evidence. Evidence that crosses sentences is quoted with all of them. */
export function sentenceAround(
  article: { readonly text: string; readonly sentences: readonly TextRange[] } | undefined,
  evidence: readonly Span[],
): string {
  const span = clearest(evidence)
  if (!span) return ''
  const first = article?.sentences.find((sentence) => sentence.end > span.start)
  const last = article?.sentences.find((sentence) => sentence.end >= span.end)
  if (!article || !first || !last || span.field !== undefined) return span.quote
  const [from, to] = [Math.min(first.start, span.start), Math.max(last.end, span.end)]
  return to - from > longestSentence
    ? span.quote.slice(0, longestSentence)
    : withoutBullet(article.text.slice(from, to))
}

/** The mark of a list's entry is none of its words. */
const withoutBullet = (sentence: string): string => sentence.replace(/^[-–—•*]\s+/, '')
