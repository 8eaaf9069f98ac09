/**
 * MinHash signatures of text, for finding near-identical articles: the share of equal places estimates the Jaccard similarity
 * of their four-word sequences (Broder 1997); bands of four places make them findable by look-up (LSH). Pure.
 */
const places = 96
const rows = 4
const wordsInSequence = 4
/** Fewer sequences than this say too little to compare. */
const fewest = 16

const [starts, multipliers] = constants()

/** `places` numbers of 32 bits, or null for a text too short to compare. */
export function signatureOf(text: string): Uint32Array | null {
  const words: number[] = []
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) words.push(hashOf(word))
  const signature = new Uint32Array(places).fill(0xffffffff)
  const sequences = new Set<number>()
  for (let at = 0; at + wordsInSequence <= words.length; at += 1) {
    let hash = 0
    for (let offset = 0; offset < wordsInSequence; offset += 1) hash = mix(Math.imul(hash, 31) ^ words[at + offset]!)
    sequences.add(hash)
  }
  if (sequences.size < fewest) return null
  for (const sequence of sequences) {
    for (let place = 0; place < places; place += 1) {
      const value = mix(Math.imul(sequence ^ starts[place]!, multipliers[place]!))
      if (value < signature[place]!) signature[place] = value
    }
  }
  return signature
}

/** Signed 32-bit keys; near-identical texts share at least one (96 % at a similarity of 0.6, 99.9 % at 0.7). */
export function bandsOf(signature: Uint32Array): number[] {
  const bands = new Set<number>()
  for (let from = 0; from < places; from += rows) {
    let hash = from + 1
    for (let row = from; row < from + rows; row += 1) hash = mix(Math.imul(hash, 31) ^ signature[row]!)
    bands.add(hash | 0)
  }
  return [...bands]
}

/** Estimated Jaccard similarity, 0..1, give or take 0.05. */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  let equal = 0
  for (let place = 0; place < places; place += 1) if (a[place] === b[place]) equal += 1
  return equal / places
}

export const toBytes = (signature: Uint32Array): Uint8Array => {
  const bytes = new Uint8Array(places * 4)
  const view = new DataView(bytes.buffer)
  signature.forEach((value, place) => view.setUint32(place * 4, value, true))
  return bytes
}

export function fromBytes(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: Math.floor(bytes.byteLength / 4) }, (_, place) => view.getUint32(place * 4, true))
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** The finaliser of MurmurHash3. */
function mix(value: number): number {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The family of hash functions, the same in every version: a change would part old stories from new copies. */
function constants(): [Uint32Array, Uint32Array] {
  let state = 0x7468656d
  const next = (): number => mix((state = (state + 0x9e3779b9) >>> 0))
  return [Uint32Array.from({ length: places }, next), Uint32Array.from({ length: places }, () => next() | 1)]
}
