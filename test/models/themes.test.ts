/** Every theme file proves itself by its examples and counter-examples, and agrees with the catalogue's shape. */
import { describe, expect, it } from 'vitest'
import { themes } from '../../src/annotate/themes/annotate.ts'
import { makeDoc } from '../../src/doc.ts'
import { articleFromText } from '../../src/extract/article.ts'
import { loadModels } from '../../src/models.ts'

const set = loadModels().themes
// A file is proved by its phrases alone; what the trained weights make of its sentences is another matter.
const byPhrases = themes({ ...set, aboutness: undefined })
const byAll = themes(set)

function themesOf(text: string, annotator = byPhrases): string[] {
  const doc = makeDoc('theme', articleFromText({ text }), null)
  annotator.annotate(doc)
  return doc.findings.flatMap((finding) => (finding.kind === 'theme' ? [finding.value.theme] : []))
}

it('has at least thirty themes', () => {
  expect(set.themes.length).toBeGreaterThanOrEqual(30)
})

describe.each(set.themes.map((theme) => ({ id: theme.id, theme })))('$id', ({ id, theme }) => {
  it.each(theme.examples)('is found in: %s', (example) => {
    expect(themesOf(example)).toContain(id)
  })
  it.each(theme.counterExamples)('is not found in: %s', (example) => {
    expect(themesOf(example)).not.toContain(id)
  })
})

it('agrees with the trained weights on nearly all of its sentences', () => {
  const judged = set.themes.flatMap(({ id, examples, counterExamples }) => [
    ...examples.map((text) => themesOf(text, byAll).includes(id)),
    ...counterExamples.map((text) => !themesOf(text, byAll).includes(id)),
  ])
  expect(judged.filter(Boolean).length / judged.length).toBeGreaterThan(0.98)
})
