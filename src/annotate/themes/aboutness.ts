/**
 * How probable it is that an article is about a theme: what its phrases say, weighed with what the words of its opening mean.
 * The weights come from models/themes-weights/train.ts; a theme they do not know is judged by relevance.ts alone.
 */
import type { Sentence } from '../../doc.ts'
import type { Found, Place } from './find.ts'
import { aboutIt, relevanceOf } from './relevance.ts'
import { meaningsOf, type WordMeanings } from './word-meanings.ts'

export interface Aboutness extends WordMeanings {
  /** For each feature its mean, spread and weight, then the offset. */
  readonly features: {
    readonly mean: number[]
    readonly spread: number[]
    readonly weight: number[]
    readonly offset: number
  }
  /** What is added for each theme: always, where a phrase of it stands, and for each unit of what the words say. */
  readonly own: {
    readonly bias: readonly number[]
    readonly named: readonly number[]
    readonly meant: readonly number[]
  }
}

/** The model was trained on texts this long, and reads no more of a longer one. */
const openingWords = 110

/** Headline and first sentences. */
export function openingOf(sentences: readonly Sentence[]): Sentence[] {
  let words = 0
  const end = sentences.findIndex((sentence) => (words += sentence.tokens.length) > openingWords)
  return sentences.slice(0, end < 0 ? sentences.length : Math.max(2, end))
}

/** Themes besides those with a phrase that are looked at: the most probable by meaning. */
const mostByMeaning = 4

export interface Candidate {
  /** Number of the theme in the model. */
  readonly theme: number
  /** Whether a phrase that can make the theme stands in the opening. */
  readonly named: 0 | 1
  /** What the words say, as log-odds over 3. */
  readonly meant: number
  readonly features: number[]
}

/** What there is to say for each theme that the opening may be about. `found`: the model's themes with their places; `wanted`: those asked for. */
export function candidatesOf(
  opening: readonly Sentence[],
  found: ReadonlyMap<number, readonly Place[]>,
  meanings: Float32Array,
  wanted: (theme: number) => boolean = () => true,
): Candidate[] {
  const inside = new Set(opening)
  const places = new Map(
    [...found].map(([theme, all]) => [theme, all.filter((place) => inside.has(place.sentence))] as const),
  )
  const relevances = new Map([...places].map(([theme, all]) => [theme, relevanceOf(all, opening)]))
  const best = Math.max(0, ...relevances.values())
  const rivals = [...relevances.values()].filter((relevance) => relevance >= aboutIt).length
  const likely = mostProbable(meanings)
  const [top = -9, second = -9, third = -9] = likely.map((theme) => meanings[theme]!)
  const named = [...places].filter(([, all]) => all.length > 0).map(([theme]) => theme)
  return [...new Set([...named, ...likely])].filter(wanted).map((theme) => {
    const here = places.get(theme) ?? []
    const relevance = relevances.get(theme) ?? 0
    const meant = meanings[theme]!
    const said =
      here.length > 0 ? [1, ...placing(here, opening), relevance, relevance - best] : Array<number>(10).fill(0)
    const strong = here.some((place) => !place.hint) ? 1 : 0
    const size = Math.log(Math.max(1, opening.length))
    const [, headline = 0, first = 0] = said
    return {
      theme,
      named: strong,
      meant: meant / 3,
      features: [
        ...said,
        strong,
        Math.log1p(rivals) * strong,
        headline > 0 ? 1 : 0,
        first > 0 && opening.length === 1 ? 1 : 0,
        here.length > 0 && headline === 0 && first === 0 ? 1 : 0,
        relevance >= aboutIt ? 1 : 0,
        meant / 3,
        (meant - top) / 3,
        meant >= second ? 1 : 0,
        meant >= third ? 1 : 0,
        top / 3,
        (top - third) / 3,
        size,
        (here.length > 0 ? meant : 0) / 3,
        strong * size,
        (strong * meant) / 3,
      ],
    }
  })
}

/** The numbers of the themes that the words' meaning speaks for most, the most probable first. */
function mostProbable(meanings: Float32Array): number[] {
  const best: number[] = []
  for (let theme = 0; theme < meanings.length; theme++) {
    if (best.length === mostByMeaning && meanings[theme]! <= meanings[best.at(-1)!]!) continue
    const at = best.findIndex((other) => meanings[theme]! > meanings[other]!)
    best.splice(at < 0 ? best.length : at, 0, theme)
    if (best.length > mostByMeaning) best.pop()
  }
  return best
}

/** Where a theme's phrases stand: in headline, first sentence and later; weak ones; how early; taken back; in how many sentences. */
function placing(places: readonly Place[], opening: readonly Sentence[]): number[] {
  let [headline, first, later, hints, early, negated] = [0, 0, 0, 0, 0, 0]
  for (const place of places) {
    const at = opening.indexOf(place.sentence)
    const along = (place.start - place.sentence.start) / Math.max(1, place.sentence.end - place.sentence.start)
    const leads = at <= 1
    if (place.hint) hints += leads ? 1 : 0.5
    else if (place.sentence.zone === 'headline') {
      headline++
      early = Math.max(early, 1 - along)
    } else if (leads) {
      first++
      early = Math.max(early, (1 - along) * 0.7)
    } else later++
    if (place.negated) negated = 1
  }
  const spread = new Set(places.map((place) => place.sentence)).size / opening.length
  return [Math.min(headline, 3), Math.min(first, 3), Math.min(later, 4), Math.min(hints, 3), early, negated, spread]
}

/** 0..1 */
export function probabilityOf(
  { theme, named, meant, features }: Candidate,
  { features: trained, own }: Pick<Aboutness, 'features' | 'own'>,
): number {
  let sum = trained.offset + own.bias[theme]! + named * own.named[theme]! + meant * own.meant[theme]!
  features.forEach((value, i) => (sum += ((value - trained.mean[i]!) / trained.spread[i]!) * trained.weight[i]!))
  return 1 / (1 + Math.exp(-sum))
}

/** What a stretch of an article is judged by: for each sentence the places of the model's themes, by their numbers. */
type Spoken = ReadonlyMap<Sentence, ReadonlyMap<number, readonly Place[]>>

function spokenOf(found: ReadonlyMap<string, Found>, model: Aboutness): Spoken {
  const spoken = new Map<Sentence, Map<number, Place[]>>()
  model.themes.forEach((id, theme) => {
    for (const place of found.get(id)?.places ?? []) {
      const here = spoken.get(place.sentence) ?? new Map<number, Place[]>()
      spoken.set(place.sentence, here)
      const places = here.get(theme)
      if (places) places.push(place)
      else here.set(theme, [place])
    }
  })
  return spoken
}

function judgeStretch(
  stretch: readonly Sentence[],
  spoken: Spoken,
  model: Aboutness,
  wanted?: (theme: number) => boolean,
): [number, number][] {
  const found = new Map<number, Place[]>()
  for (const sentence of stretch) {
    for (const [theme, places] of spoken.get(sentence) ?? []) {
      found.set(theme, found.get(theme)?.concat(places) ?? [...places])
    }
  }
  const meanings = meaningsOf(stretch, model)
  return candidatesOf(stretch, found, meanings, wanted).map((one) => [one.theme, probabilityOf(one, model)])
}

/** For each theme (by id) how probable it is that the opening is about it. */
export function judge(
  sentences: readonly Sentence[],
  found: ReadonlyMap<string, Found>,
  model: Aboutness,
): { probabilities: Map<string, number>; opening: Sentence[] } {
  const opening = openingOf(sentences)
  const told = judgeStretch(opening, spokenOf(found, model), model)
  return { opening, probabilities: new Map(told.map(([theme, p]) => [model.themes[theme]!, p])) }
}

/**
 * For each theme how probable the passage that speaks of it most makes it: two sentences, read as if they were all there is.
 * `found`: the themes in question, with their places; a passage that does not name one of them is not read.
 */
export function judgePassages(
  sentences: readonly Sentence[],
  found: ReadonlyMap<string, Found>,
  all: ReadonlyMap<string, Found>,
  model: Aboutness,
): Map<string, number> {
  const spoken = spokenOf(all, model)
  const firm = [...found.values()].flatMap(({ places }) => places.filter(({ hint }) => !hint))
  const named = new Set(firm.map(({ sentence }) => sentence))
  const body = sentences.filter(({ field }) => field === 'text')
  const best = new Map<string, number>()
  body.forEach((sentence, i) => {
    const next = body[i + 1]
    if (!next || (!named.has(sentence) && !named.has(next))) return
    const here = (theme: number): boolean =>
      found.has(model.themes[theme]!) && Boolean(spoken.get(sentence)?.has(theme) || spoken.get(next)?.has(theme))
    for (const [theme, probability] of judgeStretch([sentence, next], spoken, model, here)) {
      const id = model.themes[theme]!
      best.set(id, Math.max(probability, best.get(id) ?? 0))
    }
  })
  return best
}
