/**
 * Sets apart what is on the page but not of the article: quote tables, captions, disclaimers.
 * "AMD  252.74 / +0.00 (0.00%)" · "Quotes delayed at least 20 minutes." · "Photo for article"
 */
import { addFinding, spanOf, spanOfSentence, type Annotator, type Doc, type Sentence } from '../../doc.ts'
import { isQuoteHead, readQuoteCells } from '../../text/quote-cells.ts'
import { readChange, readRow, type QuoteRow } from '../../text/quote-rows.ts'
import type { Span } from '../../types.ts'
import { isBoilerplate } from './boilerplate.ts'

const fewestRows = 2

export const tables: Annotator = {
  name: 'tables',
  requires: [],
  assigns: ['zones', 'table'],
  annotate(doc) {
    for (const sentence of doc.sentences) {
      if (sentence.field === 'text' && isBoilerplate(sentence.text)) sentence.zone = 'boilerplate'
    }
    for (const table of findTables(doc)) {
      for (const sentence of table.sentences) sentence.zone = 'table'
      addFinding(
        doc,
        'table',
        { rows: table.rows },
        table.sentences.map((one) => spanOfSentence(doc, one)),
        'quote-rows',
        0.95,
      )
    }
    for (const { rows, evidence } of besideText(doc)) addFinding(doc, 'table', { rows }, evidence, 'quote-widget', 0.95)
  },
}

interface Table {
  rows: QuoteRow[]
  sentences: Sentence[]
}

/** Runs of rows; captions in between do not end one, running text does. */
function findTables(doc: Doc): Table[] {
  const found: Table[] = []
  let table: Table = { rows: [], sentences: [] }
  const close = (): void => {
    if (table.rows.length >= fewestRows) found.push(table)
    table = { rows: [], sentences: [] }
  }
  let waiting = false
  for (const sentence of doc.sentences) {
    if (sentence.field !== 'text' || sentence.zone === 'boilerplate') continue
    const line = sentence.text.length > 120 ? undefined : readRow(sentence.text)
    const change = waiting && sentence.text.length < 40 ? readChange(sentence.text.trim()) : undefined
    if (line) {
      table.rows.push(line.row)
      table.sentences.push(sentence)
      waiting = !line.complete
    } else if (change) {
      table.rows.push({ ...table.rows.pop()!, ...change })
      table.sentences.push(sentence)
      waiting = false
    } else {
      close()
      waiting = false
    }
  }
  close()
  return found
}

/** Tables apart from the text, as extraction wrote them; a row that names no symbol stays in the text alone. */
function besideText(doc: Doc): { rows: QuoteRow[]; evidence: Span[] }[] {
  const found: { rows: QuoteRow[]; evidence: Span[] }[] = []
  let at = 0
  for (const table of doc.article.tables.split('\n\n')) {
    const rows: QuoteRow[] = []
    const evidence: Span[] = []
    let headed = false
    for (const line of table.split('\n')) {
      const cells = line.split('\t')
      headed ||= isQuoteHead(cells)
      const quote = readQuoteCells(cells, headed)
      if (quote && quote.symbol !== null) {
        rows.push({ ...quote, symbol: quote.symbol })
        evidence.push(spanOf(doc, 'tables', at, at + line.length))
      }
      at += line.length + 1
    }
    at++
    if (rows.length > 0) found.push({ rows, evidence })
  }
  return found
}
