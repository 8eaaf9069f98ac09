/** Is a market meant by an everyday word: "gold rose", "the dollar weakened", "the Nasdaq", not "a gold medal", "a million dollars", "(NASDAQ: MU)"? */
import { adjacent, at, rises, set, styleOf } from './context.ts'
import type { NameHit } from './find-names.ts'

/** Do words of a market stand within reach: "gold rose", "record for copper", "the dollar weakened"? */
function marketNear(hit: NameHit, reach = 5): boolean {
  const { words, from, to } = hit
  for (let i = Math.max(0, from - reach); i < Math.min(words.length, to + reach); i++) {
    if ((i < from || i >= to) && rises.has(words[i]!.norm)) return true
  }
  return false
}

const noCurrencyAfter = set(
  'zone area bloc stores general tree amount amounts value values terms denominated store cost costs shop club football cup economy estate world time',
)
/** "an excessively weak yen". */
const currencyBefore = set('the weak weaker strong stronger soft softer firm firmer weakening strengthening')
const noCurrencyBefore = set(
  'a per million billion trillion hundred thousand every each one half top multi last bottom single tax',
)
/** Is the currency meant, not an amount or a region? */
export function currencyMeant(hit: NameHit): boolean {
  const { words, from, to } = hit
  if (to - from > 1 && hit.key !== 'the real' && hit.key !== 'the won') return true
  const previous = at(words, from - 1)
  const next = at(words, to)
  if (next && noCurrencyAfter.has(next.norm) && next.start - hit.end <= 1) return false
  if (previous && (noCurrencyBefore.has(previous.norm) || /^\d/.test(previous.norm)) && previous.norm !== 'single')
    return false
  if (hit.key === 'the real' || hit.key === 'the won') return Boolean(next && rises.has(next.norm))
  return (previous !== undefined && currencyBefore.has(previous.norm)) || marketNear(hit, 4) || isPriced(hit)
}

/** "Sterling was last at $1.3440" */
const isPriced = ({ sentence, end }: NameHit): boolean =>
  /^(?: was| were| is)?(?: last)?(?: quoted| changing hands)? at (?:about |around |near )?[$€£¥]?\d/.test(
    sentence.text.slice(end - sentence.start, end - sentence.start + 48),
  )

const noCommodityAfter = set(
  'medal medals medalist medallist standard mine mines miner miners mining mined company companies giant giants major majors producer producers field ' +
    'fields rig rigs spill painting card cards rush sector stock stocks minister rich firm firms explorer star jewelry jewellery ring coast tanker tankers ' +
    'industry executive executives services refiner refiners refinery smelter plate plated valley lining bullet tape wire cans foil belt flakes syrup',
)
/** "and palladium 16%", "copper on the London Metal Exchange dropped" */
const isTraded = ({ sentence, end }: NameHit): boolean =>
  /^(?: (?:about|nearly|almost|another|a further|some))? \d[\d.,]*(?:%| percent| per cent)|^ on (?:the )?(?:London Metal Exchange|LME|Comex|Nymex|MCX|Shanghai Futures Exchange)\b/i.test(
    sentence.text.slice(end - sentence.start, end - sentence.start + 60),
  )

/** Is the commodity's price or market meant, not the material, a medal or an industry? */
export const commodityMeant = (hit: NameHit): boolean => isMaterial(hit) && (marketNear(hit, 4) || isTraded(hit))

/** "Shares of Penhallow Steel fell": the capital says that it belongs to the name before it. */
function endsAName({ words, from, to }: NameHit): boolean {
  const [previous, own, next] = [at(words, from - 1), words[from]!, at(words, to)]
  const inTitle = styleOf(words).title && next?.capital !== false
  return Boolean(previous?.capital && own.capital && !own.shouted && !inTitle && adjacent(previous, own))
}

/** "Gold's wild ride" says nothing of a market: it counts where the article speaks of one. */
export function isMaterial(hit: NameHit): boolean {
  if (endsAName(hit)) return false
  const next = at(hit.words, hit.to)
  if (next && noCommodityAfter.has(next.norm) && next.start - hit.end <= 1) return false
  if (
    next?.capital &&
    !/^\d/.test(next.norm) &&
    next.joined &&
    hit.from > 0 &&
    !styleOf(hit.words).title &&
    adjacent(hit.words[hit.to - 1]!, next)
  )
    return false
  return true
}

const exchangeAfter = set(
  'listed rules rule requirements requirement global capital stock minimum bid listing delisting deficiency exchange market notification inc omx compliance notice private nordic stockholm helsinki copenhagen symbol under listings bell trading halt',
)
const exchangeBefore = set(
  'listed list lists listing trades trade traded trading delisted float debut debuted from under ticker by symbol',
)
/** Is the index meant by "Nasdaq", "the Dow", "S&P", not the exchange, the chemicals company or the rating agency? */
export function indexMeant(hit: NameHit): boolean {
  const { words, from, to, key, sentence, end } = hit
  const previous = at(words, from - 1)
  const next = at(words, to)
  // "S&P/ASX 200", "S&P/TSX Composite": other markets' indices.
  if (sentence.text[end - sentence.start] === '/') return false
  if (key === 'nasdaq') {
    // "(NASDAQ: MU)"
    if (/^ ?: ?[A-Z]/.test(sentence.text.slice(end - sentence.start, end - sentence.start + 4))) return false
    if (next && exchangeAfter.has(next.norm)) return false
    const verb = previous?.norm === 'the' || previous?.norm === 'on' ? at(words, from - 2) : previous
    const further = verb?.norm === 'on' ? at(words, from - 3) : verb
    return !(further && exchangeBefore.has(further.norm))
  }
  if (key === 'dow' || key === 'dow jones')
    return !(next && /^(?:chemical|corning|inc|newswires|poll|reported|survey|citing|reports)$/.test(next.norm))
  if (key === 's&p' || key === 'standard and poors' || key === "standard and poor's") {
    return (
      !(
        next &&
        /^(?:global|ratings|capital|rating|analyst|analysts|cut|downgrade|downgraded|said|affirmed|lowered|equity|case)$/.test(
          next.norm,
        )
      ) && marketNear(hit, 8)
    )
  }
  return marketNear(hit, 8)
}
