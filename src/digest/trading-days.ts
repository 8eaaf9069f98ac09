/** When New York's exchange trades, by its rules: holidays and early closes are computed, so no list of years runs out. */
import type { DateTime } from 'luxon'

const [friday, saturday, sunday] = [5, 6, 7]

/**
 * Holidays as NYSE Rule 7.2 has them since 2022: a Saturday's is kept on the Friday before (New Year's is not), a Sunday's on
 * the Monday after. Days of mourning and storms follow no rule and are not known. `day` has no clock: a date in UTC.
 */
export function isNewYorkHoliday(day: DateTime): boolean {
  const { month, day: date, weekday } = day
  const isNth = (of: number, on: number, nth: number): boolean =>
    month === of && weekday === on && Math.ceil(date / 7) === nth
  return (
    isKept(day, 1, 1, { onFriday: false }) ||
    isNth(1, 1, 3) ||
    isNth(2, 1, 3) ||
    isGoodFriday(day) ||
    (month === 5 && weekday === 1 && date > 24) ||
    isKept(day, 6, 19) ||
    isKept(day, 7, 4) ||
    isNth(9, 1, 1) ||
    isNth(11, 4, 4) ||
    isKept(day, 12, 25)
  )
}

/** At 13:00: on the eves of Independence Day and Christmas, where they are trading days, and on the Friday after Thanksgiving. */
export function closesEarlyInNewYork(day: DateTime): boolean {
  const { month, day: date, weekday } = day
  // On a Friday the eve is the holiday itself, kept early.
  const isEve = (month === 7 && date === 3) || (month === 12 && date === 24)
  return (isEve && weekday < friday) || (month === 11 && weekday === friday && date >= 23 && date <= 29)
}

function isKept(day: DateTime, month: number, date: number, { onFriday = true } = {}): boolean {
  const isOn = (other: DateTime): boolean => other.month === month && other.day === date
  switch (day.weekday) {
    case saturday:
    case sunday:
      return false
    case 1:
      return isOn(day) || isOn(day.minus({ days: 1 }))
    case friday:
      return isOn(day) || (onFriday && isOn(day.plus({ days: 1 })))
    default:
      return isOn(day)
  }
}

/** Two days before Easter, which is found by the Gregorian computus (Meeus, Jones and Butcher). */
function isGoodFriday(day: DateTime): boolean {
  if (day.weekday !== friday || day.month < 3 || day.month > 4) return false
  const { year } = day
  const [century, inCentury, golden] = [Math.floor(year / 100), year % 100, year % 19]
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25)
  const epact = (19 * golden + skipped + 15) % 30
  const moon = epact - Math.floor((golden + 11 * epact) / 319)
  const toSunday = (2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4) + 32) % 7
  const month = Math.floor((moon + toSunday + 90) / 25)
  const date = (moon + toSunday + month + 19) % 32
  const sundayAfter = day.plus({ days: 2 })
  return sundayAfter.month === month && sundayAfter.day === date
}
