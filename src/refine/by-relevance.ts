/** Orders findings: by relevance where they have one, then by first mention. */
import type { Refiner } from '../doc.ts'
import { kinds, type Finding } from '../types.ts'

const relevance = (finding: Finding): number => ('relevance' in finding.value ? finding.value.relevance : 0)

/** The headline stands before the text, tables after it. */
const place = (finding: Finding): number => {
  const [first] = finding.evidence
  if (first === undefined) return Infinity
  return first.start + (first.field === 'title' ? -1e9 : first.field === 'tables' ? 1e9 : 0)
}

export const byRelevance: Refiner = {
  name: 'by-relevance',
  refine(doc) {
    doc.findings.sort(
      (a, b) => relevance(b) - relevance(a) || place(a) - place(b) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
    )
  },
}
