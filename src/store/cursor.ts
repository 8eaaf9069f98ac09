/** Cursors: where a page of an answer ended, as an opaque word. They name what they belong to, so that none is used elsewhere. */
import { ThemewireError } from '../errors.ts'

const isA = {
  number: (value: unknown) => typeof value === 'number',
  id: (value: unknown) => typeof value === 'string' && !value.includes('\0'),
  // As cursorOf was given it; nothing else is sent to the database as a time.
  time: (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value),
}
type Part = keyof typeof isA
export type Place = readonly (string | number)[]

export const cursorOf = (list: string, place: Place): string =>
  Buffer.from(JSON.stringify([list, ...place])).toString('base64url')

/** Null without a cursor; throws `bad-request` for one that is broken or from another list. `shape`: the types of its parts. */
export function placeOf(list: string, cursor: string | undefined, shape: readonly Part[]): Place | null {
  if (cursor === undefined) return null
  const place = parse(cursor)
  const fits =
    place[0] === list && place.length === shape.length + 1 && shape.every((part, index) => isA[part](place[index + 1]))
  if (!fits) {
    throw new ThemewireError('bad-request', 'cursor: does not belong to this list', {
      hint: 'use `meta.next` of the answer before, with the same path and sort',
    })
  }
  return place.slice(1) as Place
}

function parse(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}
