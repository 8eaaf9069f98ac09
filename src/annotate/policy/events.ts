/** Finds policy other than rates: laws, tariffs, regulation, sanctions, terms of office, trade deals, each with who, when and its status. */
import { spanOf, type Doc, type Sentence } from '../../doc.ts'
import type { Status } from '../../types.ts'
import type { BankReading } from '../../text/bank-context.ts'
import type { Institutions, NamedHit } from '../../text/institutions.ts'
import { readStatus } from '../../text/status.ts'
import type { Decision } from './decisions.ts'
import { isDoneToIt, isEased } from './easing.ts'
import { eventForms, type EventForm } from './event-forms.ts'
import { dateOf, detailsOf, titleOf, type Act } from './event-told.ts'

interface Actor {
  readonly name: string
  readonly jurisdiction: string | null
  readonly person?: string
}

const gate =
  /tariff|dut(?:y|ies)|lev(?:y|ies)|truce|deal|agreement|pact|accord|act\b|bill|law|legislation|package|rules?|request|approval|licen|curb|standards|mandate|merger|takeover|acquisition|ban|restriction|sanction|term|nominat|appoint|confirm|nam|resign|step|oust|transition|balance sheet|purchases|quantitative|holdings|reinvest|interven|output|production|quota|court|judge|reciprocal|antitrust|inquiry|budget|stimulus|spending|tax|fiscal|shutdown|debt|bail|rescue|emergency|injection|nationali[sz]|state aid|auction|sale|sold|signal|hint|indicat|flag|pledg|vow|reiterat|repeat|door|guid|telegraph|reserve re|fine|capital|probe|complaint|pill|therapy|treatment|vaccine|medic|export|import|measure|resolution|treaty|amendment|liquidity|elect|retaliat|fund|motion|proposal|succe|referend|ballot|polls|run-off/i
const most = 12

export function readEvents(
  doc: Doc,
  readings: readonly BankReading<Sentence>[],
  institutions: Institutions,
): Decision[] {
  const found: Decision[] = []
  for (const [i, reading] of readings.entries()) {
    if (!gate.test(reading.text)) continue
    for (const form of eventForms) {
      if (!mayAct(form, reading.text, reading.hits)) continue
      const act = actOf(form, reading.text)
      if (act && form.beside && !readings.slice(Math.max(0, i - 1), i + 2).some(({ text }) => form.beside!.test(text)))
        continue
      if (!act) continue
      const actor = actorOf(form, reading, act, institutions)
      if (!actor) continue
      add(found, eventOf(doc, reading, form, act, actor))
    }
  }
  return found.slice(0, most * 2)
}

/** Whether anybody is named who could be the actor: cheaper than any of the form's patterns. */
function mayAct(form: EventForm, text: string, hits: readonly NamedHit[]): boolean {
  if (form.actor === 'optional' || form.actor === 'country') return true
  if (form.actor === 'central') return hits.some(({ value }) => value.kind === 'bank' || value.kind === 'person')
  if (form.actor === 'authority') return hits.some((hit) => isAuthority(hit, text))
  return hits.some(({ value }) => value.kind !== 'rate')
}

/** An agency by its name, or as its country's: "UK regulator", "China's market watchdog". */
const isAuthority = ({ value, end }: NamedHit, text: string): boolean =>
  value.kind === 'authority' ||
  (value.kind === 'economy' &&
    /^(?:['’]s)?\s(?:[a-z]+\s){0,2}(?:regulators?|watchdogs?|authorit(?:y|ies))\b/i.test(text.slice(end, end + 50)))

/** The act nearest its thing, with its status. */
function actOf(form: EventForm, text: string): Act | null {
  // Most sentences have no such thing, and a search costs less than a list of matches.
  if (text.search(form.thing) < 0 || form.unless?.test(text)) return null
  const things = [...text.matchAll(form.thing)].slice(0, most)
  let best: { act: Act; distance: number } | null = null
  const acts = form.act ? [...text.matchAll(form.act)].slice(0, most) : []
  for (const thing of things) {
    const thingEnd = thing.index + thing[0].length
    if (!form.act)
      return {
        start: thing.index,
        end: thingEnd,
        thing: thing[0],
        at: thing.index,
        status: readStatus(text, thing.index, thingEnd, form.plain),
        rule: form.rule,
      }
    for (const act of acts) {
      const end = act.index + act[0].length
      if (act.index < thingEnd && end > thing.index) continue
      const distance = act.index >= thingEnd ? act.index - thingEnd : thing.index - end
      if (distance > form.reach || (best && distance >= best.distance)) continue
      const between = act.index >= thingEnd ? text.slice(thingEnd, act.index) : text.slice(end, thing.index)
      if (/[;.]\s/u.test(between) || onlyCited.test(between) || otherStatement.test(between)) continue
      if (form.type === 'tariff' && asNoun.test(text.slice(Math.max(0, act.index - 12), act.index))) continue
      if (form.type === 'tariff' && isWeighed.test(act[0]) && (act.index > thing.index || askedOf.test(between)))
        continue
      if (form.type === 'tariff' && isNoActOfTrade(text, thingEnd, act.index, end)) continue
      const [named, done] = [
        { start: thing.index, end: thingEnd },
        { start: act.index, end },
      ]
      if (form.eased !== undefined && !isDoneToIt(text, named, done)) continue
      best = {
        act: {
          start: act.index,
          end,
          thing: thing[0],
          at: thing.index,
          status: statusOf(text, act.index, end, act[0], form),
          rule: form.eased !== undefined && isEased(text, named, done) ? form.eased : form.rule,
        },
        distance,
      }
    }
  }
  return best?.act ?? null
}

// "Tariffs threatened exports": what they do to others, nobody's act.
const doesItself = /^(?:threaten|rais|cut|lower|reduc|lift|doubl|delay|suspend)/i
const withAuxiliary = /^\s(?:(?:have|has|had|will|would|may|might|could|can|already|also|still)\s){0,3}$/i
const doneByOthers = /^\s(?:by|on|against|for|from|to|in|last|this|late|early|and)\b|^[,.]|^$/i
// "Weighed what the tariffs would do": their effects, not whether to impose them.
const isWeighed = /^(?:weigh|mull|consider)/i
const askedOf = /\b(?:what|how|whether|effects?|impact|consequences|fallout|costs?|response|damage)\b/i
// "A deal that lowers the tariff": the deal is the event.
const partOfADeal = /\b(?:deal|agreement|pact|accord|treaty)\s(?:that|which|to)\s(?:[a-z]+\s){0,2}$/i

const isNoActOfTrade = (text: string, thingEnd: number, start: number, end: number): boolean =>
  partOfADeal.test(text.slice(Math.max(0, start - 50), start)) ||
  (withAuxiliary.test(text.slice(thingEnd, start)) &&
    doesItself.test(text.slice(start, end)) &&
    !doneByOthers.test(text.slice(end)))

function statusOf(text: string, start: number, end: number, word: string, form: EventForm): Status {
  if (/^threat/i.test(word) || /^(?:propos|introduc|negotiat|investigat)/i.test(word))
    return (/^propos/i.test(word) && form.type === 'regulation') || form.type === 'tariff' || form.type === 'trade_deal'
      ? 'possible'
      : 'happened'
  if (/^(?:weigh|consider|mull)/i.test(word)) return 'possible'
  if (form.type === 'election') return statusOfElection(text, start, end, word)
  if (form.type === 'fiscal' || form.type === 'bailout') if (/^(?:rul|reject)/i.test(word)) return 'denied'
  // What a bank lets be known is said, whatever it says of the time to come.
  return readStatus(form.type === 'guidance' ? text.slice(0, end) : text, start, end, form.plain)
}

// "Called a vote", "ahead of the vote", "heads to the polls": it is still to come.
const toCome = /^(?:call|schedul|announc|set|hold|go|head|fac|due|brac|ahead|before|run-up|trigger|forc|postpon)/i

function statusOfElection(text: string, start: number, end: number, word: string): Status {
  const status = readStatus(text, start, end, 'happened')
  return status === 'happened' && toCome.test(word) ? 'scheduled' : status
}

// What the words between only bring in as a reason or a background.
const onlyCited =
  /\b(?:citing|amid|because|blam[a-z]+|despite|(?<!\btariff\s)forecasts?|outlook|growth|interest\srates|lowered\srates|jobs|profits?|prices|rates\sas)\b/i
const otherStatement = /,\s(?:as|while|whereas|since)\s/i
// "Its first cut since June"
const asNoun = /\b(?:a|an|the|its|first|second|third|another|rate|latest)\s$/i
const neverBanks: ReadonlySet<string> = new Set(['tariff', 'trade_deal', 'sanction', 'legislation', 'fiscal'])

const nameOfPlace = (code: string, institutions: Institutions): string => institutions.economyNames.get(code) ?? code

// "American duties", "China's new 34% tariffs": whose they are.
const ofIts =
  /^(?:['’]s?)?\s(?:(?:new|higher|steep|steeper|sweeping|reciprocal|retaliatory|punitive|planned|threatened|proposed|import|blanket|additional|global|latest|[\d.]+%|[\d.]+\spercent)\s){0,3}$/i
// "tariffs on Chinese steel", "duties of 25% on imports from Mexico": whom they strike.
const struck = /^[^.;,]{0,60}\b(?:on|against|from)\s(?:[\w-]+\s){0,4}$/i

/** The one who imposes a tariff: whose it is said to be; never the one it is laid on. */
function imposerOf(
  { text, hits }: BankReading<Sentence>,
  act: Act,
): { owner: NamedHit | undefined; others: readonly NamedHit[] } {
  const thingEnd = act.at + act.thing.length
  const owner = hits.find(
    ({ value, end }) =>
      (value.kind === 'economy' || value.kind === 'person') && end <= act.at && ofIts.test(text.slice(end, act.at)),
  )
  const others = hits.filter(({ start }) => start < thingEnd || !struck.test(text.slice(thingEnd, start)))
  return { owner, others }
}

/** "The tariff will fall to 15%, Bern said": who tells of it does not do it. */
const isSpeaker = (text: string, { start, end }: NamedHit): boolean =>
  /^\s(?:said|says|told|announced|reported|showed)\b/i.test(text.slice(end, end + 12)) ||
  /\b(?:according\sto|said|told)\s(?:the\s)?$/i.test(text.slice(Math.max(0, start - 18), start))

/** Who acts: the authority, person, bank or economy named nearest before the act, else after it. */
function actorOf(form: EventForm, reading: BankReading<Sentence>, act: Act, institutions: Institutions): Actor | null {
  const { owner, others } =
    form.type === 'tariff' ? imposerOf(reading, act) : { owner: undefined, others: reading.hits }
  const choose = (hit: NamedHit): Actor | null => {
    const { value } = hit
    switch (value.kind) {
      case 'bank':
        return { name: value.code, jurisdiction: institutions.banks.get(value.code)?.economy ?? null }
      case 'person': {
        const bank = institutions.banks.get(value.person.of)
        if (bank) return { name: bank.code, jurisdiction: bank.economy, person: value.person.name }
        return { name: value.person.name, jurisdiction: value.person.of, person: value.person.name }
      }
      case 'authority':
        return { name: value.name, jurisdiction: value.economy }
      case 'economy':
        return value.how === 'adjective' && form.actor !== 'debtor' && form.actor !== 'country' && hit !== owner
          ? null
          : { name: nameOfPlace(value.code, institutions), jurisdiction: value.code }
      case 'rate':
      case 'office':
        return null
    }
  }
  if (owner) return choose(owner)
  const usable = others.filter((hit) => {
    const { value, end } = hit
    if (hit.start >= act.end && isSpeaker(reading.text, hit)) return false
    if (form.actor === 'debtor')
      return value.kind === 'economy' || (value.kind === 'authority' && /treasury/i.test(value.name))
    if (form.actor === 'country') return value.kind === 'economy'
    if (form.actor === 'public')
      return value.kind !== 'rate' && end <= act.start && (value.kind !== 'bank' || form.type === 'bailout')
    if (form.actor === 'central')
      return value.kind === 'bank' || (value.kind === 'person' && institutions.banks.has(value.person.of))
    if (form.actor === 'authority') return isAuthority(hit, reading.text)
    return value.kind !== 'rate' && (value.kind !== 'bank' || !neverBanks.has(form.type))
  })
  const before = usable
    .filter((hit) => hit.end <= act.start)
    .map(choose)
    .filter((actor) => actor !== null)
    .at(-1)
  const after = usable
    .filter((hit) => hit.start >= act.start)
    .map(choose)
    .find((actor) => actor !== null)
  const actor = before ?? after
  if (actor) return actor
  if (form.type === 'tariff') return { name: '', jurisdiction: null }
  if (form.actor === 'country' && reading.economy)
    return { name: nameOfPlace(reading.economy, institutions), jurisdiction: reading.economy }
  return form.actor === 'optional' ? { name: '', jurisdiction: reading.economy } : null
}

function eventOf(doc: Doc, reading: BankReading<Sentence>, form: EventForm, act: Act, actor: Actor): Decision {
  const { piece, text } = reading
  const present = act.status === 'happened' && plainPresent.test(text.slice(act.start, act.end))
  const date = dateOf(text, act, doc.anchor, present)
  // "takes effect on April 1", read in March, is still to come.
  // "Her term ends in October": what is over is told in the past, or dated before the article.
  const ahead =
    present && (date?.from && doc.anchor ? date.from > doc.anchor.slice(0, date.from.length) : form.type === 'term_end')
  const person = form.type === 'appointment' ? (chosen(text, act) ?? actor.person) : actor.person
  return {
    value: {
      type: form.type,
      actor: actor.name === '' ? null : actor.name,
      ...(person ? { person } : {}),
      jurisdiction: actor.jurisdiction,
      action: text
        .slice(
          Math.min(act.start, text.indexOf(act.thing)),
          Math.max(act.end, text.indexOf(act.thing) + act.thing.length),
        )
        .slice(0, 120)
        .trim(),
      title: titleOf(text, act),
      date,
      status: ahead ? 'scheduled' : act.status,
      details: detailsOf(text, act),
    },
    evidence: [spanOf(doc, piece.field, piece.start, piece.end)],
    rule: act.rule,
    confidence: piece.zone === 'headline' || piece.zone === 'lead' ? 0.75 : 0.65,
  }
}

/** Whom an office is given to: "nominated Kevin Warsh to lead the Fed". */
const chosen = (text: string, { end }: Act): string | undefined =>
  /^\s(?:(?:former|economist|governor|adviser|Governor|Mr\.)\s){0,3}(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}.’'-]*){1,3})(?=\s(?:to|as|for|chair|governor|president|head)\b|[,.]|$)/u.exec(
    text.slice(end, end + 80),
  )?.[1]

const plainPresent = /^(?:takes?\seffect|begins|starts|ends|expires|falls|rises)$/i

const isEasing = (rule: string): boolean => eventForms.some(({ eased }) => eased === rule)

/** Said again, of the same actor and with the same status, it is the same event with more evidence. */
function add(found: Decision[], event: Decision): void {
  const same = found.find(
    ({ value, rule }) =>
      value.type === event.value.type &&
      value.status === event.value.status &&
      isEasing(rule) === isEasing(event.rule) &&
      (value.actor === event.value.actor || value.jurisdiction === event.value.jurisdiction),
  )
  if (!same) {
    found.push(event)
    return
  }
  if (same.evidence.length < 3) same.evidence.push(...event.evidence)
  if (!same.value.date && event.value.date) same.value.date = event.value.date
}
