/** What a percentage can be a level of, by the words around it: "inflation", "10-year Treasury yield", "jobless rate", "economy grew". */
import { tenorPattern, yearsOf } from '../../text/tenors.ts'
import type { Value } from '../../types.ts'

export type RateType = Value<'rate'>['type']

export interface Indicator {
  readonly type: RateType
  /** Offsets into the sentence. */
  readonly start: number
  readonly end: number
  /** The measure's part of a subject: CPI, CORE_PCE, 10Y, MORTGAGE_30Y. */
  readonly measure: string
  /** The economy its own words name ("Treasury", "gilt", "Bund"); else the context says. */
  readonly economy: string | null
  /** Says "rose 3%" of the measure itself, so that a change is its level ("consumer prices rose 3%"). */
  readonly flow: boolean
  readonly rule: string
}

interface Form {
  readonly type: RateType
  readonly rule: string
  readonly pattern: RegExp
  readonly measure: string | ((match: RegExpExecArray | RegExpMatchArray) => string)
  readonly economy?: string | ((match: RegExpMatchArray) => string | null)
  readonly flow?: boolean
  /** The sentence must also say this. */
  readonly needs?: RegExp
}

const tenorOf = (text = '', unit = ''): string => `${yearsOf(text)}${/month/i.test(unit) ? 'M' : 'Y'}`
const bonds: readonly [RegExp, string][] = [
  // "The 10-year treasury bond" is Seoul's as well as Washington's.
  [/Treasur|TREASUR|treasuries|[Tt]-(?:bill|note)/, 'US'],
  [/gilt/i, 'GB'],
  [/bund\b|bunds/i, 'DE'],
  [/jgb|japanese government/i, 'JP'],
  [/\boats?\b/i, 'FR'],
  [/\bbtps?\b/i, 'IT'],
]
/** Whose bonds they are by their name. */
export const bondEconomy = (text: string): string | null => bonds.find(([pattern]) => pattern.test(text))?.[1] ?? null
const issues = '(?:treasur(?:y|ies)|gilts?|bunds?|jgbs?|oats?|btps?)'
const nationals =
  '(?:[a-z]{3,}(?:ish|ese|[a-z]an)|swiss|dutch|french|greek|czech|thai|new\\szealand|south\\s(?:korean|african)|euro-?zone|sovereign|state)'
const years = `(?<tenor>${tenorPattern})[-\\s](?<unit>year|month)s?`

const forms: readonly Form[] = [
  {
    type: 'mortgage_rate',
    rule: 'mortgage-rate',
    pattern: new RegExp(
      `\\b(?:${years}[-\\s](?:fixed[-\\s](?:rate\\s)?)?)?mortgage(?:\\s(?:interest\\s)?rates?)?\\b|\\bhome-loan\\srates?\\b|\\b${years.replace('tenor', 'tenor2').replace('unit', 'unit2')}\\sfixed\\b`,
      'gi',
    ),
    measure: (match) => {
      const tenor = match.groups?.['tenor'] ?? match.groups?.['tenor2']
      return tenor ? `MORTGAGE_${tenorOf(tenor)}` : 'MORTGAGE'
    },
    needs: /\brates?\b|%|percent|per cent/i,
  },
  {
    type: 'mortgage_rate',
    rule: 'mortgage-rate',
    pattern: /\bfreddie\smac['’]s\s(?:weekly\s|benchmark\s){0,2}(?:average|survey|rate)\b/gi,
    measure: 'MORTGAGE_30Y',
    economy: 'US',
  },
  {
    type: 'spread',
    rule: 'yield-spread',
    pattern:
      /\b(?:spreads?|gap|premium)\s(?:between|over|of|to)\b|\b(?:yield|credit|bond|swap)\sspreads?\b|\byield\scurve\b/gi,
    measure: 'SPREAD',
    needs: /yield|bond|bund|treasur|gilt|curve|credit/i,
  },
  {
    type: 'bond_yield',
    rule: 'bond-yield',
    pattern: new RegExp(
      `\\b(?:${issues}\\s)?${years}(?:\\s(?:u\\.?s\\.?|us|treasury|government|benchmark|bond|note|gilt|bund|jgb|uk|debt|paper|${nationals})s?){0,4}(?:['’]s)?(?:\\s(?:is|was|are|were)(?:\\s(?:now|last|recently))?(?=\\syielding))?\\s(?:yield(?:s|ed|ing)?|rates?)\\b|\\b(?:that|those)\\son\\s(?:the\\s)?${years.replace('tenor', 'tenor3').replace('unit', 'unit3')}\\s(?:[a-z]+\\s)?(?:notes?|bonds?|bills?|paper|debt|gilts?|bunds?|treasur(?:y|ies))\\b|\\b(?:yields?|rate)\\son\\s(?:(?:the|its|benchmark|${nationals}|[a-z]{2,}['’]s?)\\s){0,3}${years.replace('tenor', 'tenor2').replace('unit', 'unit2')}(?:\\s(?:u\\.?s\\.?\\s)?${issues})?`,
      'gi',
    ),
    measure: (match) =>
      tenorOf(
        match.groups?.['tenor'] ?? match.groups?.['tenor2'] ?? match.groups?.['tenor3'],
        match.groups?.['unit'] ?? match.groups?.['unit2'] ?? match.groups?.['unit3'],
      ),
    economy: (match) => bondEconomy(match[0]),
  },
  {
    // "The 10-year Treasury yield was 4.1%, the two-year 3.5%": what yields has been said.
    type: 'bond_yield',
    rule: 'bare-tenor',
    pattern: new RegExp(
      `\\bthe\\s(?:benchmark\\s)?${years}(?:\\s(?:(?:government|treasury|benchmark|sovereign|u\\.?s\\.?|${nationals})\\s){0,2}(?:treasury|bonds?|notes?|gilts?|bunds?|jgbs?|paper|debt|maturity|tenor|loans?))?(?=,\\sat\\s\\d|\\s(?:one\\s)?(?:(?:also|then|had|has)\\s)?(?:(?:is|was|at|to|stood|stands|hit|held|rose|fell|slid|sank|yields|yielded|ended|closed|settled|traded|averaged|climbed|dropped|eased|slipped|jumped|edged|gained|added|lost|declined|dipped|ticked|touched|reached|went|came|changed|advanced|crept|inched|backed|bounced|remained|stayed|finished)\\b|(?:about\\s|around\\s|near\\s)?\\d))`,
      'gi',
    ),
    measure: (match) => tenorOf(match.groups?.['tenor'], match.groups?.['unit']),
    needs: /\b(?:yield|treasur|gilt|bund|bond|note|mortgage|loan)/i,
  },
  {
    type: 'bond_yield',
    rule: 'bond-yield',
    pattern:
      /\b(?:treasury|gilt|bund|jgb|(?:government|sovereign)[\s-](?:bond|debt)|bond)\syields?\b|\byields?\son\s(?:[\w.%'’-]+\s){0,5}?(?:treasur(?:y|ies)|gilts?|bunds?|jgbs?|bonds?)\b|\b(?:bond|gilt|bund|note|debt)s?\b[^.;]{1,60}?\b(?:its|their)\syields?\b/gi,
    measure: 'YIELD',
    economy: (match) => bondEconomy(match[0]),
  },
  {
    type: 'unemployment',
    rule: 'unemployment-rate',
    pattern: /\b(?:unemployment|jobless(?:ness)?)(?:\srate)?\b(?!\s(?:claims|benefits|insurance|aid))/gi,
    measure: 'UNEMPLOYMENT',
  },
  {
    type: 'inflation',
    rule: 'inflation-measure',
    pattern:
      /\b(?:(?<core>core|underlying|trimmed[-\s]mean)\s)?(?:(?:annual|headline|consumer|consumer[-\s]price|retail|cpi|pce|hicp|wholesale|producer[-\s]price|food|services|year-on-year|yearly)\s){0,2}inflation\b(?!-adjusted|-linked|\s(?:fears|worries|protection))/gi,
    measure: (match) => inflationMeasure(match[0]),
    flow: true,
  },
  {
    type: 'inflation',
    rule: 'price-index',
    pattern:
      /\b(?:(?<core>core)\s)?(?:consumer[-\s]price(?:s|\sindex)|personal[-\s]consumption[-\s]expenditures?(?:\s(?:price\s)?index)?|price\sindex|cpi|pce(?:\sprice\sindex)?|hicp|producer\sprices|wage\sprice\sindex|price\srises|rate\sof\sprice)\b/gi,
    measure: (match) => inflationMeasure(match[0]),
    flow: true,
  },
  {
    type: 'gdp_growth',
    rule: 'economic-growth',
    pattern:
      /\bgross\sdomestic\sproduct\b|\bgdp\b|\beconom(?:ic|y['’]s)\s(?:growth|expansion|output)\b|\beconomy\b(?=[^.;]{0,40}?\s(?:gr[eo]w[ns]?|growing|expand(?:s|ed|ing)?|shr[aiu]nk(?:s|ing)?|contract(?:s|ed|ing)?|slow(?:s|ed|ing)?)\b)/gi,
    measure: 'GDP',
    flow: true,
  },
  {
    type: 'gdp_growth',
    rule: 'growth-in-an-economic-context',
    pattern:
      /(?<!\b(?:revenue|earnings|profit|sales|wage|loan|job|jobs|jobless|user|users|subscriber|cloud|dividend|eps|income|payroll|credit|price|traffic|volume|unit|comparable|organic|export|same-store|rent|cost|productivity|population|lending|money|spending|margin|booking|bookings|order|net|store|premium|deposit|deposits|advertising|capacity|power|demand|investment|year-over-year|double-digit|share)\s)\b(?:growth|output\sshrank|output\sgrew)\b(?!\s(?:stock|share|companies|names|fund|investor|investing|forecast\sfor\srevenue|guidance|strategy|engine|driver|rate\sof\srevenue))/gi,
    measure: 'GDP',
    flow: true,
    needs:
      /\b(?:econom|gdp|inflation|forecast|projections?|central bank|median|second quarter|quarter|policymakers|20\d\d|put at|china|bank)/i,
  },
  {
    type: 'lending_rate',
    rule: 'lending-rate',
    pattern:
      /\b(?:prime\s(?:lending\s)?rate|sofr|euribor|libor|sonia|estr|credit[-\s]card\s(?:interest\s)?rates?|auto[-\s]loan\srates?|(?<!\bmarginal\s)lending\srates?|loan\srates?|bank\slending\srates?)\b/gi,
    measure: (match) =>
      match[0]
        .toUpperCase()
        .replace(/[^A-Z]+/gu, '_')
        .replace(/_RATES?$/u, ''),
  },
]

function inflationMeasure(text: string): string {
  const core = /core|underlying|trimmed/i.test(text) ? 'CORE_' : ''
  if (/pce|personal/i.test(text)) return `${core}PCE`
  if (/producer|wholesale/i.test(text)) return `${core}PPI`
  if (/hicp/i.test(text)) return `${core}HICP`
  if (/wage/i.test(text)) return 'WAGE_INDEX'
  return `${core}CPI`
}

const gate =
  /-year|inflation|price|yield|unemploy|jobless|growth|gdp|gross|econom|mortgage|freddie|home-loan|fixed|spread|gap|premium|curve|rate|sofr|ibor|sonia|output|cpi|pce|hicp/i

/** The measures a sentence speaks of, in order, none overlapping. */
export function readIndicators(sentence: string): Indicator[] {
  if (!gate.test(sentence)) return []
  const found: Indicator[] = []
  for (const form of forms) {
    if (form.needs && !form.needs.test(sentence)) continue
    for (const match of sentence.matchAll(form.pattern)) {
      const end = match.index + match[0].length
      if (found.some((other) => match.index < other.end && end > other.start)) continue
      found.push({
        type: form.type,
        start: match.index,
        end,
        measure: typeof form.measure === 'string' ? form.measure : form.measure(match),
        economy: typeof form.economy === 'function' ? form.economy(match) : (form.economy ?? null),
        flow: form.flow ?? false,
        rule: form.rule,
      })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
