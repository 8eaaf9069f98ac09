/** A finding in a line: what its mark in the text says when it is pointed at, and what lists of every kind show. */
import { factOf, signed } from '../digest/words.ts'
import type { Finding } from '../types.ts'

export function inWords(finding: Finding): string {
  switch (finding.kind) {
    case 'theme':
      return finding.value.label
    case 'instrument':
      return `${finding.value.name} (${finding.value.symbol})`
    case 'move':
      return `${finding.value.subject} ${factOf(finding)}`
    case 'stance': {
      const { issuer, score } = finding.value
      return `${issuer} ${score > 0 ? 'hawkish' : score < 0 ? 'dovish' : 'neutral'} ${signed(score)}`
    }
    case 'quote':
      return `Quoted: ${[finding.value.speaker, finding.value.role, finding.value.affiliation].filter(Boolean).join(', ')}`
    case 'table':
      return `Table of ${finding.value.rows.length} prices`
    case 'rate':
    case 'policy_event':
      return factOf(finding)
  }
}
