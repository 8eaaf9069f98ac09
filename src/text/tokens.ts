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
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const word = match[0]
    const at = start + match.index
    tokens.push({ text: word, lower: word.toLowerCase().replaceAll('’', "'"), start: at, end: at + word.length })
  }
  return tokens
}
