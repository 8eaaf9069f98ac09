/** A network placed in the memory of models/sentiment/kernel.wasm, which reads words and weighs what reading them leaves. */
import type { Network } from './network.ts'

/** Words read from either side. What reading left is kept for a while, then written over. */
export interface Passage {
  /** Rows of the words. */
  readonly words: readonly number[]
  /** Where what reading left begins, and in which lap of the room it was written. */
  at: number
  lap: number
}

export interface Kernel {
  /** Reads at most `longest` words. */
  readonly read: (words: readonly number[]) => Passage
  /**
   * What the words add to each number between the states and the scores, in units of `unit`, for a target between two gaps: by the
   * states at the end of reading, beside the target, and at the words that it attends to. Written over by the next.
   */
  readonly around: (passage: Passage, leftGap: number, rightGap: number, isWhole: boolean) => Int32Array
  readonly unit: number
}

/** How many words can be read at once. */
export const longest = 512
/** A target attends to so many words before and after it. */
const [reachLeft, reachRight] = [40, 44]
/** Bytes for what is read, some thousand sentences; memory that is not used is not taken. */
const room = 1 << 24
const pageSize = 1 << 16
/** Bytes in which the kernel works out a target. */
const workshop = pageSize

interface Exports {
  readonly place: (
    tables: number,
    size: number,
    hidden: number,
    words: number,
    addedWorth: number,
    keptWorth: number,
    bits: number,
    askingBits: number,
    longest: number,
  ) => number
  readonly spaceFor: (length: number) => number
  readonly read: (words: number, length: number, passage: number) => void
  readonly around: (
    passage: number,
    length: number,
    leftGap: number,
    rightGap: number,
    isWhole: boolean,
    first: number,
    end: number,
    sums: number,
  ) => void
}

/** `code`: the bytes of kernel.wasm. */
export function makeKernel(code: Uint8Array, network: Network): Kernel {
  const { size, hidden, tables } = network
  const memory = new WebAssembly.Memory({ initial: Math.ceil((tables.length + workshop + room) / pageSize) + 1 })
  const run = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } }).exports as Exports
  // The first page: what the kernel's own code needs, the words asked for, the sums answered.
  const words = pageSize / 2
  const sums = words + 4 * longest
  const wordsIn = new Int32Array(memory.buffer, words, longest)
  const sumsOut = new Int32Array(memory.buffer, sums, hidden)
  new Uint8Array(memory.buffer).set(tables, pageSize)
  const { addedWorth, keptWorth, bits, askingBits } = network
  const states = run.place(
    pageSize,
    size,
    hidden,
    network.words.length,
    addedWorth,
    keptWorth,
    bits,
    askingBits,
    longest,
  )

  let lap = 0
  let taken = 0
  const write = (passage: Passage): void => {
    const { length } = passage.words
    const needed = run.spaceFor(length)
    if (taken + needed > room) {
      taken = 0
      lap++
    }
    passage.at = states + taken
    passage.lap = lap
    taken += needed
    wordsIn.set(passage.words)
    run.read(words, length, passage.at)
  }
  return {
    unit: 2 ** -(14 + network.innerBits),
    read(words) {
      const passage = { words, at: 0, lap: 0 }
      write(passage)
      return passage
    },
    around(passage, leftGap, rightGap, isWhole) {
      if (passage.lap !== lap) write(passage)
      const { length } = passage.words
      const first = isWhole ? 0 : Math.max(0, leftGap - reachLeft)
      const end = isWhole ? length : Math.min(length, rightGap - 1 + reachRight)
      run.around(passage.at, length, leftGap, rightGap, isWhole, first, end, sums)
      return sumsOut
    },
  }
}
