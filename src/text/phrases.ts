/**
 * Finds thousands of phrases in one pass over a sentence's words. Phrases are written as people edit them in YAML:
 * `rate cut` (also "rate-cuts") · `(bond|treasury) yield @down` · `money .. {sector} into {sector}` · `AI fatigue` · `rotat* out of`
 */
import { nounForms, verbForms } from './inflect.ts'
import { WordMemory, type Word } from './words.ts'

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

/** A class of words; below 0 a gap, by the most words it spans; from `firstSlot` on a slot. Small integers in a row are read fast. */
type Element = number
const firstSlot = 1 << 24
interface Phrase<T> {
  readonly value: T
  readonly elements: readonly Element[]
}

/** Phrases that are tried together; the last words they ask for stand beside them, to be looked through first. */
interface Bundle<T> {
  readonly phrases: Phrase<T>[]
  readonly lasts: number[]
}

/** Phrases that begin with the same word: by their second where it is a word too, which most of them fail at, and the others. */
interface Beginning<T> {
  readonly bySecond: Map<number, Bundle<T>>
  readonly others: Bundle<T>
  /** A bit for each second word there is, by its id's last five bits: most words are turned away by it. */
  seconds: number
}

/** What a word is to the phrases. */
interface Met<T> {
  /** The classes it belongs to, and a bit for each, as in `Beginning`. */
  readonly classes: readonly number[]
  /** Those that a phrase asks for last. */
  readonly asked: readonly number[]
  readonly bits: number
  /** Those that phrases begin with. */
  readonly beginnings: readonly Beginning<T>[]
}

/** Word lists a phrase names as `@up`. Items carry their own marks: `rise~`. */
export type Lists = Readonly<Record<string, readonly string[]>>

const mostVariants = 400

export class PhraseError extends Error {}

/** Compiles phrases, then finds them all in one pass. */
export class PhraseMatcher<T> {
  readonly #classes = new Map<string, number>()
  readonly #exact = new Map<string, number[]>()
  readonly #cased = new Map<string, number[]>()
  readonly #prefixes = new Map<string, number[]>()
  readonly #slotIds = new Map<string, number>()
  readonly #byFirstWord: Beginning<T>[] = []
  readonly #byFirstSlot: Bundle<T>[] = []
  readonly #lasts = new Set<number>()
  readonly #remembered = new WordMemory((word) => this.#meet(word))
  readonly #lists: Lists
  /** For each class of words the number of the search that last met it. */
  #met = new Int32Array(0)
  #search = 0

  constructor(lists: Lists = {}) {
    this.#lists = lists
  }

  /** Adds a phrase that stands for `value`; throws PhraseError saying what is wrong with it. */
  add(source: string, value: T): void {
    for (const words of expand(source)) {
      const elements = words.map((word) => this.#element(word, source))
      const [first, second] = elements
      if (first === undefined || first < 0 || elements.at(-1)! < 0) {
        throw new PhraseError(`"${source}" must begin and end with a word or a slot`)
      }
      const last = elements.findLast((element, i) => isWord(element) && i > 0) ?? -1
      const { phrases, lasts } = isWord(first)
        ? this.#beginning(first, second)
        : (this.#byFirstSlot[first - firstSlot] ??= bundle())
      phrases.push({ value, elements })
      lasts.push(last)
      this.#lasts.add(last)
    }
    this.#remembered.forget()
  }

  /** Every place where a phrase stands, by where it begins. Linear in the words: a phrase spans a bounded number of them. */
  find(words: readonly Word[], slots: readonly Slot[] = []): Hit<T>[] {
    const hits: Hit<T>[] = []
    const read = words.map((word) => this.#remembered.of(word))
    if (slots.length === 0 && !read.some(({ beginnings }) => beginnings.length > 0)) return hits
    if (this.#met.length < this.#classes.size) this.#met = new Int32Array(this.#classes.size)
    const met = this.#met
    const search = (this.#search = (this.#search + 1) & 0x3fffffff)
    for (const { asked } of read) for (const id of asked) met[id] = search
    const slotsAt = slotsByStart(slots)
    // What asks for a word that the sentence does not hold is not tried; the first `known` elements stand there already.
    const attempt = ({ phrases, lasts }: Bundle<T>, at: number, known: number): void => {
      for (let i = 0; i < lasts.length; i++) {
        const last = lasts[i]!
        if (last >= 0 && met[last] !== search) continue
        const { value, elements } = phrases[i]!
        const found: Slot[] = []
        const end = this.#match(elements, known, at + known, read, slotsAt, found)
        if (end >= 0) hits.push({ value, start: at, end, slots: found })
      }
    }
    for (let at = 0; at < read.length; at++) {
      const next = read[at + 1]
      for (const { others, bySecond, seconds } of read[at]!.beginnings) {
        attempt(others, at, 1)
        if (!next || (seconds & next.bits) === 0) continue
        for (const id of next.classes) {
          const second = (seconds >>> (id & 31)) & 1 ? bySecond.get(id) : undefined
          if (second) attempt(second, at, 2)
        }
      }
      for (const { name } of slotsAt?.get(at) ?? none) {
        const phrases = this.#byFirstSlot[this.#slotIds.get(name) ?? -1]
        if (phrases) attempt(phrases, at, 0)
      }
    }
    return hits
  }

  #beginning(first: number, second: Element | undefined): Bundle<T> {
    const beginning = (this.#byFirstWord[first] ??= {
      bySecond: new Map<number, Bundle<T>>(),
      others: bundle(),
      seconds: 0,
    })
    const { bySecond, others } = beginning
    if (second === undefined || !isWord(second)) return others
    beginning.seconds |= 1 << (second & 31)
    const there = bySecond.get(second) ?? bundle()
    bySecond.set(second, there)
    return there
  }

  /** Where the elements from the one at `element` end when the first of them stands at `at`, or −1. Adds what its slots hold to `found`. */
  #match(
    elements: readonly Element[],
    element: number,
    at: number,
    read: readonly Met<T>[],
    slotsAt: ReadonlyMap<number, readonly Slot[]> | null,
    found: Slot[],
  ): number {
    for (; element < elements.length; element++, at++) {
      const asked = elements[element]!
      if (isWord(asked)) {
        if (at >= read.length || !read[at]!.classes.includes(asked)) return -1
        continue
      }
      if (asked < 0) {
        for (let skip = 0; skip <= -asked && at + skip < read.length; skip++) {
          const end = this.#match(elements, element + 1, at + skip, read, slotsAt, found)
          if (end >= 0) return end
        }
        return -1
      }
      for (const slot of slotsAt?.get(at) ?? none) {
        if (this.#slotIds.get(slot.name) !== asked - firstSlot) continue
        const length = found.length
        found.push(slot)
        const end = this.#match(elements, element + 1, slot.end, read, slotsAt, found)
        if (end >= 0) return end
        found.length = length
      }
      return -1
    }
    return at
  }

  #element(source: string, phrase: string): Element {
    if (/^\.{2,3}$/.test(source)) return source.length === 2 ? -4 : -8
    const slot = /^\{([a-z]+)\}$/.exec(source)
    if (slot) {
      const id = this.#slotIds.get(slot[1]!) ?? this.#slotIds.size
      this.#slotIds.set(slot[1]!, id)
      return firstSlot + id
    }
    const known = this.#classes.get(source)
    if (known !== undefined) return known
    const id = this.#classes.size
    this.#classes.set(source, id)
    for (const word of source.split('|')) this.#addWord(word, id, phrase)
    return id
  }

  #addWord(source: string, id: number, phrase: string): void {
    const push = (map: Map<string, number[]>, key: string): void => {
      const ids = map.get(key)
      if (!ids) map.set(key, [id])
      else if (!ids.includes(id)) ids.push(id)
    }
    if (source.startsWith('@')) {
      const list = this.#lists[source.slice(1)]
      if (!list)
        throw new PhraseError(`"${phrase}" names the list ${source}, which models/vocabulary.yml does not have`)
      for (const word of list) this.#addWord(word, id, phrase)
      return
    }
    const parts = /^(=?)([\p{L}\p{N}][\p{L}\p{N}.&'/]*|[$%€£¥+&])([~*]?)$/u.exec(source)
    if (!parts) throw new PhraseError(`"${phrase}" holds "${source}", which is no word, list, slot or gap`)
    const [, exact, word, mark] = parts as unknown as [string, string, string, string]
    if (mark === '*') push(this.#prefixes, word.toLowerCase())
    else if (/\p{Lu}/u.test(word)) push(this.#cased, word)
    else for (const form of exact ? [word] : mark === '~' ? verbForms(word) : nounForms(word)) push(this.#exact, form)
  }

  #meet(word: Word): Met<T> {
    const ids = new Set([...(this.#exact.get(word.lower) ?? []), ...(this.#cased.get(word.text) ?? [])])
    for (let length = 2; length <= Math.min(word.lower.length, 24); length++) {
      for (const id of this.#prefixes.get(word.lower.slice(0, length)) ?? []) ids.add(id)
    }
    const classes = [...ids]
    return {
      classes,
      asked: classes.filter((id) => this.#lasts.has(id)),
      bits: classes.reduce((bits, id) => bits | (1 << (id & 31)), 0),
      beginnings: classes.flatMap((id) => this.#byFirstWord[id] ?? []),
    }
  }
}

const none: readonly never[] = []
const isWord = (element: Element): boolean => element >= 0 && element < firstSlot
const bundle = <T>(): Bundle<T> => ({ phrases: [], lasts: [] })

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

/** `(a b|c|e) d?` → `a b d`, `a b`, `c|e d`, `c|e`, each as a list of elements. Hyphens are spaces; brackets may nest. */
function expand(source: string): string[][] {
  const parts = source.replaceAll('-', ' ').match(/\)\?|[()|]|[^\s()|]+/g) ?? []
  let at = 0
  const sequence = (): string[][] => {
    let variants: string[][] = [[]]
    while (at < parts.length && !/^(?:\)\??|\|)$/.test(parts[at]!)) {
      const part = parts[at++]!
      let choices: string[][]
      if (part === '(') {
        choices = alternatives()
        const close = parts[at++]
        if (close === undefined) throw new PhraseError(`"${source}" has a bracket left open`)
        if (close === ')?') choices = [...choices, []]
      } else choices = part.endsWith('?') ? [[part.slice(0, -1)], []] : [[part]]
      variants = variants.flatMap((variant) => choices.map((choice) => [...variant, ...choice]))
      if (variants.length > mostVariants) throw new PhraseError(`"${source}" has more than ${mostVariants} variants`)
    }
    return variants
  }
  const alternatives = (): string[][] => {
    const all = sequence()
    while (parts[at] === '|') {
      at++
      all.push(...sequence())
    }
    // Single words become one class of words, which keeps the number of phrases small.
    const isWord = (variant: string[]): boolean => variant.length === 1 && !/^(?:\.{2,3}|\{.*)$/.test(variant[0]!)
    const words = all.filter(isWord).map(([word]) => word!)
    const rest = all.filter((variant) => !isWord(variant))
    return words.length > 0 ? [[words.join('|')], ...rest] : rest
  }
  const variants = alternatives()
  if (at < parts.length) throw new PhraseError(`"${source}" closes a bracket it did not open`)
  return variants
}
