/** A page as a row of text blocks (paragraphs, headings, list items, cells) and the regions that hold them. Pure, linear, no recursion. */
import { Element, isDocument, isTag, isText, type Document, type ParentNode } from 'domhandler'
import { normalizeLine } from './normalize-text.ts'

/** A block-level element. Regions nest; each holds the blocks `from` up to (not with) `to`. */
export interface Region {
  readonly element: Element
  readonly parent: Region | null
  readonly children: Region[]
  readonly from: number
  to: number
  /** Class names, id and the like, in lower case. */
  readonly label: string
  /** Worth of its text as article text, in characters; junk counts little. */
  worth: number
  /** Characters of text, and those of them inside links. */
  chars: number
  linkChars: number
  /** Why it is not part of the article; null while it may be. */
  removedBy: string | null
}

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'code' | 'cell'

export interface Block {
  readonly kind: BlockKind
  readonly text: string
  readonly region: Region
  readonly linkChars: number
  /** Characters in links to a place on the same page. */
  readonly anchorChars: number
  /** Characters in bold or italics. */
  readonly strongChars: number
  /** Heading level 1 to 6, else 0. */
  readonly level: number
  /** The list or table row it belongs to, so that its neighbours can be joined. */
  readonly group: Region | null
  removedBy: string | null
}

export interface PageBlocks {
  readonly root: Region
  readonly regions: Region[]
  readonly blocks: Block[]
}

/** What never holds text to read. */
const silent = new Set(
  (
    'script style noscript template iframe object embed applet svg math canvas video audio map select option optgroup datalist textarea ' +
    'button input meter progress head link meta title base area track source param frameset frame noframes dialog menu'
  ).split(' '),
)
const inline = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong ' +
    'sub sup time tt u var wbr img picture amp-img output'
  ).split(' '),
)
const strong = new Set(['b', 'strong', 'em', 'i'])

interface Open {
  node: ParentNode
  region: Region
  next: number
  kind: BlockKind
  level: number
  group: Region | null
  links: number
  anchors: number
  strongs: number
}

/** Reads a tree of nodes; what `silent` elements hold is left out. */
export function readBlocks(body: Element | Document): PageBlocks {
  const regions: Region[] = []
  const blocks: Block[] = []
  const top = isDocument(body) ? new Element('html', {}) : body
  const root = openRegion(top, null, 0)
  regions.push(root)
  const stack: Open[] = [
    { node: body, region: root, next: 0, kind: 'paragraph', level: 0, group: null, links: 0, anchors: 0, strongs: 0 },
  ]
  let text = ''
  let linkChars = 0
  let anchorChars = 0
  let strongChars = 0
  let breaks = 0
  /** The number an item of an ordered list shows, until its first words are written. */
  let pending: number | null = null
  const numbers = new Map<Region, number>()

  const flush = (open: Open): void => {
    const line = text === '' ? '' : open.kind === 'code' ? text.trim() : normalizeLine(text)
    if (line !== '') {
      const numbered = pending === null ? line : `${pending}. ${line}`
      pending = null
      blocks.push({
        kind: open.kind,
        text: numbered,
        region: open.region,
        linkChars: Math.min(linkChars, line.length),
        anchorChars: Math.min(anchorChars, line.length),
        strongChars: Math.min(strongChars, line.length),
        level: open.level,
        group: open.group,
        removedBy: null,
      })
    }
    text = ''
    linkChars = anchorChars = strongChars = breaks = 0
  }

  for (;;) {
    const open = stack.at(-1)!
    const node = open.node.children[open.next++]
    if (node === undefined) {
      stack.pop()
      const outer = stack.at(-1)
      if (open.region !== outer?.region) {
        flush(open)
        open.region.to = blocks.length
        if (open.region.element.name === 'li') pending = null
      }
      if (!outer) break
      continue
    }
    if (isText(node)) {
      if (node.data === '') continue
      text += node.data
      const written = node.data.trim().length
      if (written > 0) breaks = 0
      if (open.links > 0) linkChars += written
      if (open.anchors > 0) anchorChars += written
      if (open.strongs > 0) strongChars += written
      continue
    }
    if (!isTag(node)) continue
    const name = node.name
    if (silent.has(name) && !(name === 'button' && open.kind === 'heading')) continue
    if (name === 'br') {
      text += open.kind === 'code' ? '\n' : ' '
      if (++breaks === 2) {
        flush(open)
        breaks = 2
      }
      continue
    }
    const { href } = node.attribs
    const anchors = open.anchors + (name === 'a' && href?.startsWith('#') ? 1 : 0)
    const links = open.links + (name === 'a' && href !== undefined && !href.startsWith('#') ? 1 : 0)
    const strongs = open.strongs + (strong.has(name) ? 1 : 0)
    if (inline.has(name) || name === 'button') {
      stack.push({ ...open, node, next: 0, links, anchors, strongs })
      continue
    }
    flush(open)
    const region = openRegion(node, open.region, blocks.length)
    open.region.children.push(region)
    regions.push(region)
    if (name === 'li') pending = numberOf(node, region.parent, numbers)
    stack.push({ node, region, next: 0, links, anchors, strongs, ...kindOf(name, open, region) })
  }
  return { root, regions, blocks }
}

function numberOf(item: Element, list: Region | null, numbers: Map<Region, number>): number | null {
  if (list?.element.name !== 'ol') return null
  const start = Number.parseInt(item.attribs['value'] ?? '', 10)
  const before = numbers.get(list) ?? (Number.parseInt(list.element.attribs['start'] ?? '1', 10) || 1) - 1
  const number = Number.isNaN(start) ? before + 1 : start
  numbers.set(list, number)
  return number
}

function kindOf(name: string, open: Open, region: Region): Pick<Open, 'kind' | 'level' | 'group'> {
  if (/^h[1-6]$/.test(name)) return { kind: 'heading', level: Number(name[1]), group: null }
  if (name === 'li' || name === 'dd' || name === 'dt') return { kind: 'item', level: 0, group: region.parent }
  if (name === 'td' || name === 'th') return { kind: 'cell', level: 0, group: region.parent }
  if (name === 'blockquote') return { kind: 'quote', level: 0, group: null }
  if (name === 'pre') return { kind: 'code', level: 0, group: null }
  if (name === 'ul' || name === 'ol' || name === 'dl' || name === 'table' || name === 'tr') {
    return { kind: 'paragraph', level: 0, group: null }
  }
  // What is inside a heading, item, cell or quotation stays one.
  return { kind: open.kind, level: open.level, group: open.group }
}

function openRegion(element: Element, parent: Region | null, from: number): Region {
  const { class: classes = '', id: ownId = '', role = '' } = element.attribs
  // An id of many words is a heading's text, not a layout name.
  const id = ownId.split('-').length > 3 ? '' : ownId
  const more = element.attribs['data-testid'] ?? element.attribs['data-component'] ?? element.attribs['data-type'] ?? ''
  return {
    element,
    parent,
    children: [],
    from,
    to: from,
    label: `${classes} ${id} ${role} ${more}`.toLowerCase().trim(),
    worth: 0,
    chars: 0,
    linkChars: 0,
    removedBy: null,
  }
}
