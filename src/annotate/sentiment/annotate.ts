/**
 * Sentiment towards each instrument and theme found, and who gains and loses by a theme.
 * "Acme beats estimates" · "Recession fears fade" · "Small caps climb while chipmakers slide"
 */
import {
  findingsOf,
  readable,
  type Annotator,
  type Doc,
  type Mention,
  type Sentence,
  type ThemeMention,
} from '../../doc.ts'
import { wordsOf } from '../../text/words.ts'
import type { Role, Value } from '../../types.ts'
import { actorsOf } from '../actors.ts'
import type { Lexicon } from './lexicon.ts'
import { fromProbabilities, sentimentOf } from './probabilities.ts'
import { toneTowards, type Target } from './target-sentiment.ts'
import { toneOf, type Tone } from './tone.ts'

const zoneWeight = { headline: 3, lead: 1.5, body: 1, table: 0, boilerplate: 0 } as const
/** A sentence that says nothing of the target dilutes the others a little. */
const silence = 0.25
const mostRoles = 8
const partTone = 0.7
/** Too broad to win or lose by a theme. */
const everything = new Set(['stocks', 'cash', 'bonds'])

export const sentiment = (lexicon: Lexicon): Annotator => ({
  name: 'sentiment',
  requires: ['instrument', 'theme'],
  assigns: ['sentiment'],
  annotate(doc) {
    const tones = new Map<Sentence, Tone>()
    const toneIn = (sentence: Sentence): Tone => {
      const known = tones.get(sentence)
      if (known) return known
      const tone = toneOf(wordsOf(sentence.tokens), lexicon)
      tones.set(sentence, tone)
      return tone
    }
    const mentions = groupBy(doc.mentions, (mention) => mention.sentence)
    const bySymbol = groupBy(
      doc.mentions.filter((mention) => !mention.asSource),
      (mention) => mention.symbol,
    )
    for (const { value } of findingsOf(doc, 'instrument')) {
      let sum = 0
      let weight = 0
      for (const mention of bySymbol.get(value.symbol) ?? []) {
        const { sentence } = mention
        if (zoneWeight[sentence.zone] === 0) continue
        const others = (mentions.get(sentence) ?? []).filter((other) => other.symbol !== value.symbol)
        const { tone } = toneTowards(toneIn(sentence), mention, others)
        const worth = zoneWeight[sentence.zone] * (tone === 0 ? silence : 1)
        sum += tone * worth
        weight += worth
      }
      value.sentiment = sentimentOf(weight === 0 ? 0 : (1.6 * sum) / weight)
    }
    const bySpan = sentencesBySpan(doc)
    const places = groupBy(doc.themeMentions, (place) => place.theme)
    for (const { value, evidence } of findingsOf(doc, 'theme')) {
      const sentences = evidence.flatMap((span) => bySpan.get(`${span.field ?? 'text'} ${span.start}`) ?? [])
      judgeTheme(value, places.get(value.theme) ?? [], toneIn)
      takeParts(value, sentences, mentions, toneIn, lexicon)
    }
  },
})

/** The theme's own phrases say most; what is said of them in their clauses says the rest. */
function judgeTheme(
  value: Value<'theme'>,
  places: readonly ThemeMention[],
  toneIn: (sentence: Sentence) => Tone,
): void {
  let sum = 0
  let prior = 0
  let weight = 0
  for (const place of places) {
    const { tone } = toneTowards(toneIn(place.sentence), place, [])
    const silent = tone === 0 && place.polarity === 0
    const worth = zoneWeight[place.sentence.zone] * place.weight * (silent ? silence : 1)
    sum += sentimentOf(tone).score * worth
    prior += place.polarity * worth
    weight += worth
  }
  if (weight === 0) return
  const said = sum / weight
  const own = prior / weight
  const score = Math.max(-1, Math.min(1, Math.abs(own) < 0.05 ? 1.3 * said : 0.7 * own + 0.55 * said))
  const neutral = (1 - Math.abs(score)) * 0.55
  value.sentiment = fromProbabilities((1 - neutral + score) / 2, (1 - neutral - score) / 2)
}

/** Winners and losers: whom the theme's sentences speak well and ill of. */
function takeParts(
  value: Value<'theme'>,
  sentences: readonly Sentence[],
  mentions: ReadonlyMap<Sentence, Mention[]>,
  toneIn: (sentence: Sentence) => Tone,
  lexicon: Lexicon,
): void {
  const parts = new Map<string, { role: Role; tone: number }>()
  for (const sentence of sentences) {
    const tone = toneIn(sentence)
    const actors = actorsOf(tone.words, mentions.get(sentence) ?? [], lexicon.vocabulary.sectors).filter(
      (actor) => actor.name !== 'who' && !everything.has(actor.role.name),
    )
    const ranges: Target[] = actors.map((actor) => ({
      start: tone.words[actor.start]!.start,
      end: tone.words[actor.end - 1]!.end,
    }))
    actors.forEach(({ role }, i) => {
      const known = parts.get(role.name) ?? { role, tone: 0 }
      known.tone += toneTowards(tone, ranges[i]!, ranges).tone
      parts.set(role.name, known)
    })
  }
  const chosen = (sign: 1 | -1): Role[] =>
    [...parts.values()]
      .filter(({ tone }) => tone * sign >= partTone)
      .sort((a, b) => Math.abs(b.tone) - Math.abs(a.tone))
      .slice(0, mostRoles)
      .map(({ role }) => role)
  value.winners = chosen(1)
  value.losers = chosen(-1)
}

function sentencesBySpan(doc: Doc): Map<string, Sentence> {
  return new Map(readable(doc).map((sentence) => [`${sentence.field} ${sentence.start}`, sentence]))
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
