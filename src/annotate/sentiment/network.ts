/** The numbers of the recurrent part of the sentiment model, as `models/sentiment/recurrent.py` writes them. */

export interface Network {
  /** Numbers in a state: a multiple of 16. */
  readonly size: number
  /** Numbers between the states and the scores: a multiple of 16. */
  readonly hidden: number
  /** What a byte of a word's row adds to a sum and keeps in one, in units of 1/2^(14 + bits). */
  readonly addedWorth: number
  readonly keptWorth: number
  /** The unit of the matrices is 1/2^bits, that of `beside`, `ends` and `attended` 1/2^innerBits, that of `asking` 1/2^askingBits. */
  readonly bits: number
  readonly innerBits: number
  readonly askingBits: number
  /** What a signed byte of `names` is worth. */
  readonly nameWorth: number
  /**
   * Little-endian, as models/sentiment/kernel/kernel.ts reads them: `biases`, either way `2 * size` int32; `matrices`, either way
   * `2 * size * size` int16; `beside`, `ends` and `attended`, `hidden * 2 * size` int16 each: of the states left and right of the
   * target, at the end of reading from either side, and at the words it attends to; `asking`, `2 * size * 2 * size` int16: what a
   * target asks of words, of the states left and right of it; `rows`, of each word and either way `2 * size` int8, the first two
   * those of other names and of unknown words; `asked`, `2 * size` float32: what every target asks; `distances`, 40 float32, by how far a
   * word stands from the target, from 20 words before to 19 after, the first also where the whole is judged.
   */
  readonly tables: Uint8Array
  /** `hidden` each: that the target is the whole, that it comes first, a constant. */
  readonly whole: Float32Array
  readonly first: Float32Array
  readonly constant: Float32Array
  /** Three rows of `hidden` and a constant. */
  readonly outer: Float32Array
  /** Hashes of the words that have rows. */
  readonly words: Int32Array
  /** Of each word, `hidden` signed bytes: what it says in the name of a target. */
  readonly names: Int8Array
}

/**
 * Little-endian: int32 size, hidden, words, added worth, kept worth, bits, inner bits, asking bits; float32 name worth; then the
 * rest in the order of `Network`. Throws RangeError for bytes of another length.
 */
export function readNetwork(bytes: Uint8Array): Network {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = 0
  const int = (): number => view.getInt32((at += 4) - 4, true)
  const float = (): number => view.getFloat32((at += 4) - 4, true)
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new RangeError(`a network of more than ${bytes.length} bytes`)
    return bytes.subarray(at, (at += length))
  }
  const floats = (length: number): Float32Array => Float32Array.from({ length }, float)
  const [size, hidden, count, addedWorth, keptWorth, bits, innerBits, askingBits] = Array.from({ length: 8 }, int) as Numbers // prettier-ignore
  const nameWorth = float()
  const width = 2 * size
  const tables = take(8 * width + 4 * width * width + 6 * hidden * width + 2 * count * width + 4 * width + 160)
  const [whole, first, constant, outer] = [hidden, hidden, hidden, 3 * (hidden + 1)].map(floats) as Floats
  const words = Int32Array.from({ length: count }, int)
  const names = signed(take(count * hidden))
  if (at !== bytes.length) throw new RangeError(`${bytes.length - at} bytes after the network`)
  return { size, hidden, addedWorth, keptWorth, bits, innerBits, askingBits, nameWorth, tables, whole, first, constant, outer, words, names } // prettier-ignore
}
type Numbers = [number, number, number, number, number, number, number, number]
type Floats = [Float32Array, Float32Array, Float32Array, Float32Array]

const signed = ({ buffer, byteOffset, length }: Uint8Array): Int8Array => new Int8Array(buffer, byteOffset, length)
