/** Theme files that are wrong say where, themes can be chosen, and a passing word makes none. */
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { themes } from '../../src/annotate/themes/annotate.ts'
import { buildThemes } from '../../src/annotate/themes/themes.ts'
import { makeDoc } from '../../src/doc.ts'
import { articleFromText } from '../../src/extract/article.ts'
import { loadModels } from '../../src/models.ts'

const { themes: set } = loadModels()
const good = `id: umbrellas
label: Umbrellas
parent: sectors
about: Makers of umbrellas and the weather that sells them
polarity: positive
terms:
  - umbrella
  - parasol
examples:
  - Umbrella makers sold more in the wet spring.
  - An umbrella costs nine dollars.
  - The umbrella maker hired a chief.
  - Parasols are back in fashion.
  - Sales of umbrellas doubled.
counterExamples:
  - The sun shone on the harbour.
  - It rained in the north.
  - Raincoats sold out early.
  - The tent was too small.
  - A storm damaged the pier.
`
const build = (content: string) => {
  const path = 'themes/umbrellas.yml'
  return buildThemes([{ path, content, data: parse(content) as unknown }], set.vocabulary)
}

describe('a theme file', () => {
  it('compiles', () => {
    expect(build(good).themes.map(({ id }) => id)).toEqual(['umbrellas'])
  })
  it.each([
    ['an unknown key', good.replace('polarity:', 'colour: red\npolarity:'), /line 5: there is no "colour"/],
    ['a wrong polarity', good.replace('polarity: positive', 'polarity: rosy'), /line 5: polarity/],
    ['a broken phrase', good.replace('- parasol', '- (parasol'), /line 8: "\(parasol" has a bracket left open/],
    ['an unknown list', good.replace('- parasol', '- parasol @sideways'), /line 8: .*@sideways/],
    ['no examples', good.replace(/examples:[^c]*(?:c(?!ounter)[^c]*)*/, ''), /, it needs "examples"/],
    [
      'several things wrong',
      good.replace('polarity: positive', 'polarity: rosy').replace('terms:', 'tems:'),
      /line 5: polarity: .*; line 6: there is no "tems" in a theme file; do you mean "terms"\?$/,
    ],
    [
      'bad phrases beside other things',
      good.replace('- parasol', '- (parasol').replace(/counterExamples:[\s\S]*/, 'hints:\n  - (granite {who\n'),
      /^themes\/umbrellas\.yml, line 8: "\(parasol" .*; line 16: .*; it needs "counterExamples"$/,
    ],
    [
      'several bad phrases',
      good.replace('- umbrella', '- umbrella)').replace('- parasol', '- (parasol'),
      /line 7: .*; line 8: "\(parasol"/,
    ],
    ['nothing in it', '', /umbrellas\.yml, the file is empty$/],
    ['too few counter-examples', good.replace('  - A storm damaged the pier.\n', ''), /five counter-examples/],
    ['another name than its file', good.replace('id: umbrellas', 'id: parasols'), /line 1: id: "parasols"/],
    [
      'gaps without end',
      good.replace('- parasol', '- sun .. rain .. wind .. hail .. snow'),
      /line 8: .*more than 3 gaps/,
    ],
    ['no phrase', good.replace(/terms:\n {2}- umbrella\n {2}- parasol\n/, ''), /at least one phrase/],
  ])('with %s is refused with its line', (_what, content, message) => {
    expect(() => build(content)).toThrow(message)
    expect(() => build(content)).toThrow(expect.objectContaining({ code: 'bad-models' }))
  })
  it('twice under one id is refused', () => {
    const source = { path: 'themes/umbrellas.yml', content: good, data: parse(good) as unknown }
    expect(() => buildThemes([source, source], set.vocabulary)).toThrow(/also in/)
  })
})

it('looks only for the chosen themes, and refuses unknown ones', () => {
  const text = 'New tariffs on imports take effect. Gold prices rose as investors bought bullion.'
  const found = (ids?: string[]): string[] => {
    const doc = makeDoc('chosen', articleFromText({ text }), null)
    themes(set, ids).annotate(doc)
    return doc.findings.flatMap((finding) => (finding.kind === 'theme' ? [finding.value.theme] : []))
  }
  expect(found()).toEqual(expect.arrayContaining(['tariffs', 'gold']))
  expect(found(['gold'])).toEqual(['gold'])
  expect(() => themes(set, ['golf'])).toThrow(expect.objectContaining({ code: 'bad-pipeline' }))
})

it('is linear in the length of the text', () => {
  const paragraph = 'Funds rotated out of technology into small caps as yields fell on Tuesday. '
  const time = (times: number): number => {
    const doc = makeDoc('long', articleFromText({ text: paragraph.repeat(times) }), null)
    // The processor's own time, so that a busy machine counts for little.
    const before = process.cpuUsage()
    themes(set).annotate(doc)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  time(50)
  expect(time(2000)).toBeLessThan(40 * Math.max(20, time(200)))
})
