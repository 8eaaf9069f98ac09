/** One item of a feed: from fields of any dialect to the one shape. Pure. */
import { plainLine, type FeedField, type FeedTree } from './feed-tree.ts'
import { readCredits } from './authors.ts'
import { readDate } from './read-date.ts'

export interface FeedItem {
  readonly title: string | null
  /** Absolute. */
  readonly link: string | null
  /** ISO 8601: with offset, or only the day where only the day is given; null when absent or absurd. */
  readonly publishedAt: string | null
  /** What tells it from the others of its feed: guid, id, else its link, else its title. */
  readonly id: string
  /** Plain text, at most 2,000 characters. */
  readonly summary: string | null
  readonly authors: string[]
  /** Symbols as the publisher tagged them: `AAPL`, `TSX:SHOP`. */
  readonly tickers: string[]
}
export interface Feed {
  readonly title: string | null
  readonly link: string | null
  readonly items: FeedItem[]
}

/** A date of a feed as ISO 8601, to the precision it has. */
export function dateOf(value: string | null): string | null {
  const date = value === null ? null : readDate(value)
  if (!date) return null
  return date.precision === 'instant' ? date.iso : date.iso.slice(0, date.precision === 'day' ? 10 : 7)
}

const dateNames = [
  'pubdate', 'published', 'issued', 'dc:date', 'dcterms:issued', 'dcterms:created', 'news:publication_date', 'created', 'date', 'updated',
  'modified', 'dc:modified', 'dcterms:modified', 'atom:published', 'atom:updated', 'a10:updated', 'lastmod', 'lastbuilddate', 'prism:publicationdate',
] // prettier-ignore
const titleNames = ['title', 'news:title', 'media:title', 'dc:title', 'itunes:title']
const summaryNames = [
  'description',
  'summary',
  'content:encoded',
  'content',
  'media:description',
  'itunes:summary',
  'tagline',
  'dc:description',
]

export function itemOf(fields: readonly FeedField[], base: string | null, resolve: Resolve): FeedItem {
  const first = (names: readonly string[]): string | null => {
    for (const name of names)
      for (const field of fields) if (field.name === name && field.text.trim() !== '') return field.text
    return null
  }
  const plain = (names: readonly string[]): string | null => {
    const text = first(names)
    return text === null ? null : plainLine(text) || null
  }
  const title = plain(titleNames)
  const link = linkOf(fields, base, resolve)
  const id = first(['guid', 'id', 'dc:identifier', 'news:id'])?.trim() ?? null
  const about = fields[0]?.node.parent
  const aboutId = about && 'attribs' in about ? about.attribs['rdf:about'] : undefined
  const dates = dateNames
    .flatMap((name) => fields.filter((field) => field.name === name))
    .map((field) => dateOf(field.text))
  return {
    title,
    link,
    publishedAt: dates.find((date) => date !== null) ?? null,
    id: id ?? aboutId ?? link ?? title ?? '',
    summary: plain(summaryNames)?.slice(0, 2000) ?? null,
    authors: authorsOf(fields),
    tickers: tickersOf(fields),
  }
}

export type Resolve = (link: string | null, base?: string | null) => string | null

/** `<link>` as text or `href`; a guid that is an address; an enclosure. */
export function linkOf(fields: readonly FeedField[], base: string | null, resolve: Resolve): string | null {
  const links = fields.filter(
    ({ name }) => name === 'link' || name === 'loc' || name.endsWith(':origlink') || name === 'atom:link',
  )
  const own = (field: FeedField): string | null =>
    resolve((field.text.trim() || field.attributes['href']) ?? null, field.attributes['xml:base'] ?? base)
  const byRel = (rel: RegExp): FeedField[] =>
    links.filter(({ attributes }) => rel.test(attributes['rel'] ?? 'alternate'))
  const original = fields.find(({ name }) => name.endsWith(':origlink'))
  for (const field of [
    ...(original ? [original] : []),
    ...byRel(/^alternate$/i),
    ...byRel(/^(?!self$|hub$|edit$|replies$|next$|enclosure$)/i),
    ...links,
  ]) {
    const found = own(field)
    if (found) return found
  }
  const guid = fields.find(
    ({ name, attributes }) =>
      name === 'guid' && attributes['ispermalink'] !== 'false' && attributes['isPermaLink'] !== 'false',
  )
  const id = fields.find(({ name }) => name === 'id')
  for (const text of [guid?.text, id?.text]) if (text && /^\s*https?:\/\//i.test(text)) return resolve(text, base)
  const enclosure = fields.find(({ name }) => name === 'enclosure' || name === 'media:content')
  return enclosure ? resolve(enclosure.attributes['url'] ?? null, base) : null
}

function authorsOf(fields: readonly FeedField[]): string[] {
  const named = fields.filter(({ name }) => name === 'name').map(({ text }) => plainLine(text))
  const rest = fields
    .filter(
      ({ name }) =>
        name === 'dc:creator' ||
        name === 'author' ||
        name === 'itunes:author' ||
        name === 'media:credit' ||
        name === 'creator',
    )
    // "jane@news.example (Jane Doe)", as RSS has it.
    .map(({ text }) => /^\s*[^\s@]{1,80}@[^\s@]{1,80}\s+\(([^()]{1,80})\)\s*$/.exec(text)?.[1] ?? plainLine(text))
  return readCredits(named.length > 0 ? named : rest, null)
}

const aboutStocks = /stock|symbol|ticker|equit/i

function tickersOf(fields: readonly FeedField[]): string[] {
  const found = new Set<string>()
  for (const { name, attributes, text } of fields) {
    const scheme = `${attributes['domain'] ?? ''} ${attributes['scheme'] ?? ''} ${attributes['type'] ?? ''}`
    const tagged = /(?:^|:)(?:category|subject|keywords?)$/.test(name) && aboutStocks.test(scheme)
    if (!tagged && !/(?:^|:)(?:tickers?|stock-?symbols?|symbols?)$/.test(name)) continue
    for (const part of (text.trim() || (attributes['term'] ?? attributes['label'] ?? '')).split(/[,;|\s]+/)) {
      const symbol = part
        .toUpperCase()
        .replace(/^(?:NYSE|NASDAQ|NYSEAMERICAN|NYSEARCA|AMEX|NASDAQGS|NASDAQCM|NASDAQGM):/, '')
      if (/^(?:[A-Z]{2,12}:)?[A-Z0-9]{1,8}(?:[.-][A-Z]{1,3})?$/.test(symbol)) found.add(symbol)
    }
  }
  return [...found]
}

/** Title and home page of the feed itself. */
export function channelOf(tree: FeedTree, resolve: Resolve): { title: string | null; link: string | null } {
  const title = tree.channel.find(({ name, text }) => name === 'title' && text.trim() !== '')
  return {
    title: title ? plainLine(title.text) || null : null,
    link: linkOf(
      tree.channel.filter(({ name }) => name === 'link' || name === 'id'),
      tree.base,
      resolve,
    ),
  }
}
