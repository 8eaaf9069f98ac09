/** From a page or a plain text to the immutable Article. Pure: the same input gives the same article. */
import { createHash } from 'node:crypto'
import { canonicalUrl } from '../fetch/canonical-url.ts'
import type { Article } from '../types.ts'
import { guessLanguage } from './language.ts'
import { countWords, normalizeLine, normalizeText } from './normalize-text.ts'
import { readBlocks, type PageBlocks } from './blocks.ts'
import { chooseContainer, removeByLabel, weigh } from './content.ts'
import { readMetadata } from './metadata.ts'
import { readFacts } from './page-facts.ts'
import { pruneBlocks } from './prune.ts'
import { renderBlocks } from './render.ts'
import { parseHtml } from './parse-html.ts'
import { noSites, type Sites } from './sites.ts'

export interface ReadInput {
  readonly html: string
  /** Where the page was found, after redirects. */
  readonly url?: string | null | undefined
  /** What a feed or caller knows; used where the page itself does not say. */
  readonly title?: string | null | undefined
  readonly publishedAt?: string | null | undefined
}

export interface ExtractedArticle {
  readonly article: Article
}

/** The article of a page. Throws `empty-page`, `consent-page`, `paywall-page` or `too-large`, each with a hint. */
export function extractArticle(input: ReadInput, _sites: Sites = noSites): ExtractedArticle {
  const { $ } = parseHtml(input.html)
  const root = $.root().get(0)!
  const page = readBlocks(root)
  const metadata = readMetadata(readFacts(root), linesAroundHeadline(page), input.url ?? null)
  weigh(page)
  removeByLabel(page)
  weigh(page)
  const container = chooseContainer(page)
  const inside = page.blocks.slice(container.from, container.to).filter((block) => block.region.removedBy === null)
  pruneBlocks(inside, metadata)
  const blocks = inside.filter((block) => block.removedBy === null)
  const given = publishedOf(input.publishedAt)
  const text = normalizeText(renderBlocks(blocks))
  const title = metadata.title ?? (input.title ? normalizeLine(input.title) || null : null)
  return {
    article: {
      url: input.url ?? null,
      canonicalUrl: metadata.canonical ? canonicalUrl(metadata.canonical) : input.url ? canonicalUrl(input.url) : null,
      title,
      authors: metadata.authors,
      siteName: metadata.siteName,
      publishedAt: metadata.publishedAt ?? given.publishedAt,
      publishedPrecision: metadata.publishedAt ? metadata.publishedPrecision : given.publishedPrecision,
      language: guessLanguage(text.length >= 40 ? text : `${title ?? ''} ${text}`),
      text,
      wordCount: countWords(text),
      contentHash: contentHash(title, text),
    },
  }
}

/** Short lines before and after the first h1: bylines and dates without any name of their own stand there. */
function linesAroundHeadline({ blocks }: PageBlocks): string[] {
  const at = blocks.findIndex((block) => block.level === 1)
  if (at < 0) return []
  const around = [...blocks.slice(at + 1, at + 15), ...blocks.slice(Math.max(0, at - 6), at).reverse()]
  return around.filter(({ text }) => text.length < 160).map(({ text }) => text)
}

/** An article of plain text, with what the caller knows of it. */
export function articleFromText(input: {
  text: string
  title?: string | null | undefined
  url?: string | null | undefined
  publishedAt?: string | null | undefined
}): Article {
  const text = normalizeText(input.text)
  const title = input.title ? normalizeLine(input.title) || null : null
  return {
    url: input.url ?? null,
    canonicalUrl: input.url ? canonicalUrl(input.url) : null,
    title,
    authors: [],
    siteName: null,
    ...publishedOf(input.publishedAt),
    language: guessLanguage(text.length >= 40 ? text : `${title ?? ''} ${text}`),
    text,
    wordCount: countWords(text),
    contentHash: contentHash(title, text),
  }
}

/** Changes when and only when the title or the text does. */
export const contentHash = (title: string | null, text: string): string =>
  createHash('sha256')
    .update(`${title ?? ''}\n${text}`)
    .digest('hex')

function publishedOf(value: string | null | undefined): Pick<Article, 'publishedAt' | 'publishedPrecision'> {
  if (!value) return { publishedAt: null, publishedPrecision: null }
  if (/^\d{4}-\d{2}$/.test(value)) return { publishedAt: `${value}-01T00:00:00Z`, publishedPrecision: 'month' }
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return { publishedAt: `${value}T00:00:00Z`, publishedPrecision: 'day' }
  return Number.isNaN(Date.parse(value))
    ? { publishedAt: null, publishedPrecision: null }
    : { publishedAt: value, publishedPrecision: 'instant' }
}
