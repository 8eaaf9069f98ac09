/** `themewire read`: the article of a page or file as Themewire reads it, and with --explain why it reads it so. Opens no database. */
import { articleName } from '../../digest/article-name.ts'
import type { Command } from 'commander'
import type { ExtractedArticle } from '../../extract/article.ts'
import type { Article } from '../../types.ts'
import { configOf } from '../options.ts'
import { bold, dim, plain, print } from '../terminal.ts'

/** A plain text has nothing to take out of it. */
type Reading = { readonly article: Article } & Partial<ExtractedArticle>

export function declareRead(program: Command): void {
  const read = program
    .command('read')
    .description('the text of an article as it is read, without looking for facts')
    .argument('[source]', 'a file, a URL, or - for standard input', '-')
    .option('--explain', 'also what was taken out, and by which step')
    .option('--json', 'print it as JSON')
  read.action(async (source: string, { explain = false, json }: { explain?: boolean; json?: boolean }) => {
    const { config } = configOf(read)
    const { articleFromText, extractArticle } = await import('../../extract/article.ts')
    const { loadModels } = await import('../../models.ts')
    const { readInput } = await import('../input.ts')
    const { html, text = '', url, title } = await readInput(source, config)
    const reading: Reading =
      html === undefined
        ? { article: articleFromText({ text, title }) }
        : extractArticle({ html, url }, loadModels(config.modelsFolder).sites)
    if (!json) return print(showReading(reading, explain))
    const { removed, ...rest } = reading
    return print(`${JSON.stringify(explain && removed ? { ...rest, removed } : rest, null, 2)}\n`)
  })
}

function showReading({ article, ...how }: Reading, explain: boolean): string {
  const date =
    article.publishedPrecision === 'instant' ? article.publishedAt : article.publishedAt?.slice(0, article.publishedPrecision === 'day' ? 10 : 7) // prettier-ignore
  const about = [
    article.authors.join(', '),
    article.siteName,
    date ?? 'undated',
    how.modifiedAt ? `changed ${how.modifiedAt}` : null,
    `${article.wordCount} words`,
    article.language,
  ]
  const head = [bold(plain(articleName(article))), dim(plain(about.filter(Boolean).join(' · ')))]
  if (article.canonicalUrl) head.push(dim(plain(article.canonicalUrl)))
  const text = article.text.split('\n').map(plain).join('\n')
  const tables =
    article.tables === '' ? '' : `\n${bold('Market data on the page')}\n${dim(columnsOf(article.tables))}\n`
  return `${head.join('\n')}\n\n${text}\n${tables}${explain ? `\n${explanation(how)}` : ''}`
}

/** Each table's cells one under another. */
const columnsOf = (tables: string): string =>
  tables
    .split('\n\n')
    .map((table) => {
      const rows = table.split('\n').map((row) => row.split('\t').map(plain))
      const widths = rows.reduce<number[]>((most, row) => row.map((cell, i) => Math.max(cell.length, most[i] ?? 0)).concat(most.slice(row.length)), []) // prettier-ignore
      return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i]!)).join('  ').trimEnd()).join('\n') // prettier-ignore
    })
    .join('\n\n')

const endings = { depth: 'nesting beyond reason', nodes: 'more elements than any article has' }

/** The log of the reading: where the text was found, then what was removed, in the order of the page. */
function explanation({ source, container, cutBy, feeds = [], removed = [] }: Partial<ExtractedArticle>): string {
  if (source === undefined) return 'a plain text: nothing was taken out\n'
  const lines = [
    `text from     ${source === 'page' ? `the page, ${plain(container ?? '')}` : 'script data, which holds more of the article than the page shows'}`,
    ...(cutBy ? [`read up to    ${endings[cutBy]}`] : []),
    ...feeds.map(({ url }) => `feed          ${plain(url)}`),
    `removed       ${removed.length} ${removed.length === 1 ? 'block' : 'blocks'}`,
  ]
  const width = Math.max(0, ...removed.map(({ step }) => step.length))
  return [...lines, ...removed.map(({ step, text }) => `  ${plain(step).padEnd(width)}  ${dim(plain(text))}`), ''].join('\n') // prettier-ignore
}
