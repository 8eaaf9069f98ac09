/** Market data beside an article, in pages written for this test: read apart from the text, and only where it is market data. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { extractArticle } from '../../src/extract/article.ts'

const pageOf = (name: string): string => readFileSync(new URL(`pages/tables--${name}.html`, import.meta.url), 'utf8')
const tablesOf = (name: string): string => extractArticle({ html: pageOf(name) }).article.tables

it.each([
  [
    'recent-quotes',
    'Symbol\tPrice\tChange (%)\nGRNM\t238.94\t+1.20 (0.51%)\nPRTX\t56.40\t-1.10 (1.91%)\nOAT.B\t1,490.50\tUNCH (0.00%)',
  ],
  ['ticker-tape', 'GRNM\t$238.94\t▲\t0.51%\nPRTX\t$56.40\t▼\t1.91%'],
  [
    'market-bar',
    'Dow 30\t48,100.12\t-145.13\t(-0.30%)\nGold\t2,025.50\t+10.60\t(+0.53%)\n\n' +
      'GRNM\tGrain Mills Inc.\t238.94\t+0.51%\nPRTX\tPortex plc\t56.40\t−1.91%',
  ],
  ['no-quotes', ''],
])('%s', (name, expected) => expect(tablesOf(name)).toBe(expected))

it('is no part of the text, nor of what makes a revision', () => {
  const before = extractArticle({ html: pageOf('recent-quotes') }).article
  const after = extractArticle({ html: pageOf('recent-quotes').replace('238.94', '240.10') }).article
  expect(before.text).not.toContain('GRNM')
  expect(after.tables).not.toBe(before.tables)
  expect(after.contentHash).toBe(before.contentHash)
})

it('that stands in the article stays in its text alone', () => {
  const [, table = ''] = /(<table>[\s\S]*<\/table>)/.exec(pageOf('recent-quotes')) ?? []
  const html = pageOf('no-quotes').replace('</article>', `${table}</article>`)
  expect(extractArticle({ html }).article).toMatchObject({
    tables: '',
    text: expect.stringContaining('GRNM') as string,
  })
})

it('ends soon on a page of nothing but quotes', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `<tr><td>Q${i}</td><td>${i}.50</td><td>+1.0%</td></tr>`)
  const started = performance.now()
  expect(
    extractArticle({ html: pageOf('no-quotes').replace('</body>', `<table>${rows.join('')}</table></body>`) }).article
      .tables,
  ).toBe('')
  expect(performance.now() - started).toBeLessThan(10_000)
})
