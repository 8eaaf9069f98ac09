/** Regenerates what is derived: the README's tables, the command line's help in it, and the OpenAPI file. A test fails when they are stale. */
import { readFileSync, readdirSync, existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { openApiDocument } from '../api/app.ts'
import type { Case } from '../annotate/cases.ts'
import { makeProgram } from '../cli/program.ts'
import { variables } from '../config.ts'
import { kinds, type Kind } from '../types.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** File → what it should hold. */
export async function derivedFiles(): Promise<Map<string, string>> {
  const readme = readFileSync(`${root}README.md`, 'utf8')
  const blocks: Record<string, string> = {
    kinds: await kindsTable(),
    configuration: table(
      ['variable', 'what it is', 'default'],
      variables.map(([name, what, fallback]) => [`\`${name}\``, what, fallback]),
    ),
    help: `\`\`\`\n${makeProgram().helpInformation().trim()}\n\`\`\``,
    dependencies: dependenciesTable(),
  }
  return new Map([
    ['README.md', withBlocks(readme, blocks)],
    ['src/api/openapi.json', `${JSON.stringify(openApiDocument(), null, 2)}\n`],
  ])
}

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`. */
function withBlocks(text: string, blocks: Record<string, string>): string {
  return Object.entries(blocks).reduce((out, [name, block]) => {
    const from = out.indexOf(`<!-- ${name} -->`)
    const to = out.indexOf(`<!-- /${name} -->`)
    if (from < 0 || to < from) throw new Error(`README.md has no block "${name}"`)
    return `${out.slice(0, from)}<!-- ${name} -->\n\n${block}\n\n${out.slice(to)}`
  }, text)
}

const says: Record<Kind, string> = {
  instrument: 'which instruments it is about: symbol, relevance, tone',
  move: 'what moved, which way, by how much',
  rate: 'policy rates, yields, inflation, unemployment, growth',
  policy_event: 'decisions, laws, tariffs, appointments, with status and date',
  theme: 'what it is about, who gains and who loses',
  stance: "a central bank's tone, hawkish or dovish",
  quote: 'who said what',
  table: 'market data in the page, kept apart',
}

/** One example a kind, from the gold cases that prove the rules. */
async function kindsTable(): Promise<string> {
  const cases: Case[] = []
  const folder = `${root}src/annotate/`
  for (const name of readdirSync(folder).sort()) {
    const file = `${folder}${name}/cases.ts`
    if (existsSync(file)) cases.push(...((await import(pathToFileURL(file).href)) as { cases: Case[] }).cases)
  }
  return table(
    ['kind', 'says', 'for example', 'finds'],
    kinds.map((kind) => {
      const example = cases.find((one) => one.kind === kind && one.expected && one.text.length < 160)
      return [
        `\`${kind}\``,
        says[kind],
        example ? `“${example.text}”` : '',
        example ? `\`${shown(example.expected!)}\`` : '',
      ]
    }),
  )
}

const shown = (value: Readonly<Record<string, unknown>>): string =>
  Object.entries(value)
    .map(([key, part]) => `${key}: ${typeof part === 'string' ? part : JSON.stringify(part)}`)
    .join(', ')

/** Why each dependency is there: `package.json` keeps the list, this keeps the reasons. */
function dependenciesTable(): string {
  const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    dependencies: Record<string, string>
  }
  const reasons = JSON.parse(readFileSync(new URL('./dependency-reasons.json', import.meta.url), 'utf8')) as Record<
    string,
    string
  >
  const missing = Object.keys(dependencies).filter((name) => !reasons[name])
  const stale = Object.keys(reasons).filter((name) => !dependencies[name])
  if (missing.length + stale.length > 0)
    throw new Error(`dependency-reasons.json: missing ${missing.join(', ')}; stale ${stale.join(', ')}`)
  return table(
    ['package', 'why it is there'],
    Object.keys(dependencies).map((name) => [name, reasons[name]!]),
  )
}

const cell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|')
const table = (heads: string[], rows: string[][]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [file, content] of await derivedFiles()) {
    if (existsSync(root + file) && readFileSync(root + file, 'utf8') === content) continue
    writeFileSync(root + file, content)
    console.log(`wrote ${file}`)
  }
}
