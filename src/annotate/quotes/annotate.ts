/**
 * Finds who said what in quotation marks, with the two halves of a split quotation joined.
 * "“Growth is fine,” said Ann Lee, chief economist at Rowe." · "Lee said: “Rates will stay.”" · "“It is early,” she added."
 */
import { addFinding, spanOf, type Annotator } from '../../doc.ts'
import type { Institutions } from '../../text/institutions.ts'
import { readQuotes } from './read-quotes.ts'

export const quotes = (institutions: Institutions): Annotator => ({
  name: 'quotes',
  requires: [],
  assigns: ['quote'],
  annotate(doc) {
    const skipped = doc.sentences.filter(
      ({ field, zone }) => field === 'text' && (zone === 'table' || zone === 'boilerplate'),
    )
    const people = new Map(institutions.people.map((person) => [person.name, person]))
    for (const quote of readQuotes(doc.article.text)) {
      if (skipped.some(({ start, end }) => quote.start < end && quote.end > start)) continue
      const known = people.get(quote.speaker)
      const affiliation = quote.affiliation ?? (known ? institutions.banks.get(known.of)?.name : undefined)
      const role = quote.role ?? known?.role
      addFinding(
        doc,
        'quote',
        {
          speaker: quote.speaker,
          ...(role ? { role } : {}),
          ...(affiliation ? { affiliation } : {}),
          text: quote.text,
          verb: quote.verb,
        },
        [spanOf(doc, 'text', quote.start, quote.end)],
        quote.rule,
        quote.rule === 'pronoun-of-the-last-speaker' ? 0.7 : 0.9,
      )
    }
  },
})
