/**
 * The forms under which a listed company is named in news, from its registered name.
 * "Goldman Sachs Group, Inc. (The)" → goldman sachs group · goldman sachs; "Target Corporation" → target corporation, and target with support.
 */
import { tokenize } from '../../text/tokens.ts'
import { wordsOf } from './words.ts'

export interface NameForms {
  /** As shown to people. */
  readonly display: string
  /** Look-up keys that are enough by themselves. */
  readonly strong: string[]
  /** Look-up keys that need support from the context. */
  readonly weak: string[]
}

const securityTail =
  /\b(?:(?:Class|Series) [A-Z]\b|Common (?:stock|shares?|units?)\b|Ordinary Shares?\b|American Depositary\b|Depositary (?:Shares|Receipts?)\b|Subordinate Voting\b|Warrants?\b|Registered\b|Limited Partner|NY Registry\b|(?:un)?sponsored\b|Sponosred\b|ADS\b|ADR\b)/i
const legal = new Set(
  (
    'inc incorporated corp corporation co company companies ltd limited plc llc lp nv sa ag se ab asa oyj spa as kk kgaa sab cv ' +
    'de holdings holding group trust partners international the reit na'
  ).split(' '),
)
/** Of the above, what is a legal form only: dropping it leaves the company's proper name. */
const formal = new Set(
  'inc incorporated corp corporation co company companies ltd limited plc llc lp nv sa ag se ab asa oyj spa as kk kgaa sab cv the and reit na'.split(
    ' ',
  ),
)
const trades = new Set(
  (
    'technologies technology pharmaceuticals pharmaceutical pharma therapeutics biotherapeutics biosciences bioscience biopharma biotechnology ' +
    'biologics biotech bio sciences science medical health healthcare energy resources petroleum oil gas mining metals gold financial finance ' +
    'bancorp bancorporation bancshares bankshares bank capital insurance systems solutions software networks network communications ' +
    'entertainment media interactive brands foods industries manufacturing semiconductor semiconductors materials chemical chemicals ' +
    'properties property realty reit motors motor automotive airlines airways air lines labs laboratories devices diagnostics genetics genomics ' +
    'oncology vaccines robotics aerospace defense electronics electric power water environmental services service enterprises global ' +
    'worldwide logistics transportation stores restaurants hotels resorts casinos education acquisition platforms digital data cloud ' +
    'machines instruments controls products design designs systems interactive online outfitters midstream'
  ).split(' '),
)

const keyOf = (words: readonly string[]): string => words.join(' ')

/** Names of a listing. `isEveryday` says whether a word is common in running text. */
export function formsOf(
  row: { name: string; short: string; type: string; marketCap: number; index: string; others: readonly string[] },
  isEveryday: (word: string) => boolean,
): NameForms {
  const display = displayName(row)
  const strong = new Set<string>()
  const weak = new Set<string>()
  const big = row.index === 'S&P 500' || row.marketCap > 10e9
  if (row.type !== 'etf' && isPaper(row.name)) return { display, strong: [], weak: [] }
  for (const source of new Set([row.name, row.short, ...row.others].map(cleanName))) {
    const all = norms(source)
    if (all.length === 0) continue
    if (all.length > 1) strong.add(keyOf(all))
    if (row.type === 'etf') continue
    const proper = dropTail(all, formal)
    const bare = dropTail(all, legal)
    const stem = trades.has(bare.at(-1) ?? '') && bare.length > 1 ? dropTail(bare, trades) : []
    if (!geography.has(keyOf(proper))) grade(proper, big)
    if (!isPlace(bare)) grade(bare, big)
    // "YY Group Holding Limited" is also "YY Group".
    for (let end = proper.length - 1; end > Math.max(1, bare.length); end--) grade(proper.slice(0, end), big)
    if (stem.length > 0 && !isPlace(stem)) grade(stem, false, true)
    // "Vor Biopharma" is "Vor Bio" in its own headlines.
    if (bare.length === 2 && /^bio[a-z]{4,}$/.test(bare[1]!)) grade([bare[0]!, 'bio'], big)
    const [first = ''] = bare
    if (bare.length > 1 && first.length > 3) grade([first], false, true)
  }
  for (const key of strong) weak.delete(key)
  return { display, strong: [...strong], weak: [...weak] }

  function grade(words: readonly string[], known: boolean, derived = false): void {
    const key = keyOf(words)
    if (words.length === 0 || key.length < 2 || /^[\d .]+$|^q[1-4]$/.test(key)) return
    if (words.length === 1 && (legal.has(key) || trades.has(key))) return
    if (
      derived &&
      words.length === 1 &&
      (key.length < 4 || places.has(key.replace(/'s$/, '')) || isEveryday(key.replace(/'s$/, '')))
    )
      return
    const plain = words.every((word) => isEveryday(word) || trades.has(word) || legal.has(word) || /^\d+$/.test(word))
    const enough =
      words.length > 1
        ? (!plain || known) && !(derived && places.has(key))
        : !plain && !places.has(key) && key.length > 3
    if (enough && !(derived && words.length === 1)) strong.add(key)
    else weak.add(key)
  }
}

/** Notes, certificates and trusts carry the name of the bank that made them; nobody calls them by it. */
const isPaper = (name: string): boolean => /\d%|\bCerts?\b|\bABS\b|\bETNs?\b|\bNotes due\b/.test(name)

const isPlace = (words: readonly string[]): boolean => places.has(keyOf(words))

/** Towns, lands and their people. */
const geography = new Set([
  ...(
    'british french german italian spanish swiss dutch swedish greek russian turkish irish israeli korean indian australian mexican brazilian ' +
    'argentina australia austria belgium chile colombia cyprus denmark egypt england finland france germany greece indonesia iran iraq ireland ' +
    'israel italy korea kuwait malaysia morocco netherlands nigeria norway panama peru philippines poland portugal qatar romania russia scotland ' +
    'singapore spain sweden switzerland taiwan thailand turkey ukraine vietnam wales alaska alabama arizona arkansas colorado connecticut ' +
    'delaware hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts minnesota mississippi missouri montana ' +
    'nebraska nevada oklahoma pennsylvania tennessee utah vermont wisconsin wyoming albany albuquerque atlanta austin baltimore beijing berlin ' +
    'birmingham brooklyn brussels cairo calgary cambridge charlotte cincinnati cleveland columbus denver detroit dubai dublin frankfurt geneva ' +
    'greenwich guangdong hanover hartford helsinki houston indianapolis istanbul johannesburg lisbon louisville lucerne madrid manchester ' +
    'manhattan manila melbourne memphis miami milan milwaukee minneapolis montreal moscow mumbai munich nashville omaha orlando osaka oslo ' +
    'ottawa oxford philadelphia phoenix pittsburgh portland prague princeton richmond rome sacramento salem seattle seoul shanghai shenzhen ' +
    'sichuan stockholm stuttgart sydney tampa tokyo toronto vancouver vienna warsaw westport zurich europa antarctica arctic caribbean ' +
    'mediterranean northern southern eastern western central midwest southwest northwest city county'
  ).split(' '),
  'hong kong',
  'new england',
  'new jersey',
  'new mexico',
  'new orleans',
  'new york',
  'new zealand',
  'north carolina',
  'northern california',
  'salt lake',
  'san diego',
  'san francisco',
  'saudi arabia',
  'silicon valley',
  'south africa',
  'south carolina',
  'south dakota',
  'south korea',
  'south pacific',
  'southern california',
  'sri lanka',
  'united arab',
  'united kingdom',
  'west virginia',
])

/** Words that are first of all places, people or nationalities: no company is called so for short. */
const places = new Set([
  ...(
    'america american us usa china chinese japan india canada canadian mexico brazil europe european asia africa pacific atlantic boston chicago ' +
    'dallas texas california florida virginia georgia carolina ohio michigan oregon washington london paris york jersey hudson ' +
    'franklin lincoln madison jackson jefferson hamilton monroe morgan kelly stewart graham howard marshall turner cooper carter ford ' +
    'henry charles george james john thomas william robert wilson anderson johnson murphy ryan cohen roper quaker amazon orion apollo ' +
    'atlas mercury jupiter mars venus saturn gemini hudson union american national first united general'
  ).split(' '),
  ...geography,
])

function dropTail(words: readonly string[], tail: ReadonlySet<string>): string[] {
  let end = words.length
  while (end > 1 && (tail.has(words[end - 1]!) || words[end - 1] === 'and')) end--
  let from = 0
  if (words[0] === 'the' && end > 1) from = 1
  return words.slice(from, end)
}

const norms = (name: string): string[] => wordsOf(tokenize(name)).map((word) => word.norm)

/** The name without what describes the security: "(The)", "/ADR", "Class A Common Stock", "New". */
function cleanName(name: string): string {
  const slash = name.search(/[/\\]/)
  const company = slash > 4 ? name.slice(0, slash) : name
  const open = company.endsWith(')') ? company.lastIndexOf('(') : -1
  const bare = open > 0 ? company.slice(0, open).trim() : company.trim()
  const tail = securityTail.exec(bare)
  const cut = tail && tail.index > 0 ? bare.slice(0, tail.index) : bare
  const parts = cut.split(' ').filter(Boolean)
  while (parts.length > 1 && /^(?:New|[-–,])$/.test(parts.at(-1)!)) parts.pop()
  return parts.join(' ').replace(/[-–,]$/, '')
}

/** "GOLDMAN SACHS GROUP, INC. (THE)" and "Goldman Sachs Group, Inc. (The)" are shown as "Goldman Sachs". */
function displayName(row: { name: string; short: string; type: string }): string {
  const base = cleanName(row.short || row.name)
  const shown = row.type === 'etf' ? base : dropLegal(base)
  return /^[^a-z]{6,}$/.test(shown)
    ? shown.toLowerCase().replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase())
    : shown
}

const shownWithout =
  /^(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|plc|L\.?P|LLC|N\.V|S\.A|Company|Co|REIT|N\.?A)\.?$/i

/** "McCormick & Company" keeps its end, which is no legal form alone. */
function dropLegal(name: string): string {
  const parts = name.split(' ')
  while (parts.length > 1 && shownWithout.test(parts.at(-1)!) && !/^(?:&|and)$/.test(parts.at(-2)!)) parts.pop()
  return parts.join(' ').replace(/,$/, '')
}
