/** A finding in a line: what its mark in the text says when it is pointed at, and what lists of every kind show. */
import { bankName, shownSymbol, subjectName } from '../digest/names.ts'
import { factOf, headingOf } from '../digest/fact-words.ts'
import { signed } from '../digest/words.ts'
import type { Finding } from '../types.ts'

/** `names`: symbol → name, for what is told by its symbol alone. */
export function inWords(finding: Finding, names?: ReadonlyMap<string, string>): string {
  switch (finding.kind) {
    case 'theme':
      return finding.value.label
    case 'instrument':
      return [finding.value.name, shownSymbol(finding.value.symbol) && `(${finding.value.symbol})`]
        .filter(Boolean)
        .join(' ')
    case 'move':
      return `${subjectName(finding.value.subject, names)} ${factOf(finding)}`
    case 'stance': {
      const { issuer, score } = finding.value
      return `${bankName(issuer).replace(/^the /, '')} ${score > 0 ? 'hawkish' : score < 0 ? 'dovish' : 'neutral'} ${signed(score)}`
    }
    case 'quote':
      return `Quoted: ${[finding.value.speaker, finding.value.role, finding.value.affiliation].filter(Boolean).join(', ')}`
    case 'table':
      return `Table of ${finding.value.rows.length} prices`
    case 'rate':
      return factOf(finding)
    case 'policy_event':
      return headingOf(finding)
  }
}
