/** Made-up articles, one by its number: the same number gives the same article, whatever was made before it. */
import { createHash } from 'node:crypto'
import { placeInTime } from '../../../store/times.ts'
import type { Analysis } from '../../../types.ts'
import { chanceOf, rankedBy, type Chance } from './chance.ts'
import { inventedFindings } from './findings.ts'
import { inventedName, proseWriter } from './prose.ts'

export const seed = 20_260_331
/** The last day of two years. */
export const lastDay = '2026-03-31'
export const days = 730
export const sourceCount = 400

const day = 86_400_000
const writer = proseWriter()
const sourceRank = rankedBy(sourceCount, 0.9)

export interface Invented {
  readonly analysis: Analysis
  readonly host: string
  /** The number of the article whose story it tells. */
  readonly leader: number
  /** When it was fetched, ISO 8601. */
  readonly fetchedAt: string
}

export const idOf = (number: number): string =>
  createHash('sha256').update(`synthetic ${seed} ${number}`).digest('hex').slice(0, 16)
export const siteOf = (source: number): string => `Desk ${source + 1}`
export const hostOf = (source: number): string => `desk-${source + 1}.example`

/** Eight of a hundred tell the story of an article shortly before: agencies are copied within the day. */
const leaderOf = (number: number): number => {
  const chance = chanceOf(seed + number * 7 + 3)
  return chance.often(0.08) && number > 30 ? leaderOf(number - 1 - chance.below(30)) : number
}

/** When the world has come so far, in milliseconds: article after article, a third as many on Saturdays and Sundays. */
function timeOf(number: number, all: number, chance: Chance): number {
  const last = Date.parse(`${lastDay}T00:00:00Z`)
  const week = (days / 7) * (number / all)
  const [whole, part] = [Math.floor(week), week % 1]
  // Of seventeen thirds of a workday in a week, fifteen are Monday's to Friday's.
  const inWeek = part < 15 / 17 ? (part * 17) / 3 : 5 + (part - 15 / 17) * 17
  const firstMonday = last - (days - 1) * day
  return Math.floor(firstMonday + (whole * 7 + inWeek) * day + chance.next() * 3_600_000)
}

/** Three of a hundred have no date; one in nine has a day only. */
export function inventedArticle(number: number, all: number): Invented {
  const leader = leaderOf(number)
  const chance = chanceOf(seed + number)
  // A copy says what its original says, in its own time and place.
  const told = chanceOf(seed + leader + 1_000_000_007)
  const at = timeOf(number, all, chance)
  const source = sourceRank(chance)
  const published = new Date(at).toISOString()
  const [publishedAt, publishedPrecision] = chance.often(0.03)
    ? [null, null]
    : chance.often(0.11)
      ? [published.slice(0, 10), 'day' as const]
      : [published, 'instant' as const]
  const { text, sentences } = writer(told, 8 + told.below(9))
  const title = `${inventedName(told)} ${text.slice(0, text.indexOf('.')).split(' ').slice(0, 9).join(' ')}`
  const id = idOf(number)
  const url = `https://${hostOf(source)}/${number}`
  return {
    analysis: {
      id,
      article: {
        url,
        canonicalUrl: url,
        title,
        authors: [`${inventedName(chance)} Writer`],
        siteName: siteOf(source),
        publishedAt,
        publishedPrecision,
        language: 'en',
        text,
        tables: '',
        wordCount: text.split(' ').length,
        contentHash: createHash('sha256').update(`${title}\n${text}`).digest('hex'),
      },
      findings: inventedFindings(told, {
        id,
        text,
        sentences,
        day: Math.floor(at / day),
        date: published.slice(0, 10),
      }),
      version: { themewire: 'synthetic', pipeline: 'synthetic@1', models: 'synthetic' },
    },
    host: hostOf(source),
    leader,
    fetchedAt: new Date(at + (1 + chance.below(90)) * 60_000).toISOString(),
  }
}

export const placedOf = ({ analysis }: Invented): ReturnType<typeof placeInTime> => placeInTime(analysis.article)
