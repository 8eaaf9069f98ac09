/**
 * Finds which instruments an article is about.
 * "Goldman Sachs (NYSE: GS)" · "Apple's shares fell" · "the Russell 2000 and 10-year Treasury yields"
 */
import { addFinding, readable, spanOf, type Annotator, type Doc, type Mention, type Sentence } from '../../doc.ts'
import type { Sentiment, Span } from '../../types.ts'
import {
  companySupport,
  endsAnotherName,
  isAnotherCompany,
  isShortForm,
  isSurname,
  startsAnotherName,
} from './context.ts'
import { commodityMeant, currencyMeant, indexMeant, isMaterial } from './markets.ts'
import { isGivenName, peopleIn } from './people.ts'
import { defineNames } from './define-names.ts'
import { findNames, type NameHit } from './find-names.ts'
import { findTickers, type Hit } from './find-tickers.ts'
import type { Candidate, Gazetteer, Instrument } from './gazetteer.ts'
import { relevanceOf } from './relevance.ts'
import type { RuleName } from './rules.ts'
import { isNamesake } from './namesakes.ts'
import { isDataCredit, isSource } from './sources.ts'
import { isBystander } from './bystanders.ts'

interface Found extends Mention {
  readonly rule: RuleName
  /** Named only for the part it plays for others; an article is about no company that is nothing else in it. */
  readonly bystander: boolean
}

const confidence: Record<RuleName, number> = {
  'exchange-and-ticker': 0.99,
  cashtag: 0.95,
  'class-or-exchange-code': 0.95,
  'ticker-in-brackets-after-its-name': 0.98,
  'ticker-that-is-its-initials': 0.9,
  'name-that-stands-alone': 0.92,
  'market-word-beside-a-market': 0.85,
  'everyday-word-with-support': 0.75,
  'row-of-a-quote-table': 0.9,
}
const neutral: Sentiment = { probabilities: { positive: 0, neutral: 1, negative: 0 }, score: 0, label: 'neutral' }

export const instruments = (gazetteer: Gazetteer): Annotator => ({
  name: 'instruments',
  requires: ['zones'],
  assigns: ['mentions', 'instrument'],
  annotate(doc) {
    const sentences = readable(doc)
    const tickers = new Map<Sentence, Hit[]>()
    for (const sentence of sentences) {
      const hits = findTickers(sentence, gazetteer)
      if (hits.length > 0) tickers.set(sentence, hits)
    }
    const known = defineNames(tickers, gazetteer)
    const year = doc.anchor === null ? null : Number(doc.anchor.slice(0, 4))
    const names = sentences.flatMap((sentence) => findNames(sentence, known, year))
    const found = [...explicit(tickers, gazetteer), ...decide(names, tickers, known), ...fromTables(doc, gazetteer)]
    found.sort((a, b) => a.sentence.index - b.sentence.index || a.start - b.start)
    doc.mentions = found.map(({ rule: _rule, bystander: _bystander, ...mention }) => mention)
    report(doc, found, gazetteer)
  },
})

function* explicit(tickers: Map<Sentence, Hit[]>, gazetteer: Gazetteer): Generator<Found> {
  for (const [sentence, hits] of tickers) {
    for (const { symbol, start, end, rule } of hits) {
      const { type, name } = gazetteer.instrument(symbol)!
      yield { symbol, type, name, sentence, start, end, how: 'ticker', asSource: false, bystander: false, rule }
    }
  }
}

/** Names first that need nothing; they then support the ambiguous ones. */
function decide(names: NameHit[], tickers: Map<Sentence, Hit[]>, gazetteer: Gazetteer): Found[] {
  const said = new Set([...tickers.values()].flat().map((hit) => hit.symbol))
  const found: Found[] = []
  const open: NameHit[] = []
  const take = (hit: NameHit, symbol: string, rule: RuleName): void => {
    const taken = overlaps(tickers.get(hit.sentence), hit)
    const instrument = gazetteer.instrument(symbol)
    if (taken || !instrument) return
    const { sentence, start, end } = hit
    const { type, name } = instrument
    if (type === 'equity' && (isDataCredit(sentence, start, end) || isNamesake(sentence, start, end))) return
    said.add(symbol)
    const bystander = type === 'equity' && isBystander(hit)
    const asSource = bystander || (type === 'equity' && isSource(sentence, start, end))
    found.push({ symbol, type, name, sentence, start, end, how: 'name', asSource, bystander, rule })
  }
  const people = peopleIn(names)
  for (const hit of names) {
    const standing = hit.candidates.filter((candidate) => candidate.strong)
    const strong = best(hit, standing, said, gazetteer)
    const meant = strong && gazetteer.instrument(strong.symbol)
    const derived = strong && !strong.curated
    if (strong && meant?.type === 'currency') {
      if (currencyMeant(hit)) take(hit, strong.symbol, 'market-word-beside-a-market')
    } else if (derived && hit.to - hit.from === 1 && (isSurname(hit) || people.has(hit.key))) continue
    else if (derived && meant && isOfAnother(hit, meant)) continue
    else if (derived && isGivenName(hit.key)) open.push(hit)
    else if (strong) take(hit, strong.symbol, strong.defined ?? 'name-that-stands-alone')
    else open.push(hit)
  }
  // Words of a headline that are markets where the text below speaks of them as such.
  const headed: { hit: NameHit; symbol: string }[] = []
  const companies = new Set<string>()
  for (const { type, sentence, start, end } of found) {
    if (type === 'equity') companies.add(`${sentence.field} ${start}`).add(`${sentence.field} ${end}`)
  }
  for (const hit of open) {
    const choice = best(hit, hit.candidates, said, gazetteer)
    const instrument = choice && gazetteer.instrument(choice.symbol)
    if (!choice || !instrument) continue
    const { symbol } = choice
    if (instrument.type === 'commodity' || instrument.type === 'crypto') {
      if (commodityMeant(hit)) take(hit, symbol, 'market-word-beside-a-market')
      else if (hit.sentence.field === 'title' && isMaterial(hit)) headed.push({ hit, symbol })
    } else if (instrument.type === 'index') {
      if (indexMeant(hit)) take(hit, symbol, 'market-word-beside-a-market')
    } else if (
      endsAnotherName(hit) ||
      ((people.has(hit.key) || (isGivenName(hit.key) && !choice.curated)) && !said.has(symbol))
    )
      continue
    else if (!choice.curated && isOfAnother(hit, instrument)) continue
    else {
      const known = isKnown(instrument) || choice.curated
      const introduced = known || said.has(symbol) || (hit.sentence.field === 'title' && instrument.exchange !== 'OTC')
      if (!introduced && isShortForm(hit, instrument.name)) continue
      const need = said.has(symbol) ? 0 : known ? 2 : hit.sentence.zone === 'body' ? 4 : 3
      const support = companySupport(hit) + (need > 0 && besideCompany(hit, companies) ? 2 : 0)
      if (support >= need) take(hit, symbol, 'everyday-word-with-support')
    }
  }
  for (const { hit, symbol } of headed) if (said.has(symbol)) take(hit, symbol, 'market-word-beside-a-market')
  return found
}

/** Is a derived name part of another company's here, or of a person's? */
const isOfAnother = (hit: NameHit, instrument: Instrument): boolean =>
  startsAnotherName(hit, instrument.name, isKnown(instrument)) || isAnotherCompany(hit, instrument.name)

/** Need readers not be told which company it is? */
const isKnown = ({ known, cap }: Instrument): boolean => known || cap > 20_000

/** "Rivian and Lucid", "Walmart, Target": told in one breath with a company, by the places where companies' names begin and end. */
function besideCompany({ sentence, start, end }: NameHit, companies: ReadonlySet<string>): boolean {
  const { text, field } = sentence
  const before = /(?:, and | and |, )$/.exec(
    text.slice(Math.max(0, start - sentence.start - 6), start - sentence.start),
  )
  if (before && companies.has(`${field} ${start - before[0].length}`)) return true
  const after = /^(?:, and | and |, )/.exec(text.slice(end - sentence.start, end - sentence.start + 6))
  return after !== null && companies.has(`${field} ${end + after[0].length}`)
}

/** Do any of the hits, ordered and apart, share a character with the stretch? */
function overlaps(hits: readonly Hit[] | undefined, stretch: { start: number; end: number }): boolean {
  if (!hits) return false
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (hits[middle]!.end <= stretch.start) low = middle + 1
    else high = middle
  }
  return low < hits.length && hits[low]!.start < stretch.end
}

/**
 * A name shared by several goes to the one the article supports, else to the one whose whole name it is ("Cheniere Energy", not
 * Cheniere Energy Partners), else to the one everybody knows, else to none.
 */
function best(
  hit: NameHit,
  candidates: readonly Candidate[],
  said: ReadonlySet<string>,
  gazetteer: Gazetteer,
): Candidate | undefined {
  if (candidates.length <= 1) return candidates[0]
  const supported = candidates.filter((candidate) => said.has(candidate.symbol))
  if (supported.length === 1) return supported[0]
  if (gazetteer.instrument(candidates[0]!.symbol)?.type === 'currency')
    return supported.length === 0 ? candidates[0] : undefined
  const whole = candidates.filter(({ symbol }) => !isShortForm(hit, gazetteer.instrument(symbol)?.name ?? ''))
  const size = (candidate: Candidate): number => {
    const instrument = gazetteer.instrument(candidate.symbol)
    return (instrument?.cap ?? 0) + (instrument?.known ? 1000 : 0) + (instrument?.exchange === 'OTC' ? 0 : 1)
  }
  const [first, second] = [...(whole.length > 0 ? whole : candidates)].sort((a, b) => size(b) - size(a))
  return first && (!second || size(first) >= 4 * size(second)) ? first : undefined
}

/** Rows of quote tables are mentions of the lowest relevance. */
function* fromTables(doc: Doc, gazetteer: Gazetteer): Generator<Found> {
  for (const sentence of doc.sentences) {
    const written = sentence.zone === 'table' ? /^[A-Z][A-Z.-]*(?=\s)/.exec(sentence.text)?.[0] : undefined
    const symbol = written && gazetteer.resolve(written)
    if (!written || !symbol) continue
    const { type, name } = gazetteer.instrument(symbol)!
    const { start } = sentence
    yield {
      symbol,
      type,
      name,
      sentence,
      start,
      end: start + written.length,
      how: 'ticker',
      asSource: false,
      bystander: false,
      rule: 'row-of-a-quote-table',
    }
  }
}

function report(doc: Doc, found: readonly Found[], gazetteer: Gazetteer): void {
  const bySymbol = new Map<string, Found[]>()
  for (const mention of found) {
    const there = bySymbol.get(mention.symbol)
    if (there) there.push(mention)
    else bySymbol.set(mention.symbol, [mention])
  }
  for (const [symbol, mentions] of bySymbol) {
    if (mentions.every((mention) => mention.bystander)) continue
    const { exchange, name, cik, type, members } = gazetteer.instrument(symbol)!
    const distinct = mentions.filter((mention, i) => !repeats(mentions[i - 1], mention))
    const best = mentions.reduce((a, b) => (confidence[b.rule] > confidence[a.rule] ? b : a))
    const value = {
      symbol,
      exchange,
      name,
      ...(cik === undefined ? {} : { cik }),
      type,
      ...(members === undefined ? {} : { members: [...members] }),
      relevance: relevanceOf(distinct),
      sentiment: neutral,
      mentions: distinct.length,
    }
    const evidence = mentions.map((mention): Span => spanOf(doc, mention.sentence.field, mention.start, mention.end))
    addFinding(doc, 'instrument', value, evidence, best.rule, confidence[best.rule])
  }
}

/** "Apple (NASDAQ: AAPL)" names Apple once. */
const repeats = (previous: Mention | undefined, mention: Mention): boolean =>
  previous !== undefined &&
  mention.how === 'ticker' &&
  previous.sentence === mention.sentence &&
  mention.start - previous.end < 30
