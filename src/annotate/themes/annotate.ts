/**
 * Themes: what the article is about, with who money leaves and who it goes to.
 * "Small caps surge as the Magnificent Seven stall" · "Fed holds rates steady" · "Fears of a recession fade"
 */
import { addFinding, readable, spanOfSentence, type Annotator, type Doc, type Sentence } from '../../doc.ts'
import type { Role, Sentiment, Span } from '../../types.ts'
import { judge, judgePassages } from './aboutness.ts'
import { findThemes, nothingFound, type Found, type Place } from './find.ts'
import { aboutIt, hintShare, relevanceOf } from './relevance.ts'
import type { ThemeRule } from './rules.ts'
import type { ThemeFile } from './theme-file.ts'
import { chooseThemes, type Part, type ThemeSet } from './themes.ts'
import { tradePartsOf } from './trade-parts.ts'
import { tellingSentence, type WordMeanings } from './word-meanings.ts'

/** The most probable theme must be this probable for the article to be about anything, any other one this. */
const sureOfOne = 0.55
const sureOfMore = 0.4
/** Of a long article: how probable a passage must make a theme that it names, and the opening one that no phrase names. */
const sureOfPassage = 0.7
const sureOfUnnamed = 0.6
/** Words from which on an article has room for more than its opening tells. */
const longArticle = 140

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
      const places = placesOf(doc, set)
      for (const [index, { found, relevance }] of places) {
        const theme = set.themes[index]!
        if (!chosen.has(index)) continue
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
            ...tradeOf(theme, found),
          },
          evidenceOf(doc, found.places),
          ruleOf(found.places),
          Number((0.5 + relevance / 2).toFixed(4)),
        )
      }
    },
  }
}

interface About {
  readonly found: Found
  readonly relevance: number
}

/** The themes that the article is about, by their numbers. */
function placesOf(doc: Doc, set: ThemeSet): Map<number, About> {
  const list = isList(doc)
  // What is on a list is mentioned, not told.
  const sentences = list ? readable(doc).filter(({ zone }) => zone === 'headline' || zone === 'lead') : readable(doc)
  const told = list ? openOnly(findThemes(doc, set)) : [...findThemes(doc, set)]
  const denied = new Map(told.map(([index, one]) => [index, one.denied]))
  const found = new Map(
    told.filter(([index, { places, required }]) => {
      return places.length > 0 && (required || set.themes[index]!.requires.length === 0)
    }),
  )
  const about = new Map<number, About>()
  const model = set.aboutness
  const known = new Map([...found].map(([index, one]) => [set.themes[index]!.id, one]))
  const judged = model && judge(sentences, known, model)
  const surest = Math.max(0, ...(judged?.probabilities.values() ?? []))
  const long = sentences.reduce((words, { tokens }) => words + tokens.length, 0) > longArticle
  const undecided = new Map<string, Found>()
  set.themes.forEach((theme, index) => {
    const one = found.get(index)
    const spread = one ? relevanceOf(one.places, sentences) : 0
    if (!judged || !model.themes.includes(theme.id)) {
      if (one && spread >= aboutIt) about.set(index, { found: one, relevance: spread })
      return
    }
    const probability = judged.probabilities.get(theme.id) ?? 0
    const sure = long && spread === 0 ? sureOfUnnamed : sureOfMore
    if (surest >= sureOfOne && probability >= sure) {
      const told = one ?? { ...nothingFound(), places: placeByMeaning(judged.opening, theme, model, denied.get(index)) }
      if (told.places.length > 0)
        about.set(index, { found: told, relevance: long ? Math.max(probability, spread) : probability })
    } else if (one && (long || isWholeIn(sentences[0], one)) && spread >= aboutIt)
      about.set(index, { found: one, relevance: spread })
    else if (one && long && spread > 0) undecided.set(theme.id, one)
  })
  if (!model || undecided.size === 0) return about
  const passages = judgePassages(sentences, undecided, known, model)
  set.themes.forEach(({ id }, index) => {
    if ((passages.get(id) ?? 0) < sureOfPassage) return
    const one = undecided.get(id)!
    about.set(index, { found: one, relevance: relevanceOf(one.places, sentences) })
  })
  return about
}

/** It opens with it, and every part is played: money leaves one for the other, somebody taxes what others sell. */
const isWholeIn = (opening: Sentence | undefined, { places, from, to, trade }: Found): boolean =>
  places.some(({ sentence, hint }) => sentence === opening && !hint) &&
  ((from.length > 0 && to.length > 0) ||
    (trade.some(({ part }) => part === 'imposer') && trade.some(({ part }) => part !== 'imposer')))

const listTitle = /\b(?:(?:week|day|month) ahead|(?:economic|earnings|events?) calendar|dates? to watch|coming up)\b/i
const datedLine =
  /^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d)/i
/** Lines that begin with a day from which on an article is a calendar. */
const datedLines = 3

/** A list of dates, by its headline or its lines: it names many things and tells of none. */
const isList = ({ article: { title, text } }: Doc): boolean =>
  listTitle.test(title ?? '') || text.split('\n').filter((line) => datedLine.test(line)).length >= datedLines

/** With places of headline and lead alone, and only where one is firm. */
function openOnly(found: ReadonlyMap<number, Found>): [number, Found][] {
  return [...found].map(([theme, one]) => {
    const places = one.places.filter(({ sentence: { zone } }) => zone === 'headline' || zone === 'lead')
    return [theme, { ...one, places: places.some(({ hint }) => !hint) ? places : [] }]
  })
}

/** A theme that no phrase names has the sentence whose words speak of it. */
function placeByMeaning(
  opening: readonly Sentence[],
  theme: ThemeFile,
  model: WordMeanings,
  denied: ReadonlySet<Sentence> | undefined,
): Place[] {
  const sentence = tellingSentence(opening, theme.id, model)
  if (!sentence || denied?.has(sentence)) return []
  const polarity = theme.polarity === 'positive' ? 1 : theme.polarity === 'negative' ? -1 : 0
  return [{ sentence, hint: true, polarity, negated: false, start: sentence.start, end: sentence.end }]
}

function ruleOf(places: readonly Place[]): ThemeRule {
  const firm = places.filter((place) => !place.hint)
  if (firm.length === 0) return 'told-by-its-words'
  const zones = new Set(firm.map((place) => place.sentence.zone))
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

function tradeOf({ roles }: ThemeFile, { trade }: Found): Partial<Record<Part, Role[]>> {
  if (roles.imposer.length === 0) return {}
  const parts = tradePartsOf(trade)
  return { ...parts, goods: parts.goods.slice(0, mostRoles) }
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
