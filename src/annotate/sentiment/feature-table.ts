/** A table from feature hashes to their weights in two flat arrays: open addressing, at most half full. */
export class FeatureTable {
  /** Four signed bytes a slot: three weights and the feature's rarity, which is never 0 where a feature is. */
  readonly values: Int8Array
  readonly #keys: Int32Array
  readonly #mask: number
  /** In which round a slot was last found. */
  readonly #rounds: Int32Array
  #round = 0

  constructor(most: number) {
    let size = 16
    while (size < most * 2) size *= 2
    this.values = new Int8Array(size * 4)
    this.#keys = new Int32Array(size)
    this.#rounds = new Int32Array(size)
    this.#mask = size - 1
  }

  /** Where a feature's values begin in `values`; −1 when it is not in the table or was found since `forget`. */
  findOnce(feature: number): number {
    const slot = this.#slot(feature)
    if (this.values[slot * 4 + 3] === 0 || this.#rounds[slot] === this.#round) return -1
    this.#rounds[slot] = this.#round
    return slot * 4
  }

  forget(): void {
    this.#round = (this.#round + 1) | 0
  }

  set(feature: number, values: ArrayLike<number>): void {
    const slot = this.#slot(feature)
    this.#keys[slot] = feature
    this.values.set(values, slot * 4)
  }

  #slot(feature: number): number {
    let slot = (feature ^ (feature >>> 15)) & this.#mask
    while (this.values[slot * 4 + 3] !== 0 && this.#keys[slot] !== feature) slot = (slot + 1) & this.#mask
    return slot
  }
}
