/** Splits text into sentences with offsets, never inside "Corp. said", "U.S. stocks", "5.25 percent" or "(NYSE: GS)". */

export interface TextRange {
  readonly start: number
  readonly end: number
  /** Which paragraph (block of lines) it stands in, from 0. */
  readonly paragraph: number
}

const abbreviations = new Set(
  (
    'mr mrs ms dr prof st jr sr inc corp co ltd plc llc cos bros vs no nos fig est approx dept gov sen rep gen col lt sgt capt ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ave blvd a.m p.m u.s u.k e.u u.n d.c ' +
    'i.e e.g etc al cf ph.d m.d b.a m.a n.v s.a s.p.a a.g pct'
  ).split(' '),
)
const closing = /["”’')\]]/

/** Sentences of the text in order, of bounded length; blank stretches belong to none. Linear in the length. */
export function splitSentences(text: string): TextRange[] {
  const ranges: TextRange[] = []
  let paragraph = 0
  let from = -1
  let to = -1
  for (const block of text.matchAll(/[^\n]+/g)) {
    const end = block.index + block[0].length
    if (from >= 0 && block.index === to + 1 && isWrapped(text, from, to, block[0])) {
      to = end
      continue
    }
    if (from >= 0) splitLine(text, from, to, paragraph++, ranges)
    from = block.index
    to = end
  }
  if (from >= 0) splitLine(text, from, to, paragraph++, ranges)
  return ranges
}

const wrapWidth = 40
const goesOn =
  /(?:,|\b(?:a|about|an|and|are|around|as|at|be|by|effective|for|from|further|has|have|in|is|its|least|nearly|of|on|or|over|per|than|that|the|to|was|were|will|with))$/i

/** Was a line broken to fit a page (as statements and mails are) and goes on in the next? */
function isWrapped(text: string, from: number, to: number, next: string): boolean {
  const lineStart = Math.max(from, text.lastIndexOf('\n', to - 1) + 1)
  if (to - lineStart < wrapWidth) return false
  const last = text.slice(Math.max(lineStart, to - 24), to).trimEnd()
  return (
    !/[.!?:;…]["”’)\]]?$/u.test(last) &&
    (/^\s*\p{Ll}/u.test(next) || (goesOn.test(last) && /^\s*[\p{L}\p{N}$€£]/u.test(next)))
  )
}

function splitLine(text: string, from: number, to: number, paragraph: number, ranges: TextRange[]): void {
  let start = from
  for (let i = from; i < to; i++) {
    const sign = text[i]
    if (sign !== '.' && sign !== '!' && sign !== '?' && sign !== '…') continue
    let end = i + 1
    while (end < to && (closing.test(text[end]!) || text[end] === '.' || text[end] === '!' || text[end] === '?')) end++
    if (end < to && !/\s/.test(text[end]!)) continue
    if (sign === '.' && end === i + 1 && !endsSentence(text, start, i, to)) continue
    push(text, start, end, paragraph, ranges)
    start = end
    i = end - 1
  }
  push(text, start, to, paragraph, ranges)
}

/** Is the full stop at `dot` an end, or part of an abbreviation, an initial or a list number? */
function endsSentence(text: string, start: number, dot: number, to: number): boolean {
  let wordStart = dot
  while (wordStart > start && dot - wordStart < 20 && /[\p{L}\p{N}.&]/u.test(text[wordStart - 1]!)) wordStart--
  const word = text.slice(wordStart, dot)
  let next = dot + 1
  while (next < to && /[\s"“‘'(]/.test(text[next]!)) next++
  if (next >= to) return true
  const follows = text[next]!
  if (/\p{Ll}/u.test(follows)) return false
  if (/^\p{Lu}$/u.test(word)) return false
  const lower = word.toLowerCase()
  // "J.P. Morgan", "D.R. Horton": two initials before a capital belong to a name.
  if (/^\p{Lu}\.\p{Lu}$/u.test(word) && !abbreviations.has(lower))
    return /^(?:The|A|An|It|In|But|And)\b/.test(text.slice(next, next + 6))
  if (!abbreviations.has(lower)) return true
  // "… in the U.S. The Fed …": an abbreviation that can end a sentence does so before an article or pronoun.
  return (
    /^(?:u\.s|u\.k|e\.u|inc|corp|co|ltd|plc|etc|a\.m|p\.m|d\.c)$/.test(lower) &&
    /^(?:The|A|An|It|In|But|And|He|She|They|This|That|We|On|At|For|Its|However|Meanwhile|Shares|Analysts|Investors)\b/.test(
      text.slice(next, next + 12),
    )
  )
}

/** No sentence of a person's is longer; what has no end is cut, so that work within a sentence stays bounded. */
const longest = 2000

function push(text: string, from: number, to: number, paragraph: number, ranges: TextRange[]): void {
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  while (to - from > longest) {
    const cut = cutBefore(text, from, from + longest)
    ranges.push({ start: from, end: cut, paragraph })
    from = cut
    while (/\s/.test(text[from]!)) from++
  }
  if (to > from) ranges.push({ start: from, end: to, paragraph })
}

/** After the last word that ends by `limit`; where there is no blank, at `limit`, but never within a character. */
function cutBefore(text: string, from: number, limit: number): number {
  let blank = limit
  while (blank > from && !/\s/.test(text[blank]!)) blank--
  while (blank > from && /\s/.test(text[blank - 1]!)) blank--
  if (blank > from) return blank
  return /[\uDC00-\uDFFF]/.test(text[limit]!) ? limit - 1 : limit
}
