/** A small recurrent network of made-up numbers: as bytes for the product, and worked out plainly in floating point. */
import { hashOf } from '../../src/annotate/sentiment/reading.ts'

export const size = 16
export const hidden = 16
export const words = ['<other>', '<unknown>', 'acme', 'slides', 'despite', 'a', 'rise', 'in', 'bolt', 'gains']
const [bits, innerBits, askingBits, byteWorth, nameWorth] = [12, 11, 12, 0.01, 0.03]

/** Numbers that look like chance and are the same every run, from -reach to reach. */
let state = 7
const next = (reach: number): number => ((state = (state * 1103515245 + 12345) % 2147483648) / 1073741824 - 1) * reach
const row = (length: number, reach: number): number[] => Array.from({ length }, () => next(reach))
const table = (rows: number, columns: number, reach: number): number[][] =>
  Array.from({ length: rows }, () => row(columns, reach))
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))

/** Of either way: of what is added and of what is kept, the bias, the matrix, and what each word says in bytes. */
const ways = times(2, () => times(2, (part) => ({ bias: row(size, 0.3).map((b) => b + part), matrix: table(size, size, 0.5), rows: table(words.length, size, 100).map((numbers) => numbers.map(Math.round)) }))) // prettier-ignore
const [beside, ends, attended] = times(3, () => table(hidden, 2 * size, 0.4)) as [number[][], number[][], number[][]]
const asking = table(2 * size, 2 * size, 0.4)
const [asked, distances] = [row(2 * size, 0.5), row(40, 1)]
const [whole, first, constant] = times(3, () => row(hidden, 0.5)) as [number[], number[], number[]]
const outer = table(3, hidden + 1, 1)
const names = table(words.length, hidden, 30).map((numbers) => numbers.map(Math.round))

/** The network as `recurrent.py` writes one. */
export function networkBytes(): Uint8Array {
  const int32 = (...numbers: number[]): Buffer => Buffer.from(Int32Array.from(numbers, Math.round).buffer)
  const float32 = (...numbers: number[]): Buffer => Buffer.from(Float32Array.from(numbers).buffer)
  const int16 = (numbers: number[], bits: number): Buffer =>
    Buffer.from(Int16Array.from(numbers, (number) => Math.round(number * 2 ** bits)).buffer)
  const int8 = (...numbers: number[]): Buffer => Buffer.from(Int8Array.from(numbers).buffer)
  /** Sixteen rows side by side, for each pair of columns. */
  const paired = (rows: number[][]): number[] =>
    times(
      rows.length / 16,
      (group) =>
      times(rows[0]!.length / 2, (pair) => rows.slice(group * 16, group * 16 + 16).map((r) => [r[2 * pair]!, r[2 * pair + 1]!])), // prettier-ignore
    ).flat(3)
  // Sixteen numbers are all there are: what is added, then what is kept.
  const worth = byteWorth * 2 ** (14 + bits)
  return Buffer.concat([
    int32(size, hidden, words.length, worth, worth / 2, bits, innerBits, askingBits),
    float32(nameWorth),
    int32(
      ...ways.flatMap((parts) =>
        parts.flatMap(({ bias }, part) => bias.map((b) => (b * 2 ** (14 + bits)) / (1 + part))),
      ),
    ),
    ...ways.map((parts) => int16(times(size / 2, (pair) => parts.map(({ matrix }, part) => matrix.map((r) => [r[2 * pair]! / (1 + part), r[2 * pair + 1]! / (1 + part)]))).flat(3), bits)), // prettier-ignore
    ...[beside, ends, attended].map((rows) => int16(paired(rows), innerBits)),
    int16(paired(asking), askingBits),
    int8(...words.flatMap((_, word) => ways.flat().flatMap(({ rows }) => rows[word]!))),
    float32(...asked, ...distances, ...whole, ...first, ...constant, ...outer.flat()),
    int32(...words.map(hashOf)),
    int8(...names.flat()),
  ])
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0)
const bounded = (x: number): number => within(x, -2, 2) * (1 - Math.abs(within(x, -2, 2)) / 4)
const within = (x: number, low: number, high: number): number => Math.max(low, Math.min(high, x))

/** The scores of a target that is one word of a sentence of fewer than 40, as the paper and pencil would have them; -1: of the whole. */
export function plainScores(sentence: readonly string[], target: number, name: readonly string[]): number[] {
  const rowOf = (word: string): number => (words.includes(word) ? words.indexOf(word) : 1)
  const read = (sequence: readonly string[], way: number): number[][] => {
    const states = [new Array<number>(size).fill(0)]
    for (const word of sequence) {
      const last = states.at(-1)!
      const [added, kept] = ways[way]!.map(({ bias, matrix, rows }) =>
        times(size, (j) => bias[j]! + dot(matrix[j]!, last) + rows[rowOf(word)]![j]! * byteWorth),
      ) as [number[], number[]]
      states.push(last.map((old, j) => {
        const [add, keep] = [bounded(added[j]!), 0.5 + 0.5 * bounded(kept[j]! / 2)]
        return keep * old + (1 - keep) * add
      })) // prettier-ignore
    }
    return states
  }
  const lefts = read(sentence, 0)
  const rights = read(sentence.toReversed(), 1).toReversed()
  const isWhole = target < 0
  const besides = isWhole ? [...lefts.at(-1)!, ...rights[0]!] : [...lefts[target]!, ...rights[target + 1]!]
  const wanted = asking.map((weights, i) => dot(weights, besides) + asked[i]!)
  const states = sentence.map((_, word) => [...lefts[word + 1]!, ...rights[word]!])
  const powers = states.map((state, word) => Math.exp(dot(wanted, state) + distances[isWhole ? 0 : within(word - target + 20, 0, 39)]!)) // prettier-ignore
  const total = powers.reduce((a, b) => a + b, 0)
  const mean = times(2 * size, (j) => states.reduce((sum, state, word) => sum + (state[j]! * powers[word]!) / total, 0))
  const inner = times(hidden, (h) => {
    const named = name.reduce((sum, word) => sum + (names[rowOf(word)]![h]! * nameWorth) / name.length, 0)
    const seen = dot(beside[h]!, besides) + dot(ends[h]!, [...lefts.at(-1)!, ...rights[0]!]) + dot(attended[h]!, mean)
    return Math.max(0, seen + constant[h]! + (isWhole ? whole[h]! : 0) + (target === 0 ? first[h]! : 0) + named)
  })
  return outer.map((weights) => dot(weights.slice(0, -1), inner) + weights.at(-1)!)
}
