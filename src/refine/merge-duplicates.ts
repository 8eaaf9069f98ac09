/** Joins findings that say the same: equal kind and value become one with the evidence of both and the higher confidence. */
import type { Refiner } from '../doc.ts'
import type { Finding, Span } from '../types.ts'

export const mergeDuplicates: Refiner = {
  name: 'merge-duplicates',
  refine(doc) {
    const first = new Map<string, Finding>()
    const kept: Finding[] = []
    for (const finding of doc.findings) {
      const key = `${finding.kind} ${stable(finding.value)}`
      const same = first.get(key)
      if (!same) {
        first.set(key, finding)
        kept.push(finding)
        continue
      }
      same.evidence = union(same.evidence, finding.evidence)
      if (finding.confidence > same.confidence) {
        same.confidence = finding.confidence
        same.rule = finding.rule
      }
    }
    doc.findings = kept
  },
}

/** JSON with keys in order, so that equal values read equal. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
}

function union(left: readonly Span[], right: readonly Span[]): Span[] {
  const seen = new Set(left.map(spanKey))
  return [...left, ...right.filter((span) => !seen.has(spanKey(span)))]
}

const spanKey = (span: Span): string => `${span.field ?? 'text'} ${span.start} ${span.end}`
