/**
 * Sentiment towards each instrument and theme found, and who gains and loses by a theme.
 * "Acme beats estimates" · "Recession fears fade" · "Small caps climb while chipmakers slide"
 */
import { findingsOf, readable, type Annotator, type Sentence, type ThemeMention } from '../../doc.ts'
import type { Vocabulary } from '../../text/vocabulary.ts'
import type { Role, Value } from '../../types.ts'
import { actorsOf, type Actor } from '../actors.ts'
import { docTones, groupBy } from './doc-tones.ts'
import type { Probabilities } from './calibration.ts'
import type { SentimentModel } from './model.ts'
import { sentimentOf } from './probabilities.ts'

const zoneWeight = { headline: 3, lead: 2, body: 1, table: 0, boilerplate: 0 } as const
/** What a sentence that says nothing of the target counts beside one that does. */
const silence = 0.1
const memberWeight = 0.5
const mostRoles = 8
/** Places of a theme that are judged: what more of them say changes little. */
const mostPlaces = 6
/** How far all its sentences together must lean for an actor to gain or lose by a theme. */
const partTone = 0.5
/** Too broad to win or lose by a theme. */
const everything = new Set(['stocks', 'cash', 'bonds', 'Europe', 'Japan'])
/** What has a price but no owner of its own: where a theme's phrase holds it, it is what the theme measures. */
const measures = new Set(['index', 'commodity', 'currency', 'crypto'])

export const sentiment = (model: SentimentModel, vocabulary: Vocabulary): Annotator => ({
  name: 'sentiment',
  requires: ['instrument', 'theme'],
  assigns: ['sentiment'],
  annotate(doc) {
    const tones = docTones(doc, model)
    const bySymbol = groupBy(
      doc.mentions.filter((mention) => !mention.asSource && zoneWeight[mention.sentence.zone] > 0),
      (mention) => mention.symbol,
    )
    for (const { value } of findingsOf(doc, 'instrument')) {
      const said = new MeanTone()
      for (const mention of bySymbol.get(value.symbol) ?? []) {
        said.add(tones.towards(mention.sentence, mention), zoneWeight[mention.sentence.zone])
      }
      // A group is spoken of through its members, too.
      for (const mention of (value.members ?? []).flatMap((member) => bySymbol.get(member) ?? [])) {
        said.add(tones.towards(mention.sentence, mention), memberWeight * zoneWeight[mention.sentence.zone])
      }
      value.sentiment = sentimentOf(overall(said.tone()))
    }
    const mentions = groupBy(doc.mentions, (mention) => mention.sentence)
    const actors = new Map<Sentence, readonly Actor[]>()
    const bySpan = new Map(readable(doc).map((sentence) => [`${sentence.field} ${sentence.start}`, sentence]))
    const places = groupBy(doc.themeMentions, (place) => place.theme)
    for (const { value, evidence } of findingsOf(doc, 'theme')) {
      const sentences = evidence.flatMap((span) => bySpan.get(`${span.field ?? 'text'} ${span.start}`) ?? [])
      judgeTheme(value, places.get(value.theme) ?? [])
      takeParts(value, sentences, places.get(value.theme) ?? [])
    }
    leaveApart(findingsOf(doc, 'theme').map(({ value }) => value))

    /** The theme's own phrases say most; what is said of them in their clauses says the rest. */
    function judgeTheme(value: Value<'theme'>, places: readonly ThemeMention[]): void {
      const said = new MeanTone()
      let own = 0
      let weight = 0
      for (const { place, worth } of telling(places)) {
        said.add(tones.towards(place.sentence, place, false), worth)
        own += place.polarity * worth
        weight += worth
      }
      if (weight > 0) value.sentiment = sentimentOf(withPrior(said.tone(), own / weight))
    }

    function actorsIn(sentence: Sentence): readonly Actor[] {
      const known = actors.get(sentence)
      if (known) return known
      const found = actorsOf(tones.reading(sentence).words, mentions.get(sentence) ?? [], vocabulary.sectors).filter(
        // A yield that rises is nobody's gain.
        ({ name, role }) => name !== 'who' && name !== 'bond' && !everything.has(role.name),
      )
      actors.set(sentence, found)
      return found
    }

    /** Winners and losers: whom the theme's sentences speak well and ill of. */
    function takeParts(value: Value<'theme'>, sentences: readonly Sentence[], places: readonly ThemeMention[]): void {
      const parts = new Map<string, { role: Role; tone: number }>()
      for (const sentence of sentences) {
        for (const actor of actorsIn(sentence)) {
          const { role } = actor
          if (measures.has(actor.name) && isWithin(actor, sentence)) continue
          const part = parts.get(role.name) ?? { role, tone: 0 }
          const [positive, , negative] = tones.towardsWords(sentence, actor)
          part.tone += positive - negative
          parts.set(role.name, part)
        }
      }
      const chosen = (sign: 1 | -1): Role[] =>
        [...parts.values()]
          .filter(({ tone }) => tone * sign >= partTone)
          .sort((a, b) => Math.abs(b.tone) - Math.abs(a.tone))
          .slice(0, mostRoles)
          .map(({ role }) => role)
      value.winners = chosen(1)
      value.losers = chosen(-1)

      function isWithin({ start, end }: Actor, sentence: Sentence): boolean {
        const { words } = tones.reading(sentence)
        const [from, to] = [words[start]!.start, words[end - 1]!.end]
        return places.some((place) => place.sentence === sentence && place.start < to && from < place.end)
      }
    }
  },
})

/** The places that say most, with what each is worth. */
const telling = (places: readonly ThemeMention[]): { place: ThemeMention; worth: number }[] =>
  places
    .map((place) => ({ place, worth: zoneWeight[place.sentence.zone] * place.weight }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, mostPlaces)

/**
 * Who gains and loses in one article does neither: one of the two is misread. Of a sector or group, the phrase that says where
 * money goes is the surer; what has a price of its own is then said to do nothing.
 */
function leaveApart(themes: readonly Value<'theme'>[]): void {
  const keyOf = ({ symbol, name }: Role): string => symbol ?? name
  const named = (...parts: (typeof sides)[number][]): Set<string> =>
    new Set(themes.flatMap((value) => parts.flatMap((part) => value[part].map(keyOf))))
  const [well, badly] = [named('to', 'winners'), named('from', 'losers')]
  const both = new Set([...well].filter((key) => badly.has(key)))
  for (const value of themes) {
    for (const part of sides) {
      const surer = part === 'from' || part === 'to'
      value[part] = value[part].filter((role) => !both.has(keyOf(role)) || (surer && hasNoPrice(role)))
    }
  }
}
const hasNoPrice = ({ symbol }: Role): boolean => symbol === undefined || symbol.startsWith('@')
const sides = ['from', 'to', 'winners', 'losers'] as const

/** A weighted mean of tones in which those that are neither count less. */
class MeanTone {
  readonly #sum: [number, number, number] = [0, 0, 0]
  #weight = 0

  add(tone: Probabilities | null, weight: number): void {
    if (!tone) return
    const worth = weight * (silence + (1 - silence) * Math.abs(tone[0] - tone[2]))
    for (const k of [0, 1, 2] as const) this.#sum[k] += tone[k] * worth
    this.#weight += worth
  }

  tone(): Probabilities {
    if (this.#weight === 0) return [0, 1, 0]
    return [this.#sum[0] / this.#weight, this.#sum[1] / this.#weight, this.#sum[2] / this.#weight]
  }
}

/** A mean of many sentences is duller than what it is the mean of. */
const sharpening = 1.7

/** What is said in all sentences together. */
const overall = ([positive, , negative]: Probabilities): Probabilities => ofScore(sharpening * (positive - negative))

/** Joins what is said of a theme with what the words that name it say themselves, `own` from −1 to 1. */
function withPrior(tone: Probabilities, own: number): Probabilities {
  return Math.abs(own) < 0.05 ? overall(tone) : ofScore(1.1 * own + 0.7 * (tone[0] - tone[2]))
}

function ofScore(unbounded: number): Probabilities {
  // Near 1 what is said more strongly still scores more.
  const score = Math.tanh(unbounded)
  const neutral = (1 - Math.abs(score)) * 0.6
  return [(1 - neutral + score) / 2, neutral, (1 - neutral - score) / 2]
}
