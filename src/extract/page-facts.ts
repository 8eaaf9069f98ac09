/** Everything a page says of itself, gathered in one walk: meta, links, scripts, headings, times, bylines. Pure, no recursion. */
import { isTag, isText, type AnyNode, type Element, type ParentNode } from 'domhandler'
import { normalizeLine } from './normalize-text.ts'

export interface PageFacts {
  /** Meta properties and names in lower case → contents, in order. */
  readonly meta: ReadonlyMap<string, string[]>
  /** `rel` → hrefs. */
  readonly links: ReadonlyMap<string, string[]>
  readonly feeds: readonly { href: string; title: string }[]
  readonly linkedData: readonly string[]
  /** Other scripts that hold data rather than a program. */
  readonly dataScripts: readonly string[]
  readonly titleTag: string | null
  readonly headings: readonly { text: string; label: string; inHeader: boolean }[]
  readonly times: readonly { datetime: string; text: string; modified: boolean; at: number }[]
  readonly itemDates: readonly { name: string; value: string }[]
  /** Texts of elements named as author or byline, best first; `at` is their place in the page. */
  readonly bylines: readonly { text: string; how: 'itemprop' | 'rel' | 'label' | 'link'; at: number }[]
  /** Short texts of elements named as dates; `modified`: of a change, by their own words or those before them. */
  readonly dateLines: readonly { text: string; modified: boolean; at: number }[]
  /** Place of the first h1 in the page, or -1. */
  readonly headlineAt: number
  readonly language: string | null
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] }

const authorLabel =
  /(?:^|[\s_-])(?:by-?lines?|author(?:s|-?name|-?link)?|contributors?|writer|posted-?by|written-?by|creator)(?=$|[\s_-])|byline|authorname|author__name/
/** An address that names a person who writes. */
const authorLink =
  /\/(?:authors?|by|people|profiles?|staff|contributors?|writers?|team|person|reporters?|journalists?|columnists?)\/[^/?#]{3}/i
const notAuthor =
  /bio|about|avatar|image|photo|related|comment|follow|social|card-?list|more|widget|sidebar|footer|description|teaser|recirc|promo/
const dateLabel = /date|time(?:stamp)?(?=$|[\s_-])|publish|posted|pub-?time/

/** Walks the tree once. */
export function readFacts(root: ParentNode): PageFacts {
  const meta = new Map<string, string[]>()
  const links = new Map<string, string[]>()
  const facts: Mutable<PageFacts> = {
    meta, links, feeds: [], linkedData: [], dataScripts: [], titleTag: null, headings: [], times: [], itemDates: [],
    bylines: [], dateLines: [], headlineAt: -1, language: null,
  } // prettier-ignore
  const stack: { node: ParentNode; next: number; header: boolean; comment: boolean }[] = [
    { node: root, next: 0, header: false, comment: false },
  ]
  let before = ''
  for (let at = 0; ;) {
    const open = stack.at(-1)
    if (!open) break
    const node = open.node.children[open.next++]
    if (node === undefined) {
      stack.pop()
      continue
    }
    if (isText(node)) before = `${before}${node.data.slice(-80)}`.slice(-80)
    if (!isTag(node)) continue
    if (node.name === 'script') addScript(node, facts)
    // Pages built from islands keep their data in attributes (`data-page`, `props`).
    for (const value of Object.values(node.attribs))
      if (value.length > 500 && /^\s*[{[]/.test(value)) facts.dataScripts.push(value)
    at++
    const label =
      `${node.attribs['class'] ?? ''} ${node.attribs['id'] ?? ''} ${node.attribs['data-testid'] ?? ''}`.toLowerCase()
    const comment =
      open.comment ||
      /comment|related|recirc|sidebar|recommend|most-?(?:read|popular)/.test(label) ||
      node.name === 'aside'
    addElement(node, label, { header: open.header, comment, at, before }, facts, meta, links)
    const header =
      open.header || (node.name === 'header' && /site|global|top|main|page/.test(label)) || node.name === 'nav'
    stack.push({ node, next: 0, header, comment })
  }
  return facts
}

function addScript(node: Element, facts: Mutable<PageFacts>): void {
  const type = (node.attribs['type'] ?? '').toLowerCase()
  const [child] = node.children
  const data = child && isText(child) ? child.data : ''
  if (type.includes('ld+json')) facts.linkedData.push(data)
  else if (data.length > 60 && node.attribs['src'] === undefined) facts.dataScripts.push(data)
}

function addElement(
  node: Element,
  label: string,
  place: { header: boolean; comment: boolean; at: number; before: string },
  facts: Mutable<PageFacts>,
  meta: Map<string, string[]>,
  links: Map<string, string[]>,
): void {
  // prettier-ignore
  const { attribs, name } = node
  const itemprop = attribs['itemprop']?.toLowerCase() ?? ''
  if (name === 'meta') {
    const key = (
      attribs['property'] ??
      attribs['name'] ??
      attribs['itemprop'] ??
      attribs['http-equiv'] ??
      ''
    ).toLowerCase()
    const content = attribs['content']?.trim()
    if (key && content) addTo(meta, key, content)
    return
  }
  if (name === 'link') {
    const { rel = '', href = '', type = '', title = '' } = attribs
    if (/^application\/(?:rss|atom|feed)\+(?:xml|json)$/i.test(type) && href) facts.feeds.push({ href, title })
    else if (rel && href) addTo(links, rel.toLowerCase(), href)
    return
  }
  if (name === 'html') facts.language = attribs['lang'] ?? attribs['xml:lang'] ?? facts.language
  else if (name === 'title' && facts.titleTag === null) facts.titleTag = textOf(node)
  else if (name === 'h1') {
    const text = textOf(node)
    if (text !== '') facts.headings.push({ text, label, inHeader: place.header })
    if (text !== '' && facts.headlineAt < 0) facts.headlineAt = place.at
  } else if (name === 'time' && !place.comment) {
    const text = textOf(node)
    const modified = /modif|updat/i.test(`${label} ${itemprop}`) || saysModified(place.before, text)
    facts.times.push({ datetime: attribs['datetime'] ?? attribs['data-datetime'] ?? '', text, modified, at: place.at })
  }
  if (place.comment) return
  if (itemprop.startsWith('date'))
    facts.itemDates.push({ name: itemprop, value: attribs['content'] ?? attribs['datetime'] ?? textOf(node) })
  const how =
    itemprop === 'author' || itemprop === 'creator'
      ? 'itemprop'
      : attribs['rel']?.split(/\s/).includes('author')
        ? 'rel'
        : authorLabel.test(label) && !notAuthor.test(label)
          ? 'label'
          : null
  if (how !== null && facts.bylines.length < 200) {
    const text = attribs['content'] ?? bylineText(node)
    if (text !== '' && text.length < 200) facts.bylines.push({ text, how, at: place.at })
  }
  if (dateLabel.test(label) && facts.dateLines.length < 200) {
    const text = textOf(node, 120)
    if (text !== '' && text.length < 100) {
      const modified = /modif|updat/i.test(label) || saysModified(place.before, text)
      facts.dateLines.push({ text, modified, at: place.at })
    }
  }
}

/** Is a date that of a change: "Updated March 3", or "Last reviewed on" just before it? */
const saysModified = (before: string, text: string): boolean =>
  /^\W*(?:last )?(?:updated|modified|edited|reviewed|revised)\b/i.test(text) ||
  /\b(?:updated|modified|edited|reviewed|revised|update)(?:\s+(?:on|at))?[\s:·|–-]*$/i.test(before)

/** More than these say nothing new. */
const mostValues = 50

function addTo(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key)
  if (!list) lists.set(key, [value])
  else if (list.length < mostValues) list.push(value)
}

/** Of an author's part the name alone, where the markup tells it. */
function bylineText(node: Element): string {
  const names: string[] = []
  const stack: AnyNode[] = [...node.children].reverse()
  for (let steps = 0; stack.length > 0 && steps < 300; steps++) {
    const at = stack.pop()!
    if (!isTag(at)) continue
    if (
      at.attribs['itemprop'] === 'name' ||
      at.attribs['rel']?.includes('author') ||
      authorLink.test(at.attribs['href'] ?? '')
    ) {
      const name = at.attribs['content'] ?? textOf(at)
      if (name !== '') names.push(name)
    } else stack.push(...[...at.children].reverse())
  }
  return names.length > 0 ? names.join('; ') : textOf(node, 400)
}

const unread = new Set(['script', 'style', 'noscript', 'svg', 'template', 'button', 'iframe'])
const parts = new Set(['p', 'div', 'li', 'br', 'h1', 'h2', 'h3', 'h4', 'span', 'td'])

/** The text of a node as one line, at most about `limit` characters. */
export function textOf(node: ParentNode, limit = 2000): string {
  let text = ''
  const stack: { node: ParentNode; next: number }[] = [{ node, next: 0 }]
  while (stack.length > 0 && text.length <= limit) {
    const open = stack.at(-1)!
    const child = open.node.children[open.next++]
    if (child === undefined) {
      stack.pop()
      const closed = open.node as Element
      if (parts.has(closed.name) && closed.name !== 'span') text += ' '
    } else if (isText(child)) text += child.data
    else if (isTag(child) && !unread.has(child.name)) {
      if (child.name === 'br') text += ' '
      stack.push({ node: child, next: 0 })
    }
  }
  return normalizeLine(text)
}
