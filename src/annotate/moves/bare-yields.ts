/** A yield that names no country: "The Fed held rates and the two-year yield fell 5 basis points" · "Bunds gained; the 30-year yield …" */
import type { Doc, Mention, Sentence } from '../../doc.ts'
import { tenorPattern, yearsOf } from '../../text/tenors.ts'
import type { Size } from './sizes.ts'

const bare = new RegExp(
  `\\bthe (?:benchmark )?(?<years>${tenorPattern})-year (?:note |bond )?yield(?: (?:also|had|has|then|last))? $`,
  'i',
)
/** Of another central bank it is not known whose bond is meant. */
const homes =
  /\b(?:(?<US>Fed|FOMC|Federal Reserve|Wall Street|Treasur(?:y|ies))|(?<GB>Bank of England|BoE|[Gg]ilts?)|(?<JP>Bank of Japan|BOJ|BoJ|JGBs?)|ECB|SNB|RBA|[Cc]entral [Bb]ank|Riksbank|Bank of \p{Lu})\b/gu
const furthestBack = 3

/** What moved by basis points, where its country is that of the bond or the central bank last spoken of; it has no mention of its own. */
export function bareYield(doc: Doc, sentence: Sentence, { basisPoints, cue }: Size): Mention | undefined {
  if (basisPoints === undefined || !cue || cue.after) return undefined
  const from = Math.max(0, cue.start - 60)
  const match = bare.exec(sentence.text.slice(from, cue.start))
  if (!match) return undefined
  const start = sentence.start + from + match.index
  const country = countryBefore(doc, sentence, start)
  if (!country) return undefined
  const symbol = `${country}${yearsOf(match.groups!['years']!)}Y`
  const end = start + match[0].trimEnd().length
  return { symbol, type: 'bond', name: symbol, sentence, start, end, how: 'name', asSource: false }
}

function countryBefore(doc: Doc, sentence: Sentence, at: number): string | undefined {
  for (let back = 0; back <= furthestBack; back++) {
    const earlier = doc.sentences[sentence.index - back]
    if (!earlier) return undefined
    const told = earlier === sentence ? earlier.text.slice(0, at - sentence.start) : earlier.text
    const bond = doc.mentions.findLast(
      (mention) => mention.type === 'bond' && mention.sentence === earlier && (back > 0 || mention.end <= at),
    )
    if (bond) return bond.symbol.slice(0, 2)
    const home = [...told.matchAll(homes)].at(-1)?.groups
    if (home) return Object.keys(home).find((country) => home[country])
  }
  return undefined
}
