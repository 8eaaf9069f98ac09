/** Title, authors, site name, canonical address and dates of a page, from all it says of itself. Pure. */
import { fold, readAuthors, readCredits } from './authors.ts'
import { readTitle } from './headline.ts'
import { namesOf, readLinkedData, text, typesOf, type LinkedData } from './json-ld.ts'
import { isDayFirst } from './language.ts'
import { normalizeLine } from './normalize-text.ts'
import type { PageFacts } from './page-facts.ts'
import { readPublished, type Published } from './published.ts'
import { readDate, readDayFirst } from './read-date.ts'

export interface Metadata extends Published {
  readonly title: string | null
  readonly authors: string[]
  readonly siteName: string | null
  /** As the page names it, absolute. */
  readonly canonical: string | null
  readonly description: string | null
  readonly linked: LinkedData
}

/** `lines` are the short lines around the headline, as the reader sees them. */
export function readMetadata(facts: PageFacts, lines: readonly string[], url: string | null): Metadata {
  const meta = (...names: string[]): string[] => names.flatMap((name) => facts.meta.get(name) ?? [])
  const linked = readLinkedData(facts.linkedData, url, facts.headings[0]?.text ?? null)
  const { article, objects } = linked
  const siteName = siteNameOf(meta, linked)
  const dayFirst = isDayFirst(facts.language, url)
  const local = <T extends { text: string }>(line: T): T =>
    dayFirst ? { ...line, text: readDayFirst(line.text) } : line
  return {
    title: readTitle({
      headings: facts.headings,
      linked: article ? text(article['headline']) : null,
      meta: meta('og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'headline'),
      titleTag: facts.titleTag,
      siteName,
    }),
    authors: authorsOf(
      facts,
      meta,
      lines,
      article ? namesOf(article['author'] ?? article['creator'], objects) : [],
      siteName,
    ),
    siteName,
    canonical: canonicalOf(facts, meta, url),
    description: meta('og:description', 'description', 'twitter:description')[0] ?? null,
    linked,
    ...readPublished({
      linkedSure: linked.sure,
      linked: article ? text(article['datePublished'] ?? article['uploadDate'] ?? article['dateCreated']) : null,
      linkedModified: article ? text(article['dateModified']) : null,
      meta: [
        ...meta(
          'article:published_time',
          'article:published',
          'og:published_time',
          'og:article:published_time',
          'datepublished',
          'parsely-pub-date',
        ),
        ...meta(
          'sailthru.date',
          'pubdate',
          'publishdate',
          'publish-date',
          'publish_date',
          'published_date',
          'date',
          'dc.date.issued',
          'dc.date',
        ),
        ...meta(
          'dc.date.created',
          'dcterms.created',
          'dcterms.date',
          'dcterms.issued',
          'article.published',
          'cxenseparse:recs:publishtime',
          'citation_publication_date',
          'published-date',
          'published-time',
          'date_published',
          'publish_time',
          'published_at',
          'article:publish_date',
          'article_date_original',
          'originalpublicationdate',
          'og:pubdate',
          'bt:pubdate',
          'vr:published_time',
          'rnews:datepublished',
          'dcterms.available',
        ),
        ...facts.itemDates
          .filter(({ name }) => name === 'datepublished' || name === 'datecreated')
          .map(({ value }) => value),
      ],
      metaModified: [
        ...meta('article:modified_time', 'og:updated_time', 'last-modified', 'datemodified'),
        ...facts.itemDates.filter(({ name }) => name === 'datemodified').map(({ value }) => value),
      ],
      times: nearHeadline(facts, facts.times).map(local),
      lines: [
        ...nearHeadline(facts, facts.dateLines),
        ...lines.filter((line) => line.length < 120).map((text) => ({ text, modified: isModified(text) })),
      ].map(local),
      underHeadline: underHeadline(facts, lines).map((text) => local({ text }).text),
      onlyDate: onlyDate(facts.dateLines.map(local)),
      scripts: inScripts(facts, dateInScript),
      url,
    }),
  }
}

const isModified = (line: string): boolean => /^\W*(?:last )?(?:updated|modified|edited|reviewed|revised)\b/i.test(line)

/** Those near the headline: teasers elsewhere have dates of their own. */
function nearHeadline<T extends { at: number }>(facts: PageFacts, found: readonly T[]): T[] {
  if (facts.headlineAt < 0) return found.slice(0, 3)
  return found.filter(({ at }) => at > facts.headlineAt - 60 && at < facts.headlineAt + 250).slice(0, 6)
}

/** Dates as the reader sees them right under the headline, without those of changes. */
function underHeadline(facts: PageFacts, lines: readonly string[]): string[] {
  const under = [...facts.times, ...facts.dateLines].filter(
    ({ at, modified }) => !modified && at > facts.headlineAt && at < facts.headlineAt + 100,
  )
  return facts.headlineAt < 0 ? [] : [...under.map(({ text }) => text), ...lines.slice(0, 6)]
}

/** What every date named as one says, when all on the page agree, or of those that say "published": it need not stand near the headline. */
function onlyDate(lines: readonly { text: string; modified: boolean }[]): string | null {
  const told = lines.filter(({ text }) => /^\W*(?:first )?(?:published|posted)\b/i.test(text))
  const dates = (told.length > 0 ? told : lines).flatMap(({ text, modified }) =>
    modified ? [] : (readDate(text) ?? []),
  )
  const days = new Set(dates.map(({ iso }) => iso.slice(0, 10)))
  return days.size === 1 ? dates[0]!.iso.slice(0, dates[0]!.precision === 'instant' ? undefined : 10) : null
}

type Meta = (...names: string[]) => string[]

function siteNameOf(meta: Meta, { article, objects }: LinkedData): string | null {
  const publisher = article ? namesOf(article['publisher'], objects)[0]?.name : undefined
  const own = objects.find((object) => typesOf(object).some((type) => /^(?:WebSite|NewsMediaOrganization)$/.test(type)))
  const name =
    meta('og:site_name', 'application-name')[0] ??
    publisher ??
    (own ? text(own['name']) : null) ??
    meta('twitter:app:name:iphone')[0]
  return name ? normalizeLine(name) || null : null
}

/**
 * What machines are told (JSON-LD, then meta) settles who it was; where the byline on the page agrees in part, the byline settles the
 * spelling and the number, for machines are also told of editors. With no such data, the byline alone; then script data; then
 * organisations.
 */
function authorsOf(
  facts: PageFacts,
  meta: Meta,
  lines: readonly string[],
  linked: readonly { name: string; type: string }[],
  siteName: string | null,
): string[] {
  // prettier-ignore
  const near = nearHeadline(facts, facts.bylines)
  const how = (kind: string): string[] => near.filter((byline) => byline.how === kind).map((byline) => byline.text)
  const told = [
    linked.filter(({ type }) => !/Organization/.test(type)).map(({ name }) => name),
    meta('parsely-author', 'sailthru.author', 'byl', 'cxenseparse:author'),
    meta(
      'author',
      'article:author',
      'article:author_name',
      'dc.creator',
      'dcterms.creator',
      'citation_author',
      'twitter:data1',
    ),
  ]
  const seen = [
    lines.filter((line) => /^(?:written |words |story )?by:? (?!\d)/i.test(line)).slice(0, 1),
    how('itemprop'),
    how('rel'),
    how('label').slice(0, 2),
    how('link').slice(0, 1),
  ]
  const first = (sources: readonly (readonly string[])[], read: typeof readAuthors): string[] => {
    for (const source of sources) {
      const names = read(source, siteName)
      if (names.length > 0) return names
    }
    return []
  }
  const machine = first(told, readAuthors)
  for (const source of seen) {
    const visible = readAuthors(source, siteName)
    if (
      machine.length > 0 &&
      visible.length <= 6 &&
      visible.some((name) => machine.some((other) => fold(other) === fold(name)))
    )
      return visible
  }
  if (machine.length > 0) return machine
  const found = first(
    [
      ...seen,
      inScripts(facts, authorInScript),
      facts.bylines
        .filter((byline) => byline.how !== 'label')
        .slice(0, 1)
        .map((byline) => byline.text),
    ],
    readAuthors,
  )
  return found.length > 0 ? found : first([linked.map(({ name }) => name), ...told, ...seen], readCredits)
}

const dateInScript =
  /"(?:datePublished|publishedAt|published_at|publishDate|publishedDate|publicationDate|published_time|firstPublished|datePosted)\\?"\s{0,3}:\s{0,3}\\?"([^"\\]{8,40})/
const authorInScript =
  /"(?:author|authorName|author_name|byline|pageAuthor|articleAuthor)"\s{0,3}:\s{0,3}"([^"\\{}]{3,80})"/

/** The first match in the page's data scripts. */
function inScripts(facts: PageFacts, pattern: RegExp): string[] {
  for (const script of facts.dataScripts) {
    const found = pattern.exec(script)
    if (found) return [found[1]!]
  }
  return []
}

function canonicalOf(facts: PageFacts, meta: Meta, url: string | null): string | null {
  for (const value of [...(facts.links.get('canonical') ?? []), ...meta('og:url')]) {
    try {
      const found = new URL(value, url ?? undefined)
      // A canonical address that is the front page is a mistake of the site's template.
      if (/^https?:$/.test(found.protocol) && (found.pathname !== '/' || url === null || new URL(url).pathname === '/'))
        return found.href
    } catch {
      // The next one may be better.
    }
  }
  return null
}
