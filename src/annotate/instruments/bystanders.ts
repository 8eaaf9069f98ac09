/**
 * Is a company named only for the part it plays for others: the employer of who speaks, the host, the adviser, the paper?
 * "Jane Doe, an economist at UBS" · "told a Citi conference" · "Lazard is advising the board" · "the New York Times said" ·
 * "Moody's cut the rating of the state".
 */
import type { NameHit } from './find-names.ts'
import type { Word } from './words.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const trades = set('analyst strategist economist trader researcher')
const posts = set('chief chairman director head manager member partner president principal')
const desks = set(
  'analysis commodities economics equities equity income investment investments markets research strategy trading',
)
const sayings = set('added expects noted said says sees told warned wrote')
const meetings = set('conference forum seminar summit')
/** Behind a name these end it: what meets thereafter is met by it, not hosted. */
const leavingName = set('at in on of to from by for with that will is was has had told said says added warned')
const papers = set('herald journal post times tribune')
const advisers = set(
  'advised adviser advisers advisor advisors bookrunner bookrunners hired underwriter underwriters underwritten ' +
    'attorney attorneys lawyer lawyers law handled',
)
const advising = set('advised advises advising underwriting underwrote')
const linking = set(
  '-- a an and at bank banks by financial firm firms for from include included including investment its like such as the was were with',
)

/** `hit` in running text; headlines say whom they are about. */
export function isBystander(hit: NameHit): boolean {
  if (hit.sentence.field === 'title') return false
  return (
    employsSpeaker(hit) ||
    hostsMeeting(hit) ||
    advises(hit) ||
    ratesOthers(hit) ||
    papers.has(hit.words[hit.to - 1]!.norm)
  )
}

/** "Kevin Doe, head of trading at X" · "analyst Jane Doe of X" · "X analyst Jane Doe" · "X's Jane Doe said". */
function employsSpeaker({ words, from, to }: NameHit): boolean {
  for (let i = from - 1; i >= Math.max(0, from - 10); i--) {
    if (isTrade(words, i, from) && (namedBefore(words, i) || isName(words, i + 1))) return true
  }
  for (let i = to; i < Math.min(words.length, to + 6); i++) {
    if (isTrade(words, i, i + 6) && isName(words, i + 1)) return true
  }
  const last = words[to - 1]!
  return last.possessive && isName(words, to) && [to + 2, to + 3].some((at) => sayings.has(words[at]?.norm ?? ''))
}

/** "analyst", or a post that its desk makes one: "director of equity trading". */
function isTrade(words: readonly Word[], at: number, end: number): boolean {
  const { norm } = words[at]!
  return (
    trades.has(norm) ||
    (posts.has(norm) && words.slice(at + 1, Math.min(end, at + 6)).some((word) => desks.has(word.norm)))
  )
}

const isName = (words: readonly Word[], at: number): boolean =>
  Boolean(words[at]?.capital && words[at].joined && words[at + 1]?.capital && words[at + 1]!.joined)

/** A name that a comma sets off, then the trade: "Kevin Doe, a fixed income strategist". */
function namedBefore(words: readonly Word[], trade: number): boolean {
  for (let i = trade; i > Math.max(0, trade - 7); i--) {
    if (!words[i]!.joined) return Boolean(words[i - 1]?.capital)
  }
  return false
}

const agency = /^(?:moody['’]?s|s&p global|standard (?:&|and) poor['’]?s)/
const ofRatings =
  /\b(?:ratings?|rated|outlook|creditwatch|downgrade[ds]?|upgrade[ds]?|junk|investment[- ]grade|on review)\b/i

/** An agency's rating is news of whom it rates. */
const ratesOthers = ({ key, sentence }: NameHit): boolean => agency.test(key) && ofRatings.test(sentence.text)

/** "told a X Aviation and Defense conference" · "at the X forum". */
function hostsMeeting({ words, to }: NameHit): boolean {
  for (let i = to; i < Math.min(words.length, to + 9) && (words[i]!.joined || words[i]!.capital); i++) {
    const { norm } = words[i]!
    if (leavingName.has(norm)) return false
    if (meetings.has(norm)) return true
  }
  return false
}

/** "hired X and Y as advisers" · "underwriters including X" · "X and Y are advising" · "lawyer with X". */
function advises({ words, from, to }: NameHit): boolean {
  const passes = (word: Word): boolean => word.capital || linking.has(word.norm)
  let i = from - 1
  while (i > Math.max(0, from - 14) && !advisers.has(words[i]!.norm) && passes(words[i]!)) i--
  if (i >= 0 && advisers.has(words[i]!.norm)) return true
  i = to
  while (i < Math.min(words.length, to + 14) && passes(words[i]!)) i++
  if (/^(?:is|are|has|have|been)$/.test(words[i]?.norm ?? '')) i++
  return advising.has(words[i]?.norm ?? '')
}
