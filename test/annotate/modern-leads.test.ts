/** Leads in the manner of today's financial press, written and labelled before the phrases were looked over; nothing is trained on them. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { themes } from '../../src/annotate/themes/annotate.ts'
import { instruments } from '../../src/annotate/instruments/annotate.ts'
import { makeDoc } from '../../src/doc.ts'
import { articleFromText } from '../../src/extract/article.ts'
import { loadModels } from '../../src/models.ts'

const models = loadModels()
const annotators = [instruments(models.gazetteer), themes(models.themes)]
const leads = readFileSync(new URL('modern-leads.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'))
  .map(([title = '', text = '', labels = '']) => ({ title, text, wanted: new Set(labels.split(' ')) }))

const themesOf = ({ title, text }: { title: string; text: string }): string[] => {
  const doc = makeDoc('lead', articleFromText({ title, text }), null)
  for (const annotator of annotators) annotator.annotate(doc)
  return doc.findings.flatMap((finding) => (finding.kind === 'theme' ? [finding.value.theme] : []))
}

// Whoever mends a theme may look at the lines of even number; those of odd number stay unread.
it.each([
  ['of even number', 0],
  ['of odd number', 1],
])('finds what leads %s are about', (_which, remainder) => {
  const judged = leads
    .filter((_, line) => line % 2 === remainder)
    .map((lead) => ({ wanted: lead.wanted, found: themesOf(lead) }))
  const right = judged.reduce((sum, { wanted, found }) => sum + found.filter((id) => wanted.has(id)).length, 0)
  const said = judged.reduce((sum, { found }) => sum + found.length, 0)
  const wanted = judged.reduce((sum, one) => sum + one.wanted.size, 0)
  expect(right / wanted, 'recall').toBeGreaterThan(0.65)
  expect(right / said, 'precision').toBeGreaterThan(0.6)
})
