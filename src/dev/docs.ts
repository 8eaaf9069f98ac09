/**
 * Regenerates what is derived: the README's tables and help, what the demo prints, and the OpenAPI file.
 * Tests fail when they are stale.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { openApiDocument } from '../api/app.ts'
import type { Case } from '../annotate/cases.ts'
import { makeProgram } from '../cli/program.ts'
import { variables } from '../config.ts'
import { kinds, type Kind } from '../types.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** File → what it should hold. Without `demo`, what the README shows of it stays. */
export async function derivedFiles(demo?: string): Promise<Map<string, string>> {
  const readme = readFileSync(`${root}README.md`, 'utf8')
  const blocks: Record<string, string> = {
    kinds: await kindsTable(),
    configuration: table(
      ['variable', 'what it is', 'default'],
      variables.map(([name, what, fallback]) => [`\`${name}\``, what, fallback]),
    ),
    help: `\`\`\`\n${makeProgram().helpInformation().trim()}\n\`\`\``,
    dependencies: dependenciesTable(),
    ...(demo === undefined ? {} : { demo: demoExcerpt(demo) }),
  }
  return new Map([
    ['README.md', withBlocks(readme, blocks)],
    ['src/api/openapi.json', `${JSON.stringify(openApiDocument(), null, 2)}\n`],
  ])
}

/** The beginning and the end of what the demo prints, without what differs from run to run. */
export function demoExcerpt(printed: string): string {
  const lines = printed.slice(printed.indexOf('# Market themes')).trimEnd().split('\n')
  const [first, last] = [28, 5]
  return ['```', ...lines.slice(0, first), '…', '', ...lines.slice(-last), '```'].join('\n')
}

function runDemo(): string {
  const folder = mkdtempSync(join(tmpdir(), 'themewire-docs-'))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), `${root}src/cli/main.ts`, 'demo'],
    { cwd: folder, encoding: 'utf8' },
  )
  rmSync(folder, { recursive: true, force: true })
  if (status !== 0) throw new Error(`the demo failed: ${stderr}`)
  return stdout
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
  for (const [file, content] of await derivedFiles(runDemo())) {
    if (existsSync(root + file) && readFileSync(root + file, 'utf8') === content) continue
    writeFileSync(root + file, content)
    console.log(`wrote ${file}`)
  }
}
