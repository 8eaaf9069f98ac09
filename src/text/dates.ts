/** Reads when something is, resolved against the article's own day: "last Wednesday" · "in late 2024" · "January 28, 2026" · "the third quarter" */
import { createRequire } from 'node:module'
import type { DateRange } from '../types.ts'

export interface DateMention {
  /** Offsets into the text that was read. */
  readonly start: number
  readonly end: number
  readonly range: DateRange
}

/** Which way a date without a year or a bare weekday leans: what happened lies behind the article's day, what is due before it. */
export type Leaning = 'past' | 'future'

const months = 'january february march april may june july august september october november december'.split(' ')
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ')
const monthPattern =
  'jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?\\.?|july?\\.?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?'
const year = '(?:19|20)\\d{2}'
const nth = '(?<quarter>first|second|third|fourth|1st|2nd|3rd|4th)'

const pad = (n: number): string => String(n).padStart(2, '0')
const dayMs = 86_400_000
const atDay = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`)
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)
const monthOf = (word: string): number => months.findIndex((name) => name.startsWith(word.toLowerCase().slice(0, 3)))

const onDay = (day: string): DateRange => ({ from: day, to: day, precision: 'day' })
const inMonths = (y: number, first: number, last: number, precision: DateRange['precision']): DateRange => ({
  from: `${y}-${pad(first)}`,
  to: `${y}-${pad(last)}`,
  precision,
})
const inMonth = (index: number, precision: DateRange['precision'] = 'month'): DateRange =>
  inMonths(Math.floor(index / 12), (index % 12) + 1, (index % 12) + 1, precision)
const inYear = (y: number): DateRange => inMonths(y, 1, 12, 'year')

interface Moment {
  readonly time: number
  readonly year: number
  /** Months since year 0, so that steps across years are sums. */
  readonly month: number
  readonly leaning: Leaning
}

const signs = {
  year: /(?:19|20)\d\d/,
  month: /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i,
  quarter: /quarter|q[1-4]/i,
  day: /to(?:day|night|morrow)|yesterday/i,
  weekday: /(?:mon|tues|wednes|thurs|fri|satur|sun)day/i,
  period: /week|month|quarter|year/i,
} as const

type Groups = Readonly<Record<string, string | undefined>>
interface Form {
  /** What the text must hold for the pattern to be worth trying. */
  readonly needs: keyof typeof signs
  readonly pattern: RegExp
  readonly read: (groups: Groups, now: Moment | null) => DateRange | null
}

function validDay(y: number, month: number, day: number): DateRange | null {
  const iso = `${y}-${pad(month + 1)}-${pad(day)}`
  return day >= 1 && day <= 31 && isoDay(Date.UTC(y, month, day)) === iso ? onDay(iso) : null
}

const soon = 14

/** The nearest such month on the side the sentence leans to. */
function yearFor(month: number, now: Moment, day = 0): number {
  const same = now.month % 12
  const date = new Date(now.time).getUTCDate()
  // "Falls to 2% on March 11", told on March 5, is of this month and not a year ago.
  const ahead = day > 0 ? (Date.UTC(now.year, month, day) - now.time) / dayMs : 0
  if (ahead > 0 && ahead <= soon) return now.year
  if (now.leaning === 'past') return month > same || (month === same && day > date) ? now.year - 1 : now.year
  return month < same || (month === same && day > 0 && day < date) ? now.year + 1 : now.year
}

function dayOfMonth(groups: Groups, now: Moment | null): DateRange | null {
  const month = monthOf(groups['month']!)
  const day = Number(groups['day'])
  if (groups['year']) return validDay(Number(groups['year']), month, day)
  return now && validDay(yearFor(month, now, day), month, day)
}

const quarterNumber = (word: string): number =>
  ['first', 'second', 'third', 'fourth'].findIndex((name, i) => name === word || word.startsWith(String(i + 1)))

function quarterOf(index: number, y: string | undefined, now: Moment | null): DateRange | null {
  if (index < 0 || index > 3) return null
  let at = Number(y)
  if (!y) {
    if (!now) return null
    at = now.year
    const current = Math.floor((now.month % 12) / 3)
    if (now.leaning === 'past' && index >= current) at = index === current && now.month % 3 === 2 ? at : at - 1
  }
  return inMonths(at, index * 3 + 1, index * 3 + 3, 'quarter')
}

const seasons: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 3],
  mid: [5, 8],
  late: [10, 12],
  'the start of': [1, 1],
  'the beginning of': [1, 1],
  'the end of': [12, 12],
  'end of': [12, 12],
}

const forms: readonly Form[] = [
  // 2026-01-28
  {
    needs: 'year',
    pattern: new RegExp(`(?<![\\d-])(?<year>${year})-(?<month>0[1-9]|1[0-2])-(?<day>[0-3]\\d)(?![\\d-])`, 'gu'),
    read: (g) => validDay(Number(g['year']), Number(g['month']) - 1, Number(g['day'])),
  },
  // January 28, 2026 · Jan. 28 · July 4th
  {
    needs: 'month',
    pattern: new RegExp(
      `\\b(?<month>${monthPattern})\\s(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?![\\d%]|[.,]\\d)(?:,?\\s(?<year>${year})(?!\\d))?`,
      'gi',
    ),
    read: dayOfMonth,
  },
  // 28 January 2026 · 4 November
  {
    needs: 'month',
    pattern: new RegExp(
      `(?<![\\d.,])(?<day>[0-3]?\\d)(?:st|nd|rd|th)?\\s(?:of\\s)?(?<month>${monthPattern})(?![a-z])(?:,?\\s(?<year>${year})(?!\\d))?`,
      'gi',
    ),
    read: dayOfMonth,
  },
  // July 2025 · late January 2026
  {
    needs: 'month',
    pattern: new RegExp(`(?<!\\d\\s)\\b(?<month>${monthPattern})(?:,?\\s|\\sof\\s)(?<year>${year})(?!\\d)`, 'gi'),
    read: (g) => inMonth(Number(g['year']) * 12 + monthOf(g['month']!)),
  },
  // the fourth quarter of 2025 · Q3 2025 · third quarter
  {
    needs: 'quarter',
    pattern: new RegExp(`\\b${nth}[- ]quarter(?:\\s(?:of\\s)?(?<year>${year})(?!\\d))?`, 'gi'),
    read: (g, now) => quarterOf(quarterNumber(g['quarter']!.toLowerCase()), g['year'], now),
  },
  {
    needs: 'quarter',
    pattern: new RegExp(`\\bq(?<quarter>[1-4])(?:\\s(?<year>${year}))?\\b`, 'gi'),
    read: (g, now) => quarterOf(Number(g['quarter']) - 1, g['year'], now),
  },
  // late 2024 · mid-2026 · the end of 2025
  {
    needs: 'year',
    pattern: new RegExp(
      `\\b(?<part>early|mid|late|the\\s(?:start|beginning|end)\\sof|end\\sof)[-\\s](?:in\\s)?(?<year>${year})(?!\\d)`,
      'gi',
    ),
    read: (g) => {
      const [first, last] = seasons[g['part']!.toLowerCase().replace(/\s/g, ' ')]!
      return inMonths(Number(g['year']), first, last, first === last ? 'month' : 'quarter')
    },
  },
  // today · tonight · yesterday · tomorrow
  {
    needs: 'day',
    pattern: /\b(?<word>today|tonight|yesterday|tomorrow)\b/gi,
    read: (g, now) => {
      const word = g['word']!.toLowerCase()
      return now && onDay(isoDay(now.time + (word === 'yesterday' ? -dayMs : word === 'tomorrow' ? dayMs : 0)))
    },
  },
  // Wednesday · last Wednesday · next Tuesday
  {
    needs: 'weekday',
    pattern: new RegExp(`\\b(?:(?<which>last|next|this|coming)\\s)?(?<day>${weekdays.join('|')})\\b`, 'gi'),
    read: (g, now) => {
      if (!now) return null
      const which = g['which']?.toLowerCase()
      const today = new Date(now.time).getUTCDay()
      const back = (today - weekdays.indexOf(g['day']!.toLowerCase()) + 7) % 7
      const ahead = which === 'next' || which === 'coming' || (which !== 'last' && now.leaning === 'future')
      const steps = ahead ? (7 - back) % 7 || (which === 'next' ? 7 : 0) : -(back === 0 && which === 'last' ? 7 : back)
      return onDay(isoDay(now.time + steps * dayMs))
    },
  },
  // this month · last year · next quarter
  {
    needs: 'period',
    pattern:
      /\b(?<which>this|last|next|the\sprevious|the\scurrent|the\scoming)\s(?<unit>week|month|quarter|year)\b(?!-)/gi,
    read: (g, now) => {
      if (!now) return null
      const which = g['which']!.toLowerCase()
      const step = /last|previous/.test(which) ? -1 : /next|coming/.test(which) ? 1 : 0
      switch (g['unit']!.toLowerCase()) {
        case 'week': {
          const monday = now.time - ((new Date(now.time).getUTCDay() + 6) % 7) * dayMs + step * 7 * dayMs
          return { from: isoDay(monday), to: isoDay(monday + 6 * dayMs), precision: 'day' }
        }
        case 'month':
          return inMonth(now.month + step)
        case 'quarter': {
          const index = Math.floor(now.month / 3) + step
          return inMonths(Math.floor(index / 4), (index % 4) * 3 + 1, (index % 4) * 3 + 3, 'quarter')
        }
        default:
          return inYear(now.year + step)
      }
    },
  },
  // the year end · before the year is out
  {
    needs: 'period',
    pattern: /\b(?:year[- ]end|end\sof\sthe\syear|year\s(?:is\sout|ends))\b/gi,
    read: (_, now) => now && inMonths(now.year, 12, 12, 'month'),
  },
  // in 2025 · 2026
  {
    needs: 'year',
    pattern: new RegExp(
      `(?<![\\d$€£.,/-]|\\b(?:Russell|CSI|Topix|Stoxx|Nikkei|FTSE|BSE|ASX|SET|Wilshire)\\s)\\b(?<year>${year})(?![\\d%/-]|[.,]\\d|\\s(?:point|billion|million|percent))`,
      'gi',
    ),
    read: (g) => inYear(Number(g['year'])),
  },
]

const bareMonth =
  /(?<![\p{L}\d])(?<month>January|February|March|April|June|July|August|September|October|November|December)(?!\s\d|\p{L})/gu
const mayMonth = /\b(?:in|by|since|until|last|next|of|for|before|after|late|early)\s(?<month>May)\b(?!\s\d)/gu
const monthForms: readonly Form[] = [bareMonth, mayMonth].map((pattern) => ({
  needs: 'month',
  pattern,
  read: (g: Groups, now: Moment | null) => {
    const month = monthOf(g['month']!)
    return now && inMonth(yearFor(month, now) * 12 + month)
  },
}))
const allForms: readonly Form[] = [...forms.slice(0, -1), ...monthForms, forms.at(-1)!]

const trigger =
  /\d{4}|\b(?:to(?:day|night|morrow)|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|quarter|year|ago|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4])/i
const relative = /\b(?:ago|from now|in (?:a|an|one|two|three|four|five|six|\d{1,2}) (?:days?|weeks?|months?|years?))\b/i

// "The second cut this year", "the highest in 30 years", "the first in a decade": how rare a thing is, not when it was.
const counted =
  /\b(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|straight|consecutive)(?!\s(?:half|quarter|[a-z]+\smonths))|only|never|most|least|best|worst|(?:high|low|bigg|larg|fast|steep|sharp|strong|weak|slow|small|deep|long|short|cheap|great|narrow|wid|tight|heavi|busi|quick|few)est)\s(?:[a-z-]+\s){0,3}$/i

const require = createRequire(import.meta.url)
let chrono: typeof import('chrono-node') | undefined

/** Every date named in the text, in order, none overlapping; relative ones need the anchor (`YYYY-MM-DD`). Linear in the length. */
export function findDates(text: string, anchor: string | null, leaning: Leaning = 'past'): DateMention[] {
  if (!trigger.test(text)) return []
  const time = anchor ? atDay(anchor) : Number.NaN
  const at = new Date(time)
  const now: Moment | null = Number.isNaN(time)
    ? null
    : { time, year: at.getUTCFullYear(), month: at.getUTCFullYear() * 12 + at.getUTCMonth(), leaning }
  const found: DateMention[] = []
  const taken = (start: number, end: number): boolean => found.some((d) => start < d.end && end > d.start)
  const holds = new Map<Form['needs'], boolean>()
  for (const form of allForms) {
    const { needs } = form
    if (!holds.has(needs)) holds.set(needs, signs[needs].test(text))
    if (!holds.get(needs)) continue
    for (const match of text.matchAll(form.pattern)) {
      const end = match.index + match[0].length
      if (taken(match.index, end)) continue
      if (needs === 'period' && counted.test(text.slice(Math.max(0, match.index - 48), match.index))) continue
      const range = form.read(match.groups ?? {}, now)
      if (range) found.push({ start: match.index, end, range })
    }
  }
  if (now && relative.test(text)) {
    // Loaded only for the few sentences that count in weeks or months; the clock is the article's own.
    chrono ??= require('chrono-node') as typeof import('chrono-node')
    const options = { forwardDate: leaning === 'future' }
    for (const result of chrono.parse(
      text.slice(0, 600),
      { instant: new Date(time + dayMs / 2), timezone: 0 },
      options,
    )) {
      const end = result.index + result.text.length
      if (!relative.test(result.text) || taken(result.index, end)) continue
      if (/^in\b/i.test(result.text) && counted.test(text.slice(Math.max(0, result.index - 48), result.index))) continue
      const iso = isoDay(result.start.date().getTime())
      const coarse = /month|year/i.test(result.text)
      const range: DateRange = coarse ? { from: iso.slice(0, 7), to: iso.slice(0, 7), precision: 'month' } : onDay(iso)
      found.push({ start: result.index, end, range })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
