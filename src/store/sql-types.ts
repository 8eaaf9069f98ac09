/** How values cross between JavaScript and PostgreSQL: one table for the server's driver and for the embedded engine. */

type Parse = (text: string) => unknown

/** ISO 8601 in UTC with milliseconds: what every answer shows and every cursor holds. */
const instant: Parse = (text) => {
  const plain = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?\+00$/.exec(text)
  if (plain) return `${plain[1]}T${plain[2]}.${(plain[3] ?? '').padEnd(3, '0').slice(0, 3)}Z`
  const time = new Date(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'))
  return Number.isNaN(time.getTime()) ? text : time.toISOString()
}
const scalars: Record<number, Parse> = {
  16: (text) => text === 't',
  17: (text) => Buffer.from(text.slice(2), 'hex'),
  21: Number,
  23: Number,
  26: Number,
  114: (text) => JSON.parse(text) as unknown,
  700: Number,
  701: Number,
  1184: instant,
  3802: (text) => JSON.parse(text) as unknown,
}
const asText: Parse = (text) => text

/** Array type → element type: bool, int2, int4, text, int8, float4, float8, varchar, timestamptz, jsonb. */
const arrays: Record<number, number> = {
  1000: 16,
  1005: 21,
  1007: 23,
  1009: 25,
  1015: 1043,
  1016: 20,
  1021: 700,
  1022: 701,
  1185: 1184,
  3807: 3802,
}

/** The parser of a type by its id. What is not listed (int8, numeric, date …) stays text, so that no digit is lost. */
export function parserOf(type: number): Parse {
  const element = arrays[type]
  if (element === undefined) return scalars[type] ?? asText
  const parse = scalars[element] ?? asText
  return (text) => parseArray(text, parse)
}

/** `{a,"b c",NULL}`; arrays of arrays are not used here. */
function parseArray(text: string, parse: Parse): unknown[] {
  const items: unknown[] = []
  let at = 1
  while (at < text.length - 1) {
    let item = ''
    const quoted = text[at] === '"'
    if (quoted) at += 1
    while (at < text.length && (quoted ? text[at] !== '"' : text[at] !== ',' && text[at] !== '}')) {
      if (text[at] === '\\') at += 1
      item += text[at]
      at += 1
    }
    if (quoted) at += 1
    items.push(!quoted && item === 'NULL' ? null : parse(item))
    at += 1
  }
  return items
}

/** A parameter as node-postgres would send it: text, bytes, or null. */
export function parameterOf(value: unknown): string | Uint8Array | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (value instanceof Uint8Array) return value
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return arrayOf(value)
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  return JSON.stringify(value)
}

function arrayOf(values: readonly unknown[]): string {
  const items = values.map((value) => {
    if (Array.isArray(value)) return arrayOf(value)
    const item = parameterOf(value)
    if (item === null) return 'NULL'
    const text = item instanceof Uint8Array ? `\\x${Buffer.from(item).toString('hex')}` : item
    return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  })
  return `{${items.join(',')}}`
}

/** Text as PostgreSQL can hold it: a NUL or half a surrogate pair becomes U+FFFD, so offsets still hold. */
export const storable = (text: string): string => text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD')

/** JSON as `jsonb` can hold it. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part))
