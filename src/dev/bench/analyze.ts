/** The whole analysis and each annotator on a sample article, against wink-nlp's `readDoc` on the same text in the same run. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import model from 'wink-eng-lite-web-model'
import winkNlp from 'wink-nlp'
import { loadEngine, readArticle } from '../../analyze.ts'
import { makeDoc } from '../../doc.ts'
import { analyzeArticle } from '../../pipeline.ts'
import { line, ms, timed } from './measure.ts'

const sample = fileURLToPath(new URL('../../../samples/texts/0302-small-caps-lead.txt', import.meta.url))

export async function run(): Promise<void> {
  // Another article can be named, such as a longer one.
  const content = readFileSync(process.env['BENCH_ARTICLE'] ?? sample, 'utf8')
  const [title = '', ...body] = content.split('\n\n')
  const from = performance.now()
  const engine = loadEngine()
  line('loading pipeline and models', ms(performance.now() - from))
  const article = readArticle({ title, text: body.join('\n\n'), publishedAt: '2026-03-02' }, engine.models)
  const wink = winkNlp(model)
  const peer = await timed(() => wink.readDoc(article.text))
  line(`wink-nlp readDoc (${article.wordCount} words)`, ms(peer))
  const whole = await timed(() => analyzeArticle('bench', article, engine.pipeline, engine.models, null))
  line('the whole analysis', `${ms(whole)}  (${(whole / peer).toFixed(2)} × wink-nlp)`)
  for (const annotator of engine.pipeline.annotators) {
    const before = engine.pipeline.annotators.slice(0, engine.pipeline.annotators.indexOf(annotator))
    const times: number[] = []
    for (let i = 0; i < 40; i++) {
      const doc = makeDoc('bench', article, '2026-03-02')
      for (const one of before) one.annotate(doc)
      const start = performance.now()
      annotator.annotate(doc)
      times.push(performance.now() - start)
    }
    const own = times.sort((a, b) => a - b)[20]!
    line(`  ${annotator.name}`, `${ms(own)}  (${(own / peer).toFixed(2)} ×)`)
  }
}
