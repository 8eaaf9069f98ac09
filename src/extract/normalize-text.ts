/** Text as it is kept: one kind of line end and space, composed letters, nothing invisible, so that offsets are stable. */

/** Spaces of every width but the line end; tabs stay, they part the cells of a table row. */
const spaces = /[ \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g
/** Soft hyphen, zero-width signs, direction marks, byte-order mark, control characters but tab and line feed. */
const invisible =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|(?![\t\n])\p{Cc}/gu
const loneSurrogates = /\p{Surrogate}/gu

const clean = (text: string): string =>
  text
    .replace(loneSurrogates, '\uFFFD')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(invisible, '')
    .normalize('NFC')

/** Several paragraphs: lines trimmed, one blank line between paragraphs. */
export function normalizeText(text: string): string {
  const lines: string[] = []
  for (const line of clean(text).split('\n')) {
    const trimmed = line.replace(spaces, ' ').trim()
    if (trimmed !== '' || (lines.length > 0 && lines.at(-1) !== '')) lines.push(trimmed)
  }
  return lines.join('\n').trimEnd()
}

/** One line: a title, a name. */
export const normalizeLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim()

/** Words: runs between blanks that hold a letter or digit. */
export function countWords(text: string): number {
  let count = 0
  for (const run of text.split(/\s+/)) if (/[\p{L}\p{N}]/u.test(run)) count++
  return count
}
