/** What banks and measures are called in a reader's words: "the Fed" · "UK inflation" · "US 30-year mortgage rate". */

/** How the press calls a bank in passing; others keep their code, which is their name. */
const banks: Readonly<Record<string, string>> = {
  FED: 'the Fed',
  ECB: 'the ECB',
  BOE: 'the Bank of England',
  BOJ: 'the Bank of Japan',
  BOC: 'the Bank of Canada',
  RBA: 'the RBA',
  RBNZ: 'the RBNZ',
  SNB: 'the SNB',
  RIKSBANK: 'the Riksbank',
  NORGES: 'Norges Bank',
  PBOC: 'the PBOC',
  RBI: 'the Reserve Bank of India',
  BOK: 'the Bank of Korea',
  BANXICO: 'Banxico',
  BCB: 'Brazil’s central bank',
  SARB: 'the South African Reserve Bank',
  CBRT: 'Turkey’s central bank',
  CBR: 'the Bank of Russia',
  BI: 'Bank Indonesia',
  NBP: 'Poland’s central bank',
  CNB: 'the Czech National Bank',
  MNB: 'Hungary’s central bank',
  BNR: 'Romania’s central bank',
  BOT: 'the Bank of Thailand',
  BSP: 'the Philippine central bank',
  BNM: 'Bank Negara Malaysia',
  MAS: 'Singapore’s central bank',
  BOI: 'the Bank of Israel',
  BANREP: 'Colombia’s central bank',
  BCCH: 'Chile’s central bank',
  BCRP: 'Peru’s central bank',
  BCRA: 'Argentina’s central bank',
  CBE: 'Egypt’s central bank',
  CBN: 'Nigeria’s central bank',
  SAMA: 'the Saudi central bank',
  CBUAE: 'the UAE’s central bank',
  CBC: 'Taiwan’s central bank',
  NBU: 'Ukraine’s central bank',
  SBP: 'Pakistan’s central bank',
  SBV: 'Vietnam’s central bank',
  NBK: 'Kazakhstan’s central bank',
  SEDLABANKI: 'Iceland’s central bank',
}
export const bankName = (code: string): string => (Object.hasOwn(banks, code) ? banks[code]! : code)

const regions = new Intl.DisplayNames('en', { type: 'region' })
/** Shorter or steadier than what the runtime calls them. */
const economies: Readonly<Record<string, string>> = {
  EA: 'Euro zone',
  EU: 'EU',
  US: 'US',
  GB: 'UK',
  TR: 'Turkey',
  HK: 'Hong Kong',
  CZ: 'Czech',
}
const economyName = (code: string): string => economies[code] ?? regions.of(code) ?? code

/** What a list shows beside a name: a group's symbol is our own and says nothing to a reader. */
export const shownSymbol = (symbol: string): string => (symbol.startsWith('@') ? '' : symbol)

/** "AU3Y" → "Australia 3-year yield"; what has a name is called by it, what has none by its symbol. */
export const subjectName = (subject: string, names: ReadonlyMap<string, string> = new Map()): string =>
  names.get(subject) ??
  (/^[A-Z]{2}(?:\d+[MY]|_[A-Z].*)$/.test(subject) ? measureName(subject, '') : subject.replace(/^@/, ''))

const measures: Readonly<Record<string, string>> = {
  CPI: 'inflation',
  CORE_CPI: 'core inflation',
  HICP: 'inflation',
  CORE_HICP: 'core inflation',
  PCE: 'PCE inflation',
  CORE_PCE: 'core PCE inflation',
  PPI: 'producer-price inflation',
  CORE_PPI: 'core producer-price inflation',
  WAGE_INDEX: 'wage growth',
  GDP: 'GDP growth',
  UNEMPLOYMENT: 'unemployment rate',
  SPREAD: 'bond spread',
  YIELD: 'bond yield',
  EURIBOR: 'Euribor',
  SOFR: 'SOFR',
  LIBOR: 'Libor',
  SONIA: 'Sonia',
  ESTR: 'ESTR',
}

/** "GB_CPI" → "UK inflation", "US10Y" → "US 10-year yield", "US_MORTGAGE_30Y" → "US 30-year mortgage rate". */
export function measureName(subject: string, type: string): string {
  const [, code, measure] = /^([A-Z]{2})_?(.+)$/.exec(subject) ?? []
  if (code === undefined || measure === undefined) return type.replaceAll('_', ' ')
  const tenor = /^(?:(MORTGAGE)_)?(\d+)([MY])$/.exec(measure)
  const what = tenor
    ? `${tenor[2]}-${tenor[3] === 'M' ? 'month' : 'year'} ${tenor[1] ? 'mortgage rate' : 'yield'}`
    : (measures[measure] ??
      `${measure.replaceAll('_', ' ').toLowerCase()}${/RATE|MORTGAGE|PRIME|LENDING|LOAN|CARD/.test(measure) ? ' rate' : ''}`)
  return `${economyName(code)} ${what}`
}
