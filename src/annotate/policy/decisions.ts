/** Gathers what an article says of each bank's decision into one event: step, size, level, date, vote and dissenters. */
import { findingsOf, spanOf, type Doc, type Sentence } from '../../doc.ts'
import type { DateRange, Span, Status, Value } from '../../types.ts'
import type { BankReading } from '../../text/bank-context.ts'
import { findDates } from '../../text/dates.ts'
import { isToldOfAnEqual } from '../../text/own-clauses.ts'
import { changeTo, type Institutions } from '../../text/institutions.ts'
import { framingOf, titleOf } from './decision-words.ts'
import { isAhead, ofWhatComes } from './event-told.ts'
import { readVote, type Vote } from './vote.ts'

type Act = BankReading<Sentence>['actions'][number]

interface Said {
  readonly sentence: Sentence
  readonly act: Act
  readonly issuer: string
  readonly date: DateRange | null
  readonly score: number
}

export interface Decision {
  readonly value: Value<'policy_event'>
  readonly evidence: Span[]
  readonly rule: string
  readonly confidence: number
}

const ruleOf: Readonly<Record<Act['form'], string>> = {
  verb: 'bank-moves-its-rate',
  noun: 'hike-or-cut-as-a-noun',
  'spoken-of': 'hike-or-cut-spoken-of',
  unchanged: 'leaves-rates-unchanged',
  'reserve-pressure': 'pressure-on-reserve-positions',
  'rates-move': 'rates-go-up-or-down',
}

const notItsDate =
  /\b(?:since|until|till|effective(?:\sfrom)?|from|through|before|after|than|as\sof|with\seffect\sfrom|starting|beginning|(?:said|says|told\s[a-z]+|speaking|wrote|reported|reports)\son)\s(?:on\s|the\s)?$/i
// "Since the cut in June": the date of another one.
const ofAnother = /\b(?:met|cut|hike)\sin\s$|\bby\s$/i

// A date on the other side of these belongs to another statement.
const otherClause =
  /;|,\s(?:[a-z]+\s)?(?:days?|hours?|weeks?)\s(?:after|before)\b|\s(?:before|after|while|whereas)\s|\sand\s(?:[a-z]+\s){1,3}(?:sees?|expects?|bet|prices?|forecasts?)\s/i

const otherAct = /\sand\s/i

const dayBefore = (day: string): DateRange => {
  const date = new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return { from: date, to: date, precision: 'day' }
}

/** The date that stands nearest the act in its sentence, not one it lasts since or until. */
function dateOf(said: { sentence: Sentence; act: Act }, anchor: string | null): DateRange | null {
  const { sentence, act } = said
  const leaning = act.status === 'happened' ? 'past' : 'future'
  const text = sentence.text.slice(0, 4000).replace(/\s/gu, ' ')
  const yesterday =
    anchor &&
    (/\b(?:a|one)\sday\safter\b[^,.;]{0,60}$/i.test(text.slice(0, act.start)) ||
      /^[^,.;]{0,60}\s(?:a|one|the)\sday\s(?:earlier|before)\b/i.test(text.slice(act.end)))
  if (yesterday) return dayBefore(anchor)
  let best: { range: DateRange; distance: number } | null = null
  for (const date of findDates(text, anchor, leaning)) {
    const lead = text.slice(Math.max(0, date.start - 24), date.start)
    if (notItsDate.test(lead)) continue
    if (act.status === 'happened' && (ofAnother.test(lead) || ofWhatComes.test(lead))) continue
    const distance = date.start >= act.end ? date.start - act.end : act.start - date.end
    const between = date.start >= act.end ? text.slice(act.end, date.start) : text.slice(date.end, act.start)
    if (otherClause.test(between) || isToldOfAnEqual(text, date.start, act.start)) continue
    // "Cut rates in January and lowered them again in May"
    const weight = distance + (date.range.precision === 'day' ? 0 : 60) + (otherAct.test(between) ? 80 : 0)
    if (!best || weight < best.distance) best = { range: date.range, distance: weight }
  }
  return best && best.distance < 240 ? best.range : null
}

const past =
  /\b(?:earlier|previous(?:ly)?|last\s(?:year|month|time)|ago|back\sin|since|so\sfar|already|had\s(?:cut|raised|lowered|held|hiked|delivered|reduced|increased|lifted)|cumulative|total(?:l?ing)?|in\sa\srow)\b/i
const statement = /\b(?:decided|voted|agreed|elected|approved|announced|made\sno\schange)\b/i

const sureness: Readonly<Record<Act['form'], number>> = {
  verb: 0.8,
  'reserve-pressure': 0.8,
  unchanged: 0.75,
  noun: 0.6,
  'rates-move': 0.55,
  'spoken-of': 0.5,
}

/** How surely this is the article's own decision and not one it looks back on. */
function scoreOf(sentence: Sentence, act: Act, date: DateRange | null, anchor: string | null): number {
  let score = sureness[act.form]
  if (statement.test(sentence.text)) score += 0.12
  if (act.level) score += 0.06
  if (act.changeBps !== null && act.step !== 'hold') score += 0.03
  if (sentence.zone === 'headline' || sentence.zone === 'lead') score += 0.05
  if (act.assumed) score -= 0.06
  if (act.reserve) score -= 0.2
  if (past.test(sentence.text)) score -= 0.12
  if (date?.to && anchor && date.to.slice(0, 7) < anchor.slice(0, 7)) score -= 0.15
  return Math.max(act.status === 'happened' ? 0.45 : 0.2, Math.min(0.97, score))
}

/** What has happened lies not ahead of the article: such a date is of something else. */
const ofItsTime = (date: DateRange | null, status: Status, anchor: string | null): DateRange | null =>
  date && status === 'happened' && isAhead(date, anchor) ? null : date

const old = (date: DateRange | null, anchor: string | null): boolean => {
  if (!date?.to || !anchor) return false
  if (date.precision !== 'day') return date.to < anchor.slice(0, 7)
  return (Date.parse(`${anchor.slice(0, 10)}T00:00:00Z`) - Date.parse(`${date.to}T00:00:00Z`)) / 86_400_000 > 10
}

/** One decision for each bank, step and status, and for each date it is given where it looks back. */
export function readDecisions(
  doc: Doc,
  readings: readonly BankReading<Sentence>[],
  institutions: Institutions,
): Decision[] {
  const groups = new Map<string, Said[]>()
  for (const { piece, actions } of readings) {
    for (const act of actions) {
      if (!act.issuer) continue
      const date = dateOf({ sentence: piece, act }, doc.anchor)
      const said: Said = {
        sentence: piece,
        act,
        issuer: act.issuer,
        date,
        score: scoreOf(piece, act, date, doc.anchor),
      }
      const when = act.status === 'happened' && old(date, doc.anchor) ? (date?.from ?? '') : ''
      const key = `${act.issuer}|${act.step}|${act.status}|${when}`
      const group = groups.get(key)
      if (group) group.push(said)
      else groups.set(key, [said])
    }
  }
  const all = [...groups.values()].flat()
  const decisions = [...groups.values()].map((group) => joined(doc, withOutcome(group, all), institutions))
  withStatedLevels(doc, decisions)
  withVotes(doc, decisions)
  return decisions.filter((decision) => decision.confidence >= 0.4 && !onlyTheHold(decision, decisions))
}

const notMoved =
  /\b(?:(?:had|has|have|did)(?:\snot|n['’]t)|declined\sto|refrained\sfrom|(?:decided|opted|chose|voted)\s(?:not\sto|against)|instead\sof|rather\sthan|resisted|skipped)\b/i

/** "Had not cut" of a bank that held says nothing more than that it held. */
const onlyTheHold = ({ value, evidence }: Decision, all: readonly Decision[]): boolean =>
  value.status === 'denied' &&
  value.action !== 'hold' &&
  evidence.every(({ quote }) => notMoved.test(quote)) &&
  all.some(
    (other) => other.value.actor === value.actor && other.value.action === 'hold' && other.value.status === 'happened',
  )

/** Where only the discount rate or reserves are acted on, the sentence that says what becomes of the policy rate belongs to it. */
function withOutcome(group: Said[], all: readonly Said[]): Said[] {
  const [{ act, issuer }] = group as [Said]
  if (act.status !== 'happened' || group.some((said) => said.act.level)) return group
  if (!act.reserve && act.form !== 'reserve-pressure') return group
  const outcome = all.filter(
    (said) => said.issuer === issuer && said.act.step === act.step && said.act.level && said.act.status !== 'denied',
  )
  return [...group, ...outcome.map((said) => ({ ...said, score: 0.5 }))]
}

function joined(doc: Doc, group: Said[], institutions: Institutions): Decision {
  const ranked = [...group].sort((a, b) => b.score - a.score)
  const best = ranked[0]!
  const sized = ranked.find(({ act }) => act.changeBps !== null && act.step !== 'hold')
  const levelled = ranked.find(({ act }) => act.level !== null)
  const dated = ranked.find(({ date }) => date?.precision === 'day') ?? ranked.find(({ date }) => date !== null)
  const { issuer, act } = best
  const level = best.act.level ?? levelled?.act.level ?? null
  // "Has held its rate at 2% since June": no decision of the day.
  const lasts = act.step === 'hold' && /^[^.;]{0,50}\bsince\b/i.test(best.sentence.text.slice(act.end))
  const current = act.status === 'happened' && !old(best.date, doc.anchor) && best.score >= 0.6 && !lasts
  const date =
    ofItsTime(best.date, act.status, doc.anchor) ??
    ofItsTime(dated?.date ?? null, act.status, doc.anchor) ??
    (current && doc.anchor ? { from: doc.anchor, to: doc.anchor, precision: 'day' as const } : null)
  const day = date?.precision === 'day' ? date.from : null
  const known =
    act.step !== 'hold' && current && day && level?.low != null && level.high !== null
      ? changeTo(institutions, issuer, { low: level.low, high: level.high }, day, act.step === 'hike' ? 1 : -1)
      : null
  const stated = best.act.changeBps ?? sized?.act.changeBps ?? null
  const changeBps = act.step === 'hold' ? 0 : (stated ?? known)
  const evidence = [best, levelled, sized, dated]
    .filter((said): said is Said => said !== undefined)
    .filter((said, i, all) => all.findIndex((other) => other.sentence === said.sentence) === i)
    .slice(0, 3)
    .map(({ sentence }) => spanOf(doc, sentence.field, sentence.start, sentence.end))
  return {
    value: {
      type: 'rate_decision',
      actor: issuer,
      jurisdiction: institutions.banks.get(issuer)?.economy ?? null,
      action: act.step,
      title: titleOf(
        institutions.banks.get(issuer)?.name ?? issuer,
        act.step,
        framingOf(act.status, best.sentence.text.slice(0, act.start)),
        changeBps,
        level,
      ),
      date,
      status: act.status,
      // The text does not say the size: a reader should know that it was reckoned.
      details: act.step !== 'hold' && stated === null && known !== null ? ['size reckoned from the level before'] : [],
      rate: { low: level?.low ?? null, high: level?.high ?? null, changeBps },
    },
    evidence,
    rule: ruleOf[act.form],
    confidence: Math.round(best.score * 100) / 100,
  }
}

/** A decision without its level takes the one that the rate findings joined to it. */
function withStatedLevels(doc: Doc, decisions: readonly Decision[]): void {
  const rates = findingsOf(doc, 'rate')
  for (const { value, evidence } of decisions) {
    if (value.status !== 'happened' || !value.rate || value.rate.low !== null || value.rate.high !== null) continue
    const found = rates.find(
      ({ value: rate }) =>
        rate.issuer === value.actor &&
        rate.action === value.action &&
        rate.basis === 'actual' &&
        rate.low !== null &&
        rate.high !== null &&
        (!value.date || !rate.date || value.date.from?.slice(0, 7) === rate.date.from?.slice(0, 7)),
    )
    if (!found) continue
    value.rate = {
      low: found.value.low,
      high: found.value.high,
      changeBps: value.rate.changeBps ?? found.value.changeBps ?? null,
    }
    for (const span of found.evidence) {
      if (!evidence.some((own) => own.start === span.start && own.field === span.field)) evidence.push(span)
    }
  }
}

/** A vote belongs to the bank's own decision of the day, the surest one that happened. */
function withVotes(doc: Doc, decisions: Decision[]): void {
  const best = decisions
    .filter(({ value }) => value.status === 'happened')
    .sort(
      (a, b) => (b.value.date?.from ?? '').localeCompare(a.value.date?.from ?? '') || b.confidence - a.confidence,
    )[0]
  if (!best) return
  const vote: Vote | null = readVote(doc.article.text)
  if (!vote) return
  best.value.vote = { for: vote.for, against: vote.against, dissenters: [...vote.dissenters] }
  best.evidence.push(spanOf(doc, 'text', vote.start, vote.end))
}
