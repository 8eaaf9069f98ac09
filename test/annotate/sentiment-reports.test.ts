/** How the model reads a kind of text it has no labels of: the language of company reports. */
import { expect, it } from 'vitest'
import { targetSentiment } from '../../src/annotate/sentiment/target-sentiment.ts'
import { loadModels } from '../../src/models.ts'
import { reportSentences } from './report-sentences.ts'

it('reads company reports: three in four right, hardly ever the opposite', () => {
  const { sentiment } = loadModels()
  const said = reportSentences.map(([tone, text]) => ({ tone, text, label: targetSentiment(text, undefined, sentiment)[0]!.label })) // prettier-ignore
  const right = said.filter(({ tone, label }) => tone === label)
  const opposite = said.filter(({ tone, label }) => tone !== label && tone !== 'neutral' && label !== 'neutral')
  if (process.env['SHOW_MISSES'])
    for (const { tone, label, text } of said) if (tone !== label) console.log(tone, label, text)
  expect(right.length / said.length).toBeGreaterThanOrEqual(0.75)
  expect(opposite.length / said.length).toBeLessThanOrEqual(0.05)
})
