/** A date as pages and feeds write it, as ISO 8601: "2024-03-15T09:30:00-0400" · "Fri, 15 Mar 2024 13:30 EDT" · "March 15, 2024". Pure. */

export interface ReadDate {
  /** With offset for an instant; a day or month is its first instant in UTC. */
  readonly iso: string
  readonly precision: 'instant' | 'day' | 'month'
  /** The offset was written, not assumed to be UTC. */
  readonly zoned: boolean
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** Zone names of feeds and bylines, as minutes east of UTC. */
const zones: Record<string, number> = {
  z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, bst: 60, ist: 330, cet: 60, cest: 120, eet: 120, eest: 180, msk: 180,
  et: -300, est: -300, edt: -240, ct: -360, cst: -360, cdt: -300, mt: -420, mst: -420, mdt: -360, pt: -480, pst: -480, pdt: -420,
  akst: -540, akdt: -480, hst: -600, jst: 540, kst: 540, hkt: 480, sgt: 480, aest: 600, aedt: 660, acst: 570, awst: 480, nzst: 720, nzdt: 780,
} // prettier-ignore

const time = String.raw`(\d{1,2})[:.h]?(\d{2})?(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(a\.?m\.?|p\.?m\.?)?`
const zone = String.raw`(?:\s{0,3}\(?(z|[+-]\d{1,2}:?\d{2}|(?:utc|gmt)[+-]\d{1,2}(?::?\d{2})?|[a-z]{2,4}\b))?`
const isoLike =
  /^(\d{4})-?(\d{2})(?:-?(\d{2})(?!\d)(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,12})?)?\s?(Z|[+-]\d{1,2}(?::?\d{2})?|[A-Z]{2,4}\b)?)?|$)/i
const clock = new RegExp(`(?<![\\d:])${time}${zone}`, 'i')
const monthFirst =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(?:at\s+)?(\d{4})\b/i
const dayFirst =
  /\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[\s-]+(\d{2,4})\b/i
const yearFirst = /\b((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})\b/
const numeric = /\b(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d{2})\b/
const monthOnly = /^\W*(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+((?:19|20)\d{2})\W*$/i

/** Reads the first date in a short string; null when there is none or it is absurd (before 1990 or after 2100). */
export function readDate(value: string): ReadDate | null {
  const text = value.slice(0, 300).trim()
  if (/^\d{10}(?:\d{3})?$/.test(text)) return instantOf(Number(text) * (text.length === 10 ? 1000 : 1))
  const iso = isoLike.exec(text)
  if (iso && !/^\d{5,7}$/.test(text)) return build(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6], undefined, iso[7])
  const found = monthFirst.exec(text)
  if (found) return withClock(text, found, found[3], monthOf(found[1]), found[2])
  const other = dayFirst.exec(text)
  if (other) return withClock(text, other, fullYear(other[3]!), monthOf(other[2]), other[1])
  const year = yearFirst.exec(text)
  if (year) return withClock(text, year, year[1], year[2], year[3])
  const slashed = numeric.exec(text)
  // 3/4/2024 is March in America and April elsewhere: a part above 12 tells, or dots, else it is read as in US news.
  if (slashed) {
    const [, one, sign, two, year] = slashed
    return Number(one) > 12 || (sign === '.' && Number(two) <= 12)
      ? withClock(text, slashed, year, two, one)
      : withClock(text, slashed, year, one, two)
  }
  const month = monthOnly.exec(text)
  return month ? build(month[2], monthOf(month[1])) : null
}

/** "3/4/2024" as "2024-04-03", for pages that write the day first; what cannot be a date so stays as it is. */
export const readDayFirst = (text: string): string =>
  text.replace(numeric, (found, day: string, _sign, month: string, year: string) =>
    Number(month) > 12 ? found : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  )

const monthOf = (name: string | undefined): string => String(months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1)
const fullYear = (year: string): string => (year.length === 2 ? `${Number(year) < 70 ? '20' : '19'}${year}` : year)

function withClock(text: string, found: RegExpExecArray, year?: string, month?: string, day?: string): ReadDate | null {
  const after = text.slice(found.index + found[0].length)
  const before = text.slice(0, found.index)
  for (const part of [after, before]) {
    const at = clock.exec(part)
    if (at?.[1] !== undefined && (at[2] !== undefined || at[4] !== undefined))
      return build(year, month, day, at[1], at[2] ?? '00', at[3], at[4], at[5])
  }
  return build(year, month, day)
}

function build(
  year?: string,
  month?: string,
  day?: string,
  hour?: string,
  minute?: string,
  second?: string,
  half?: string,
  zoneName?: string,
): ReadDate | null {
  // prettier-ignore
  const [y, m, d] = [Number(year), Number(month), day === undefined ? 1 : Number(day)]
  if (!(y >= 1990 && y <= 2100 && m >= 1 && m <= 12 && d >= 1 && d <= 31)) return null
  const date = new Date(Date.UTC(y, m - 1, d))
  if (date.getUTCMonth() !== m - 1) return null
  const dayText = date.toISOString().slice(0, 10)
  if (day === undefined) return { iso: `${dayText}T00:00:00Z`, precision: 'month', zoned: false }
  if (hour === undefined) return { iso: `${dayText}T00:00:00Z`, precision: 'day', zoned: false }
  let h = Number(hour)
  if (half && h <= 12) h = (h % 12) + (/^p/i.test(half) ? 12 : 0)
  const [min, sec] = [Number(minute ?? 0), Number(second ?? 0)]
  if (h > 24 || min > 59 || sec > 60) return { iso: `${dayText}T00:00:00Z`, precision: 'day', zoned: false }
  const offset = offsetOf(zoneName, m, d)
  const two = (value: number): string => String(value).padStart(2, '0')
  const clockText = `${two(Math.min(h, 23))}:${two(min)}:${two(Math.min(sec, 59))}`
  return { iso: `${dayText}T${clockText}${offset ?? 'Z'}`, precision: 'instant', zoned: offset !== null }
}

/** `Z`, `+05:30`, `-0400`, `EDT`, `UTC+8` as an ISO offset; null for none or an unknown name. */
function offsetOf(name: string | undefined, month: number, day: number): string | null {
  if (!name) return null
  const lower = name.toLowerCase()
  let minutes = zones[lower]
  if (minutes !== undefined && /^[ecmp]t$/.test(lower) && (month > 3 || (month === 3 && day > 10)) && month < 11)
    minutes += 60
  const signed = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/.exec(lower)
  if (signed) minutes = (Number(signed[2]) * 60 + Number(signed[3] ?? 0)) * (signed[1] === '-' ? -1 : 1)
  if (minutes === undefined || Math.abs(minutes) > 14 * 60) return null
  if (minutes === 0) return 'Z'
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
}

function instantOf(milliseconds: number): ReadDate | null {
  const year = new Date(milliseconds).getUTCFullYear()
  if (!(year >= 1990 && year <= 2100)) return null
  return { iso: new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z'), precision: 'instant', zoned: true }
}
