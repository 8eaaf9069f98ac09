/** A feed's XML as items of plain fields, read tolerantly: not well-formed, any prefix, any case. No entity of a feed's own is expanded. Pure. */
import { DomHandler, Parser } from 'htmlparser2'
import { isCDATA, isTag, isText, type AnyNode, type Element, type ParentNode } from 'domhandler'
import { parseHtml } from './parse-html.ts'
import { textOf } from './page-facts.ts'
import { normalizeLine } from './normalize-text.ts'

export interface FeedField {
  /** Local name in lower case; with its prefix where that is not the feed's own: `dc:date`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** Text as written, entities of XML decoded. */
  readonly text: string
  readonly node: Element
}
export interface FeedTree {
  readonly kind: 'rss' | 'atom' | 'rdf' | 'sitemap'
  readonly channel: FeedField[]
  readonly items: FeedField[][]
  /** `xml:base` of the root, if any. */
  readonly base: string | null
  /** There were more items than are read. */
  readonly cut: boolean
}

export const maxItems = 10_000
const maxDepth = 200
const roots: Record<string, FeedTree['kind']> = {
  rss: 'rss', channel: 'rss', feed: 'atom', rdf: 'rdf', urlset: 'sitemap', item: 'rss', entry: 'atom', items: 'rss',
} // prettier-ignore
const itemNames = new Set(['item', 'entry', 'url'])

/** null when there is nothing of a feed in it. */
export function readFeedTree(xml: string): FeedTree | null {
  const root = parseXml(xml)
  const top = firstNamed(root, (name) => roots[local(name)] !== undefined)
  if (!top) return null
  const kind = roots[local(top.name)]!
  const prefix = top.name.includes(':') ? top.name.slice(0, top.name.indexOf(':') + 1).toLowerCase() : null
  const items: FeedField[][] = []
  const channel: FeedField[] = []
  let cut = false
  const stack: { node: ParentNode; next: number; inItem: boolean; channelLevel: boolean }[] = [
    { node: root, next: 0, inItem: false, channelLevel: false },
  ]
  while (stack.length > 0) {
    const open = stack.at(-1)!
    const node = open.node.children[open.next++]
    if (node === undefined) {
      stack.pop()
      continue
    }
    if (!isTag(node)) continue
    const name = local(node.name)
    const ownItem = kind === 'sitemap' ? name === 'url' : itemNames.has(name) && name !== 'url'
    if (ownItem && (!node.name.includes(':') || ownPrefix(node.name, prefix))) {
      if (items.length >= maxItems) cut = true
      else items.push(fieldsOf(node, prefix))
      // Items that were never closed hold the next ones.
      stack.push({ node, next: 0, inItem: true, channelLevel: false })
    } else if (!open.inItem || itemNamesInside(node)) {
      if (!open.inItem && stack.length <= 4) channel.push(fieldOf(node, prefix))
      stack.push({ node, next: 0, inItem: open.inItem, channelLevel: false })
    }
  }
  return { kind, channel, items, base: top.attribs['xml:base'] ?? null, cut }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase()
const ownPrefix = (name: string, prefix: string | null): boolean =>
  prefix !== null ? name.toLowerCase().startsWith(prefix) : /^(?:atom\d*|a10|rss\d*|ns\d+):/i.test(name)

/** Only a direct look: deeper ones are found when this one is walked. */
const itemNamesInside = (node: Element): boolean =>
  node.children.some((child) => isTag(child) && itemNames.has(local(child.name)))

function fieldOf(node: Element, prefix: string | null): FeedField {
  const lower = node.name.toLowerCase()
  const name = ownPrefix(lower, prefix) ? local(lower) : lower
  return { name, attributes: node.attribs, text: rawText(node), node }
}

function fieldsOf(item: Element, prefix: string | null): FeedField[] {
  const fields: FeedField[] = []
  for (const child of item.children) {
    if (!isTag(child) || itemNames.has(local(child.name))) continue
    fields.push(fieldOf(child, prefix))
    // News sitemaps, Yahoo's media groups and Atom's sources keep what is wanted one level deeper.
    if (/^(?:news:news|media:group|author|dc:creator)$/i.test(child.name)) {
      for (const inner of child.children) if (isTag(inner)) fields.push(fieldOf(inner, prefix))
    }
  }
  return fields
}

function parseXml(xml: string): ParentNode {
  let depth = 0
  let stop = false
  class Counting extends DomHandler {
    override onopentag(name: string, attributes: Record<string, string>): void {
      if (++depth > maxDepth) stop = true
      super.onopentag(name, attributes)
    }
    override onclosetag(): void {
      depth--
      super.onclosetag()
    }
  }
  const handler = new Counting()
  const parser = new Parser(handler, { xmlMode: true, decodeEntities: true, lowerCaseAttributeNames: true })
  for (let at = 0; at < xml.length && !stop; at += 65_536) parser.write(xml.slice(at, at + 65_536))
  parser.end()
  return handler.root
}

function firstNamed(root: ParentNode, wanted: (name: string) => boolean): Element | null {
  const queue: ParentNode[] = [root]
  for (let at = 0; at < queue.length && at < 5000; at++) {
    for (const child of queue[at]!.children) {
      if (!isTag(child)) continue
      if (wanted(child.name)) return child
      queue.push(child)
    }
  }
  return null
}

/** All text below a node, character data included, as written. */
function rawText(node: Element): string {
  let text = ''
  const stack: AnyNode[] = [...node.children].reverse()
  for (let steps = 0; stack.length > 0 && steps < 5000; steps++) {
    const at = stack.pop()!
    if (isText(at)) text += at.data
    else if (isCDATA(at) || isTag(at)) stack.push(...[...at.children].reverse())
  }
  return text
}

/** HTML or doubly escaped text as one plain line. */
export function plainLine(text: string): string {
  let line = text
  for (let round = 0; round < 2 && /<[a-z!/]|&[#a-z]/i.test(line); round++) {
    line = textOf(
      parseHtml(`<div>${line.slice(0, 100_000)}</div>`)
        .$.root()
        .get(0)!,
      20_000,
    )
  }
  return normalizeLine(line)
}
