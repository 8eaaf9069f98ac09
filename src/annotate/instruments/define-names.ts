/** An explicit ticker defines the name before it for the rest of the article: "Acme Robotics (NYSE: ACME)", later "Acme". */
import type { Sentence } from '../../doc.ts'
import { tokenize } from '../../text/tokens.ts'
import type { Hit } from './find-tickers.ts'
import type { Candidate, Gazetteer } from './gazetteer.ts'
import { wordsOf, type Word } from './words.ts'

const legal = /^(?:inc|corp|corporation|company|co|ltd|limited|plc|group|holdings|holding|llc|lp|sa|nv|ag|se)$/
const calendar =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/
const linking = /^(?:and|of|the|de|for)$/

/** The gazetteer with the article's own names in front of it. */
export function defineNames(tickers: ReadonlyMap<Sentence, readonly Hit[]>, gazetteer: Gazetteer): Gazetteer {
  const own = new Map<string, Candidate[]>()
  const lengths = new Map<string, number>()
  const define = (words: readonly Word[], { symbol, rule }: Hit): void => {
    const norms = words.map((word, i) => (i === words.length - 1 ? word.bare : word.norm))
    const key = norms.join(' ')
    if (key.length < 2 || own.has(key)) return
    own.set(key, [{ symbol, strong: true, anyCase: false, curated: true, defined: rule }])
    lengths.set(norms[0]!, Math.max(norms.length, lengths.get(norms[0]!) ?? 0))
  }
  for (const [sentence, hits] of tickers) {
    for (const hit of hits) {
      if (hit.rule !== 'exchange-and-ticker' && hit.rule !== 'ticker-in-brackets-after-its-name') continue
      const bracket = sentence.text.lastIndexOf('(', hit.start - sentence.start)
      if (bracket < 0 || hit.start - sentence.start - bracket > 25) continue
      const name = nameBefore(sentence.text.slice(Math.max(0, bracket - 80), bracket))
      if (name.length === 0) continue
      define(name, hit)
      const proper = name.filter((word, i) => i === 0 || !legal.test(word.norm))
      define(proper, hit)
      if (name[0]!.norm.length > 3 && sameStart(name[0]!, hit.symbol, gazetteer)) define(name.slice(0, 1), hit)
    }
  }
  if (own.size === 0) return gazetteer
  return {
    ...gazetteer,
    named: (key) => own.get(key) ?? gazetteer.named(key),
    longest: (first, small) => Math.max(lengths.get(first) ?? 0, gazetteer.longest(first, small)),
  }
}

/** The run of capitalised words at the end. */
function nameBefore(text: string): Word[] {
  const words = wordsOf(tokenize(text))
  let from = words.length
  while (from > 0 && words.length - from < 7) {
    const word = words[from - 1]!
    const broken = from < words.length && !words[from]!.joined
    if (
      broken ||
      calendar.test(word.norm) ||
      !(word.capital || word.mixed || (linking.test(word.norm) && from < words.length))
    )
      break
    from--
  }
  while (from < words.length && (linking.test(words[from]!.norm) || !words[from]!.capital) && !words[from]!.mixed)
    from++
  return words.slice(from)
}

/** Is the first word the registered name's own ("Apple", not "Chipmaker Nvidia")? */
function sameStart(word: Word, symbol: string, gazetteer: Gazetteer): boolean {
  const name = gazetteer.instrument(symbol)?.name ?? ''
  return wordsOf(tokenize(name))[0]?.bare === word.bare
}
