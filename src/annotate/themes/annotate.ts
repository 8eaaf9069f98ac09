/**
 * Themes: what the article is about, with who money leaves and who it goes to.
 * "Small caps surge as the Magnificent Seven stall" · "Fed holds rates steady" · "Fears of a recession fade"
 */
import { addFinding, readable, spanOfSentence, type Annotator, type Doc } from '../../doc.ts'
import type { Role, Sentiment, Span } from '../../types.ts'
import { findThemes, type Place } from './find.ts'
import { aboutIt, hintShare, relevanceOf } from './relevance.ts'
import type { ThemeRule } from './rules.ts'
import { chooseThemes, type ThemeSet } from './themes.ts'

const mostEvidence = 12
const mostRoles = 8
/** Too broad to say where money went. */
const everything = new Set(['stocks'])

/** `ids`: the themes a pipeline file chooses; absent: all. Sentiment holds what the theme's own phrases say until `sentiment` runs. */
export const themes = (set: ThemeSet, ids?: readonly string[]): Annotator => {
  const chosen = chooseThemes(set, ids)
  return {
    name: 'themes',
    requires: ['mentions'],
    assigns: ['theme'],
    annotate(doc) {
      const sentences = readable(doc)
      for (const [index, found] of findThemes(doc, set)) {
        const theme = set.themes[index]!
        if (!chosen.has(index) || found.places.length === 0) continue
        if (theme.requires.length > 0 && !found.required) continue
        const relevance = relevanceOf(found.places, sentences)
        if (relevance < aboutIt) continue
        for (const place of found.places) {
          const { sentence, start, end, polarity, hint } = place
          doc.themeMentions.push({ theme: theme.id, sentence, start, end, polarity, weight: hint ? hintShare : 1 })
        }
        addFinding(
          doc,
          'theme',
          {
            theme: theme.id,
            label: theme.label,
            relevance: Number(relevance.toFixed(4)),
            sentiment: priorOf(found.places),
            ...rolesOf(found.from, found.to),
            winners: [],
            losers: [],
          },
          evidenceOf(doc, found.places),
          ruleOf(found.places),
          Number((0.5 + relevance / 2).toFixed(4)),
        )
      }
    },
  }
}

function ruleOf(places: readonly Place[]): ThemeRule {
  const zones = new Set(places.filter((place) => !place.hint).map((place) => place.sentence.zone))
  return zones.has('headline')
    ? 'named-in-the-headline'
    : zones.has('lead')
      ? 'named-in-the-opening'
      : 'spread-through-the-text'
}

/** The sentences that speak of the theme, each once, in order. */
function evidenceOf(doc: Doc, places: readonly Place[]): Span[] {
  const firm = places.filter((place) => !place.hint)
  const sentences = [...new Set((firm.length > 0 ? firm : places).map((place) => place.sentence))]
  return sentences.slice(0, mostEvidence).map((sentence) => spanOfSentence(doc, sentence))
}

/** What is on both sides is on neither. */
function rolesOf(from: readonly Role[], to: readonly Role[]): { from: Role[]; to: Role[] } {
  const both = new Set(from.filter((a) => to.some((b) => b.name === a.name)).map((role) => role.name))
  const clean = (roles: readonly Role[]): Role[] =>
    roles.filter((role) => !both.has(role.name) && !everything.has(role.name)).slice(0, mostRoles)
  return { from: clean(from), to: clean(to) }
}

/** The mean polarity of the theme's own phrases, as probabilities. */
function priorOf(places: readonly Place[]): Sentiment {
  let sum = 0
  let weight = 0
  for (const { polarity, hint, sentence } of places) {
    const worth = (hint ? hintShare : 1) * (sentence.zone === 'headline' ? 2 : 1)
    sum += polarity * worth
    weight += worth
  }
  const score = weight === 0 ? 0 : (sum / weight) * 0.8
  const neutral = (1 - Math.abs(score)) * 0.6
  const rest = 1 - neutral
  const positive = (rest + score) / 2
  const negative = (rest - score) / 2
  const label = neutral >= positive && neutral >= negative ? 'neutral' : positive > negative ? 'positive' : 'negative'
  return { probabilities: { positive, neutral, negative }, score: positive - negative, label }
}
