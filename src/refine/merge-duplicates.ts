/** Joins findings that say the same: equal kind and value become one with the evidence of both and the higher confidence. */
import type { Refiner } from '../doc.ts'
import type { Finding, Span } from '../types.ts'

export const mergeDuplicates: Refiner = {
  name: 'merge-duplicates',
  refine(doc) {
    const first = new Map<string, { finding: Finding; seen: Set<string> }>()
    const kept: Finding[] = []
    for (const finding of doc.findings) {
      const key = `${finding.kind} ${stable(finding.value)}`
      const same = first.get(key)
      if (!same) {
        finding.evidence = [...finding.evidence]
        first.set(key, { finding, seen: new Set(finding.evidence.map(spanKey)) })
        kept.push(finding)
        continue
      }
      const { finding: whole, seen } = same
      for (const span of finding.evidence) {
        if (!seen.has(spanKey(span))) whole.evidence.push(span)
        seen.add(spanKey(span))
      }
      if (finding.confidence > whole.confidence) {
        whole.confidence = finding.confidence
        whole.rule = finding.rule
      }
    }
    doc.findings = kept
  },
}

/** JSON with keys in order, so that equal values read equal. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? ''
  const entries = value as Record<string, unknown>
  const keys = Object.keys(entries).sort()
  return `{${keys.map((key) => `${key}:${stable(entries[key])}`).join(',')}}`
}

const spanKey = (span: Span): string => `${span.field ?? 'text'} ${span.start} ${span.end}`
