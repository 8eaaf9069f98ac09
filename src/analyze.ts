/** From an input to its Analysis: read the page or text, then run the pipeline. No database, no network, no clock. */
import { extractArticle, articleFromText } from './extract/article.ts'
import { loadModels, type Models } from './models.ts'
import { analyzeArticle, makePipeline, type Pipeline } from './pipeline.ts'
import { readPipelineFile } from './pipeline-file.ts'
import type { Analysis, AnalysisInput, Article } from './types.ts'
import { packageFolder } from './config.ts'

/** What an analysis needs besides the article; loaded once, used for any number of articles. */
export interface Engine {
  readonly pipeline: Pipeline
  readonly models: Models
}

export interface EngineFiles {
  /** Default: the package's own `pipelines/market-news.yml`. */
  readonly pipelineFile?: string
  /** Default: the package's own `models/`. */
  readonly modelsFolder?: string
  /** Listings kept by `themewire models update`; absent, or without the file, those of the models folder are used. */
  readonly listingsFile?: string
}

/** Loads pipeline and models; throws `bad-pipeline` or `bad-models` with the file and line that is wrong. */
export function loadEngine(files: EngineFiles = {}): Engine {
  const settings = readPipelineFile(files.pipelineFile ?? `${packageFolder}/pipelines/market-news.yml`)
  const models = loadModels(files.modelsFolder, files.listingsFile)
  return { pipeline: makePipeline(settings, models), models }
}

/** The article in a page (`html`) or plain text. Throws `empty-page` and the like when there is none. */
export function readArticle(input: Omit<AnalysisInput, 'id'>, models: Models): Article {
  const given = {
    ...(input.url === undefined ? {} : { url: input.url }),
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.publishedAt == null ? {} : { publishedAt: input.publishedAt }),
  }
  return input.html === undefined
    ? articleFromText({ text: input.text ?? '', ...given })
    : extractArticle({ html: input.html, ...given }, models.sites).article
}

/** Reads and analyses one input. Pure: the same input and engine give the same bytes. */
export function analyze(input: AnalysisInput, engine: Engine): Analysis {
  const article = readArticle(input, engine.models)
  return analyzeArticle(input.id, article, engine.pipeline, engine.models)
}
