/**
 * Reads a sentence word by word from both ends up to a target: what a word adds to a state and how much of that stays is in a
 * table, as in quasi-recurrent networks (Bradbury et al. 2017). "[Acme] slides despite a rise in [Bolt]"
 */
import type { WordRange } from './features.ts'
import type { Reading } from './reading.ts'

/** The tables of a network before it is written or as read. */
export interface Network {
  /** Numbers in a state. */
  readonly size: number
  /** Numbers between the states and the scores. */
  readonly hidden: number
  /** What a signed byte of `rows` is worth. */
  readonly scale: number
  /** Hashes of the words; the first two rows are those of other names and of unknown words. */
  readonly words: Int32Array
  /** Of each word, for either way of reading, `size` signed bytes each: what it adds itself, and with the word read after it; what it keeps, and so. */
  readonly rows: Int8Array
  /** Either way: added, kept. */
  readonly biases: Float32Array
  /** `hidden` rows: of the forward state, the backward state, that the target is the whole, that it comes first, and a constant. */
  readonly inner: Float32Array
  /** Three rows of `hidden` and a constant. */
  readonly outer: Float32Array
}

const headerBytes = 16

/** Little-endian: int32 size, hidden, words; float32 scale, biases, inner, outer; int32 words; int8 rows. Throws for bytes of another length. */
export function readNetwork(bytes: Uint8Array): Network {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [size, hidden, count] = [0, 4, 8].map((at) => view.getInt32(at, true)) as [number, number, number]
  let at = headerBytes
  const floats = (length: number): Float32Array => {
    const read = new Float32Array(length)
    for (let i = 0; i < length; i++) read[i] = view.getFloat32(at + i * 4, true)
    at += length * 4
    return read
  }
  const scale = view.getFloat32(12, true)
  const biases = floats(4 * size)
  const inner = floats(hidden * (2 * size + 3))
  const outer = floats(3 * (hidden + 1))
  const words = new Int32Array(count)
  for (let i = 0; i < count; i++) words[i] = view.getInt32(at + i * 4, true)
  at += count * 4
  return { size, hidden, scale, words, rows: new Int8Array(bytes.buffer, bytes.byteOffset + at, count * 8 * size), biases, inner, outer } // prettier-ignore
}

/** Scores of a target by what stands before it and after it, not by itself; null: of the whole. */
export type Scores = (target: WordRange | null) => readonly [number, number, number]

export interface Recurrent {
  /** A sentence in which all that has a name is one and the same word. */
  readonly read: (reading: Reading, named: readonly WordRange[]) => Scores
}

/** How many words of a whole text are read. */
const wholeReach = 56
const otherName = 0
const unknown = 1

export function makeRecurrent(network: Network): Recurrent {
  const { size } = network
  const rowOf = rowsByWord(network.words)
  const fromLeft = readerOf(network, 0)
  const fromRight = readerOf(network, 1)
  const judge = judgeOf(network)
  return {
    read({ tokens }, named) {
      const sequence: number[] = []
      // Where each word stands in what is read.
      const places: number[] = []
      const nameAt = new Array<number>(tokens.length).fill(-1)
      for (const { start, end } of named) nameAt.fill(start, start, end)
      for (let i = 0; i < tokens.length; i++) {
        if (nameAt[i] === -1) sequence.push(rowOf(tokens[i]!))
        else if (nameAt[i] === i) sequence.push(otherName)
        places.push(sequence.length - 1)
      }
      const left = fromLeft(sequence)
      const right = fromRight(sequence)
      return (target) => {
        if (target === null) {
          const whole = sequence.slice(0, wholeReach)
          return judge(fromLeft(whole)(whole.length), whole.length * size, fromRight(whole)(0), 0, true, false)
        }
        const before = places[target.start]!
        const after = places[target.end - 1]! + 1
        return judge(left(before), before * size, right(after), after * size, false, before === 0)
      }
    },
  }
}

/** The row of a word by its hash: open addressing, at most half full. */
function rowsByWord(words: Int32Array): (word: number) => number {
  let size = 16
  while (size < words.length * 2) size *= 2
  const slots = new Int32Array(size).fill(-1)
  const find = (word: number): number => {
    let slot = (word ^ (word >>> 15)) & (size - 1)
    while (slots[slot] !== -1 && words[slots[slot]!] !== word) slot = (slot + 1) & (size - 1)
    return slot
  }
  words.forEach((word, row) => (slots[find(word)] = row))
  return (word) => {
    const row = slots[find(word)]!
    return row === -1 ? unknown : row
  }
}

/** The states at each gap between words, `size` numbers a gap, those at the end that reading begins from all 0: read at least up to `gap`. */
type States = (gap: number) => Float32Array

/** A sum of two bytes and a bias lies within so many units of 0; beyond, nothing changes any more. */
const reach = 512

/** Reads as far as it is asked to, each word once. `way` 0 reads from the left, 1 from the right. */
function readerOf({ size, scale, rows, biases }: Network, way: 0 | 1): (sequence: readonly number[]) => States {
  const width = 8 * size
  // What a sum of bytes adds and keeps stands in tables: no branch that the machine has to guess.
  const units = Float64Array.from({ length: 2 * reach }, (_, i) => (i - reach) * scale)
  const added = units.map((sum) => Math.max(-1, Math.min(1, sum)))
  const kept = units.map((sum) => Math.max(0, Math.min(1, sum / 6 + 0.5)))
  const inUnits = (from: number): Int32Array =>
    Int32Array.from(biases.subarray(from, from + size), (bias) => reach + Math.max(256 - reach, Math.min(reach - 256, Math.round(bias / scale)))) // prettier-ignore
  const addedBias = inUnits(2 * way * size)
  const keptBias = inUnits((2 * way + 1) * size)
  const nothing: Network['rows'] = new Int8Array(width)
  const step = way === 0 ? 1 : -1
  return (sequence) => {
    const states = new Float32Array((sequence.length + 1) * size)
    let lastRows = nothing
    let last = 0
    let next = way === 0 ? 0 : sequence.length
    return (gap) => {
      for (; way === 0 ? next < gap : next > gap; next += step) {
        const row = sequence[way === 0 ? next : next - 1]! * width + 4 * way * size
        const from = next * size
        const to = from + step * size
        for (let j = 0; j < size; j++) {
          const add = added[rows[row + j]! + lastRows[last + size + j]! + addedBias[j]!]!
          const keep = kept[rows[row + 2 * size + j]! + lastRows[last + 3 * size + j]! + keptBias[j]!]!
          states[to + j] = add + keep * (states[from + j]! - add)
        }
        lastRows = rows
        last = row
      }
      return states
    }
  }
}

/** Of the state at `leftAt` of one, at `rightAt` of the other. */
type Judge = (
  left: Float32Array,
  leftAt: number,
  right: Float32Array,
  rightAt: number,
  whole: boolean,
  first: boolean,
) => [number, number, number]

/** Two layers from the states to the scores. */
function judgeOf(network: Network): Judge {
  const { size, hidden, outer } = network
  const width = 2 * size + 3
  // By input, so that a number of a state is multiplied with all it goes into at once.
  const inner = Float64Array.from({ length: width * hidden }, (_, i) => network.inner[(i % hidden) * width + Math.floor(i / hidden)]!) // prettier-ignore
  const [whole, first, constant] = [0, 1, 2].map((i) => inner.subarray((2 * size + i) * hidden, (2 * size + i + 1) * hidden)) as [Float64Array, Float64Array, Float64Array] // prettier-ignore
  const sums = new Float64Array(hidden)
  return (left, leftAt, right, rightAt, isWhole, isFirst) => {
    for (let h = 0; h < hidden; h++) sums[h] = constant[h]! + (isWhole ? whole[h]! : 0) + (isFirst ? first[h]! : 0)
    for (let j = 0; j < size; j++) {
      const row = j * hidden
      const lower = row + size * hidden
      for (let h = 0; h < hidden; h++)
        sums[h]! += inner[row + h]! * left[leftAt + j]! + inner[lower + h]! * right[rightAt + j]!
    }
    const said: [number, number, number] = [outer[hidden]!, outer[2 * hidden + 1]!, outer[3 * hidden + 2]!]
    for (let h = 0; h < hidden; h++) {
      if (sums[h]! > 0) for (let k = 0; k < 3; k++) said[k]! += outer[k * (hidden + 1) + h]! * sums[h]!
    }
    return said
  }
}
