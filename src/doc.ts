/** A Doc is an article in memory: sentences, tokens, mentions and findings, through which the annotators flow. */
import type { Article, Finding, FindingOf, InstrumentType, Kind, Span, Value } from './types.ts'
import { splitSentences } from './text/sentences.ts'
import { tokenize, type Token } from './text/tokens.ts'

export type Field = 'title' | 'text' | 'tables'
/** Where a sentence stands. Annotators read `headline`, `lead` and `body`; `table` and `boilerplate` are about something else. */
export type Zone = 'headline' | 'lead' | 'body' | 'table' | 'boilerplate'

export interface Sentence {
  readonly index: number
  /** The tables are no sentences: only their own annotator reads them. */
  readonly field: Exclude<Field, 'tables'>
  /** Offsets into the field. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly paragraph: number
  zone: Zone
  readonly tokens: readonly Token[]
}

/** A place where an instrument is named. */
export interface Mention {
  readonly symbol: string
  readonly type: InstrumentType
  readonly name: string
  readonly sentence: Sentence
  /** Offsets into `sentence.field`. */
  readonly start: number
  readonly end: number
  readonly how: 'ticker' | 'name' | 'alias' | 'publisher'
  /** The company is quoted or cited here ("analysts at Goldman Sachs"), not reported on. */
  readonly asSource: boolean
}

/** A place where a theme is spoken of; `polarity` −1..1 is how its own words and those beside it say the news is. */
export interface ThemeMention {
  readonly theme: string
  readonly sentence: Sentence
  /** Offsets into `sentence.field`. */
  readonly start: number
  readonly end: number
  readonly polarity: number
  /** How much it counts, 0..1: a weak phrase counts less. */
  readonly weight: number
}

export interface Doc {
  readonly id: string
  readonly article: Article
  /** The day to resolve "today" against: the article's own, else the day it was fetched, else null. `YYYY-MM-DD`. */
  readonly anchor: string | null
  readonly sentences: readonly Sentence[]
  mentions: Mention[]
  themeMentions: ThemeMention[]
  findings: Finding[]
}

/** What annotators need of each other: sentences' zones, instrument mentions, or the findings of a kind. */
export type Layer = 'zones' | 'mentions' | 'sentiment' | Kind

/** One step over a Doc. Declares what it needs and gives, so that a wrong order fails at start. Pure: no I/O, clock or chance. */
export interface Annotator {
  readonly name: string
  readonly requires: readonly Layer[]
  readonly assigns: readonly Layer[]
  readonly annotate: (doc: Doc) => void
}

/** Works over finished findings: joins, drops, orders. */
export interface Refiner {
  readonly name: string
  readonly refine: (doc: Doc) => void
}

const leadParagraphs = 2

export function makeDoc(id: string, article: Article, anchor: string | null): Doc {
  const sentences: Sentence[] = []
  const add = (field: Sentence['field'], source: string): void => {
    for (const range of splitSentences(source)) {
      sentences.push({
        index: sentences.length,
        field,
        start: range.start,
        end: range.end,
        text: source.slice(range.start, range.end),
        paragraph: range.paragraph,
        zone: field === 'title' ? 'headline' : range.paragraph < leadParagraphs ? 'lead' : 'body',
        tokens: tokenize(source, range.start, range.end),
      })
    }
  }
  if (article.title) add('title', article.title)
  add('text', article.text)
  return { id, article, anchor, sentences, mentions: [], themeMentions: [], findings: [] }
}

/** The evidence for offsets into a field; throws on an empty or outlying range, which is a bug in a rule. */
export function spanOf(doc: Doc, field: Field, start: number, end: number): Span {
  const source = doc.article[field] ?? ''
  if (!(start >= 0 && end > start && end <= source.length)) throw new RangeError(`no span ${field} ${start}-${end}`)
  const quote = source.slice(start, end)
  return field === 'text' ? { start, end, quote } : { start, end, quote, field }
}

/** The whole sentence as evidence. */
export const spanOfSentence = (doc: Doc, sentence: Sentence): Span =>
  spanOf(doc, sentence.field, sentence.start, sentence.end)

/** Sentences that say something about the article's subject. */
export const readable = (doc: Doc): Sentence[] =>
  doc.sentences.filter((sentence) => sentence.zone !== 'table' && sentence.zone !== 'boilerplate')

/** Adds a finding; its id is given at the end of the pipeline, when all are known. */
export function addFinding<K extends Kind>(
  doc: Doc,
  kind: K,
  value: Value<K>,
  evidence: Span[],
  rule: string,
  confidence: number,
): void {
  // The union cannot be narrowed by a generic kind; `kind` and `value` agree by this function's own signature.
  doc.findings.push({ id: '', kind, value, evidence, rule, confidence } as unknown as FindingOf<K>)
}

export const findingsOf = <K extends Kind>(doc: Doc, kind: K): FindingOf<K>[] =>
  doc.findings.filter((finding): finding is FindingOf<K> => finding.kind === kind)
