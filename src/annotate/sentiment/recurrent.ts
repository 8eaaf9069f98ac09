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
  const rowOf = new Map<number, number>()
  network.words.forEach((word, i) => rowOf.set(word, i))
  const fromLeft = readerOf(network, 0)
  const fromRight = readerOf(network, 1)
  const judge = judgeOf(network)
  const silence = new Float32Array(size)
  return {
    read({ tokens }, named) {
      const sequence: number[] = []
      // Where each word stands in what is read.
      const places: number[] = []
      const nameAt = new Array<number>(tokens.length).fill(-1)
      for (const { start, end } of named) nameAt.fill(start, start, end)
      for (let i = 0; i < tokens.length; i++) {
        if (nameAt[i] === -1) sequence.push(rowOf.get(tokens[i]!) ?? unknown)
        else if (nameAt[i] === i) sequence.push(otherName)
        places.push(sequence.length - 1)
      }
      const left = fromLeft(sequence)
      const right = fromRight(sequence)
      return (target) => {
        if (target === null) {
          const whole = sequence.slice(0, wholeReach)
          const last = whole.length - 1
          if (last < 0) return judge(silence, 0, silence, 0, true, false)
          return judge(fromLeft(whole)(last), last * size, fromRight(whole)(0), 0, true, false)
        }
        const before = places[target.start]! - 1
        const after = places[target.end - 1]! + 1
        const ends = after === sequence.length
        return judge(
          before < 0 ? silence : left(before),
          Math.max(0, before) * size,
          ends ? silence : right(after),
          ends ? 0 : after * size,
          false,
          before < 0,
        )
      }
    },
  }
}

/** The states after each word that has been read, `size` numbers a word, in the order of the words: at least up to `place`. */
type States = (place: number) => Float32Array

/** Reads as far as it is asked to, each word once. `way` 0 reads from the left, 1 from the right. */
function readerOf({ size, scale, rows, biases }: Network, way: 0 | 1): (sequence: readonly number[]) => States {
  const width = 8 * size
  const added = Float64Array.from(biases.subarray(2 * way * size, (2 * way + 1) * size))
  const kept = Float64Array.from(biases.subarray((2 * way + 1) * size, (2 * way + 2) * size), (bias) => bias / 6 + 0.5)
  const keptScale = scale / 6
  const nothing: Network['rows'] = new Int8Array(width)
  const step = way === 0 ? 1 : -1
  return (sequence) => {
    const states = new Float32Array(sequence.length * size)
    let lastRows = nothing
    let last = 0
    let state = -1
    let next = way === 0 ? 0 : sequence.length - 1
    return (place) => {
      for (; way === 0 ? next <= place : next >= place; next += step) {
        const row = sequence[next]! * width + 4 * way * size
        const to = next * size
        for (let j = 0; j < size; j++) {
          const add = (rows[row + j]! + lastRows[last + size + j]!) * scale + added[j]!
          const keep = (rows[row + 2 * size + j]! + lastRows[last + 3 * size + j]!) * keptScale + kept[j]!
          const bounded = add > 1 ? 1 : add < -1 ? -1 : add
          const held = keep <= 0 ? 0 : keep < 1 ? keep : 1
          states[to + j] = bounded + held * ((state < 0 ? 0 : states[state + j]!) - bounded)
        }
        lastRows = rows
        last = row
        state = to
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
