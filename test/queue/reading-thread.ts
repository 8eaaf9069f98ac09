/** The thread of `readingPool`. */
import { readArticle } from '../../src/analyze.ts'
import { loadModels } from '../../src/models.ts'
import { analyzeArticle, makePipeline } from '../../src/pipeline.ts'
import type { Analysis, AnalysisInput } from '../../src/types.ts'

const models = loadModels()
const pipeline = makePipeline({ name: 'reading', version: '1', annotators: [], refiners: [] }, models)

export default function read(input: AnalysisInput): Analysis {
  const article = readArticle(input, models)
  while (article.text.includes('goes on and on without end')) Math.sqrt(2)
  return analyzeArticle(input.id, article, pipeline, models)
}
