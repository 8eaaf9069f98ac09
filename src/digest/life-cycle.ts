/** The life of a phrase by the stories of each day: whether it burst, what it weighs, and where it stands now. */
import { leastLikelihoodRatio, likelihoodRatio } from '../text/likelihood.ts'
import type { EmergingPhrase } from './digest.ts'

/** Stories by day, the latest first: of the phrase, and all there were. */
export interface Course {
  readonly told: readonly number[]
  readonly all: readonly number[]
}

/** Of one day, below which a phrase does not burst. */
export const leastStories = 2
/** Days within which a phrase must have burst to be shown, today's among them. */
export const rememberedDays = 14
/** Stories that make a candidate an active theme. */
const activeStories = 3
/** Days that are taken together, so that one quiet day is no fading. */
const run = 3

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

/** How far a day stands out of the phrase's other days: a log-likelihood ratio; 0 where it does not. */
function burstOn({ told, all }: Course, day: number): number {
  const [here, of] = [told[day] ?? 0, all[day] ?? 0]
  return here < leastStories ? 0 : likelihoodRatio(here, of, sum(told) - here, sum(all) - of)
}

/** Of the day within memory on which the phrase stood out most; 0 when it burst on none. */
export function burstOf(course: Course): number {
  const most = Math.max(...course.told.slice(0, rememberedDays).map((_, day) => burstOn(course, day)))
  return most >= leastLikelihoodRatio ? most : 0
}

/**
 * Class-based TF-IDF of the latest day, a day's stories being a class (Grootendorst 2022, BERTopic): the share of its stories that
 * tell the phrase × log(1 + stories of a mean day ÷ stories of all days that tell it).
 */
export function weightOf({ told, all }: Course): number {
  const [here = 0] = told
  if (here === 0) return 0
  const days = all.filter((stories) => stories > 0).length
  return (here / Math.max(all[0] ?? 0, here)) * Math.log(1 + sum(all) / days / sum(told))
}

/**
 * `week`: stories of the latest day and the seven before it. Dormant: none. Fading: of the last three days' stories less than half
 * the share tells it that did in its best three. Else active from three stories of the week, and a candidate below.
 */
export function stateOf(course: Course, week: number): EmergingPhrase['state'] {
  if (week === 0) return 'dormant'
  const shares = course.told.map((_, day) => {
    const all = sum(course.all.slice(day, day + run))
    return all === 0 ? 0 : sum(course.told.slice(day, day + run)) / all
  })
  if ((shares[0] ?? 0) < Math.max(...shares) / 2) return 'fading'
  return week < activeStories ? 'candidate' : 'active'
}

/** What was never more than a candidate does not fade: it is forgotten. */
export const outlives = ({ told }: Course): boolean => sum(told) >= activeStories
