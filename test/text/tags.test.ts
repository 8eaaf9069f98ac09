/** The tagger tells nouns from verbs, and is there without natural's root. */
import { expect, it } from 'vitest'
import { tagsOf } from '../../src/text/tags.ts'

it('tags each word', () => {
  expect(tagsOf(['The', 'bank', 'will', 'raise', 'rates'])).toEqual(['DT', 'NN', 'MD', 'VB', 'NNS'])
})

it('takes unknown names for proper nouns and no words for no tags', () => {
  expect(tagsOf(['Zorvex'])).toEqual(['NNP'])
  expect(tagsOf([])).toEqual([])
})
