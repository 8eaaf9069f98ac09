/** Finds the part of the page that is the article, and takes out of it what is not. Pure. */
import type { Block, PageBlocks, Region } from './blocks.ts'
import type { CheerioAPI } from 'cheerio/slim'
import type { Element } from 'domhandler'
import { junkReason, looksLikeBody } from './labels.ts'
import type { SiteRule } from './sites.ts'

const elementsOf = (selectors: readonly string[] | undefined, $: CheerioAPI | undefined): Set<Element> =>
  new Set(selectors && $ ? selectors.flatMap((selector) => $(selector).toArray() as Element[]) : [])

/** Adds up worth, characters and link characters from the blocks into every region that holds them. */
export function weigh({ regions, blocks }: PageBlocks): void {
  for (const region of regions) region.worth = region.chars = region.linkChars = 0
  for (const block of blocks) {
    const { region } = block
    region.chars += block.text.length
    region.linkChars += block.linkChars
    if (block.removedBy === null) region.worth += worthOf(block)
  }
  // Regions are in document order, so that inner ones come after the ones that hold them.
  for (let i = regions.length - 1; i > 0; i--) {
    const region = regions[i]!
    const outer = region.parent!
    outer.chars += region.chars
    outer.linkChars += region.linkChars
    if (region.removedBy === null) outer.worth += region.worth
  }
}

/** How much a block looks like a paragraph of an article, in characters. */
function worthOf({ kind, text, linkChars }: Block): number {
  const free = 1 - linkChars / text.length
  if (free < 0.5) return 0
  const length = text.length * free * free
  if (kind === 'heading') return 0
  if (kind === 'cell') return text.length > 150 ? length * 0.3 : 0
  const sentence = /[.!?…:;"”’)]$/.test(text)
  const whole = text.length >= 80 || (text.length >= 40 && sentence)
  if (!whole) return sentence ? length * 0.3 : 0
  return kind === 'item' ? length * 0.7 : length
}

/** Reasons that hold however much text they take away: readers' comments and questions of consent can be longer than the article. */
const certain = /comment|consent|cookie|onetrust|gdpr|disqus|related|recommend|recirc|taboola|outbrain|navigation/

/**
 * Takes out parts by tag, role and label. A reason that would take away half of the page's text is no reason on this page:
 * builders name everything "widget", and some hide the article until a script has run.
 */
export function removeByLabel(page: PageBlocks, rule?: SiteRule, $?: CheerioAPI): void {
  const ruled = elementsOf(rule?.remove, $)
  const total = page.root.worth
  const reasons = new Map<Region, string>()
  const taken = new Map<string, number>()
  for (const region of page.regions) {
    const { name, attribs } = region.element
    if (region.parent && reasons.has(region.parent)) {
      reasons.set(region, reasons.get(region.parent)!)
      continue
    }
    if (name === 'body' || name === 'html' || name === 'article' || name === 'main') continue
    const reason = name === 'figure' ? figureReason(page, region) : junkReason(name, region.label, attribs)
    if (reason === null || region.worth >= total * (certain.test(reason) ? 0.85 : 0.5)) continue
    reasons.set(region, reason)
    taken.set(reason, (taken.get(reason) ?? 0) + region.worth)
  }
  const trusted = (reason: string): boolean => taken.get(reason)! < total * 0.4 || certain.test(reason)
  for (const region of page.regions) {
    if (region.parent?.removedBy) region.removedBy = region.parent.removedBy
    else if (ruled.has(region.element)) region.removedBy = 'site rule'
    else {
      const reason = reasons.get(region)
      if (reason !== undefined && trusted(reason)) region.removedBy = reason
    }
  }
}

/** A picture with its caption; but some editors also put tables, quotations and code into figures. */
function figureReason({ blocks }: PageBlocks, { from, to }: Region): string | null {
  for (let i = from; i < to; i++) if (blocks[i]!.kind !== 'paragraph') return null
  return '<figure>'
}

/** The region that is the article: named as such and worth enough, else the innermost that holds nearly all worth. */
export function chooseContainer(page: PageBlocks, rule?: SiteRule, $?: CheerioAPI): Region {
  const ruled = elementsOf(rule?.text, $)
  const own = ruled.size === 0 ? undefined : page.regions.find(({ element }) => ruled.has(element))
  if (own) return own
  const total = page.root.worth
  const named = page.regions.filter(
    (region) =>
      region.removedBy === null &&
      region.worth >= total * 0.4 &&
      (region.element.attribs['itemprop'] === 'articleBody' || looksLikeBody(region.label)),
  )
  let at = page.root
  if (named.length > 0) {
    at = named.reduce((best, region) => (region.worth >= best.worth * 0.95 ? region : best))
    at = holdingAlike(page, at)
  } else {
    const articles = page.regions.filter(
      ({ element, worth, removedBy }) => element.name === 'article' && removedBy === null && worth >= total * 0.5,
    )
    at = articles.at(-1) ?? at
  }
  for (;;) {
    const inner = at.children.find((child) => child.removedBy === null && child.worth >= at.worth * 0.92)
    if (!inner || inner.worth === 0) return at
    at = inner
  }
}

/** Some pages cut the article into several parts of one name: then the article is what holds them all. */
function holdingAlike(page: PageBlocks, chosen: Region): Region {
  const alike = page.regions.filter(
    ({ label, worth, removedBy }) => label === chosen.label && removedBy === null && worth >= chosen.worth * 0.05,
  )
  if (chosen.label === '' || alike.length < 2) return chosen
  const lines = alike.map(lineage)
  let shared = page.root
  for (let depth = 0; ; depth++) {
    const region = lines[0]![depth]
    if (!region || lines.some((line) => line[depth] !== region)) return shared
    shared = region
  }
}

function lineage(region: Region): Region[] {
  const line: Region[] = []
  for (let at: Region | null = region; at; at = at.parent) line.push(at)
  return line.reverse()
}
