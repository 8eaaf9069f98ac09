/** Runs a Doc through the annotators and refiners that a pipeline file lists, in an order checked at start. */
import { createHash } from 'node:crypto'
import { instruments } from './annotate/instruments/annotate.ts'
import { moves } from './annotate/moves/annotate.ts'
import { policy } from './annotate/policy/annotate.ts'
import { quotes } from './annotate/quotes/annotate.ts'
import { rates } from './annotate/rates/annotate.ts'
import { stance } from './annotate/stance/annotate.ts'
import { tables } from './annotate/tables/annotate.ts'
import { sentiment } from './annotate/sentiment/annotate.ts'
import { themes } from './annotate/themes/annotate.ts'
import { makeDoc, type Annotator, type Doc, type Layer, type Refiner } from './doc.ts'
import { ThemewireError } from './errors.ts'
import type { Models } from './models.ts'
import { byRelevance } from './refine/by-relevance.ts'
import { mergeDuplicates } from './refine/merge-duplicates.ts'
import type { Analysis, Article, Finding } from './types.ts'
import { version as themewireVersion } from './version.ts'

export interface Pipeline {
  readonly name: string
  /** Changes whenever the pipeline file does. */
  readonly version: string
  readonly annotators: readonly Annotator[]
  readonly refiners: readonly Refiner[]
}

/** Every annotator there is, by the name a pipeline file uses. A new one is a line here. */
const annotators: Record<string, (models: Models, themes?: readonly string[]) => Annotator> = {
  tables: () => tables,
  instruments: (models) => instruments(models.gazetteer),
  moves: () => moves,
  rates: (models) => rates(models.institutions),
  policy: (models) => policy(models.institutions),
  stance: (models) => stance(models.institutions),
  quotes: (models) => quotes(models.institutions),
  themes: (models, ids) => themes(models.themes, ids),
  sentiment: (models) => sentiment(models.sentiment, models.vocabulary),
}

const refiners: Record<string, Refiner> = {
  'merge-duplicates': mergeDuplicates,
  'by-relevance': byRelevance,
}

export const annotatorNames = (): string[] => Object.keys(annotators)
export const refinerNames = (): string[] => Object.keys(refiners)

/** Makes the pipeline; throws `bad-pipeline` for an unknown name or an annotator that runs before what it needs. */
export function makePipeline(
  spec: {
    name: string
    version: string
    annotators: readonly string[]
    refiners: readonly string[]
    /** Theme ids to look for; absent: all. */
    themes?: readonly string[] | undefined
  },
  models: Models,
): Pipeline {
  const chosen = spec.annotators.map((name) => {
    const make = annotators[name]
    if (!make) throw unknown('annotator', name, annotatorNames())
    return make(models, spec.themes)
  })
  const have = new Set<Layer>()
  for (const annotator of chosen) {
    const missing = annotator.requires.filter((layer) => !have.has(layer))
    if (missing.length > 0) {
      throw new ThemewireError(
        'bad-pipeline',
        `annotator "${annotator.name}" needs ${missing.join(', ')}, which nothing before it gives`,
        { hint: 'move it after the annotator that gives it, in the pipeline file' },
      )
    }
    for (const layer of annotator.assigns) have.add(layer)
  }
  return {
    name: spec.name,
    version: spec.version,
    annotators: chosen,
    refiners: spec.refiners.map((name) => refiners[name] ?? raise(unknown('refiner', name, refinerNames()))),
  }
}

/**
 * The pure heart: same article, pipeline and models, byte-identical answer. What the text dates by its own day ("on Wednesday") stays
 * undated where that day is unknown: when a page was fetched says nothing of when it was written.
 */
export function analyzeArticle(id: string, article: Article, pipeline: Pipeline, models: Models): Analysis {
  const doc = makeDoc(id, article, article.publishedAt?.slice(0, 10) ?? null)
  // Text in other languages is kept and marked, not analysed.
  if (article.language === null || article.language === 'en') {
    for (const annotator of pipeline.annotators) annotator.annotate(doc)
    for (const refiner of pipeline.refiners) refiner.refine(doc)
    identify(doc)
  }
  return {
    id,
    article,
    findings: doc.findings,
    version: { themewire: themewireVersion, pipeline: `${pipeline.name}@${pipeline.version}`, models: models.version },
  }
}

/** Ids that hold across runs and versions: what is said, and where it is first said. */
function identify(doc: Doc): void {
  const seen = new Map<string, number>()
  for (const finding of doc.findings) {
    const [first] = finding.evidence
    const key = [doc.id, finding.kind, identityOf(finding), first?.field ?? 'text', first?.start].join('|')
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    finding.id = createHash('sha256').update(`${key}|${count}`).digest('hex').slice(0, 16)
  }
}

function identityOf(finding: Finding): string {
  switch (finding.kind) {
    case 'instrument':
      return finding.value.symbol
    case 'theme':
      return finding.value.theme
    case 'move':
      return `${finding.value.subject} ${finding.value.direction}`
    case 'rate':
      return `${finding.value.type} ${finding.value.issuer ?? finding.value.subject} ${finding.value.basis}`
    case 'policy_event':
      return `${finding.value.type} ${finding.value.actor}`
    case 'stance':
      return finding.value.issuer
    case 'quote':
      return finding.value.speaker
    case 'table':
      return ''
  }
}

const unknown = (what: string, name: string, known: string[]): ThemewireError =>
  new ThemewireError('bad-pipeline', `there is no ${what} "${name}"`, { hint: `there are: ${known.join(', ')}` })

function raise(error: Error): never {
  throw error
}
