/** Finds where each theme is spoken of: every phrase of every theme in one pass, with what the words around it make of it. */
import type { Doc, Mention, Sentence } from '../../doc.ts'
import { findingsOf, readable } from '../../doc.ts'
import { clausesOf } from '../../text/clauses.ts'
import { actorsOf, type Actor } from '../actors.ts'
import type { Hit, Slot } from '../../text/phrase-table.ts'
import { wordsOf, type Word } from '../../text/words.ts'
import type { Mark, ThemeSet, Tone } from './themes.ts'
import { tradeTold, type TradeTold } from './trade-parts.ts'

/** A place where a theme is spoken of. */
export interface Place {
  readonly sentence: Sentence
  readonly hint: boolean
  /** −1..1: how the news is for what the theme concerns, as the phrase and the words around it say. */
  readonly polarity: number
  readonly negated: boolean
  readonly start: number
  readonly end: number
}

export interface Found {
  readonly places: Place[]
  readonly from: Actor['role'][]
  readonly to: Actor['role'][]
  readonly trade: TradeTold[]
  required: boolean
  /** Sentences that a forbidding phrase says speak of something else. */
  readonly denied: Set<Sentence>
}

/** A theme that nothing speaks of. */
export const nothingFound = (): Found => ({
  places: [],
  from: [],
  to: [],
  trade: [],
  required: false,
  denied: new Set(),
})

const near = 4
/** What fades may be said to at the end of its clause: "the rotation out of software into banks has stalled". */
const nearFading = 9

/** For each theme (by its number) where it is spoken of. */
export function findThemes(doc: Doc, set: ThemeSet): Map<number, Found> {
  const found = new Map<number, Found>()
  const of = (theme: number): Found => {
    const known = found.get(theme)
    if (known) return known
    const fresh = nothingFound()
    found.set(theme, fresh)
    return fresh
  }
  const mentions = new Map<Sentence, Mention[]>()
  for (const mention of doc.mentions) {
    const known = mentions.get(mention.sentence)
    if (known) known.push(mention)
    else mentions.set(mention.sentence, [mention])
  }
  for (const sentence of readable(doc)) {
    const words = wordsOf(sentence.tokens)
    const actors = actorsOf(words, mentions.get(sentence) ?? [], set.vocabulary.sectors)
    const hits = set.matcher.find(words, actors)
    if (hits.length === 0) continue
    const around = surroundings(words, set)
    if (hits.some(({ value }) => set.themes[value.theme]!.roles.imposer.length > 0)) {
      for (const told of tradeTold(sentence, { words, ...around }, set)) of(told.theme).trade.push(told)
    }
    const forbidden = new Set<number>()
    for (const { value } of hits) if (value.kind === 'forbids') forbidden.add(value.theme)
    for (const theme of forbidden) of(theme).denied.add(sentence)
    const taken = new Map<number, number>()
    // "Farmers Capital Group" speaks of no farmers.
    const companies = actors.filter(({ name }) => name === 'company')
    const isOfName = ({ start, end }: Hit<Mark>): boolean =>
      companies.some((name) => name.start <= start && end <= name.end && end - start < name.end - name.start)
    for (const hit of hits) {
      const { theme, kind } = hit.value
      if (forbidden.has(theme)) continue
      if (kind === 'requires') of(theme).required = true
      else if (kind === 'from' || kind === 'to') {
        // "From A to B" names both: the first leaves, the last receives.
        const slot = kind === 'from' ? hit.slots[0] : hit.slots.at(-1)
        if (!slot) continue
        addRole(of(theme)[kind], (slot as Actor).role)
        for (const { role } of listedAfter(slot, actors, words, around)) addRole(of(theme)[kind], role)
      } else if ((kind === 'term' || kind === 'hint') && !around.absent.has(hit.start) && !isOfName(hit)) {
        const place = placeOf(sentence, words, hit, set.themes[theme]!, around)
        // Overlapping phrases of one theme are one place; the one that says more about the tone is kept.
        const key = hit.start * set.themes.length + theme
        const before = taken.get(key)
        const places = of(theme).places
        if (before === undefined) {
          const overlapping = places.findIndex(
            (other) => other.sentence === sentence && other.start < place.end && place.start < other.end,
          )
          if (overlapping >= 0) places[overlapping] = stronger(places[overlapping]!, place)
          else {
            taken.set(key, places.length)
            places.push(place)
          }
        } else places[before] = stronger(places[before]!, place)
      }
    }
  }
  addCompanies(doc, set, of)
  addEvents(doc, set, of)
  return found
}

const joins = new Set([',', 'and', 'or', '&', 'plus'])
/** Words that may describe what is listed: "dull, high-yielding utilities". */
const mostDescribing = 3
const auxiliaries = new Set('is are was were has have had will would may could led'.split(' '))

/** Who is named with it: "into [utilities], staples and dull dividend payers"; of "into utilities, and banks fell" nobody. */
function listedAfter(slot: Slot, actors: readonly Actor[], words: readonly Word[], { tones }: Around): Actor[] {
  const listed: Actor[] = []
  let end = slot.end
  for (;;) {
    let at = end
    while (joins.has(words[at]?.lower ?? '')) at++
    if (at === end) return listed
    if (words[at]?.lower === 'the') at++
    const next = actorAt(at) ?? described(at)
    if (
      !next ||
      tones[next.end]?.some((tone) => tone !== 'describing') ||
      auxiliaries.has(words[next.end]?.lower ?? '')
    )
      return listed
    listed.push(next)
    end = next.end
  }

  function actorAt(at: number): Actor | undefined {
    return actors.find(({ name, start }) => name === 'who' && start === at)
  }

  function described(from: number): Actor | undefined {
    let at = from
    for (let read = 0; read < mostDescribing && tones[at]?.includes('describing'); read++) {
      at += words[at + 1]?.lower === ',' ? 2 : 1
      const actor = actorAt(at)
      if (actor) return actor
    }
    return undefined
  }
}

/** A company's name is a hint at its industry. */
function addCompanies(doc: Doc, set: ThemeSet, of: (theme: number) => Found): void {
  for (const { symbol, asSource, sentence, start, end } of doc.mentions) {
    if (asSource || sentence.zone === 'table' || sentence.zone === 'boilerplate') continue
    for (const theme of set.bySymbol.get(symbol) ?? []) {
      const { places } = of(theme)
      if (places.some((place) => place.sentence === sentence && place.start < end && start < place.end)) continue
      places.push({ sentence, hint: true, polarity: 0, negated: false, start, end })
    }
  }
}

/** Policy events found before are places too, so that a decision told in unusual words is not lost. */
function addEvents(doc: Doc, set: ThemeSet, of: (theme: number) => Found): void {
  const sentences = readable(doc)
  for (const { value, evidence } of findingsOf(doc, 'policy_event')) {
    if (value.status === 'denied' || value.status === 'possible') continue
    const [span] = evidence
    const sentence = sentences.find(
      ({ field, start, end }) => field === (span?.field ?? 'text') && start <= span!.start && span!.start < end,
    )
    if (!span || !sentence) continue
    set.themes.forEach((theme, index) => {
      if (!theme.events.some((event) => event === value.type || event === `${value.type} ${value.action}`)) return
      const { places } = of(index)
      const end = Math.min(span.end, sentence.end)
      if (places.some((place) => place.sentence === sentence && !place.hint)) return
      const polarity = theme.polarity === 'positive' ? 1 : theme.polarity === 'negative' ? -1 : 0
      places.push({ sentence, hint: false, polarity, negated: false, start: span.start, end })
    })
  }
}

const stronger = (a: Place, b: Place): Place => {
  const best = a.hint !== b.hint ? (a.hint ? b : a) : Math.abs(b.polarity) > Math.abs(a.polarity) ? b : a
  return { ...best, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}

function addRole(roles: Actor['role'][], role: Actor['role']): void {
  if (!roles.some((known) => known.name === role.name)) roles.push(role)
}

interface Around {
  readonly clauses: readonly number[]
  /** Words before which it is said that there is none of what follows. */
  readonly absent: ReadonlySet<number>
  /** By the word they begin at. */
  readonly tones: readonly (readonly Tone[] | undefined)[]
}

function surroundings(words: readonly Word[], set: ThemeSet): Around {
  const tones = new Array<Tone[] | undefined>(words.length).fill(undefined)
  const absent = new Set<number>()
  for (const { start, end, value } of set.tone.find(words)) {
    ;(tones[start] ??= []).push(value)
    if (value === 'absent') absent.add(end)
  }
  return { clauses: clausesOf(words), tones, absent }
}

function placeOf(
  sentence: Sentence,
  words: readonly Word[],
  hit: Hit<Mark>,
  theme: ThemeSet['themes'][number],
  { clauses, tones }: Around,
): Place {
  const clause = clauses[hit.start]
  const look = (from: number, to: number, tone: Tone): boolean => {
    for (let i = Math.max(0, from); i < Math.min(words.length, to); i++) {
      if (tones[i]?.includes(tone) && clauses[i] === clause) return true
    }
    return false
  }
  const before = (tone: Tone): boolean => look(hit.start - near, hit.start, tone)
  const after = (tone: Tone): boolean => look(hit.end, hit.end + near, tone)
  const base = theme.polarity === 'positive' ? 1 : theme.polarity === 'negative' ? -1 : 0
  let polarity: number = hit.value.polarity ?? base
  const denied = before('denial') || look(hit.start, hit.end + nearFading, 'denial')
  if (denied) polarity *= -0.8
  else if (hit.value.polarity === null) {
    const up = before('up') || after('up')
    const down = before('down') || after('down')
    const fades = before('fading') || look(hit.end, hit.end + nearFading, 'fading')
    if (theme.more !== undefined && up !== down) polarity = (up ? 0.9 : -0.9) * (theme.more === 'good' ? 1 : -1)
    else if (base !== 0 && (fades || (theme.more === undefined && base > 0 && down && !up))) polarity = -base * 0.8
  }
  const negated = look(hit.start - 3, hit.start, 'negator')
  if (negated && !denied) polarity *= -0.6
  return {
    sentence,
    hint: hit.value.kind === 'hint',
    polarity,
    negated,
    start: words[hit.start]!.start,
    end: words[hit.end - 1]!.end,
  }
}
