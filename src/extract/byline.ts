/** Who wrote a plain text and when, in lines of their own above it: "By Mia Tonn, 12 November 2026" · "Mia Tonn | 12 November 2026" · "12 Nov 2026, 09:14 GMT". Pure. */
import { readAuthors } from './authors.ts'
import { date } from './dateline.ts'
import { readDate, type ReadDate } from './read-date.ts'

interface Line {
  readonly authors: readonly string[]
  readonly date: ReadDate | null
}

const longest = 160
const mostLines = 4

const zone = String.raw`gmt|utc|z|bst|[ecmp][sd]?t|cest|jst|hkt|sgt|ist|ae[sd]t|[+-]\d{2}:?\d{2}`
const dated = new RegExp(
  String.raw`\(?${date}(?:(?:,? (?:at )?|T)\d{1,2}(?::\d{2}){0,2}(?: ?[ap]\.?m\b\.?)?(?: ?\(?(?:${zone})(?![a-z])\)?)?)?\)?`,
  'i',
)
const stamp = /^(?:(?:first|last|originally) )?(?:published|updated|posted|modified)(?: on| at)?\b:?/i
const readingTime = /^\d{1,2} min(?:ute)?s?(?: read)?$/i
const by = /^(?:(?:written|words|story) )?by:? /i
const agency = /^(?:reuters|bloomberg|ap|afp|staff)$/i
const connecting = new Set('and in at for of the with de van von der da di el bin'.split(' '))
const calendar = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|july|september|october|november|december)$/i // prettier-ignore

/**
 * The text without such lines, and what they say. `titled`: the headline stands elsewhere, so the first line is none; else it is left
 * where it is, and the lines under it are read. A text of nothing but such lines is left whole.
 */
export function takeByline(text: string, titled: boolean): Line & { readonly text: string } {
  const lines = text.split('\n')
  const isHead = !titled && readLine(lines[0]!, false) === null && !/[.!?]["”’)]?$/.test(lines[0]!)
  const start = isHead ? 1 : 0
  const found: Line[] = []
  let end = start
  for (let at = start; at < lines.length && found.length < mostLines; at++) {
    if (lines[at] === '') continue
    const line = readLine(lines[at]!, titled || isHead)
    if (line === null) break
    found.push(line)
    end = at + 1
  }
  const rest = lines.slice(end).join('\n').trimStart()
  if (found.length === 0 || rest === '') return { text, authors: [], date: null }
  return {
    text: isHead ? `${lines[0]}\n\n${rest}` : rest,
    authors: [...new Set(found.flatMap(({ authors }) => authors))],
    date: found.find((line) => line.date !== null)?.date ?? null,
  }
}

export const isByline = (line: string): boolean => readLine(line.trim(), true) !== null

/** Null for any other line. `below`: a headline stands above, so that a name and a day are no headline themselves. */
function readLine(line: string, below: boolean): Line | null {
  if (line.length > longest) return null
  const authors: string[] = []
  let date: ReadDate | null = null
  let said = false
  let named = false
  for (const piece of line.split(/[|•·]|\s(?:--?|[–—])\s/)) {
    const day = dated.exec(piece)
    if (day) date ??= readDate(day[0])
    const left = tidy(day ? piece.slice(0, day.index) + piece.slice(day.index + day[0].length) : piece)
    if (left === '' || readingTime.test(left)) continue
    const names = left.replace(by, '')
    if (!areNames(names, names !== left)) return null
    if (names !== left) said = true
    else named = true
    // A place stands before a day as a name does: "New York, 12 November 2026".
    if (names !== left || !day) authors.push(...readAuthors([names.replace(/ in \p{Lu}.*$/u, '')], null))
  }
  return said || (date !== null && (below || !named)) ? { authors, date } : null
}

/** Without the commas that parted it from the day, and without "Published". */
function tidy(piece: string): string {
  let left = piece.trim().replace(stamp, '').trim()
  while (/[,:]$/.test(left)) left = left.slice(0, -1).trim()
  while (/^[,:]/.test(left)) left = left.slice(1).trim()
  return left
}

/** Names have two words or more, each with a capital; after "by" an agency may stand. A day is not who wrote it. */
function areNames(text: string, afterBy: boolean): boolean {
  if (/[!?]$|\p{Ll}{3}\.$/u.test(text)) return false
  const words = text.split(/[\s,&/]+/).filter((word) => word !== '' && !connecting.has(word))
  return (
    (words.length >= 2 || (afterBy && agency.test(words[0] ?? ''))) &&
    words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word) && !calendar.test(word))
  )
}
