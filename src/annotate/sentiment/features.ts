/** What the model is given about a target: words, pairs and triples around it with the side and clause they stand in. */
import type { Reading } from './reading.ts'
import { hashOf } from './reading.ts'

/** Word indices of a reading, `end` excluded. */
export interface WordRange {
  readonly start: number
  readonly end: number
}

/** How many words before and after the target are read; of a whole text the first ones. */
const before = 12
const after = 16
export const wholeLength = 56

const theTarget = hashOf('<target>')
const anotherTarget = hashOf('<other>')
const colon = hashOf(':')

// Kinds of features, mixed into their hashes.
const kind = { sided: 4, shapes: 6, shapeTriple: 7, sidedPair: 8, first: 9, colon: 10, length: 11, named: 12, told: 13, toldPair: 14, toldAround: 15 } // prettier-ignore

function mixed(kind: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(kind, 0x9e3779b1)
  hash = Math.imul(hash ^ a, 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash ^ b, 0xc2b2ae35)
  hash ^= hash >>> 13
  hash = Math.imul(hash ^ c, 0x27d4eb2f)
  return (hash ^ (hash >>> 16)) | 0
}

/** The same on each side (0 to 7) differ in their last bits alone, so that they lie together in the feature table: targets of a sentence ask for them in turn. */
const onSide = (hash: number, side: number): number => (hash & ~7) | side

/** The features of a target as 32-bit hashes, some perhaps twice; `target` null: of the whole text. Linear in the window. */
export function featuresOf(reading: Reading, target: WordRange | null, others: readonly WordRange[]): number[] {
  const window = windowOf(reading, target, others)
  const { tokens, shapes, sides, length } = window
  const features: number[] = []
  for (let i = 0; i < length; i++) {
    const token = tokens[i]!
    const side = sides[i]!
    features.push(onSide(mixed(kind.sided, token), side))
    if (i + 1 === length) continue
    features.push(
      onSide(mixed(kind.sidedPair, token, tokens[i + 1]), side),
      mixed(kind.shapes, shapes[i]!, shapes[i + 1]),
    )
    if (i + 2 < length) features.push(mixed(kind.shapeTriple, shapes[i]!, shapes[i + 1], shapes[i + 2]))
  }
  if (target) addTold(features, window)
  features.push(mixed(kind.first, length > 0 ? tokens[0]! : 0), mixed(kind.length, Math.min(6, Math.floor(length / 5))))
  if (target) {
    const colonAt = tokens.indexOf(colon)
    if (colonAt >= 0 && colonAt < length) {
      features.push(mixed(kind.colon, colonAt < window.at ? 1 : 2, Math.min(3, length - 1 - window.at)))
    }
    for (let i = target.start; i < target.end; i++) features.push(mixed(kind.named, reading.tokens[i]!))
  }
  return features
}

/** How many telling words on each side of the target stand in a row for what is said of it. */
const mostTold = 3

/** What the telling words next to the target say, whatever stands between: "[Acme]'s rally … stalls" is good, then fading. */
function addTold(features: number[], window: Window): void {
  const left = toldBeside(window, -1)
  const right = toldBeside(window, 1)
  for (const [side, row] of [left, right].entries()) {
    for (let i = 0; i < row.length; i++) {
      features.push(mixed(kind.told, side * 4 + i, row[i]))
      if (i > 0) features.push(mixed(kind.toldPair, side * 4 + i, row[i - 1], row[i]))
    }
  }
  features.push(mixed(kind.toldAround, left[0] ?? 0, right[0] ?? 0))
}

function toldBeside({ shapes, classes, sides, length, at }: Window, step: 1 | -1): number[] {
  const found: number[] = []
  for (let i = at + step; i >= 0 && i < length && found.length < mostTold; i += step) {
    if (classes[i] !== 0) found.push(sides[i]! > 4 ? shapes[i]! ^ elsewhere : shapes[i]!)
  }
  return found
}
/** Marks what is told in another clause. */
const elsewhere = 0x5555

interface Window {
  readonly tokens: Int32Array
  readonly shapes: Int32Array
  readonly classes: Int32Array
  /** 0 whole text, 1 before, 2 after, 3 the target itself; 4 more outside its clause. */
  readonly sides: Uint8Array
  /** How many words the lists hold, and which of them is the target. */
  length: number
  at: number
}

/** Written anew for each target: a sentence has many, and lists that grow cost more than what they are for. */
const shared: Window = {
  tokens: new Int32Array(wholeLength),
  shapes: new Int32Array(wholeLength),
  classes: new Int32Array(wholeLength),
  sides: new Uint8Array(wholeLength),
  length: 0,
  at: -1,
}

function windowOf(reading: Reading, target: WordRange | null, others: readonly WordRange[]): Window {
  const window = shared
  window.length = 0
  window.at = -1
  const from = target ? Math.max(0, target.start - before) : 0
  const to = Math.min(reading.words.length, target ? target.end + after : wholeLength)
  const clause = target ? reading.clauses[target.start] : undefined
  for (let i = from; i < to; i++) {
    const outside = target && reading.clauses[i] !== clause ? 4 : 0
    const side = target ? (i < target.start ? 1 : 2) + outside : 0
    const masked = rangeAt(others, i)
    if (target && i === target.start) {
      window.at = window.length
      push(window, theTarget, theTarget, 0, 3)
      i = target.end - 1
    } else if (!masked) push(window, reading.tokens[i]!, reading.shapes[i]!, reading.classes[i]!, side)
    else if (i === masked.start || i === from) push(window, anotherTarget, anotherTarget, 0, side)
  }
  return window
}

function rangeAt(ranges: readonly WordRange[], i: number): WordRange | undefined {
  for (const range of ranges) if (i >= range.start && i < range.end) return range
  return undefined
}

function push(window: Window, token: number, shape: number, bits: number, side: number): void {
  const at = window.length++
  window.tokens[at] = token
  window.shapes[at] = shape
  window.classes[at] = bits
  window.sides[at] = side
}
