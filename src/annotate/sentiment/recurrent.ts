/**
 * Reads a sentence word by word from both ends up to a target: what a word adds to a state and how much of that stays depends on
 * the word and on the state, as in light gated recurrent units (Ravanelli et al. 2018). "[Acme] slides despite a rise in [Bolt]"
 */
import type { WordRange } from './features.ts'
import { longest, makeKernel, type Passage } from './kernel.ts'
import type { Network } from './network.ts'
import type { Reading } from './reading.ts'

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
const otherName = 0
const unknown = 1

/** `code`: the bytes of models/sentiment/kernel.wasm. */
export function makeRecurrent(code: Uint8Array, network: Network): Recurrent {
  const rowOf = rowsByWord(network.words)
  const kernel = makeKernel(code, network)
  const scoresOf = judgeOf(network, kernel.unit)
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
      // What is too long for one passage stands in several.
      const passages: Passage[] = []
      const passageAt = (place: number): Passage => {
        const i = Math.floor(place / longest)
        return (passages[i] ??= kernel.read(sequence.slice(i * longest, (i + 1) * longest)))
      }
      return (target, hasName) => {
        if (target === null) {
          const end = Math.min(wholeReach, sequence.length)
          const whole = end === sequence.length ? passageAt(0) : kernel.read(sequence.slice(0, end))
          return scoresOf(kernel.around(whole, end, 0, true), [], true, false)
        }
        const start = places[target.start]!
        const passage = passageAt(start)
        const left = start % longest
        const right = Math.min(left + places[target.end - 1]! + 1 - start, passage.words.length)
        const name: number[] = []
        const nameAt = hasName ? Math.max(target.start, target.end - nameReach) : target.end
        for (let i = nameAt; i < target.end; i++) name.push(rowOf(tokens[i]!))
        return scoresOf(kernel.around(passage, left, right, false), name, false, start === 0)
      }
    },
  }
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

/** Scores of a target by what its sentence adds to each number between the states and the scores, and the rows of its name's words. */
type Judge = (sums: Int32Array, name: readonly number[], isWhole: boolean, isFirst: boolean) => [number, number, number]

function judgeOf({ hidden, nameWorth, names, whole, first, constant, outer }: Network, unit: number): Judge {
  return (sums, name, isWhole, isFirst) => {
    const said: [number, number, number] = [outer[hidden]!, outer[2 * hidden + 1]!, outer[3 * hidden + 2]!]
    const worth = name.length > 0 ? nameWorth / name.length : 0
    for (let h = 0; h < hidden; h++) {
      let sum = sums[h]! * unit + constant[h]! + (isWhole ? whole[h]! : 0) + (isFirst ? first[h]! : 0)
      for (const row of name) sum += names[row * hidden + h]! * worth
      if (sum > 0) for (let k = 0; k < 3; k++) said[k]! += outer[k * (hidden + 1) + h]! * sum
    }
    return said
  }
}
