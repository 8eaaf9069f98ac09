/** The whole analysis and each annotator on a sample article, against wink-nlp's `readDoc` on the same text in the same run. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import model from 'wink-eng-lite-web-model'
import winkNlp from 'wink-nlp'
import { loadEngine, readArticle } from '../../analyze.ts'
import { makeDoc } from '../../doc.ts'
import { analyzeArticle } from '../../pipeline.ts'
import { line, median, ms } from './measure.ts'

const sample = fileURLToPath(new URL('../../../samples/texts/0302-small-caps-lead.txt', import.meta.url))
const warmUps = 15
const rounds = 40
/** The annotators that say what is stated; themes and sentiment judge. */
const readsFacts: ReadonlySet<string> = new Set([
  'tables',
  'instruments',
  'moves',
  'rates',
  'policy',
  'stance',
  'quotes',
])

export function run(): void {
  // Another article can be named, such as a longer one.
  const content = readFileSync(process.env['BENCH_ARTICLE'] ?? sample, 'utf8')
  const [title = '', ...body] = content.split('\n\n')
  const from = performance.now()
  const engine = loadEngine()
  line('loading pipeline and models', ms(performance.now() - from))
  const article = readArticle({ title, text: body.join('\n\n'), publishedAt: '2026-03-02' }, engine.models)
  const wink = winkNlp(model)
  const { annotators } = engine.pipeline
  // In turns, so that whatever else the machine does falls on all alike.
  const times = new Map<string, number[]>()
  const time = (what: string, call: () => unknown): number => {
    const start = performance.now()
    call()
    const took = performance.now() - start
    times.set(what, [...(times.get(what) ?? []), took])
    return took
  }
  for (let i = 0; i < warmUps + rounds; i++) {
    if (i === warmUps) times.clear()
    time('peer', () => wink.readDoc(article.text))
    time('whole', () => analyzeArticle('bench', article, engine.pipeline, engine.models))
    let facts = 0
    const doc = makeDoc('bench', article, '2026-03-02')
    for (const annotator of annotators) {
      const took = time(annotator.name, () => annotator.annotate(doc))
      if (readsFacts.has(annotator.name)) facts += took
    }
    times.set('facts', [...(times.get('facts') ?? []), facts])
  }
  const peer = median(times.get('peer')!)
  const show = (what: string, key: string): void => {
    const own = median(times.get(key)!)
    line(what, `${ms(own)}  (${(own / peer).toFixed(2)} × wink-nlp)`)
  }
  line(`wink-nlp readDoc (${article.wordCount} words)`, ms(peer))
  show('the whole analysis', 'whole')
  show('instruments, rates, policy and quotes', 'facts')
  for (const { name } of annotators) show(`  ${name}`, name)
}
