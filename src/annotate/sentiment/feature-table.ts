/** A table from feature hashes to their weights: open addressing, at most half full, all of a slot in one line of the cache. */
const slotWords = 2
const presentBits = 21
const presentMask = (1 << presentBits) - 1

export class FeatureTable {
  /** Bytes of the slots; the four weights of a slot stand where `findOnce` says. */
  readonly values: Int8Array
  /** A slot: its feature; its weights, four signed bytes of which the last, the rarity, is never 0. */
  readonly #slots: Int32Array
  /** The round each slot was last found in: apart, for most slots that are looked at are not what is looked for. */
  readonly #found: Uint8Array
  readonly #mask: number
  /** A bit by the last bits of each feature: small enough to stay near, it turns most others away. */
  readonly #present = new Int32Array(1 << (presentBits - 5))
  #round = 1

  /** `values`: four for each feature. */
  constructor(features: Int32Array, values: Int8Array) {
    let size = 16
    while (size < features.length * 2) size *= 2
    this.#slots = new Int32Array(size * slotWords)
    this.values = new Int8Array(this.#slots.buffer)
    this.#found = new Uint8Array(size)
    this.#mask = size - 1
    for (let i = 0; i < features.length; i++) {
      const at = this.#find(features[i]!) * slotWords
      this.#slots[at] = features[i]!
      const bit = features[i]! & presentMask
      this.#present[bit >>> 5]! |= 1 << (bit & 31)
      for (let k = 0; k < 4; k++) this.values[(at + 1) * 4 + k] = values[i * 4 + k]!
    }
  }

  /** Where a feature's values begin in `values`; −1 when it is not in the table or was found since `forget`. */
  findOnce(feature: number): number {
    const bit = feature & presentMask
    if (((this.#present[bit >>> 5]! >>> (bit & 31)) & 1) === 0) return -1
    const slot = this.#find(feature)
    const at = slot * slotWords + 1
    if (this.#slots[at] === 0 || this.#found[slot] === this.#round) return -1
    this.#found[slot] = this.#round
    return at * 4
  }

  forget(): void {
    if (++this.#round < 256) return
    this.#round = 1
    this.#found.fill(0)
  }

  #find(feature: number): number {
    const slots = this.#slots
    let slot = (feature ^ (feature >>> 15)) & this.#mask
    while (slots[slot * slotWords + 1] !== 0 && slots[slot * slotWords] !== feature) slot = (slot + 1) & this.#mask
    return slot
  }
}
