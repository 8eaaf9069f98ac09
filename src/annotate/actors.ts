/** Who plays a part in a sentence, for themes and sentiment alike. What can stand for `{company}`, `{index}`, `{sector}` … and `{who}` in a sentence: instruments named there, and sectors. */
import type { Mention } from '../doc.ts'
import type { Slot } from '../text/phrase-table.ts'
import { verbForms } from '../text/inflect.ts'
import type { PhraseMatcher } from '../text/phrases.ts'
import type { Role, InstrumentType } from '../types.ts'
import type { Sector } from '../text/vocabulary.ts'
import type { Word } from '../text/words.ts'

export interface Actor extends Slot {
  readonly role: Role
}

const slotOf: Record<InstrumentType, string> = {
  equity: 'company',
  etf: 'fund',
  index: 'index',
  currency: 'currency',
  commodity: 'commodity',
  bond: 'bond',
  crypto: 'crypto',
  group: 'group',
}

/** Themes and sentiment ask for the same sentence's actors; its words and mentions are the same for both. */
const known = new WeakMap<readonly Word[], readonly Actor[]>()

/** The actors of a sentence, each once as what it is and once as `who`; the longer name wins where two overlap. */
export function actorsOf(
  words: readonly Word[],
  mentions: readonly Mention[],
  sectors: PhraseMatcher<Sector>,
): readonly Actor[] {
  const ready = known.get(words)
  if (ready) return ready
  const actors = findActors(words, mentions, sectors)
  known.set(words, actors)
  return actors
}

function findActors(words: readonly Word[], mentions: readonly Mention[], sectors: PhraseMatcher<Sector>): Actor[] {
  const found: Actor[] = []
  for (const mention of mentions) {
    const start = words.findIndex((word) => word.end > mention.start)
    let end = start
    while (end >= 0 && end < words.length && words[end]!.start < mention.end) end++
    if (start < 0 || end <= start || mention.asSource) continue
    found.push({ name: slotOf[mention.type], start, end, role: { symbol: mention.symbol, name: mention.name } })
  }
  const named = sectors
    .find(words)
    .filter(({ start, end }) => !isInstitution(words, start, end) && !beginsName(words, start, end))
  for (const { start, end, value } of named) {
    if (value.isStyle && !named.some((other) => areExchanged(words, start, other.start))) continue
    const within = found.some((other) => other.start <= start && other.end >= end && other.end - other.start > 0)
    if (!within) found.push({ name: 'sector', start, end, role: { name: value.name } })
  }
  const kept = found.filter(
    (a) => !found.some((b) => b !== a && b.start <= a.start && b.end >= a.end && b.end - b.start > a.end - a.start),
  )
  kept.sort((a, b) => a.start - b.start || a.end - b.end)
  return kept.flatMap((actor) => [actor, { ...actor, name: 'who' }])
}

/** How far apart what money leaves and what it goes to may stand. */
const exchangeReach = 7
const intoWords = new Set(['to', 'into', 'toward', 'towards'])
/** What leaves one for the other: "swap growth for value", "sell growth to buy value". */
const leaving = new Set(['swap', 'trade', 'exchange', 'leave', 'ditch', 'dump', 'abandon', 'sell'].flatMap(verbForms))

/** Does money go from one to the other, whichever comes first? "from growth to value", "into quality and out of momentum", "swap growth for value" */
function areExchanged(words: readonly Word[], a: number, b: number): boolean {
  if (Math.abs(a - b) > exchangeReach) return false
  const word = (at: number): string => words[at]?.lower ?? ''
  const isOutOf = (at: number): boolean => word(at - 1) === 'of' && word(at - 2) === 'out'
  const isLeft = (at: number): boolean => word(at - 1) === 'from' || isOutOf(at)
  const isEntered = (at: number): boolean => intoWords.has(word(at - 1))
  const [first, second] = a < b ? [a, b] : [b, a]
  const isGiven = isOutOf(first) || leaving.has(word(first - 1))
  const isTaken = word(second - 1) === 'for' || word(second - 1) === 'buy'
  return (isLeft(a) && isEntered(b)) || (isEntered(a) && isLeft(b)) || (isGiven && isTaken)
}

const endsOfNames =
  /^(?:Banc|Bancorp|Bancshares|Bank|Capital|Financial|Group|Holdings|Insurance|Merchants|Mutual|National|Trust)$/

/** "Farmers & Merchants Bank", "Farmers Capital Group": no farmers. */
function beginsName(words: readonly Word[], start: number, end: number): boolean {
  const at = words[end]?.text === '&' ? end + 1 : end
  return end - start === 1 && /^\p{Lu}\p{Ll}/u.test(words[start]!.text) && endsOfNames.test(words[at]?.text ?? '')
}

const kindsOfBank = new Set(['central', 'reserve', 'national', 'world', 'development', 'food'])

/** "The Bank of Japan" speaks of no lenders, and of no Japanese stocks; nor does "the central bank". */
function isInstitution(words: readonly Word[], start: number, end: number): boolean {
  const isBank = (at: number): boolean => words[at]?.lower === 'bank'
  const of = (at: number): boolean => words[at]?.lower === 'of'
  if (end - start > 1) return false
  if (/^banks?$/.test(words[start]?.lower ?? '') && kindsOfBank.has(words[start - 1]?.lower ?? '')) return true
  return (isBank(start) && of(end)) || (of(start - 1) && isBank(start - 2))
}
