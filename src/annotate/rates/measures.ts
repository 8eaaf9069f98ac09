/** Joins each percentage of a sentence to the measure it is a level of, or to none. */
import { spanOf, type Doc, type Mention, type Sentence } from '../../doc.ts'
import type { DateRange, Value } from '../../types.ts'
import type { BankReading } from '../../text/bank-context.ts'
import { findDates, type DateMention } from '../../text/dates.ts'
import type { Quantity } from '../../text/numbers.ts'
import { isToldApart } from '../../text/own-clauses.ts'
import type { Stated } from './annotate.ts'
import { basisOf } from './basis.ts'
import { readIndicators, type Indicator } from './indicators.ts'
import { economyAt, economyOf, ownerBetween } from './whose.ts'

// Another thing that is measured in percent stands between.
const another =
  /\b(?:sales|production|exports?|imports?|profits?|earnings|revenues?|shares?|stocks?|ind(?:ex|ices)|wages?|investment|spending|orders|dollar|yen|euro|pound|sterling|gold|oil|crude|copper|futures|tariffs?|dut(?:y|ies)|lev(?:y|ies)|stake|funds?|payrolls|surplus|deficit|confidence|approval|output|homes?|applications|outlays)\b/i
const notALevel =
  /^\s?(?:(?:[a-z]+\s)?(?:target|goal|ceiling|threshold)\b(?!\srange)|in\s(?:[a-z]+[\s-]){0,2}(?:sales|revenues?|profits?|earnings|orders|users|subscribers|volumes?|bookings|traffic)\b|of\b|stake|share\b|tariff|dut(?:y|ies)|lev(?:y|ies)|owned|higher\b|lower\b|more\b|less\b|above\b|below\b|chance|probability|odds|discount|tax|bonus|said|believe|think|year-to-date|import|baseline|by volume|jump|drop|fall|gain|slump|rally|increase in|decrease in|decline in|rise in|(?:(?:19|20)\d\d\s)?(?:bonds?|notes?|gilts?|bunds?)\b(?!\syield)|coupon)/i
const targetOf =
  /\b(?:target|goal|objective)\s(?:(?:band|range|zone)\s)?of\s(?:between\s)?(?:[\d.,]+\s?(?:%|percent|per\scent)\s(?:to|and)\s)?$/i
// "3.8% higher than a year before", "1.1% above their level of last June".
const thanAYearBefore =
  /^\s(?:higher|above|up|dearer|more\sexpensive|(?<less>lower|below|cheaper))\s(?:(?:than|where|in|on|at|it|they|was|were|stood|had|been|its|their|the|level|of|that|a|one|same|month|time)\s){1,8}(?:year|twelve\smonths|12\smonths|(?:a\s)?year\sago|last\s(?:year|january|february|march|april|may|june|july|august|september|october|november|december))\b/i
// "The first close below 4%", "owners who pay less than 4%": a mark, not where it stands.
const noLevelOfIts =
  /\b(?:first\s(?:close|finish)|pay(?:s|ing)?)\s(?:below|above|under|over|(?:less|more)\sthan)\s(?:the\s)?$/i
// "Grew 0.9%, below the 1.3% the bank had projected": the very figure.
const comparedWith = /(?:,|\sand)\s(?:well\s|far\s|just\s)?(?:above|below|over|under)\sthe\s$/i
const changed =
  /\b(?:r[oi]se[sn]?|f[ea]ll(?:s|en)?|climb(?:s|ed)?|jump(?:s|ed)?|dropp?(?:s|ed)?|gain(?:s|ed)?|increas(?:e[sd]?|ing)|declin(?:e[sd]?|ing)|up|down|added|shed|slipped|lost|plunged|surged)\s(?:by\s|about\s|around\s|nearly\s|some\s|just\s|a\s|an\s)*$/i
// "Shrank at an annualised pace of 0.6%", "contracted in the first quarter by 0.3%".
const shrunk =
  /\b(?:shrank|shr[iu]nks?|shrinking|contract(?:s|ed|ing)?|contraction|fell|declined|dropped)\b(?:[^.;]{0,20}|(?:,?\s(?:by|at|in|of|an?|the|some|about|around|nearly|almost|roughly|more|less|than|expected|economists|estimated|seasonally|adjusted|real|annual(?:i[sz]ed)?|quarterly|yearly|year-on-year|quarter-on-quarter|rate|pace|clip|terms|last|this|first|second|third|fourth|final|three|months|quarter|year|half|(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december)){1,14}\s)$/i
// Prices against the month before are no yearly rate.
const sinceTheMonthBefore =
  /^\s(?:(?:in|for)\s[a-z]+\s)?(?:from\s(?:(?:the\s(?:previous|prior)\smonth|a\smonth\s(?:earlier|before|ago))\b|(?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?!\s(?:of\s)?(?:19|20)\d\d|\slast\syear))|(?:on|over|in|during)\sthe\s(?:(?:previous|prior)\s)?month\b(?!\s(?:before|earlier|ago))|month[-\s](?:on|over)[-\s]month|m\/m\b|monthly\b)/i
const monthly = /\b(?:monthly|month[-\s](?:on|over)[-\s]month)\s(?:[a-z]+\s){0,4}$/i
const american =
  /\b(?:wall street|freddie mac|fannie mae|nyse|s&p|nasdaq|s&p 500|dow jones|treasur(?:y|ies)|federal reserve)\b/i
const goesOn =
  /\b(?:the\sannual\srate|annual\srate|the\sfigure|the\sreading|no\sreading|the\sone\sfor|that\sfor|the\srate|all\sof\s20\d\d)\b/i

export function readMeasures(
  doc: Doc,
  readings: readonly BankReading<Sentence>[],
  taken: ReadonlyMap<Sentence, readonly Quantity[]>,
): Stated[] {
  const fallback =
    american.test(doc.article.text.slice(0, 20_000)) || american.test(doc.article.title ?? '') ? 'US' : null
  const mentions = new Map<Sentence, Mention[]>()
  for (const mention of doc.mentions)
    mentions.set(mention.sentence, [...(mentions.get(mention.sentence) ?? []), mention])
  const found: Stated[] = []
  let last: { indicator: Indicator; index: number; economy: string } | null = null
  const percents = readings.map((reading) =>
    reading.quantities.filter((quantity) => quantity.unit === 'percent' || isSpread(reading.text, quantity)),
  )
  for (const [i, reading] of readings.entries()) {
    const { piece, text, hits } = reading
    const quantities = percents[i]!
    // A measure without a figure matters only to a figure in the next sentence.
    if (quantities.length === 0 && (percents[i + 1]?.length ?? 0) === 0) continue
    const indicators = readIndicators(text)
    const economyHere = (indicator: Indicator): string | null => economyOf(reading, indicator, indicators) ?? fallback
    if (quantities.length === 0) {
      const only = indicators[0]
      const economy = only && economyHere(only)
      if (only && economy) last = { indicator: only, index: piece.index, economy }
      continue
    }
    let dates: DateMention[] | null = null
    for (const quantity of quantities) {
      if (taken.get(piece)?.some((other) => other.start === quantity.start)) continue
      const setback = isSetback(text, quantity)
      const since = thanAYearBefore.exec(text.slice(quantity.end, quantity.end + 60))
      if (!setback && !since && notALevel.test(text.slice(quantity.end, quantity.end + 36))) continue
      if (/(?:±|\+\/-)\s?$/.test(text.slice(Math.max(0, quantity.start - 4), quantity.start))) continue
      if (targetOf.test(text.slice(Math.max(0, quantity.start - 48), quantity.start))) continue
      if (noLevelOfIts.test(text.slice(Math.max(0, quantity.start - 40), quantity.start))) continue
      const able = quantity.unit === 'bps' ? indicators.filter(({ type }) => type === 'spread') : indicators
      let indicator = indicatorOf(text, quantity, able, mentions.get(piece) ?? [], piece)
      if (
        indicator?.type === 'inflation' &&
        (sinceTheMonthBefore.test(text.slice(quantity.end, quantity.end + 48)) ||
          monthly.test(text.slice(Math.max(0, quantity.start - 48), quantity.start)))
      )
        continue
      let economy = indicator && (ownerBetween(text, hits, indicator.end, quantity.start) ?? economyHere(indicator))
      if (indicator && last) indicator = goingOn(text, indicator, last.indicator)
      let rule = indicator?.rule ?? ''
      if (
        !indicator &&
        last &&
        quantity.unit === 'percent' &&
        indicators.length === 0 &&
        piece.index - last.index <= 1
      ) {
        const on = goesOn.exec(text)
        if (
          on &&
          on.index < quantity.start &&
          quantity.start - on.index < 140 &&
          !another.test(text.slice(on.index, quantity.start))
        ) {
          indicator = last.indicator
          economy = economyAt(reading, quantity.start) ?? last.economy
          rule = 'goes-on-with-the-measure'
        }
      }
      if (!indicator || !economy || (setback && indicator.type !== 'gdp_growth')) continue
      if (since && !indicator.flow) continue
      last = { indicator, index: piece.index, economy }
      dates ??= findDates(text, doc.anchor, 'past')
      const date = dateNear(text, dates, quantity)
      found.push(stated(doc, piece, text, quantity, indicator, economy, date, rule))
    }
  }
  return found
}

/** "The gap between Italian and German yields stood at 61 basis points": a level, not a move. */
const isSpread = (text: string, { unit, start }: Quantity): boolean =>
  unit === 'bps' &&
  /\b(?:spread|gap|premium)\s[^.;]{0,90}(?<=\s)(?:at|to|of|around|about|near)\s$/i.test(
    text.slice(Math.max(0, start - 130), start),
  )

/** "After a 0.1% fall in October": growth below nothing. */
const isSetback = (text: string, { start, end }: Quantity): boolean =>
  /^\s(?:fall|drop|decline|contraction|dip)\b/i.test(text.slice(end, end + 14)) &&
  /\b(?:after|following)\san?\s$/i.test(text.slice(Math.max(0, start - 14), start))

function stated(
  doc: Doc,
  sentence: Sentence,
  text: string,
  quantity: Quantity,
  indicator: Indicator,
  economy: string,
  date: DateRange | null,
  rule: string,
): Stated {
  const lead = text.slice(Math.max(0, quantity.start - 16), quantity.start)
  const compared = comparedWith.test(text.slice(Math.max(0, quantity.start - 24), quantity.start))
  const above = !compared && /\b(?:above|over|more than)\s(?:the\s)?$/i.test(lead)
  const below = !compared && /\b(?:below|under|less than)\s(?:the\s)?$/i.test(lead)
  const shrinks =
    indicator.type === 'gdp_growth' &&
    quantity.low > 0 &&
    (isSetback(text, quantity) ||
      (shrunk.test(text.slice(Math.max(0, quantity.start - 120), quantity.start)) && !/\bto\s$/i.test(lead)))
  const lessThanBefore = thanAYearBefore.exec(text.slice(quantity.end, quantity.end + 60))?.groups?.['less']
  const sign = shrinks || (lessThanBefore && quantity.low > 0) ? -1 : 1
  const value: Value<'rate'> = {
    type: indicator.type,
    subject: subjectOf(indicator, economy),
    low: below ? null : sign * quantity.low,
    high: above ? null : sign * quantity.high,
    unit: quantity.unit === 'percent' ? 'percent' : 'bps',
    date,
    basis: basisOf(text, quantity.start, quantity.end, date, doc.anchor),
  }
  return {
    value,
    evidence: [spanOf(doc, sentence.field, sentence.start, sentence.end)],
    rule,
    confidence: rule === 'goes-on-with-the-measure' ? 0.65 : rule === 'growth-in-an-economic-context' ? 0.7 : 0.85,
  }
}

function subjectOf(indicator: Indicator, economy: string): string {
  if (indicator.type === 'bond_yield')
    return /\d/u.test(indicator.measure) ? `${economy}${indicator.measure}` : `${economy}_YIELD`
  if (economy === 'EA' && indicator.measure.endsWith('CPI')) return `EA_${indicator.measure.replace('CPI', 'HICP')}`
  return `${economy}_${indicator.measure}`
}

/** "The 15-year rate" in a run about mortgages is a mortgage's. */
const goingOn = (text: string, indicator: Indicator, last: Indicator): Indicator =>
  last.type === 'mortgage_rate' &&
  indicator.type === 'bond_yield' &&
  indicator.economy === null &&
  !/yield|bond|note/i.test(text.slice(indicator.start, indicator.end))
    ? { ...indicator, type: 'mortgage_rate', measure: `MORTGAGE_${indicator.measure}`, rule: 'mortgage-rate' }
    : indicator

function indicatorOf(
  text: string,
  quantity: Quantity,
  indicators: readonly Indicator[],
  mentions: readonly Mention[],
  sentence: Sentence,
): Indicator | null {
  let before: Indicator | null = null
  let after: Indicator | null = null
  for (const indicator of indicators) {
    if (indicator.end <= quantity.start) before = indicator
    else if (indicator.start >= quantity.end) after ??= indicator
    else return indicator
  }
  // "2.7% inflation", "a 4.2% jobless rate", "grew 1.4%" with the measure behind.
  if (
    after &&
    after.start - quantity.end < 22 &&
    /^[-\s](?:(?!(?:and|but|while|as|from|to|on|in)\s)\p{L}+[-\s]){0,2}$/u.test(
      text.slice(quantity.end, after.start),
    ) &&
    !/\bof\b/u.test(text.slice(quantity.end, after.start))
  )
    return after
  if (!before || quantity.start - before.end > 150) return null
  const between = text.slice(before.end, quantity.start)
  if (/;/u.test(between) || another.test(between)) return null
  const from = sentence.start + before.end
  const to = sentence.start + quantity.start
  // "… grew 1.4%, where economists polled by Dow Jones had looked for 2.5%": the same measure.
  if (/\b(?:economists|analysts|consensus|polled|survey)\b[^.;]{0,60}$/i.test(between)) return before
  if (mentions.some((mention) => mention.type !== 'bond' && mention.start >= from && mention.end <= to)) return null
  if (changed.test(between) && (!before.flow || before.rule === 'inflation-measure')) return null
  return before
}

// When it was forecast is not what it is forecast for.
const ofAForecast = /^['’]s?\s(?:forecast|projection|estimate)/i

/** The date a figure is for stands right behind it ("1.2% in 2025"), else in its clause. */
function dateNear(text: string, dates: readonly DateMention[], quantity: Quantity): DateRange | null {
  const behind = dates.find(
    (date) =>
      !ofAForecast.test(text.slice(date.end)) &&
      date.start >= quantity.end &&
      date.start - quantity.end < 30 &&
      !isToldApart(text, date.start, quantity.start) &&
      !/\b(?:since|until)\s(?:the\s|early\s|late\s)?$/i.test(text.slice(quantity.end, date.start)) &&
      !/[,;]/u.test(text.slice(quantity.end, date.start)),
  )
  // What was before has its own date or none.
  if (behind || basisOf(text, quantity.start, quantity.end, null, null) === 'previous') return behind?.range ?? null
  const ahead = dates
    .filter(
      (date) =>
        date.end <= quantity.start &&
        quantity.start - date.end < 60 &&
        !isToldApart(text, date.start, quantity.start) &&
        !ofAForecast.test(text.slice(date.end)) &&
        // "Its highest since 1999, and the 40-year …": how rare it is.
        !/^since\b/i.test(text.slice(date.start)) &&
        !/\bsince\s(?:the\s|early\s|late\s|mid-)?$/i.test(text.slice(Math.max(0, date.start - 16), date.start)),
    )
    .at(-1)
  return ahead?.range ?? null
}
