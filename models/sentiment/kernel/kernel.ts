/**
 * The sums of the recurrent part of the sentiment model, eight products at a time: AssemblyScript, compiled to kernel.wasm by
 * `npm run kernel`. Numbers are whole; where they are not, in what a target attends to, each operation is rounded as IEEE 754 says:
 * every machine gives the same. A state stands for −1 to 1 in 1/16384ths.
 */

/** One half in 1/32768ths. */
const half: i16 = 16384

/** A state stands for −1 to 1 in as many parts. */
const stateOne: f32 = 16384
/** A share stands for 0 to 1 in as many parts. */
const shareOne: f32 = 32767
/** Distances are told apart up to so many words. */
const farthest: i32 = 20

let size: i32 = 0
let hidden: i32 = 0
let addedUnit: i32 = 0
let keptUnit: i32 = 0
let fraction: i32 = 0
let askingUnit: f32 = 0
// Tables.
let biases: usize = 0
let matrices: usize = 0
let beside: usize = 0
let ends: usize = 0
let attended: usize = 0
let asking: usize = 0
let rows: usize = 0
let asked: usize = 0
let distances: usize = 0
// Where sums and scores are worked out.
let wanted: usize = 0
let mean: usize = 0
let scores: usize = 0
let shares: usize = 0

/**
 * The tables of a network of `count` words begin at `tables` and stand in the order of src/annotate/sentiment/network.ts. A word's row
 * has `4 * numbers` signed bytes, worth `addedWorth` or `keptWorth` each in units of 1/2^(14 + bits); the biases are in these
 * units, too; the matrices are in 1/2^bits; for what is kept all is halved. In all of them sixteen numbers follow each other: what
 * is added to them, then what is kept of them. Gives the end of the memory that is taken.
 */
export function place(
  tables: usize,
  numbers: i32,
  inner: i32,
  count: i32,
  addedWorth: i32,
  keptWorth: i32,
  bits: i32,
  askingBits: i32,
  longest: i32,
): usize {
  size = numbers
  hidden = inner
  addedUnit = addedWorth
  keptUnit = keptWorth
  fraction = bits
  // What is asked is multiplied with states that are not made smaller first.
  askingUnit = 1 / (stateOne * stateOne * <f32>(1 << askingBits))
  const width = <usize>numbers * 2
  const innerTable = <usize>inner * width * 2
  biases = tables
  matrices = biases + 8 * width
  beside = matrices + 2 * width * width
  ends = beside + innerTable
  attended = ends + innerTable
  asking = attended + innerTable
  rows = asking + 2 * width * width
  asked = rows + <usize>count * 2 * width
  distances = asked + 4 * width
  wanted = (distances + 8 * farthest + 63) & ~63
  mean = wanted + 4 * width
  scores = mean + 2 * width
  shares = scores + <usize>longest * 4
  return (shares + <usize>longest * 2 + 63) & ~63
}

/** Bytes of what is written of so many words. */
export function spaceFor(length: i32): usize {
  return <usize>hidden * 4 + <usize>(length + 1) * <usize>size * 4
}

/**
 * Reads `length` words, 32-bit row numbers, from either side. Writes what the states at the end of reading add to the sums of a
 * target, then `length + 1` states for the gaps between the words as reading from the left leaves them, then as many from the
 * right; reading begins with 0.
 */
export function read(words: usize, length: i32, passage: usize): void {
  const width = <usize>size * 2
  const states = passage + <usize>hidden * 4
  const back = states + <usize>(length + 1) * width
  const last = back + <usize>length * width
  memory.fill(states, 0, width)
  memory.fill(last, 0, width)
  for (let k = 0; k < length; k++) {
    const far = <usize>k * width
    step(row(words, k), 0, states + far, states + far + width)
    step(row(words, length - 1 - k) + width, 1, last - far, last - far - width)
  }
  memory.fill(passage, 0, <usize>hidden * 4)
  weigh(ends, hidden, back - width, back, passage)
}

function row(words: usize, k: i32): usize {
  return rows + <usize>load<i32>(words + (<usize>k << 2)) * <usize>(4 * size)
}

/** One word more: from a state to the next. */
function step(row: usize, way: usize, from: usize, to: usize): void {
  const added = i32x4.splat(addedUnit)
  const kept = i32x4.splat(keptUnit)
  const width = <usize>size * 2
  const end = from + width
  let bias = biases + way * width * 4
  let weights = matrices + way * width * width
  for (let at: usize = 0; at < width; at += 32) {
    const a = v128.load(row)
    const k = v128.load(row, 16)
    const aLow = i16x8.extend_low_i8x16_s(a)
    const aHigh = i16x8.extend_high_i8x16_s(a)
    const kLow = i16x8.extend_low_i8x16_s(k)
    const kHigh = i16x8.extend_high_i8x16_s(k)
    let a0 = i32x4.add(v128.load(bias), i32x4.mul(i32x4.extend_low_i16x8_s(aLow), added))
    let a1 = i32x4.add(v128.load(bias, 16), i32x4.mul(i32x4.extend_high_i16x8_s(aLow), added))
    let a2 = i32x4.add(v128.load(bias, 32), i32x4.mul(i32x4.extend_low_i16x8_s(aHigh), added))
    let a3 = i32x4.add(v128.load(bias, 48), i32x4.mul(i32x4.extend_high_i16x8_s(aHigh), added))
    let k0 = i32x4.add(v128.load(bias, 64), i32x4.mul(i32x4.extend_low_i16x8_s(kLow), kept))
    let k1 = i32x4.add(v128.load(bias, 80), i32x4.mul(i32x4.extend_high_i16x8_s(kLow), kept))
    let k2 = i32x4.add(v128.load(bias, 96), i32x4.mul(i32x4.extend_low_i16x8_s(kHigh), kept))
    let k3 = i32x4.add(v128.load(bias, 112), i32x4.mul(i32x4.extend_high_i16x8_s(kHigh), kept))
    for (let pair = from; pair < end; pair += 4) {
      const both = v128.load32_splat(pair)
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(v128.load(weights), both))
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(v128.load(weights, 16), both))
      a2 = i32x4.add(a2, i32x4.dot_i16x8_s(v128.load(weights, 32), both))
      a3 = i32x4.add(a3, i32x4.dot_i16x8_s(v128.load(weights, 48), both))
      k0 = i32x4.add(k0, i32x4.dot_i16x8_s(v128.load(weights, 64), both))
      k1 = i32x4.add(k1, i32x4.dot_i16x8_s(v128.load(weights, 80), both))
      k2 = i32x4.add(k2, i32x4.dot_i16x8_s(v128.load(weights, 96), both))
      k3 = i32x4.add(k3, i32x4.dot_i16x8_s(v128.load(weights, 112), both))
      weights += 128
    }
    mix(a0, a1, k0, k1, from + at, to + at)
    mix(a2, a3, k2, k3, from + at + 16, to + at + 16)
    row += 32
    bias += 128
  }
}

/** Eight numbers of the next state: what is kept of the last, from 0 to all, and the rest of what is added, from −1 to 1. */
function mix(a0: v128, a1: v128, k0: v128, k1: v128, from: usize, to: usize): void {
  const added = bounded(a0, a1)
  // One half and half of it, in 1/32768ths.
  const kept = i16x8.add_sat_s(i16x8.splat(half), bounded(k0, k1))
  v128.store(to, i16x8.add(added, i16x8.q15mulr_sat_s(kept, i16x8.sub_sat_s(v128.load(from), added))))
}

/** Of x, cut at −2 and 2: x − x|x| / 4. */
function bounded(low: v128, high: v128): v128 {
  const sum = i16x8.narrow_i32x4_s(i32x4.shr_s(low, fraction), i32x4.shr_s(high, fraction))
  const x = i16x8.max_s(i16x8.splat(-32767), sum)
  return i16x8.sub(x, i16x8.shr_s(i16x8.q15mulr_sat_s(x, i16x8.abs(x)), 1))
}

/**
 * Writes `hidden` 32-bit sums for a target between two gaps of a passage of `length` words: of what all of it adds, of the states
 * beside the target, and of those at the words from `first` to `end` that it attends to.
 */
export function around(
  passage: usize,
  length: i32,
  leftGap: i32,
  rightGap: i32,
  isWhole: bool,
  first: i32,
  end: i32,
  sums: usize,
): void {
  const width = <usize>size * 2
  const lefts = passage + <usize>hidden * 4
  const rights = lefts + <usize>(length + 1) * width
  const left = lefts + <usize>leftGap * width
  const right = rights + <usize>rightGap * width
  memory.copy(sums, passage, <usize>hidden * 4)
  weigh(beside, hidden, left, right, sums)
  if (first >= end) return
  ask(left, right)
  const from = lefts + <usize>(first + 1) * width
  const to = rights + <usize>first * width
  const count = end - first
  match(from, to, count)
  for (let i = 0; i < count; i++) {
    const word = first + i
    const away = word < leftGap ? word - leftGap : max(0, word - rightGap + 1)
    const distance = isWhole ? 0 : max(0, min(2 * farthest - 1, away + farthest))
    const score = scores + (<usize>i << 2)
    store<f32>(score, load<f32>(score) + load<f32>(distances + (<usize>distance << 2)))
  }
  share(count)
  blend(from, count, mean)
  blend(to, count, mean + width)
  weigh(attended, hidden, mean, mean + width, sums)
}

/** What a target asks of words, 32-bit floats: what every target asks, and what follows from the states beside it. */
function ask(left: usize, right: usize): void {
  const numbers = 2 * size
  memory.fill(wanted, 0, <usize>numbers * 4)
  weigh(asking, numbers, left, right, wanted)
  const unit = f32x4.splat(askingUnit)
  const always = f32x4.splat(1 / stateOne)
  for (let at: usize = 0; at < <usize>numbers * 4; at += 16) {
    const own = f32x4.mul(f32x4.convert_i32x4_s(v128.load(wanted + at)), unit)
    v128.store(wanted + at, f32x4.add(own, f32x4.mul(v128.load(asked + at), always)))
  }
}

/** How well what stands at each word, as reading up to it from either side leaves it, answers what is asked for. */
function match(lefts: usize, rights: usize, count: i32): void {
  const width = <usize>size * 2
  for (let word = 0; word < count; word++) {
    let sum = f32x4.splat(0)
    let number = wanted
    for (let side = 0; side < 2; side++) {
      const from = side == 0 ? lefts : rights
      for (let at = from; at < from + width; at += 16) {
        const state = v128.load(at)
        const low = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(state))
        const high = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(state))
        sum = f32x4.add(sum, f32x4.mul(low, v128.load(number)))
        sum = f32x4.add(sum, f32x4.mul(high, v128.load(number, 16)))
        number += 32
      }
    }
    const halves = f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1)
    store<f32>(scores + (<usize>word << 2), halves + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3)))
    lefts += width
    rights += width
  }
}

/** Shares that sum to 1, of scores: softmax. */
function share(count: i32): void {
  let highest: f32 = -Infinity
  for (let i = 0; i < count; i++) highest = max(highest, load<f32>(scores + (<usize>i << 2)))
  let total: f32 = 0
  for (let i = 0; i < count; i++) {
    const at = scores + (<usize>i << 2)
    const power = Mathf.exp(load<f32>(at) - highest)
    store<f32>(at, power)
    total += power
  }
  const worth = shareOne / total
  for (let i = 0; i < count; i++) {
    store<i16>(shares + (<usize>i << 1), <i16>nearest(load<f32>(scores + (<usize>i << 2)) * worth))
  }
}

/** The mean of `count` states by their shares. */
function blend(states: usize, count: i32, mean: usize): void {
  const width = <usize>size * 2
  for (let at: usize = 0; at < width; at += 16) {
    let sum = i16x8.splat(0)
    let state = states + at
    for (let word = 0; word < count; word++) {
      const share = v128.load16_splat(shares + (<usize>word << 1))
      sum = i16x8.add_sat_s(sum, i16x8.q15mulr_sat_s(v128.load(state), share))
      state += width
    }
    v128.store(mean + at, sum)
  }
}

/**
 * Adds to `outputs` 32-bit sums those of two states, weighed: sixteen outputs follow each other, for each pair of numbers of `left`,
 * then of `right`.
 */
function weigh(weights: usize, outputs: i32, left: usize, right: usize, sums: usize): void {
  const width = <usize>size * 2
  for (let output = 0; output < outputs; output += 16) {
    let a = v128.load(sums)
    let b = v128.load(sums, 16)
    let c = v128.load(sums, 32)
    let d = v128.load(sums, 48)
    for (let side = 0; side < 2; side++) {
      const from = side == 0 ? left : right
      for (let pair = from; pair < from + width; pair += 4) {
        const both = v128.load32_splat(pair)
        a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load(weights), both))
        b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load(weights, 16), both))
        c = i32x4.add(c, i32x4.dot_i16x8_s(v128.load(weights, 32), both))
        d = i32x4.add(d, i32x4.dot_i16x8_s(v128.load(weights, 48), both))
        weights += 64
      }
    }
    v128.store(sums, a)
    v128.store(sums, b, 16)
    v128.store(sums, c, 32)
    v128.store(sums, d, 48)
    sums += 64
  }
}
