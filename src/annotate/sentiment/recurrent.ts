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
  /** What a signed byte of `names` is worth. */
  readonly nameScale: number
  /** Of each word, `hidden` signed bytes: what it says in the name of a target. */
  readonly names: Int8Array
  /** Either way: added, kept. */
  readonly biases: Float32Array
  /**
   * `hidden` rows: of the states left and right of the target, those at the end of reading from either side, that the target is the whole, that it comes first, and a constant.
   */
  readonly inner: Float32Array
  /** Three rows of `hidden` and a constant. */
  readonly outer: Float32Array
}

const headerBytes = 20

/** Little-endian: int32 size, hidden, words; float32 scale, name scale, biases, inner, outer; int32 words; int8 rows, names. Throws for bytes of another length. */
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
  const [scale, nameScale] = [view.getFloat32(12, true), view.getFloat32(16, true)]
  const biases = floats(4 * size)
  const inner = floats(hidden * (4 * size + 3))
  const outer = floats(3 * (hidden + 1))
  const words = new Int32Array(count)
  for (let i = 0; i < count; i++) words[i] = view.getInt32(at + i * 4, true)
  at += count * 4
  const rows = new Int8Array(bytes.buffer, bytes.byteOffset + at, count * 8 * size)
  const names = new Int8Array(bytes.buffer, bytes.byteOffset + at + rows.length, count * hidden)
  return { size, hidden, scale, nameScale, words, rows, names, biases, inner, outer }
}

/** Scores of a target by what stands before it and after it, and a little by its name; null: of the whole. */
export type Scores = (target: WordRange | null, hasName: boolean) => readonly [number, number, number]

export interface Recurrent {
  /** A sentence in which all that has a name is one and the same word. */
  readonly read: (reading: Reading, named: readonly WordRange[]) => Scores
}

/** How many words of a whole text are read. */
const wholeReach = 56
/** How many words of a name, its last ones. */
const nameReach = 3
/** Of states: those of an article's sentences. */
const leastRoom = 1 << 16
const otherName = 0
const unknown = 1

export function makeRecurrent(network: Network): Recurrent {
  const { size } = network
  const rowOf = rowsByWord(network.words)
  const readWords = readerOf(network)
  const { summary, judge } = judgeOf(network)
  // States lie side by side in a room of numbers that are still 0; when it is full there is another.
  let room = new Float32Array(0)
  let taken = 0
  const take = (count: number): [Float32Array, number] => {
    if (taken + count > room.length) {
      room = new Float32Array(Math.max(leastRoom, count))
      taken = 0
    }
    taken += count
    return [room, taken - count]
  }
  /** Reads the first `length` words from either side. */
  const passageOf = (sequence: readonly number[], length: number): Passage => {
    const width = (length + 1) * size
    const [states, front] = take(2 * width)
    const back = front + width
    readWords(sequence, length, states, front, back)
    return { states, front, back, summary: summary(states, front, back, length) }
  }
  return {
    read({ tokens }, named) {
      const sequence: number[] = []
      // Where each word stands in what is read.
      const places: number[] = []
      const namedFrom = new Array<number>(tokens.length).fill(-1)
      for (const { start, end } of named) namedFrom.fill(start, start, end)
      for (let i = 0; i < tokens.length; i++) {
        if (namedFrom[i] === -1) sequence.push(rowOf(tokens[i]!))
        else if (namedFrom[i] === i) sequence.push(otherName)
        places.push(sequence.length - 1)
      }
      const { length } = sequence
      let all: Passage | undefined
      return (target, hasName) => {
        if (target === null) {
          const end = Math.min(wholeReach, length)
          const whole = end === length ? (all ??= passageOf(sequence, length)) : passageOf(sequence, end)
          return judge(whole, end, 0, [], true)
        }
        all ??= passageOf(sequence, length)
        const name: number[] = []
        const nameAt = hasName ? Math.max(target.start, target.end - nameReach) : target.end
        for (let i = nameAt; i < target.end; i++) name.push(rowOf(tokens[i]!))
        return judge(all, places[target.start]!, places[target.end - 1]! + 1, name, false)
      }
    },
  }
}

/** What reading words from either side has left. */
interface Passage {
  /** `size` numbers for each gap between words: those of reading from the left begin at `front`, from the right at `back`. */
  readonly states: Float32Array
  readonly front: number
  readonly back: number
  /** What the words together give to each number between the states and the scores. */
  readonly summary: Float64Array
}

/** The row of a word by its hash: open addressing, at most half full. */
function rowsByWord(words: Int32Array): (word: number) => number {
  let size = 16
  while (size < words.length * 2) size *= 2
  // A word and one more than its row, or 0.
  const slots = new Int32Array(size * 2)
  const find = (word: number): number => {
    let slot = (word ^ (word >>> 15)) & (size - 1)
    while (slots[slot * 2 + 1] !== 0 && slots[slot * 2] !== word) slot = (slot + 1) & (size - 1)
    return slot * 2
  }
  words.forEach((word, row) => slots.set([word, row + 1], find(word)))
  return (word) => {
    const row = slots[find(word) + 1]! - 1
    return row === -1 ? unknown : row
  }
}

/** A sum of two bytes and a bias lies within so many units of 0; beyond, nothing changes any more. */
const reach = 512
/** What is added stands in the upper bits of a number, what is kept in the lower: one sum for both. */
const upper = 16
const lower = (1 << upper) - 1

/**
 * Reads the first `length` words from either side into `states`, `size` numbers a gap, from `front` and from `back` on; where reading
 * begins they are all 0. Both sides go on together: while the machine waits for a word of one, it has one of the other.
 */
type Reader = (sequence: readonly number[], length: number, states: Float32Array, front: number, back: number) => void

function readerOf({ size, scale, words, rows, biases }: Network): Reader {
  // What a sum adds and keeps stands in tables: no branch that the machine has to guess.
  const units = Float32Array.from({ length: 2 * reach }, (_, i) => (i - reach) * scale)
  const added = units.map((sum) => Math.max(-1, Math.min(1, sum)))
  const kept = units.map((sum) => Math.max(0, Math.min(1, sum / 6 + 0.5)))
  const bias = (way: 0 | 1, part: 0 | 1, j: number): number => {
    const inUnits = Math.round(biases[(2 * way + part) * size + j]! / scale)
    return reach + Math.max(256 - reach, Math.min(reach - 256, inUnits))
  }
  // Of each word, for either way, what it says itself, then what it says with the word read after it; one row more: before the first
  // word there is none.
  const [width, other, following] = [4 * size, 2 * size, size]
  const table = new Int32Array((words.length + 1) * width)
  for (const way of [0, 1] as const) {
    const biased = Int32Array.from({ length: size }, (_, j) => (bias(way, 0, j) << upper) + bias(way, 1, j))
    for (let word = 0; word < words.length; word++) {
      const from = (2 * word + way) * width
      const to = word * width + way * other
      for (let j = 0; j < size; j++) {
        table[to + j] = (rows[from + j]! << upper) + rows[from + 2 * size + j]! + biased[j]!
        table[to + following + j] = (rows[from + size + j]! << upper) + rows[from + 3 * size + j]!
      }
    }
  }
  return (sequence, length, states, front, back) => {
    let lastLeft = words.length * width + following
    let lastRight = lastLeft
    for (let k = 0; k < length; k++) {
      const left = sequence[k]! * width
      const right = sequence[length - 1 - k]! * width + other
      const fromLeft = front + k * size
      const fromRight = back + (length - k) * size
      for (let j = 0; j < size; j++) {
        const a = table[left + j]! + table[lastLeft + j]!
        const b = table[right + j]! + table[lastRight + j]!
        const addA = added[a >>> upper]!
        const addB = added[b >>> upper]!
        states[fromLeft + size + j] = addA + kept[a & lower]! * (states[fromLeft + j]! - addA)
        states[fromRight - size + j] = addB + kept[b & lower]! * (states[fromRight + j]! - addB)
      }
      lastLeft = left + following
      lastRight = right + following
    }
  }
}

interface Judge {
  /** What the states at the end of reading from either side give. */
  readonly summary: (states: Float32Array, front: number, back: number, length: number) => Float64Array
  /** Of a target between two gaps, and the rows of its name's words. */
  readonly judge: (
    passage: Passage,
    leftGap: number,
    rightGap: number,
    name: readonly number[],
    isWhole: boolean,
  ) => [number, number, number]
}

/** How many sums are worked out side by side. */
const together = 4

/** Two layers from the states to the scores. */
function judgeOf(network: Network): Judge {
  const { size, outer, names } = network
  const hidden = Math.ceil(network.hidden / together) * together
  const width = 4 * size + 3
  const given = (h: number, input: number): number => (h < network.hidden ? network.inner[h * width + input]! : 0)
  const column = (input: number): Float64Array => Float64Array.from({ length: hidden }, (_, h) => given(h, input))
  const [whole, first, constant] = [column(4 * size), column(4 * size + 1), column(4 * size + 2)]
  const outright = Float64Array.from({ length: 2 * size * hidden }, (_, i) =>
    given(i % hidden, 2 * size + Math.floor(i / hidden)),
  )
  // Sums that are worked out together have their weights side by side: of the left, then of the right.
  const inner = new Float64Array(hidden * 2 * size)
  for (let h = 0; h < hidden; h++) {
    for (let j = 0; j < size; j++) {
      const at = (Math.floor(h / together) * size + j) * 2 * together + (h % together)
      inner[at] = given(h, j)
      inner[at + together] = given(h, size + j)
    }
  }
  const summary: Judge['summary'] = (states, front, back, length) => {
    const sums = constant.slice()
    const add = (input: number, value: number): void => {
      const from = input * hidden
      for (let h = 0; h < hidden; h++) sums[h]! += outright[from + h]! * value
    }
    for (let j = 0; j < size; j++) {
      add(j, states[front + length * size + j]!)
      add(size + j, states[back + j]!)
    }
    return sums
  }
  const judge: Judge['judge'] = ({ states, front, back, summary }, leftGap, rightGap, name, isWhole) => {
    const said: [number, number, number] = [
      outer[network.hidden]!,
      outer[2 * network.hidden + 1]!,
      outer[3 * network.hidden + 2]!,
    ]
    const nameWorth = name.length > 0 ? network.nameScale / name.length : 0
    const isFirst = !isWhole && leftGap === 0
    const add = (h: number, sum: number): void => {
      if (h >= network.hidden) return
      let all = sum + summary[h]! + (isWhole ? whole[h]! : 0) + (isFirst ? first[h]! : 0)
      for (const row of name) all += names[row * network.hidden + h]! * nameWorth
      if (all > 0) for (let k = 0; k < 3; k++) said[k]! += outer[k * (network.hidden + 1) + h]! * all
    }
    const [leftAt, rightAt] = [front + leftGap * size, back + rightGap * size]
    let at = 0
    for (let h = 0; h < hidden; h += together) {
      let [a, b, c, d] = [0, 0, 0, 0]
      for (let j = 0; j < size; j++) {
        const left = states[leftAt + j]!
        const right = states[rightAt + j]!
        a += inner[at]! * left + inner[at + 4]! * right
        b += inner[at + 1]! * left + inner[at + 5]! * right
        c += inner[at + 2]! * left + inner[at + 6]! * right
        d += inner[at + 3]! * left + inner[at + 7]! * right
        at += 2 * together
      }
      add(h, a)
      add(h + 1, b)
      add(h + 2, c)
      add(h + 3, d)
    }
    return said
  }
  return { summary, judge }
}
