/**
 * Which items of a feed are taken: a rule is words, with `*` for any run of characters, found in the title or the address. Pure.
 * "earnings" · "rate cut*" · "title:opinion" · "url:/sport/"
 */
import type { FeedItem } from './feed-item.ts'

export interface FeedRules {
  /** Where there are any, an item has to match one. */
  readonly keep: readonly string[]
  /** An item that matches one is left out, whatever else it matches. */
  readonly block: readonly string[]
}

export const noRules: FeedRules = { keep: [], block: [] }

export function takesItem({ keep, block }: FeedRules, item: Pick<FeedItem, 'title' | 'link'>): boolean {
  const matches = (rule: string): boolean => matchesItem(rule, item)
  return !block.some(matches) && (keep.length === 0 || keep.some(matches))
}

function matchesItem(rule: string, { title, link }: Pick<FeedItem, 'title' | 'link'>): boolean {
  const [, where, words] = /^(?:(title|url):)?([\s\S]*)$/i.exec(rule.trim())!
  const asked = where?.toLowerCase()
  return (
    (asked !== 'url' && title !== null && found(words!, title, true)) ||
    (asked !== 'title' && link !== null && found(words!, link, asked !== 'url'))
  )
}

/** The leftmost place of each piece between stars is as good as any, so it is linear. `whole`: words count only as a whole. */
function found(words: string, text: string, whole: boolean): boolean {
  const pieces = fold(words).split('*')
  if (pieces.every((piece) => piece === '')) return false
  const inside = fold(text)
  const last = pieces.length - 1
  const fits = (piece: string, at: number, index: number): boolean =>
    !whole || piece === '' || ((index > 0 || !joins(inside, at)) && (index < last || !joins(inside, at + piece.length)))
  let from = 0
  for (const [index, piece] of pieces.entries()) {
    let at = inside.indexOf(piece, from)
    while (at >= 0 && !fits(piece, at, index)) at = inside.indexOf(piece, at + 1)
    if (at < 0) return false
    from = at + piece.length
  }
  return true
}

const letter = /[\p{L}\p{N}]/u
/** Does a word go on over this place? */
const joins = (text: string, at: number): boolean =>
  at > 0 && at < text.length && letter.test(text[at - 1]!) && letter.test(text[at]!)

const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' ') // prettier-ignore
