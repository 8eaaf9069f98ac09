/** The title as the reader sees it: the headline on the page, checked against what the page says of itself. Pure. */
import { normalizeLine } from './normalize-text.ts'

export interface TitleEvidence {
  readonly headings: readonly { text: string; label: string; inHeader: boolean }[]
  readonly linked: string | null
  /** og:title, twitter:title and the like. */
  readonly meta: readonly string[]
  readonly titleTag: string | null
  readonly siteName: string | null
}

/** The site's name cut off: "Stocks fall | Example News" → "Stocks fall". */
export function withoutSite(title: string, siteName: string | null): string {
  const site = fold(siteName ?? '')
  const separators = [...title.matchAll(/ (?:[|·•»›]+|[–—-]{1,2}) /g)]
  const last = separators.at(-1)
  if (!last) return title
  const tail = title.slice(last.index + last[0].length)
  const isSite = (site !== '' && (fold(tail).includes(site) || site.includes(fold(tail)))) || /[|·•»›]/.test(last[0])
  const isShort = tail.split(' ').length <= 4 && last.index > 25 && site === ''
  if (!isSite && !isShort) return title
  return withoutSite(title.slice(0, last.index), siteName)
}

export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** A first level heading that other evidence bears out wins, for it is what the reader sees; then JSON-LD, og:title, `<title>`. */
export function readTitle(evidence: TitleEvidence): string | null {
  const { siteName } = evidence
  const said = [evidence.linked, ...evidence.meta, evidence.titleTag].flatMap((title) => {
    const line = title === null ? '' : normalizeLine(title)
    return line === '' ? [] : [withoutSite(line, siteName)]
  })
  const site = fold(siteName ?? '')
  const headings = evidence.headings.filter(
    ({ text }) => fold(text) !== '' && (fold(text) !== site || said.some((title) => fold(title) === site)),
  )
  let best: string | null = null
  let bestScore = 0
  for (const [index, { text, label, inHeader }] of headings.slice(0, 20).entries()) {
    let score = 1 - index * 0.1 + likeness(text, said) * 4
    if (/title|headline|heading/.test(label)) score += 0.3
    if (inHeader || /logo|brand|site-?(?:title|name)/.test(label)) score -= 1.5
    if (text.length < 8) score -= 0.5
    if (text.length > 250) score -= 2
    if (score > bestScore) {
      best = text
      bestScore = score
    }
  }
  return (best === null ? (said[0] ?? null) : normalizeLine(best)) || null
}

/** 0..1: how much of its words the best of the other titles shares. */
function likeness(text: string, others: readonly string[]): number {
  const words = wordsOf(text)
  let best = 0
  for (const other of others) {
    const theirs = wordsOf(other)
    let shared = 0
    for (const word of words) if (theirs.has(word)) shared++
    best = Math.max(
      best,
      shared / Math.max(1, Math.min(words.size, theirs.size), Math.max(words.size, theirs.size) * 0.6),
    )
  }
  return Math.min(1, best)
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
