/** Every theme file proves itself by its examples and counter-examples, and agrees with the catalogue's shape. */
import { describe, expect, it } from 'vitest'
import { themes } from '../../src/annotate/themes/annotate.ts'
import { makeDoc } from '../../src/doc.ts'
import { articleFromText } from '../../src/extract/article.ts'
import { loadModels } from '../../src/models.ts'

const set = loadModels().themes
const annotator = themes(set)

function themesOf(text: string): string[] {
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
