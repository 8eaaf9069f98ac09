/** Reads a run of sentences with who is meant: "the Committee", "policymakers" or a bare surname stand for the bank last spoken of. */
import { isByTheWay } from './by-the-way.ts'
import { officeOf, type Institutions, type NamedHit } from './institutions.ts'
import { readRateActions, type RateAction, type RateReading } from './rate-actions.ts'
import type { Quantity } from './numbers.ts'
import type { Token } from './tokens.ts'

/** A sentence as this reads it; a Doc's sentences fit. */
export interface Piece {
  readonly start: number
  readonly text: string
  readonly tokens: readonly Token[]
  readonly paragraph: number
  readonly zone?: string
}

export interface BankReading<P extends Piece = Piece> {
  readonly piece: P
  /** The sentence with plain spaces for line breaks, its length kept (up to a limit), so that offsets hold. */
  readonly text: string
  /** Offsets into the sentence. */
  readonly hits: readonly NamedHit[]
  readonly actions: readonly (RateAction & { readonly issuer: string | null; readonly assumed: boolean })[]
  readonly quantities: readonly Quantity[]
  /** The bank and the economy spoken of here, or last spoken of. */
  readonly bank: string | null
  readonly economy: string | null
}

const longest = 4000
const cache = new WeakMap<readonly Piece[], BankReading[]>()

const strangers = /\bcentral\sbank\sof\s(?:the\s)?\p{Lu}|(?<!\p{L})\p{Lu}\p{L}{1,20}['’]s?\scentral\sbank\b/u
const otherBlanks = /[^\S ]/g
const nothing: RateReading = { actions: [], quantities: [] }
const isApart = ({ zone }: Piece): boolean => zone === 'table' || zone === 'boilerplate'

const isNamed = ({ value }: NamedHit): boolean =>
  value.kind === 'bank' || value.kind === 'person' || (value.kind === 'rate' && !value.shared)

const bankIn = (hits: readonly NamedHit[]): string | null => {
  for (const { value } of hits) {
    if (value.kind === 'bank' || value.kind === 'rate') return value.code
    if (value.kind === 'person' && value.person.of.length > 2) return value.person.of
  }
  return null
}

const economyIn = (hits: readonly NamedHit[]): string | null => {
  for (const { value } of hits) if (value.kind === 'economy') return value.code
  return null
}

/** The economy a sentence is about, not one that it names by the way. */
const subjectIn = (text: string, hits: readonly NamedHit[]): string | null =>
  economyIn(hits.filter((hit) => hit.value.kind === 'economy' && !isByTheWay(text, hit)))

const officeIn = (hits: readonly NamedHit[]): string | null => {
  for (const { value } of hits) {
    const economy = officeOf(value)
    if (economy !== null) return economy
  }
  return null
}

/** Once for each article; the same array of sentences gives the same reading. */
export function readBanks<P extends Piece>(pieces: readonly P[], institutions: Institutions): BankReading<P>[] {
  const ready = cache.get(pieces)
  if (ready) return ready as BankReading<P>[]
  const readings = readAfresh(pieces, institutions)
  cache.set(pieces, readings)
  return readings
}

function readAfresh<P extends Piece>(pieces: readonly P[], institutions: Institutions): BankReading<P>[] {
  const named = ownRates(
    pieces.map((piece) => asSubjects(piece, namesIn(piece, institutions), institutions)),
    institutions,
  )
  const first = named.map(bankIn).find((code) => code !== null) ?? null
  const known = knownPeople(named, institutions)
  let bank: string | null = null
  let economy: string | null = null
  return pieces.map((piece, i) => {
    const hits = known.size > 0 ? withSurnames(piece, named[i]!, known) : named[i]!
    const here = bankIn(hits)
    const place = economyIn(hits)
    economy =
      subjectIn(piece.text, hits) ??
      officeIn(hits) ??
      (here ? (institutions.banks.get(here)?.economy ?? economy) : economy) ??
      place
    const central =
      place && !here && /\b(?:central bank|policy|interest rates?|rates?|borrowing costs)\b/i.test(piece.text)
    const byPlace = central ? (institutions.bankOf.get(place) ?? null) : null
    bank = here ?? byPlace ?? bank
    const text = piece.text.slice(0, longest).replace(otherBlanks, ' ')
    // Tables and notices may name a bank, but nobody acts there; what a bank does that we do not know is nobody's of ours.
    const apart = isApart(piece) || (!byPlace && !hits.some(isNamed) && strangers.test(text))
    const { actions, quantities } = apart ? nothing : readRateActions(text, hits)
    return {
      piece,
      text,
      hits,
      quantities,
      bank: bank ?? first,
      economy,
      actions: actions.map((action) => ({
        ...action,
        issuer: action.bank ?? byPlace ?? bank ?? first,
        assumed: action.bank === null,
      })),
    }
  })
}

function namesIn(piece: Piece, institutions: Institutions): NamedHit[] {
  return institutions
    .find(piece.tokens)
    .map((hit) => ({ value: hit.value, start: hit.start - piece.start, end: hit.end - piece.start }))
    .filter((hit, i, all) => hit.end <= longest && !isNamesake(piece.text, hit, all[i - 1]))
}

/** "Mexico's Senate" is not Washington's, nor is the House of Commons, or any house, the House. */
function isNamesake(text: string, { value, start, end }: NamedHit, before: NamedHit | undefined): boolean {
  if (value.kind !== 'authority' || value.economy === null) return false
  const name = text.slice(start, end)
  if (/^the house$/i.test(name) && (!name.endsWith('House') || /^\sof\b/.test(text.slice(end, end + 4)))) return true
  return (
    before?.value.kind === 'economy' &&
    before.value.code !== value.economy &&
    /^(?:['’]s?)?\s(?:(?:lower|upper|new|own|federal)\s){0,2}$/.test(text.slice(before.end, start))
  )
}

const setsRates =
  /^(?:['’]s)?\s(?:also\s|has\s|again\s)?(?:keeps?|kept|holds?|held|leaves?|left|cuts?|lower(?:s|ed)|rais(?:es|ed)|hik(?:es|ed)|lifts?|lifted|reduc(?:es|ed)|trims?|trimmed|slash(?:es|ed)|stuns)\b/i
const ofRates = /\brates?\b|\bborrowing\scosts\b|\bselic\b|\breserve\s(?:requirement\s)?ratio\b/i

/** "Norway keeps rates at 4% while Turkey's lowered them": a country that sets a rate is its central bank. */
function asSubjects(piece: Piece, hits: NamedHit[], institutions: Institutions): NamedHit[] {
  if (!hits.some(({ value }) => value.kind === 'economy') || !ofRates.test(piece.text)) return hits
  return hits.map((hit) => {
    const code = hit.value.kind === 'economy' && hit.value.how === 'name' && institutions.bankOf.get(hit.value.code)
    return code &&
      !/\b(?:in|of|for|from|to|across|at|with)\s(?:the\s)?$/i.test(
        piece.text.slice(Math.max(0, hit.start - 14), hit.start),
      ) &&
      setsRates.test(piece.text.slice(hit.end, hit.end + 24))
      ? { ...hit, value: { kind: 'bank', code } }
      : hit
  })
}

/** "The cash rate" is Australia's unless another bank is spoken of and Australia's is not. */
function ownRates(named: readonly NamedHit[][], institutions: Institutions): NamedHit[][] {
  const banks = new Set(named.flat().flatMap(({ value }) => (value.kind === 'bank' ? [value.code] : [])))
  if (banks.size === 0) return [...named]
  let bank = [...banks][0]!
  return named.map((hits) =>
    hits.map((hit) => {
      const { value, start, end } = hit
      if (value.kind === 'bank') bank = value.code
      if (value.kind !== 'rate' || !value.shared || banks.has(value.code)) return hit
      // The discount rate is the policy rate of some, a reserve of others.
      const policy = value.policy || institutions.banks.get(bank)!.rates.includes(value.name)
      return { value: { ...value, code: bank, policy, shared: false }, start, end }
    }),
  )
}

type Known = ReadonlyMap<string, Extract<NamedHit['value'], { kind: 'person' }>>

/** Surnames that stand for someone here: the full name is given, or the person's bank is spoken of. */
function knownPeople(named: readonly (readonly NamedHit[])[], institutions: Institutions): Known {
  const full = new Set<string>()
  const banks = new Set<string>()
  for (const { value } of named.flat()) {
    if (value.kind === 'person') full.add(value.person.name)
    if (value.kind === 'bank') banks.add(value.code)
  }
  const known = new Map<string, Extract<NamedHit['value'], { kind: 'person' }>>()
  if (full.size === 0 && banks.size === 0) return known
  for (const [surname, people] of institutions.bySurname) {
    const person =
      people.find((one) => full.has(one.name)) ?? people.find((one) => banks.has(one.of) && surname.length > 4)
    if (person) known.set(surname, { kind: 'person', person, surname: true })
  }
  return known
}

function withSurnames(piece: Piece, hits: readonly NamedHit[], known: Known): readonly NamedHit[] {
  const more: NamedHit[] = []
  for (const token of piece.tokens) {
    const first = token.text.charCodeAt(0)
    if (first >= 97 && first <= 122) continue
    const value = known.get(token.text) ?? known.get(token.text.replace(/['’]s?$/u, ''))
    if (!value) continue
    const start = token.start - piece.start
    const end = start + token.text.replace(/['’]s?$/u, '').length
    if (end > longest || hits.some((hit) => start < hit.end && end > hit.start)) continue
    more.push({ value, start, end })
  }
  return more.length === 0 ? hits : [...hits, ...more].sort((a, b) => a.start - b.start)
}
