/** What a page says of itself as JSON-LD: graphs, arrays and damaged pieces included. Pure, bounded, no recursion. */

export type JsonObject = Readonly<Record<string, unknown>>

export interface LinkedData {
  /** Is `article` of an article's type, and not only of a page's or video's? */
  readonly sure: boolean
  /** The object that describes the article, if there is one. */
  readonly article: JsonObject | null
  readonly objects: readonly JsonObject[]
}

const maxObjects = 20_000

/** Every object in the given JSON-LD scripts, outer ones first; what cannot be parsed is left out. */
export function readLinkedData(scripts: readonly string[], url: string | null, heading: string | null): LinkedData {
  const objects: JsonObject[] = []
  for (const script of scripts) {
    const queue: unknown[] = [parseLoosely(script)]
    for (let at = 0; at < queue.length && objects.length < maxObjects; at++) {
      const value = queue[at]
      if (typeof value !== 'object' || value === null) continue
      if (!Array.isArray(value)) objects.push(value as JsonObject)
      for (const inner of Object.values(value) as unknown[]) queue.push(inner)
    }
  }
  const article = chooseArticle(objects, url, heading)
  return { objects, article, sure: article !== null && typesOf(article).some((type) => articleType.test(type)) }
}

/** JSON as pages really hold it: in CDATA or comments, with raw line ends in strings, with a last semicolon or comma. */
function parseLoosely(script: string): unknown {
  const text = script
    .trim()
    .replace(/^(?:<!--|\/\*|\/\/)?\s{0,9}(?:<!\[CDATA\[)?(?:\s{0,9}\*\/)?/, '')
    .replace(/(?:\/\/|\/\*)?\s{0,9}(?:\]\]>)?\s{0,9}(?:\*\/|-->)?;?$/, '')
  for (const attempt of [
    text,
    text.replace(/\p{Cc}+/gu, ' '),
    text.replace(/\p{Cc}+/gu, ' ').replace(/,\s{0,99}([}\]])/g, '$1'),
  ]) {
    try {
      return JSON.parse(attempt) as unknown
    } catch {
      // The next attempt is more forgiving.
    }
  }
  return null
}

export const typesOf = (object: JsonObject): string[] =>
  [object['@type']].flat().map((type) => String(type).replace(/^.*[/#]/, ''))

const articleType = /(?:Article|BlogPosting|^Report|LiveBlogPosting|^Review|CreativeWork|^Recipe|Episode)$/
const pageType = /^(?:WebPage|ItemPage|CollectionPage|FAQPage|AboutPage|VideoObject|HowTo|Event|Product)$/

function chooseArticle(objects: readonly JsonObject[], url: string | null, heading: string | null): JsonObject | null {
  let best: JsonObject | null = null
  let bestScore = 0
  for (const object of objects) {
    const types = typesOf(object)
    const isArticle = types.some((type) => articleType.test(type))
    if (!isArticle && !types.some((type) => pageType.test(type))) continue
    let score = isArticle ? 10 : 1
    if (types.some((type) => /(?:^|News|Blog)(?:Article|Posting)$/.test(type))) score += 4
    if (object['datePublished'] !== undefined) score += 2
    if (object['author'] !== undefined) score += 1
    if (object['articleBody'] !== undefined) score += 1
    const headline = text(object['headline']) ?? text(object['name'])
    if (headline && heading && fold(headline) === fold(heading)) score += 5
    const own = text(object['url']) ?? idOf(object['mainEntityOfPage']) ?? text(object['@id'])
    if (own && url && samePath(own, url)) score += 5
    if (score > bestScore) {
      best = object
      bestScore = score
    }
  }
  return best
}

const fold = (value: string): string => value.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
const samePath = (one: string, other: string): boolean => {
  const path = (address: string): string =>
    address
      .replace(/^https?:\/\/(?:www\.)?/, '')
      .split(/[?#]/, 1)[0]!
      .replace(/\/$/, '')
  return path(one) === path(other)
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [value])
const firstOf = (value: unknown): unknown => listOf(value)[0]

/** A string value, also of `{"@value": …}` and of the first in an array. */
export function text(value: unknown): string | null {
  const first = firstOf(value)
  const plain = typeof first === 'object' && first !== null ? (first as JsonObject)['@value'] : first
  if (typeof plain === 'number') return String(plain)
  return typeof plain === 'string' ? plain.trim() || null : null
}

export const idOf = (value: unknown): string | null => {
  const first = firstOf(value)
  if (typeof first === 'object' && first !== null)
    return text((first as JsonObject)['@id']) ?? text((first as JsonObject)['url'])
  return text(first)
}

/** The names in an `author`, `publisher` or the like: strings, objects, arrays of them, references by `@id`. */
export function namesOf(value: unknown, objects: readonly JsonObject[]): { name: string; type: string }[] {
  const ones = listOf(value).flatMap((one) => [...listOf(one)])
  return ones.slice(0, 50).flatMap((one) => {
    if (typeof one === 'string') return [{ name: one, type: '' }]
    if (typeof one !== 'object' || one === null) return []
    const object = one as JsonObject
    const id = text(object['@id'])
    const named =
      object['name'] === undefined && id !== null
        ? objects.find((other) => other['@id'] === id && other['name'] !== undefined)
        : object
    if (!named) return []
    return listOf(named['name']).flatMap((name) => {
      const plain = text(name)
      return plain ? [{ name: plain, type: typesOf(named)[0] ?? '' }] : []
    })
  })
}
