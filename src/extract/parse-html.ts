/** HTML to a tree, within limits: a page nested or grown beyond reason is read as far as the limit, and that is said. */
import { load, type CheerioAPI } from 'cheerio/slim'
import { DomHandler, Parser } from 'htmlparser2'

export interface Limits {
  readonly depth: number
  readonly nodes: number
}
/** Real pages stay below 100 levels and 50,000 elements; beyond these numbers nobody wrote an article. */
export const pageLimits: Limits = { depth: 1000, nodes: 300_000 }

export interface ParsedPage {
  readonly $: CheerioAPI
  /** Why reading ended before the end of the page, or null. */
  readonly cutBy: 'depth' | 'nodes' | null
}

const chunk = 16_384

/** The tree of a page; never throws on any input, linear in its length. */
export function parseHtml(html: string, limits: Limits = pageLimits): ParsedPage {
  let depth = 0
  let nodes = 0
  let cutBy: ParsedPage['cutBy'] = null
  class Counting extends DomHandler {
    override onopentag(name: string, attributes: Record<string, string>): void {
      if (++depth > limits.depth) cutBy ??= 'depth'
      if (++nodes > limits.nodes) cutBy ??= 'nodes'
      super.onopentag(name, attributes)
    }
    override onclosetag(): void {
      depth--
      super.onclosetag()
    }
  }
  const handler = new Counting()
  const parser = new Parser(handler, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true })
  // In pieces, because the parser's cost per tag grows with the depth and only between pieces can it be stopped.
  for (let at = 0; at < html.length && cutBy === null; at += chunk) parser.write(html.slice(at, at + chunk))
  parser.end()
  return { $: load(handler.dom, { xml: { xmlMode: false, decodeEntities: true } }), cutBy }
}
