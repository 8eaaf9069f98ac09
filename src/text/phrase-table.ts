/**
 * Phrases as rows of numbers, and the search for them. What is read of a word or a phrase lies together in memory: a sentence
 * looks at hundreds of places, and to fetch what lies far apart takes longer than to compare it.
 */
import { mostNumbered, type Word } from './words.ts'

/** A stretch of words that stands for a slot: `{sector}`, `{company}`. Word indices, `end` excluded. */
export interface Slot {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** Where a phrase was found. Word indices, `end` excluded. `slots` holds what stood for its slots, in order. */
export interface Hit<T> {
  readonly value: T
  readonly start: number
  readonly end: number
  readonly slots: readonly Slot[]
}

/** A class of words; below 0 a gap, by the most words it spans; from `firstSlot` on a slot. */
export type Element = number
export const firstSlot = 1 << 24
export const isWord = (element: Element): boolean => element >= 0 && element < firstSlot

/** Begins with a word or a slot. */
export interface Phrase<T> {
  readonly value: T
  readonly elements: readonly Element[]
}

/** Of a word: a bit for each class it belongs to (by its last five bits), and how many classes, beginnings and endings follow. */
const recordHead = 4
/** The record of words that belong to no class. */
const emptyRecord = 0
const firstWidth = 3
const secondWidth = 4

export class PhraseTable<T> {
  readonly #values: readonly T[]
  /** The elements of all phrases, and where those of each begin. */
  readonly #elements: Int32Array
  readonly #starts: Int32Array
  /** A phrase's number after the last word it asks for, −1 for none: a sentence without that word need not be compared. Those tried together lie together. */
  readonly #tries: Int32Array
  /** By class: the tries (from, to) of phrases that begin with it and go on with no certain word, and a bit for each certain one. */
  readonly #firsts: Int32Array
  /** By first and second class (open addressing, at most half full): both, then the tries (from, to). */
  readonly #seconds: Int32Array
  /** By slot: the tries (from, to) of phrases that begin with it. */
  readonly #bySlot: Int32Array
  readonly #isLast: Uint8Array
  readonly #slotIds: ReadonlyMap<string, number>
  readonly #classesOf: (word: Word) => readonly number[]
  /** For each class the number of the search that last met it. */
  readonly #met: Int32Array
  #search = 0
  /** What words are, one record after the other; where that of each numbered word stands, −1 for one not met yet. */
  #records = new Int32Array(1 << 12)
  #end = recordHead
  readonly #recordAt = new Int32Array(mostNumbered).fill(-1)

  constructor(
    phrases: readonly Phrase<T>[],
    classes: number,
    slotIds: ReadonlyMap<string, number>,
    classesOf: (word: Word) => readonly number[],
  ) {
    this.#values = phrases.map(({ value }) => value)
    this.#elements = Int32Array.from(phrases.flatMap(({ elements }) => elements))
    this.#starts = new Int32Array(phrases.length + 1)
    this.#isLast = new Uint8Array(classes)
    this.#firsts = new Int32Array(classes * firstWidth)
    this.#bySlot = new Int32Array(slotIds.size * 2)
    this.#met = new Int32Array(classes)
    this.#slotIds = slotIds
    this.#classesOf = classesOf
    const together = new Map<string, { first: Element; second: Element; tries: number[] }>()
    phrases.forEach(({ elements }, phrase) => {
      const [first, next] = elements as readonly [Element, Element?]
      const second = isWord(first) && next !== undefined && isWord(next) ? next : -1
      const last = elements.findLast((element, i) => i > 0 && isWord(element)) ?? -1
      if (last >= 0) this.#isLast[last] = 1
      const key = `${first} ${second}`
      const known = together.get(key) ?? { first, second, tries: [] }
      known.tries.push(last, phrase)
      together.set(key, known)
      this.#starts[phrase + 1] = this.#starts[phrase]! + elements.length
    })
    this.#tries = new Int32Array(phrases.length * 2)
    let size = 16
    while (size < together.size * 2) size *= 2
    this.#seconds = new Int32Array(size * secondWidth).fill(-1)
    let from = 0
    for (const { first, second, tries } of together.values()) {
      const to = from + tries.length
      this.#tries.set(tries, from)
      if (!isWord(first)) this.#bySlot.set([from, to], (first - firstSlot) * 2)
      else if (second < 0) this.#firsts.set([from, to], first * firstWidth)
      else {
        this.#firsts[first * firstWidth + 2]! |= 1 << (second & 31)
        this.#seconds.set([first, second, from, to], this.#secondAt(first, second))
      }
      from = to
    }
  }

  /** Every place where a phrase stands, by where it begins. Linear in the words: a phrase spans a bounded number of them. */
  find(words: readonly Word[], slots: readonly Slot[]): Hit<T>[] {
    const hits: Hit<T>[] = []
    const places = this.#recordsOf(words)
    const [records, firsts, seconds, tries, met] = [this.#records, this.#firsts, this.#seconds, this.#tries, this.#met]
    if (slots.length === 0 && places.every((at) => records[at + 2] === 0)) return hits
    const search = (this.#search = (this.#search + 1) & 0x3fffffff)
    for (const at of places) {
      const end = endOf(records, at)
      for (let i = end - records[at + 3]!; i < end; i++) met[records[i]!] = search
    }
    const slotsAt = slotsByStart(slots)
    // Tries those that stand together; their first `known` elements are there already.
    const attempt = (from: number, to: number, start: number, known: number): void => {
      for (let i = from; i < to; i += 2) {
        const last = tries[i]!
        if (last >= 0 && met[last] !== search) continue
        const phrase = tries[i + 1]!
        const found: Slot[] = []
        const stop = this.#starts[phrase + 1]!
        const end = this.#match(this.#starts[phrase]! + known, stop, start + known, places, slotsAt, found)
        if (end >= 0) hits.push({ value: this.#values[phrase]!, start, end, slots: found })
      }
    }
    for (let start = 0; start < places.length; start++) {
      const at = places[start]!
      const next = places[start + 1] ?? emptyRecord
      const ends = endOf(records, at) - records[at + 3]!
      for (let i = ends - records[at + 2]!; i < ends; i++) {
        const first = records[i]!
        const row = first * firstWidth
        attempt(firsts[row]!, firsts[row + 1]!, start, 1)
        if ((firsts[row + 2]! & records[next]!) === 0) continue
        for (let j = next + recordHead, end = j + records[next + 1]!; j < end; j++) {
          const second = records[j]!
          if (((firsts[row + 2]! >>> (second & 31)) & 1) === 0) continue
          const slot = this.#secondAt(first, second)
          if (seconds[slot]! >= 0) attempt(seconds[slot + 2]!, seconds[slot + 3]!, start, 2)
        }
      }
      for (const { name } of slotsAt?.get(start) ?? none) {
        const id = this.#slotIds.get(name)
        if (id !== undefined) attempt(this.#bySlot[id * 2]!, this.#bySlot[id * 2 + 1]!, start, 0)
      }
    }
    return hits
  }

  /** Where the elements from `element` to `stop` end when the first of them stands at `at`, or −1. Adds what its slots hold to `found`. */
  #match(
    element: number,
    stop: number,
    at: number,
    places: Int32Array,
    slotsAt: ReadonlyMap<number, readonly Slot[]> | null,
    found: Slot[],
  ): number {
    for (; element < stop; element++, at++) {
      const asked = this.#elements[element]!
      if (isWord(asked)) {
        if (at >= places.length || !this.#belongs(places[at]!, asked)) return -1
        continue
      }
      if (asked < 0) {
        for (let skip = 0; skip <= -asked && at + skip < places.length; skip++) {
          const end = this.#match(element + 1, stop, at + skip, places, slotsAt, found)
          if (end >= 0) return end
        }
        return -1
      }
      for (const slot of slotsAt?.get(at) ?? none) {
        if (this.#slotIds.get(slot.name) !== asked - firstSlot) continue
        const length = found.length
        found.push(slot)
        const end = this.#match(element + 1, stop, slot.end, places, slotsAt, found)
        if (end >= 0) return end
        found.length = length
      }
      return -1
    }
    return at
  }

  #belongs(record: number, asked: number): boolean {
    const records = this.#records
    for (let i = record + recordHead, end = i + records[record + 1]!; i < end; i++)
      if (records[i] === asked) return true
    return false
  }

  /** Where both stand in `#seconds`, or the free place for them. */
  #secondAt(first: number, second: number): number {
    const seconds = this.#seconds
    const mask = seconds.length / secondWidth - 1
    let slot = (Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca6b)) >>> 15
    for (;;) {
      const at = (slot & mask) * secondWidth
      if (seconds[at]! < 0 || (seconds[at] === first && seconds[at + 1] === second)) return at
      slot++
    }
  }

  /** Where the record of each word stands; that of a word without a number until the next search. */
  #recordsOf(words: readonly Word[]): Int32Array {
    const places = new Int32Array(words.length)
    let unnumbered = false
    for (let i = 0; i < words.length; i++) {
      const { number } = words[i]!
      if (number < 0) unnumbered = true
      else {
        if (this.#recordAt[number]! < 0) {
          const place = this.#write(words[i]!, this.#end)
          this.#recordAt[number] = place
          if (place !== emptyRecord) this.#end = endOf(this.#records, place)
        }
        places[i] = this.#recordAt[number]!
      }
    }
    if (!unnumbered) return places
    let free = this.#end
    for (let i = 0; i < words.length; i++) {
      if (words[i]!.number >= 0) continue
      places[i] = this.#write(words[i]!, free)
      free = Math.max(free, endOf(this.#records, places[i]!))
    }
    return places
  }

  /** Writes a word's record at `at`; where it stands then. */
  #write(word: Word, at: number): number {
    const classes = this.#classesOf(word)
    if (classes.length === 0) return emptyRecord
    const isFirst = (id: number): boolean =>
      this.#firsts[id * firstWidth] !== this.#firsts[id * firstWidth + 1] || this.#firsts[id * firstWidth + 2] !== 0
    const beginnings = classes.filter(isFirst)
    const endings = classes.filter((id) => this.#isLast[id] === 1)
    const bits = classes.reduce((bits, id) => bits | (1 << (id & 31)), 0)
    const record = [bits, classes.length, beginnings.length, endings.length, ...classes, ...beginnings, ...endings]
    if (at + record.length > this.#records.length) {
      const longer = new Int32Array(Math.max(this.#records.length * 2, at + record.length))
      longer.set(this.#records)
      this.#records = longer
    }
    this.#records.set(record, at)
    return at
  }
}

const endOf = (records: Int32Array, at: number): number =>
  at + recordHead + records[at + 1]! + records[at + 2]! + records[at + 3]!

const none: readonly never[] = []

function slotsByStart(slots: readonly Slot[]): Map<number, Slot[]> | null {
  if (slots.length === 0) return null
  const slotsAt = new Map<number, Slot[]>()
  for (const slot of slots) {
    const there = slotsAt.get(slot.start)
    if (there) there.push(slot)
    else slotsAt.set(slot.start, [slot])
  }
  return slotsAt
}
