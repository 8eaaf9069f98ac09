/**
 * Who imposes a tariff, whom it is aimed at and what it is on. A tariff that is lifted is imposed by nobody; one that is only
 * threatened counts where none stands that is told as prominently.
 * "Washington put tariffs on Mexican trucks" · "Beijing threatened duties on pork" · "London scrapped its tariff on steel"
 */
import type { Sentence } from '../../doc.ts'
import type { Hit, Slot } from '../../text/phrase-table.ts'
import type { Word } from '../../text/words.ts'
import type { Role } from '../../types.ts'
import { tradeParts, type Part, type Stage, type ThemeSet, type Tone } from './themes.ts'

/** What one sentence says. */
export interface TradeTold {
  readonly part: Part
  readonly role: Role
  readonly sentence: Sentence
  readonly isThreat: boolean
  /** Of a target: somebody else is said to impose this very tariff. */
  readonly isPaired: boolean
}

interface Named extends Slot {
  readonly name: 'place' | 'goods'
  readonly role: Role
}
type PartHit = Hit<{ readonly theme: number; readonly part: Part | Stage }>
type RoleHit = PartHit & { readonly value: { readonly theme: number; readonly part: Part } }

interface Reading {
  readonly words: readonly Word[]
  readonly clauses: readonly number[]
  readonly tones: readonly (readonly Tone[] | undefined)[]
}

const earlier = new Set(['after', 'since', 'because', 'following'])

/** What a sentence says of the parts in a theme, with the theme's number. */
export function tradeTold(sentence: Sentence, reading: Reading, set: ThemeSet): (TradeTold & { theme: number })[] {
  const { words, clauses } = reading
  const named = namedIn(words, set)
  const isOneClause = ({ start, end }: PartHit): boolean => clauses[start] === clauses[end - 1]
  const found = set.parts.find(words, named).filter(isOneClause)
  const acts = found.filter((hit) => hit.value.part === 'imposer')
  // Of two that could be the one who acts the nearer one is.
  const imposers = acts.filter((hit) => !acts.some((other) => other.end === hit.end && other.start > hit.start))
  const stages = found.filter(
    (hit) => isStage(hit) && !imposers.some(({ start, end }) => end === hit.end && start > hit.start),
  )
  const standing = found
    .filter((hit): hit is RoleHit => !isStage(hit) && (hit.value.part !== 'imposer' || imposers.includes(hit)))
    .filter((hit) => hit.value.part !== 'target' || !isBeyondComma(hit, words))
    .map((hit) => ({ hit, stage: stageOf(hit, stages) }))
    .filter(({ stage }) => stage !== 'lifted')
  // What went before is told to say why: "India taxed almonds after Washington had taxed steel" is news of almonds.
  const isEarlier = ({ start }: PartHit): boolean => earlier.has(words[clauses.indexOf(clauses[start]!)]?.lower ?? '')
  const isNews = standing.some(({ hit, stage }) => !isEarlier(hit) && stage === 'imposed' && hit.value.part !== 'goods')
  return standing
    .filter(({ hit }) => !isNews || !isEarlier(hit))
    .flatMap(({ hit, stage }) => {
      const by = imposers.filter((other) => overlap(hit, other)).map(({ slots }) => (slots[0] as Named).role.name)
      return rolesOf(hit, named, reading)
        .filter(({ part, role }) => part !== 'target' || !by.includes(role.name))
        .map((one) => ({
          ...one,
          theme: hit.value.theme,
          sentence,
          isThreat: stage === 'threatened',
          isPaired: by.length > 0,
        }))
    })
}

/** Places and goods, the longer name where two overlap: an electric car is no car besides. */
function namedIn(words: readonly Word[], set: ThemeSet): Named[] {
  return (['places', 'goods'] as const).flatMap((kind) => {
    const all = set.vocabulary[kind].find(words)
    return all
      .filter((a) => !all.some((b) => b.start <= a.start && b.end >= a.end && b.end - b.start > a.end - a.start))
      .map(({ start, end, value }) => ({
        name: kind === 'places' ? ('place' as const) : kind,
        start,
        end,
        role: { name: value },
      }))
  })
}

const isStage = ({ value: { part } }: PartHit): boolean => !tradeParts.some((role) => role === part)
const overlap = (a: PartHit, b: PartHit): boolean => a.start < b.end && b.start < a.end

function stageOf(hit: PartHit, stages: readonly PartHit[]): Stage {
  const told = new Set(stages.filter((stage) => overlap(stage, hit)).map(({ value }) => value.part))
  return told.has('imposed')
    ? 'imposed'
    : told.has('lifted')
      ? 'lifted'
      : told.has('threatened')
        ? 'threatened'
        : 'imposed'
}

const governs = new Set(['on', 'against', 'from'])

/** "Tariffs on Monday, Beijing said" are not aimed at Beijing. */
function isBeyondComma({ slots, start }: PartHit, words: readonly Word[]): boolean {
  for (let at = (slots.at(-1)?.start ?? 0) - 1; at > start; at--) {
    const word = words[at]!.lower
    if (governs.has(word)) return false
    if (word === ',') return true
  }
  return false
}

const joins = new Set([',', 'and', 'or', '&', 'plus'])
const passedOver = new Set(
  'the all some most imported from goods good product products import imports export exports'.split(' '),
)
const mayFollow = new Set(
  '. ; : ) at by for in of on from to with if unless until goods products imports exports'.split(' '),
)

/** Whom or what a phrase names, and all that is listed with it: "on [European] brandy, pork and cheese", "on [Mexico] and Canada". */
function rolesOf(hit: RoleHit, named: readonly Named[], { words, tones }: Reading): { part: Part; role: Role }[] {
  const { part } = hit.value
  const slot = hit.slots.at(part === 'imposer' ? 0 : -1) as Named | undefined
  if (!slot) return []
  const roles: { part: Part; role: Role }[] = [{ part, role: slot.role }]
  if (part === 'imposer' || slot.end !== hit.end) return roles
  let isListed = false
  for (let at = slot.end; at < words.length;) {
    const word = words[at]!.lower
    const next = named.find(({ start }) => start === at)
    if (next) {
      const after = words[next.end]?.lower
      const isNamed = named.some(({ start }) => start === next.end)
      const goesOn = after === undefined || isNamed || joins.has(after) || mayFollow.has(after)
      // "… and Beijing replied", "… and steel fell": another clause.
      if (next.name === 'place' ? isListed && !goesOn : isListed && tones[next.end]?.some(isCourse)) break
      roles.push({ part: next.name === 'place' ? 'target' : 'goods', role: next.role })
      at = next.end
    } else if (joins.has(word) || passedOver.has(word) || tones[at]?.includes('describing')) {
      isListed ||= joins.has(word)
      at++
    } else break
  }
  return roles
}

const isCourse = (tone: Tone): boolean => tone === 'up' || tone === 'down'

const ranks = { headline: 0, lead: 1, body: 2, table: 3, boilerplate: 3 } as const
const rank = ({ sentence }: TradeTold): number => ranks[sentence.zone]

/** Who plays each part in the whole article, by the sentences that carry most. */
export function tradePartsOf(told: readonly TradeTold[]): Record<Part, Role[]> {
  const surest = Math.min(...told.filter(({ isThreat, part }) => !isThreat && part !== 'goods').map(rank))
  const kept = told.filter((one) => !one.isThreat || rank(one) < surest)
  const opening = kept.filter((one) => rank(one) <= ranks.lead)
  const isWhole = opening.some(({ part }) => part === 'imposer') && opening.some(({ part }) => part !== 'imposer')
  const chosen = isWhole ? opening : kept
  const of = (wanted: Part): TradeTold[] => chosen.filter(({ part }) => part === wanted)
  const imposers = new Set(of('imposer').map(({ role }) => role.name))
  return {
    imposer: distinct(of('imposer')),
    target: distinct(of('target').filter(({ role, isPaired }) => isPaired || !imposers.has(role.name))),
    goods: distinct(of('goods')),
  }
}

function distinct(told: readonly TradeTold[]): Role[] {
  return [...new Map(told.map(({ role }) => [role.name, role])).values()]
}
