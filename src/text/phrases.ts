/**
 * Finds thousands of phrases in one pass over a sentence's words. Phrases are written as people edit them in YAML:
 * `rate cut` (also "rate-cuts") · `(bond|treasury) yield @down` · `money .. {sector} into {sector}` · `AI fatigue` · `rotat* out of`
 */
import { nounForms, verbForms } from './inflect.ts'
import { firstSlot, PhraseTable, type Element, type Hit, type Phrase, type Slot } from './phrase-table.ts'
import type { Word } from './words.ts'

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
  readonly #phrases: Phrase<T>[] = []
  /** Compiled when first searched for. */
  #table: PhraseTable<T> | null = null
  readonly #lists: Lists

  constructor(lists: Lists = {}) {
    this.#lists = lists
  }

  /** Adds a phrase that stands for `value`; throws PhraseError saying what is wrong with it. */
  add(source: string, value: T): void {
    for (const words of expand(source)) {
      const elements = words.map((word) => this.#element(word, source))
      const [first] = elements
      if (first === undefined || first < 0 || elements.at(-1)! < 0) {
        throw new PhraseError(`"${source}" must begin and end with a word or a slot`)
      }
      this.#phrases.push({ value, elements })
    }
    this.#table = null
  }

  /** Every place where a phrase stands, by where it begins. Linear in the words. */
  find(words: readonly Word[], slots: readonly Slot[] = []): Hit<T>[] {
    this.#table ??= new PhraseTable(this.#phrases, this.#classes.size, this.#slotIds, (word) => this.#classesOf(word))
    return this.#table.find(words, slots)
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

  #classesOf(word: Word): number[] {
    const ids = new Set([...(this.#exact.get(word.lower) ?? []), ...(this.#cased.get(word.text) ?? [])])
    for (let length = 2; length <= Math.min(word.lower.length, 24); length++) {
      for (const id of this.#prefixes.get(word.lower.slice(0, length)) ?? []) ids.add(id)
    }
    return [...ids]
  }
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
