/** Cuts a text into paragraphs and pieces, each with the findings whose evidence covers it. */
import type { Finding } from '../types.ts'

export interface Piece {
  readonly text: string
  /** Indices of the findings that cover it. */
  readonly findings: number[]
  /** Those whose evidence begins here, shortest evidence first: where a mark is a link. */
  readonly begins: number[]
  /** Those whose first evidence begins here, for a link to aim at. */
  readonly anchors: number[]
}

export interface Markable {
  readonly text: string
  readonly field: 'title' | 'text' | 'tables'
}

/** Linear in the text but for the findings that overlap. Evidence that does not fit the text is left out, never moved. */
export function markedPieces({ text, field }: Markable, findings: readonly Finding[]): Piece[][] {
  const marks = findings.flatMap((finding, index) =>
    finding.evidence
      .map(({ start, end, field: of }, i) => ({ start, end, of: of ?? 'text', index, first: i === 0 }))
      .filter(({ start, end, of }) => of === field && start >= 0 && start < end && end <= text.length),
  )
  const cuts = new Set([0, text.length])
  for (const { start, end } of marks) cuts.add(start).add(end)
  for (const match of text.matchAll(/\n+/g)) cuts.add(match.index).add(match.index + match[0].length)
  const places = [...cuts].sort((a, b) => a - b)
  const byStart = new Map<number, typeof marks>()
  for (const mark of marks) byStart.set(mark.start, [...(byStart.get(mark.start) ?? []), mark])
  const paragraphs: Piece[][] = [[]]
  let open: typeof marks = []
  for (const [i, from] of places.entries()) {
    const to = places[i + 1]
    if (to === undefined) break
    const starting = (byStart.get(from) ?? []).sort((a, b) => a.end - b.end || a.index - b.index)
    open = open.filter((mark) => mark.end > from).concat(starting)
    const piece = text.slice(from, to)
    if (/^\n+$/.test(piece)) {
      paragraphs.push([])
      continue
    }
    paragraphs.at(-1)!.push({
      text: piece,
      findings: distinct(open.map((mark) => mark.index)).sort((a, b) => a - b),
      begins: distinct(starting.map((mark) => mark.index)),
      anchors: distinct(starting.filter((mark) => mark.first).map((mark) => mark.index)),
    })
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}

const distinct = (indices: number[]): number[] => [...new Set(indices)]
