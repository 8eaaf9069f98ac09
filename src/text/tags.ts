/** Parts of speech by natural's Brill tagger, loaded when first asked for. "Fed cuts rates" → NNP VBZ NNS */
import { createRequire } from 'node:module'

interface BrillTagger {
  tag(words: string[]): { taggedWords: { token: string; tag: string }[] }
}
interface Brill {
  Lexicon: new (language: 'EN', category: string, capitalised: string) => unknown
  RuleSet: new (language: 'EN') => unknown
  BrillPOSTagger: new (lexicon: unknown, rules: unknown) => BrillTagger
}

const require = createRequire(import.meta.url)
let tagger: BrillTagger | undefined

/** The Penn Treebank tag of each word, in order; an unknown word is a noun, capitalised a proper one. */
export function tagsOf(words: readonly string[]): string[] {
  if (words.length === 0) return []
  if (!tagger) {
    // natural's root loads database drivers; its subpath does not.
    const brill = require('natural/lib/natural/brill_pos_tagger/index.js') as Brill
    tagger = new brill.BrillPOSTagger(new brill.Lexicon('EN', 'NN', 'NNP'), new brill.RuleSet('EN'))
  }
  return tagger.tag([...words]).taggedWords.map(({ tag }) => tag)
}
