/** Runs every annotator's gold cases through the default pipeline; a rule without a case that it proves fails. */
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/annotate/cases.ts'
import { loadModels } from '../../src/models.ts'
import { readPipelineFile } from '../../src/pipeline-file.ts'
import { analyzeArticle, annotatorNames, makePipeline, refinerNames } from '../../src/pipeline.ts'
import type { Analysis, Article } from '../../src/types.ts'

const root = new URL('../../', import.meta.url)
const folder = new URL('src/annotate/', root)
const models = loadModels()
const settings = readPipelineFile(fileURLToPath(new URL('pipelines/market-news.yml', root)))
const registered = new Set([...annotatorNames(), ...refinerNames()])
const pipeline = makePipeline(
  {
    ...settings,
    annotators: settings.annotators.filter((name) => registered.has(name)),
    refiners: settings.refiners.filter((name) => registered.has(name)),
  },
  models,
)

const annotatorFolders = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/annotate.ts`, folder)))
  .map((entry) => entry.name)

const articleOf = ({ text, title, tables, publishedAt }: Case): Article => ({
  url: null,
  canonicalUrl: null,
  title: title ?? null,
  authors: [],
  siteName: null,
  publishedAt: publishedAt ?? null,
  publishedPrecision: publishedAt === undefined ? null : 'day',
  language: 'en',
  text,
  tables: tables ?? '',
  wordCount: text.split(/\s+/).length,
  contentHash: '',
})

/** Deep, partial: what the case names must be so; arrays must hold each of what it lists. */
const holds = (actual: unknown, expected: unknown): boolean => {
  if (typeof expected === 'number') return typeof actual === 'number' && Math.abs(actual - expected) < 1e-9
  if (Array.isArray(expected)) {
    return Array.isArray(actual) && expected.every((wanted) => actual.some((item) => holds(item, wanted)))
  }
  if (expected !== null && typeof expected === 'object') {
    if (actual === null || typeof actual !== 'object') return false
    const record = actual as Record<string, unknown>
    return Object.entries(expected).every(([key, wanted]) => holds(record[key], wanted))
  }
  return actual === expected || (expected === undefined && actual === undefined)
}

const said = (analysis: Analysis, kind: string): string =>
  analysis.findings
    .filter((finding) => finding.kind === kind)
    .map((finding) => `${finding.rule}: ${JSON.stringify(finding.value)}`)
    .join('\n  ') || 'nothing'

function checkEvidence(analysis: Analysis): void {
  const { article, findings } = analysis
  for (const finding of findings) {
    expect(finding.evidence.length, `${finding.kind} without evidence in "${article.text}"`).toBeGreaterThan(0)
    for (const { field, start, end, quote } of finding.evidence) {
      expect(article[field ?? 'text']?.slice(start, end)).toBe(quote)
    }
  }
}

describe.each(annotatorFolders)('%s', async (name) => {
  const { cases } = (await import(new URL(`${name}/cases.ts`, folder).href)) as { cases: readonly Case[] }
  const { rules } = (await import(new URL(`${name}/rules.ts`, folder).href)) as { rules: readonly { name: string }[] }
  const proved = new Set<string>()

  test.each(cases.map((item) => [item.text.slice(0, 100), item] as const))('%s', (_label, item) => {
    const analysis = analyzeArticle('case', articleOf(item), pipeline, models)
    checkEvidence(analysis)
    const { kind, rule, expected, unwanted } = item
    const matches = analysis.findings.filter(
      (finding) =>
        finding.kind === kind &&
        (rule === undefined || finding.rule === rule) &&
        holds(finding.value, expected ?? unwanted ?? {}),
    )
    if (expected === undefined) {
      expect(matches.length, `wants no ${kind} in\n"${item.text}"\ngot\n  ${said(analysis, kind)}`).toBe(0)
    } else {
      expect(
        matches.length,
        `wants ${kind} ${JSON.stringify(expected)} in\n"${item.text}"\ngot\n  ${said(analysis, kind)}`,
      ).toBeGreaterThan(0)
      for (const finding of matches) proved.add(finding.rule)
    }
  })

  test('every rule has a case that it proves', () => {
    const names = rules.map((rule) => rule.name)
    expect(new Set(names).size, 'two rules share a name').toBe(names.length)
    expect(names.filter((rule) => !proved.has(rule))).toEqual([])
  })
})
