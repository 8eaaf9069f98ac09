/** Cuts a text into paragraphs and pieces, each with the findings whose evidence covers it. */
import type { Finding } from '../types.ts'

export interface Piece {
  readonly text: string
  /** Indices of findings. */
  readonly findings: number[]
  /** The finding whose first evidence begins here, for a link to aim at. */
  readonly first: number | null
}

/** A sentence and more as evidence would mark whole paragraphs: only its first words are marked. */
const longestMark = 90

export function markedPieces(text: string, findings: readonly Finding[]): Piece[][] {
  const marks = findings.flatMap((finding, index) =>
    finding.evidence
      .filter((span) => span.field !== 'title')
      .map((span, i) => ({
        start: span.start,
        end: Math.min(span.end, span.start + longestMark, lineEnd(text, span.start)),
        index,
        first: i === 0,
      })),
  )
  const cuts = new Set([0, text.length])
  for (const { start, end } of marks) cuts.add(start).add(end)
  for (const match of text.matchAll(/\n+/g)) cuts.add(match.index).add(match.index + match[0].length)
  const places = [...cuts].sort((a, b) => a - b)
  const byStart = group(marks)
  const paragraphs: Piece[][] = [[]]
  let open: typeof marks = []
  for (const [i, from] of places.entries()) {
    const to = places[i + 1]
    if (to === undefined) break
    open = open.filter((mark) => mark.end > from).concat(byStart.get(from) ?? [])
    const piece = text.slice(from, to)
    if (/^\n+$/.test(piece)) {
      paragraphs.push([])
      continue
    }
    const indices = [...new Set(open.map((mark) => mark.index))].sort((a, b) => a - b)
    const begins = open.find((mark) => mark.first && mark.start === from)
    paragraphs.at(-1)!.push({ text: piece, findings: indices, first: begins?.index ?? null })
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}

const lineEnd = (text: string, from: number): number => {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at
}

function group<T extends { start: number }>(marks: T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const mark of marks) groups.set(mark.start, [...(groups.get(mark.start) ?? []), mark])
  return groups
}
