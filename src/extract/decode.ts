/** Bytes to text: byte-order mark, then what the bytes prove, then what header and page say of themselves. Pure. */
import { ThemewireError } from '../errors.ts'

const magic: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['\x89PNG', 'an image (PNG)'],
  ['\xFF\xD8\xFF', 'an image (JPEG)'],
  ['GIF8', 'an image (GIF)'],
  ['PK\x03\x04', 'a ZIP archive or office document'],
  ['\x1F\x8B', 'a gzip archive'],
  ['\xD0\xCF\x11\xE0', 'an office document'],
  ['OggS', 'sound or video'],
  ['ID3', 'sound'],
  ['\x7FELF', 'a program'],
]

/**
 * Text of bytes in any encoding browsers know. `contentType` is the header as sent. Never throws for invalid bytes (they become
 * U+FFFD); throws `not-text` for what is no text: PDF, images, archives, random bytes.
 */
export function decodeBytes(bytes: Uint8Array, contentType = ''): string {
  const start = latin1(bytes.subarray(0, 4096))
  const known = magic.find(([prefix]) => start.startsWith(prefix))
  if (known) throw notText(known[1])
  if (start.startsWith('\xEF\xBB\xBF')) return decodeAs('utf-8', bytes)
  const wide = wideEncoding(bytes)
  if (wide) return decodeAs(wide, bytes)
  if (controlShare(bytes) > 0.02) throw notText('binary data')
  const header = labelIn(/charset\s*=\s*(?:["']\s*)?([\w:.-]+)/i, contentType)
  const own =
    labelIn(/^\s{0,100}<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)/i, start) ??
    labelIn(/<meta\s[^>]{0,300}?charset\s*=\s*(?:["']\s*)?([\w:.-]+)/i, start)
  // Bytes that are valid UTF-8 beyond ASCII are UTF-8, whatever is said: chance hardly ever makes them so.
  const strict = strictUtf8(bytes)
  if (strict !== null && (strict.length < bytes.length || !/^(?:iso-2022|utf-7|hz)/i.test(header ?? own ?? '')))
    return strict
  const said = [header, own].find((label) => label && !/^utf-?8$/i.test(label))
  // Mostly UTF-8 with a few damaged bytes is still UTF-8.
  if (!said || header === 'utf-8') {
    const lenient = decodeAs('utf-8', bytes)
    const damaged = lenient.split('\uFFFD').length - 1
    const foreign = lenient.length - damaged - asciiCount(bytes)
    if (damaged <= foreign || (said === undefined && own !== undefined && damaged < 5)) return lenient
  }
  return decodeAs(said ?? 'windows-1252', bytes)
}

const notText = (what: string): ThemewireError =>
  new ThemewireError('not-text', `this is ${what}, not text`, { hint: 'give a page (HTML), a feed or plain text' })

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

function labelIn(pattern: RegExp, text: string): string | undefined {
  const label = pattern.exec(text)?.[1]?.toLowerCase()
  // A page that can be read byte by byte as far as this label is not in UTF-16, whatever it says.
  return label?.startsWith('utf-16') ? 'utf-8' : label
}

/** Windows-1252 where it differs from Latin-1: 0x80 to 0x9F. Some versions of Node decode the one as the other. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

function decodeAs(label: string, bytes: Uint8Array): string {
  let decoder: InstanceType<typeof TextDecoder>
  try {
    decoder = new TextDecoder(label)
  } catch {
    decoder = new TextDecoder('windows-1252')
  }
  const text = decoder.decode(bytes)
  return decoder.encoding === 'windows-1252'
    ? text.replace(/[\u0080-\u009F]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80]!)
    : text
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 by its mark, or by every other byte of the start being zero. */
function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const length = Math.min(bytes.length, 512) & ~1
  if (length < 8) return null
  const zeros = [0, 0]
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1]!++
  if (zeros[1]! > length * 0.4 && zeros[0] === 0) return 'utf-16le'
  return zeros[0]! > length * 0.4 && zeros[1] === 0 ? 'utf-16be' : null
}

/** Share of bytes that text does not hold, in the first 64 KB. */
function controlShare(bytes: Uint8Array): number {
  const length = Math.min(bytes.length, 65_536)
  let controls = 0
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++
  }
  return length === 0 ? 0 : controls / length
}

function asciiCount(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes) if (byte < 128) count++
  return count
}
