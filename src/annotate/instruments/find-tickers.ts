/** Explicit tickers: "(NYSE: GS)" · "$TSLA" · "<JNJ.N>", "GOOGL.O", "BRK.B", "NVDA US" · "GoPro (GPRO)" · "NOG Announces". */
import type { Sentence } from '../../doc.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { RuleName } from './rules.ts'
import { keyOf } from './gazetteer.ts'

export interface Hit {
  readonly symbol: string
  /** Offsets into the sentence's field. */
  readonly start: number
  readonly end: number
  readonly rule: RuleName
}

const exchanges =
  '(?:NYSE|Nyse)(?: ?(?:American|AMERICAN|Arca|ARCA|MKT))?|(?:NASDAQ|Nasdaq|NasdaqGS|NasdaqGM|NasdaqCM)(?: ?(?:GS|GM|CM|Global Select(?: Market)?|Global Market|Capital Market))?|AMEX|C(?:BOE|boe)|BATS|OTC(?:QB|QX|PK|BB|MKTS| Markets| Pink| QB| QX)?|Pink Sheets'
const ticker = '[A-Z]{1,5}(?:[.\\-/][A-Z]{1,2})?'
const listed = new RegExp(
  `\\b(?:${exchanges})\\s?:\\s?\\$?(${ticker}(?:(?:[,;/]| and)\\s?\\$?${ticker}(?![\\w:]))*)(?![a-z])`,
  'g',
)
const inList = new RegExp(ticker, 'g')
const cashtag = /(?<![\w$])\$([A-Z]{1,5}(?:\.[A-Z])?)(?![\w.]*\d)\b/g
const coded = /(?<![\w.])<?([A-Z]{1,5})\.(NYSE|NASDAQ|OQ|[NOKABC])\b>?(?!\.?\w)/g
const dashed = /\b([A-Z]{2,4})-([AB])\b/g
const bloomberg = /(?<=\()([A-Z]{1,5}) U[SNQ](?: Equity)?(?=\))/g
const bracketed = /\((?:ticker:? ?|symbol:? ?)?([A-Z]{1,5}(?:[.\-][A-Z])?)\)/g

/** Tickers written as such, in the order of the text. Linear in its length. */
export function findTickers(sentence: Sentence, gazetteer: Gazetteer): Hit[] {
  const { text, start: base } = sentence
  const hits: Hit[] = []
  const add = (written: string, at: number, length: number, rule: RuleName): void => {
    const symbol = gazetteer.resolve(written)
    if (symbol === undefined) return
    const start = base + at
    const end = start + length
    hits.push({ symbol, start, end, rule })
  }
  if (/:/.test(text)) {
    for (const match of text.matchAll(listed)) {
      const list = match[1] ?? ''
      const from = match.index + match[0].length - list.length
      for (const one of list.matchAll(inList)) add(one[0], from + one.index, one[0].length, 'exchange-and-ticker')
    }
  }
  if (text.includes('$')) {
    for (const match of text.matchAll(cashtag)) add(match[1]!, match.index + 1, match[1]!.length, 'cashtag')
  }
  for (const match of text.matchAll(coded)) {
    const [whole, symbol = '', suffix = ''] = match
    const at = match.index + (whole.startsWith('<') ? 1 : 0)
    const share = `${symbol}.${suffix}`
    if (gazetteer.resolve(share) !== undefined) add(share, at, share.length, 'class-or-exchange-code')
    else if (suffix !== 'B' && suffix !== 'C' && (symbol.length > 1 || whole.startsWith('<'))) {
      add(symbol, at, share.length, 'class-or-exchange-code')
    }
  }
  for (const match of text.matchAll(dashed)) {
    if (gazetteer.instrument(`${match[1]}.${match[2]}`))
      add(match[0], match.index, match[0].length, 'class-or-exchange-code')
  }
  if (text.includes('(')) {
    for (const match of text.matchAll(bloomberg)) add(match[1]!, match.index, match[0].length, 'class-or-exchange-code')
    for (const match of text.matchAll(bracketed)) {
      const written = match[1]!
      const symbol = gazetteer.resolve(written)
      if (symbol === undefined || !namedBefore(text, match.index, symbol, gazetteer)) continue
      add(
        written,
        match.index + match[0].length - 1 - written.length,
        written.length,
        'ticker-in-brackets-after-its-name',
      )
    }
  }
  const initials = initialsOf(text, gazetteer)
  if (initials !== undefined) add(initials, 0, initials.length, 'ticker-that-is-its-initials')
  return withoutOverlap(hits)
}

const leading =
  /^([A-Z]{3,5}) (?=(?:[Aa]nnounces?|[Rr]eports?|[Pp]rices|[Dd]eclares|[Ll]aunches|[Cc]ompletes|[Cc]loses|[Aa]cquires|[Pp]rovides|[Ss]chedules|[Aa]ppoints|[Uu]pdates|[Ss]hares|[Ss]tock)\b)/

/** "NOG Announces Pricing of …": initials of the listed name, which are its ticker too, at the start of what it does. */
function initialsOf(text: string, gazetteer: Gazetteer): string | undefined {
  const written = leading.exec(text)?.[1]
  const instrument = written === undefined ? undefined : gazetteer.instrument(written)
  if (written === undefined || instrument?.type !== 'equity') return undefined
  const words = instrument.name.split(/[\s-]+/)
  const all = words.map((word) => word.charAt(0).toUpperCase()).join('')
  const main = words
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word.charAt(0))
    .join('')
  return all.startsWith(written) || main.startsWith(written) ? written : undefined
}

/** In the order of the text; of two that overlap, the one whose form was tried first. */
function withoutOverlap(hits: readonly Hit[]): Hit[] {
  const kept: { hit: Hit; tried: number }[] = []
  const ordered = hits
    .map((hit, tried) => ({ hit, tried }))
    .sort((a, b) => a.hit.start - b.hit.start || a.tried - b.tried)
  for (const one of ordered) {
    const last = kept.at(-1)
    if (!last || last.hit.end <= one.hit.start) kept.push(one)
    else if (one.tried < last.tried) kept[kept.length - 1] = one
  }
  return kept.map(({ hit }) => hit)
}

/** Does the company's name end right before the bracket? "(RBA)" after "Reserve Bank of Australia" is no ticker of RB Global. */
function namedBefore(text: string, bracket: number, symbol: string, gazetteer: Gazetteer): boolean {
  const name = gazetteer.instrument(symbol)?.name ?? ''
  const [first = ''] = keyOf(name).split(' ')
  const before = ` ${keyOf(text.slice(Math.max(0, bracket - 60), bracket))} `
  return first.length > 1 && before.includes(` ${first}`)
}
