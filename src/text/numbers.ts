/** Reads percentages, percentage points and basis points however they are written: "5-1/4 to 5-1/2 percent" · "a quarter point" · "minus 0.1 per cent" */

/** Percent is a level or a relative change; bps and points (percentage points) are sizes of a change or a spread. */
export type QuantityUnit = 'percent' | 'bps' | 'points'

export interface Quantity {
  /** Offsets into the text that was read. */
  readonly start: number
  readonly end: number
  /** A single value has low = high. In the unit; `inBasisPoints` gives the size of a change. */
  readonly low: number
  readonly high: number
  readonly unit: QuantityUnit
}

interface Atom {
  readonly start: number
  end: number
  readonly value: number
  unit: QuantityUnit | null
  readonly spelled: boolean
}

const vulgar: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
}
/** The signs of fractions, for a class of characters. */
export const fractionSigns = Object.keys(vulgar).join('')

/** The value of "3/4" or "¾"; 0 of what has no denominator. */
export function fractionOf(text: string): number {
  const [top, bottom] = text.split('/').map(Number)
  return vulgar[text] ?? (bottom ? top! / bottom : 0)
}
const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const small: Readonly<Record<string, number>> = {
  ...Object.fromEntries(ones.split(' ').map((word, i) => [word, i])),
  ...Object.fromEntries(
    'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i]),
  ),
  nil: 0,
  nought: 0,
  hundred: 100,
}

// Digits with thousands or decimals, then perhaps a fraction ("4-3/4", "4 3/4", "4¾"); or a fraction alone.
const figure =
  /(?<![\d.,/$€£¥₹])(?:(?<num>\d{1,2})[/⁄](?<den>\d{1,2})(?![/⁄\d])|(?<whole>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.,]\d+)?|\.\d+)(?:[-\s\u2010-\u2013](?<fnum>\d{1,2})[/⁄](?<fden>\d{1,2})(?![/⁄\d])|\s?(?<vulgar>[½¼¾⅛⅜⅝⅞⅓⅔]))?|(?<alone>[½¼¾⅛⅜⅝⅞⅓⅔]))(?![\d/⁄]|[.,]\d)/gu
const unitAt =
  /[-\s\u2010-\u2013]{0,2}(?:(?<points>(?:percentage|percent|per\s{1,2}cent)[-\s]{1,2}points?\b|ppts?\b|pp\b)|(?<percent>%|per\s{0,2}cent\b|pct\b)|(?<bps>basis[-\s\u2010-\u2013]{1,2}points?\b|bps?\b))/iy
const wordStart = Object.keys(small).join('|')
const nextOnes = ones.split(' ').slice(1, 10).join('|')
// Only words that a unit follows are numbers here; "one" and "two" stand everywhere.
const wordy = new RegExp(
  `\\b(?<word>${wordStart})(?:[\\s-](?<next>${nextOnes})\\b)?(?:\\sand\\s(?:a\\s|one[\\s-]|(?<three>three[\\s-]))?(?<part>half|quarters?))?(?=[-\\s](?:per|basis|bps?\\b))`,
  'gi',
)
// Parts of a percentage point: "a quarter point", "half-point", "three quarters of a percentage point", "a full point".
const parts =
  /\b(?:(?<three>three|3)[-\s])?(?<part>quarters?|half|full|whole)[-\s](?:of\s(?:a|one)\s|a\s|one\s)?(?<unit>(?:percentage|percent|per\scent)[-\s]points?|points?|percent|per\scent|pct|of\s1\s?(?:%|percent))(?![a-z])/gi

const round = (value: number): number => Math.round(value * 1e6) / 1e6

function valueOf(text: string): number {
  // "3,25" is a European decimal, "3,250" a thousand.
  return Number(/^\d+,\d{1,2}$/.test(text) ? text.replace(',', '.') : text.replaceAll(',', ''))
}

/** The number before `start` is negative: "-0.40%", "minus 0.1%", never the hyphen of "5-6%". */
function signStart(text: string, start: number): number | null {
  const before = text.slice(Math.max(0, start - 10), start)
  const match = /(?:(?<![\d%a-z)])[-−‒–]|\b(?:minus|negative)\s)$/i.exec(before)
  return match ? start - match[0].length : null
}

function unitAfter(text: string, at: number): { unit: QuantityUnit; end: number } | null {
  unitAt.lastIndex = at
  const match = unitAt.exec(text)
  if (!match) return null
  const unit = match.groups!['percent'] ? 'percent' : match.groups!['bps'] ? 'bps' : 'points'
  return { unit, end: unitAt.lastIndex }
}

function atomsOf(text: string): Atom[] {
  const atoms: Atom[] = []
  for (const match of text.matchAll(figure)) {
    const group = match.groups!
    let value = 0
    if (group['num']) {
      if (Number(group['den']) === 0) continue
      value = Number(group['num']) / Number(group['den'])
    } else if (group['whole']) {
      value = valueOf(group['whole'])
      if (group['fnum'] && Number(group['fden']) > 0) {
        const part = Number(group['fnum']) / Number(group['fden'])
        // "0-1/4 percent" is a range, "4-1/4" a number.
        if (value === 0) {
          const cut = match[0].search(/[-\u2010-\u2013\s]/)
          if (cut > 0) {
            atoms.push({ start: match.index, end: match.index + cut, value: 0, unit: null, spelled: false })
            atoms.push(withUnit(text, match.index + cut + 1, match.index + match[0].length, part))
            continue
          }
        }
        value += part
      }
      if (group['vulgar']) value += vulgar[group['vulgar']]!
    } else if (group['alone']) value = vulgar[group['alone']]!
    const signed = signStart(text, match.index)
    atoms.push(withUnit(text, signed ?? match.index, match.index + match[0].length, signed === null ? value : -value))
  }
  if (/\b(?:per|basis|bps?|points?|pct)/i.test(text)) spelledAtoms(text, atoms)
  return atoms.sort((a, b) => a.start - b.start || b.end - a.end)
}

function spelledAtoms(text: string, atoms: Atom[]): void {
  for (const match of text.matchAll(wordy)) {
    const group = match.groups!
    let value = small[group['word']!.toLowerCase()]! + (group['next'] ? small[group['next'].toLowerCase()]! : 0)
    if (group['part']) value += (group['three'] ? 3 : 1) * (/half/i.test(group['part']) ? 0.5 : 0.25)
    const signed = signStart(text, match.index)
    atoms.push(
      withUnit(text, signed ?? match.index, match.index + match[0].length, signed === null ? value : -value, true),
    )
  }
  for (const match of text.matchAll(parts)) {
    const group = match.groups!
    const part = /half/i.test(group['part']!) ? 0.5 : /quarter/i.test(group['part']!) ? 0.25 : 1
    if (part === 1 && !/percent|per\scent/i.test(group['unit']!) && !/rate|cut|hike|fed\b/i.test(text)) continue
    const value = group['three'] ? part * 3 : part
    atoms.push({ start: match.index, end: match.index + match[0].length, value, unit: 'points', spelled: true })
  }
}

function withUnit(text: string, start: number, end: number, value: number, spelled = false): Atom {
  const unit = unitAfter(text, end)
  return { start, end: unit?.end ?? end, value: round(value), unit: unit?.unit ?? null, spelled }
}

const joiner = /^\s?(?:[-\u2010-\u2014]|to|through)\s?$/
const bridge = /^\s(?:and|to|or)\s$/

/** Every percentage, percentage-point and basis-point quantity in order, ranges as one. Linear in the length. */
export function readQuantities(text: string): Quantity[] {
  const atoms = atomsOf(text)
  const found: Quantity[] = []
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i]!
    const last = found.at(-1)
    if (last && atom.start < last.end) continue
    const next = atoms[i + 1]
    if (next?.unit && atom.end <= next.start && isRange(text, atom, next)) {
      found.push({ start: atom.start, end: next.end, low: atom.value, high: next.value, unit: next.unit })
      i++
    } else if (atom.unit) {
      found.push({ start: atom.start, end: atom.end, low: atom.value, high: atom.value, unit: atom.unit })
    }
  }
  return found
}

function isRange(text: string, a: Atom, b: Atom): boolean {
  if (a.unit !== null && a.unit !== b.unit) return false
  if (a.value > b.value || b.start - a.end > 9) return false
  const between = text.slice(a.end, b.start)
  const before = text.slice(Math.max(0, a.start - 12), a.start)
  if (joiner.test(between)) {
    // "from 4 percent to 4 3/4 percent" is a change; "2025 to 3%" a year and a level.
    if (/\bto\b/.test(between) && /\b(?:from|of)\s(?:about\s|around\s)?$/i.test(before))
      return /range of\s$/i.test(before)
    return a.unit !== null || a.value < 1000
  }
  return bridge.test(between) && /\b(?:between|range)\s(?:of\s)?$/i.test(before)
}

/** The size of a change in basis points: 0.25 points, a quarter point and 25 bps are 25. */
export const inBasisPoints = (quantity: Quantity): number =>
  round(quantity.unit === 'bps' ? quantity.high : quantity.high * 100)
