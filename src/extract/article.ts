/** From a page or a plain text to the immutable Article. Pure: the same input gives the same article. */
import { createHash } from 'node:crypto'
import { ThemewireError } from '../errors.ts'
import { canonicalUrl } from '../fetch/canonical-url.ts'
import type { Article } from '../types.ts'
import { readAuthors } from './authors.ts'
import { takeByline } from './byline.ts'
import { readBlocks, type Block, type PageBlocks } from './blocks.ts'
import { chooseContainer, removeByLabel, weigh } from './content.ts'
import { readDateline } from './dateline.ts'
import { text as textIn } from './json-ld.ts'
import { guessLanguage } from './language.ts'
import { readMetadata, type Metadata } from './metadata.ts'
import { refuseNoArticle } from './no-article.ts'
import { countWords, normalizeLine, normalizeText } from './normalize-text.ts'
import { readFacts } from './page-facts.ts'
import { feedsOf, type NamedFeed } from './page-feeds.ts'
import { parseHtml, type ParsedPage } from './parse-html.ts'
import { pruneBlocks } from './prune.ts'
import { quoteTables } from './quote-tables.ts'
import { readDate, type ReadDate } from './read-date.ts'
import { renderBlocks } from './render.ts'
import { betterText, scriptTexts } from './script-text.ts'
import { noSites, siteRule, type SiteRule, type Sites } from './sites.ts'
import { standfirst } from './standfirst.ts'

export interface ReadInput {
  readonly html: string
  /** Where the page was found, after redirects. */
  readonly url?: string | null | undefined
  /** What a feed or caller knows; used where the page itself does not say. */
  readonly title?: string | null | undefined
  readonly publishedAt?: string | null | undefined
}

/** What was taken out, and by which step: `themewire read URL --explain`. */
export interface Removal {
  readonly step: string
  /** The first 120 characters. */
  readonly text: string
}

export interface ExtractedArticle {
  readonly article: Article
  /** ISO 8601 with offset, or null. */
  readonly modifiedAt: string | null
  /** Where the text comes from. */
  readonly source: 'page' | 'script'
  /** The part of the page that was read, as a CSS path. */
  readonly container: string
  /** Why the page was not read to its end, or null. */
  readonly cutBy: ParsedPage['cutBy']
  /** Feeds the page names, absolute. */
  readonly feeds: readonly NamedFeed[]
  readonly removed: readonly Removal[]
}

/** The article of a page. Throws `empty-page`, `consent-page` or `paywall-page`, each with a hint. */
export function extractArticle(input: ReadInput, sites: Sites = noSites): ExtractedArticle {
  const url = input.url ?? null
  const { $, cutBy } = parseHtml(input.html)
  const root = $.root().get(0)!
  const rule = siteRule(sites, hostOf(url))
  const page = readBlocks(root)
  const facts = readFacts(root)
  const metadata = ruled(readMetadata(facts, linesAroundHeadline(page), url), rule, $)
  weigh(page)
  removeByLabel(page, rule, $)
  weigh(page)
  const container = chooseContainer(page, rule, $)
  const inside = page.blocks.slice(container.from, container.to).filter((block) => block.region.removedBy === null)
  pruneBlocks(inside, metadata)
  const kept = inside.filter((block) => block.removedBy === null)
  const lead = standfirst(page, kept, metadata)
  const visible = normalizeText(renderBlocks(lead ? [lead, ...kept] : kept))
  const { article: linked } = metadata.linked
  const fromScript = betterText(visible, scriptTexts(linked ? textIn(linked['articleBody']) : null, facts.dataScripts))
  const text = fromScript ?? visible
  const title = metadata.title ?? (input.title ? normalizeLine(input.title) || null : null)
  if (cutBy !== null && countWords(text) < 12) throw tooDeep(cutBy)
  refuseNoArticle(text, [title, facts.titleTag], page.blocks.map((block) => block.text).join(' ').slice(0, 20_000)) // prettier-ignore
  const canonical = metadata.canonical ?? url
  return {
    article: {
      url,
      canonicalUrl: canonical === null ? null : canonicalUrl(canonical),
      authors: metadata.authors,
      siteName: metadata.siteName,
      ...(metadata.publishedAt === null ? publishedOf(input.publishedAt) : publishedIn(metadata)),
      ...written(title, text),
      tables: quoteTables(root, text),
    },
    modifiedAt: metadata.modifiedAt,
    source: fromScript === null ? 'page' : 'script',
    container: pathOf(container),
    cutBy,
    feeds: feedsOf(facts, url),
    removed: page.blocks.flatMap((block) => removalOf(block)),
  }
}

/** An article of plain text without its byline, with what the caller knows of it. */
export function articleFromText(input: {
  text: string
  title?: string | null | undefined
  url?: string | null | undefined
  publishedAt?: string | null | undefined
}): Article {
  const title = input.title ? normalizeLine(input.title) || null : null
  const { text, authors, date } = takeByline(normalizeText(input.text), title !== null)
  return {
    url: input.url ?? null,
    canonicalUrl: input.url ? canonicalUrl(input.url) : null,
    authors: [...authors],
    siteName: null,
    ...publishedOf(input.publishedAt, date ?? readDateline(text)),
    ...written(title, text),
    tables: '',
  }
}

/** Changes when and only when the title or the text does. */
export const contentHash = (title: string | null, text: string): string =>
  createHash('sha256')
    .update(`${title ?? ''}\n${text}`)
    .digest('hex')

const written = (
  title: string | null,
  text: string,
): Pick<Article, 'title' | 'text' | 'language' | 'wordCount' | 'contentHash'> => ({
  title,
  language: guessLanguage(text.length >= 200 ? text : `${title ?? ''} ${text}`),
  text,
  wordCount: countWords(text),
  contentHash: contentHash(title, text),
})

const publishedIn = ({
  publishedAt,
  publishedPrecision,
}: Metadata): Pick<Article, 'publishedAt' | 'publishedPrecision'> => ({ publishedAt, publishedPrecision })

/** `told`: by the caller; `said`: what the text itself says, where the caller says nothing. */
function publishedOf(
  told: string | null | undefined,
  said: ReadDate | null = null,
): Pick<Article, 'publishedAt' | 'publishedPrecision'> {
  const date = told ? readDate(told) : said
  return date
    ? { publishedAt: date.iso, publishedPrecision: date.precision }
    : { publishedAt: null, publishedPrecision: null }
}

/** What a site rule says of title, authors and date goes before what was found. */
function ruled(metadata: Metadata, rule: SiteRule | undefined, $: ParsedPage['$']): Metadata {
  if (!rule) return metadata
  const first = (selectors: readonly string[] | undefined): string | null => {
    for (const selector of selectors ?? []) {
      const text = normalizeLine($(selector).first().text())
      if (text !== '') return text
    }
    return null
  }
  const authors = first(rule.authors)
  const published = first(rule.published)
  const date = published === null ? null : readDate(published)
  return {
    ...metadata,
    title: first(rule.title) ?? metadata.title,
    authors: authors === null ? metadata.authors : readAuthors([authors], metadata.siteName),
    ...(date ? { publishedAt: date.iso, publishedPrecision: date.precision } : {}),
  }
}

/** Short lines before and after the first h1: bylines and dates without any name of their own stand there. */
function linesAroundHeadline({ blocks }: PageBlocks): string[] {
  const at = blocks.findIndex((block) => block.level === 1)
  if (at < 0) return []
  const around = [...blocks.slice(at + 1, at + 15), ...blocks.slice(Math.max(0, at - 6), at).reverse()]
  return around.filter(({ text }) => text.length < 160).map(({ text }) => text)
}

const removalOf = ({ removedBy, region, text }: Block): Removal[] => {
  const step = removedBy ?? region.removedBy
  return step === null ? [] : [{ step, text: text.slice(0, 120) }]
}

function pathOf(container: PageBlocks['root']): string {
  const names: string[] = []
  for (let at: PageBlocks['root'] | null = container; at && names.length < 6; at = at.parent) {
    const [label] = at.label.split(/\s+/)
    names.unshift(label ? `${at.element.name}.${label}` : at.element.name)
  }
  return names.join(' > ')
}

const tooDeep = (cutBy: 'depth' | 'nodes'): ThemewireError =>
  new ThemewireError(
    'too-large',
    cutBy === 'depth'
      ? 'this page is nested beyond reason, and no article was found above that'
      : 'this page has more elements than any article, and none was found among the first',
    {
      hint: 'it is no article; if it is, add its text itself',
    },
  )

function hostOf(url: string | null): string {
  return url !== null && URL.canParse(url) ? new URL(url).hostname : ''
}
