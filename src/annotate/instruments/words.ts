/** Turns text into the words that names are matched by: "Coca-Cola’s" → coca, cola · "J.P. Morgan" → jp, morgan · "AT&T" → at&t. */
import type { Token } from '../../text/tokens.ts'

export interface Word {
  /** Lower case, without marks and dots: "kohl's", "jp". */
  readonly norm: string
  /** `norm` without a possessive ending. */
  readonly bare: string
  readonly start: number
  readonly end: number
  /** Begins with a capital or a digit. */
  readonly capital: boolean
  /** Written in capitals throughout, two letters or more. */
  readonly shouted: boolean
  /** A small letter first, a capital later: "eBay". */
  readonly mixed: boolean
  readonly possessive: boolean
  /** Follows the word before it after a hyphen, a blank or nothing but a full stop; a comma or bracket breaks names. */
  readonly joined: boolean
  /** A part of a hyphenated word, not its first. */
  readonly hyphened: boolean
}

const and = {
  norm: 'and',
  bare: 'and',
  capital: true,
  shouted: false,
  mixed: false,
  possessive: false,
  hyphened: false,
}
const marks = /\p{M}/gu
const initial = /^\p{Lu}\.?$/u
const capitals = /^[\p{Lu}\p{N}]/u
const connecting = /^[.\-–\s,/&]$/u
/** Nearly all words; they need nothing unfolded. */
const plainWord = /^[A-Za-z0-9]+$/
/** Keys of brands that are written small though their registered names are not. */
export const smallBrand = /^(?:ebay|lululemon|irobot|iqiyi|bebe)/

/** Form under which a word is looked up. */
export function normWord(text: string): string {
  if (plainWord.test(text)) return text.toLowerCase()
  const plain = text.toLowerCase().replaceAll('’', "'")
  const folded = plain.normalize('NFD').replace(marks, '')
  return folded.endsWith('.') || /^(?:\p{L}\.)+/u.test(folded) ? folded.replaceAll('.', '') : folded
}

/** The words of a stretch of tokens; hyphenated tokens count as several words, "&" as "and", single letters in a row as one. */
export function wordsOf(tokens: readonly Token[]): Word[] {
  const words: Word[] = []
  let joined = false
  for (const token of tokens) {
    const sign = token.text
    if (plainWord.test(sign)) {
      push(words, sign, token.start, joined, false)
      joined = true
    } else if (/^[\p{L}\p{N}]/u.test(sign)) {
      let from = 0
      for (const part of sign.split('-')) {
        if (part !== '') {
          push(words, part, token.start + from, joined, from > 0)
          joined = true
        }
        from += part.length + 1
      }
    } else if (sign === '&') {
      words.push({ ...and, start: token.start, end: token.end, joined })
      joined = true
    } else if (sign === "'" || sign === '’') {
      // A bare apostrophe after a word in -s is its possessive ("Nike's" is one token, "Airbus’" two).
      const last = words.at(-1)
      if (last && last.end === token.start && last.norm.endsWith('s'))
        words[words.length - 1] = { ...last, possessive: true }
      joined = false
    } else {
      joined = joined && connecting.test(sign) && sign !== ',' && sign !== '/'
      if (sign === ',') joined = false
    }
  }
  return words
}

function push(words: Word[], part: string, start: number, joined: boolean, hyphened: boolean): void {
  const possessive = part.length > 2 && /['’]s$/i.test(part)
  const bare = possessive ? part.slice(0, -2) : part
  const norm = normWord(bare)
  const small = norm === bare && bare >= 'a' && bare < '{'
  const last = words.at(-1)
  // "W. P. Carey", "J. P. Morgan": initials belong together.
  if (
    last &&
    joined &&
    bare.length <= 2 &&
    !possessive &&
    initial.test(bare) &&
    last.capital &&
    /^\p{L}{1,2}$/u.test(last.norm)
  ) {
    words[words.length - 1] = {
      ...last,
      norm: last.norm + norm,
      bare: last.norm + norm,
      shouted: true,
      end: start + part.length,
    }
    return
  }
  words.push({
    norm: possessive ? `${norm}'s` : norm,
    bare: norm,
    start,
    end: start + part.length,
    capital: !small && capitals.test(bare),
    shouted: !small && bare.length > 1 && bare === bare.toUpperCase() && /\p{Lu}/u.test(bare),
    mixed: !small && /^\p{Ll}+\p{Lu}/u.test(bare),
    possessive,
    joined,
    hyphened,
  })
}
