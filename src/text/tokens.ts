/** Splits text into words, numbers and signs, each with its offsets. "U.S. rates rose 0.25%" · "Moody's" · "3.50%-3.75%" */

export interface Token {
  readonly text: string
  /** `text` in lower case with typographic apostrophes made plain, for look-ups. */
  readonly lower: string
  /** UTF-16 offsets into the field (title or text) the sentence belongs to. */
  readonly start: number
  readonly end: number
}

// Initialisms (U.S.), words with inner apostrophes, ampersands or hyphens (S&P, year-to-date), numbers with separators, else one sign.
const pattern =
  /(?:\p{Lu}\.){2,}|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:[’'&.-][\p{L}\p{N}]+)*|\p{N}+(?:[.,]\p{N}+)*|[^\s\p{L}\p{N}]/gu

/** Tokens of `text.slice(start, end)`, in order; linear in the length. */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = []
  const source = text.slice(start, end)
  const lower = lowerOf(source)
  pattern.lastIndex = 0
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    const from = match.index
    const to = from + match[0].length
    tokens.push({ text: match[0], lower: lower.slice(from, to), start: start + from, end: start + to })
  }
  return tokens
}

/** In lower case and of the same length, which "İ" alone would change. */
function lowerOf(text: string): string {
  const lower = text.toLowerCase().replaceAll('’', "'")
  return lower.length === text.length ? lower : text.replaceAll('İ', 'I').toLowerCase().replaceAll('’', "'")
}
