/** New York's trading days, against the exchange's published calendars, and the windows that follow from them. */
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { closesEarlyInNewYork, isNewYorkHoliday } from '../../src/digest/trading-days.ts'
import { digestDateAt, digestWindow, scheduledDate } from '../../src/digest/window.ts'

const daysOf = (year: number, is: (day: DateTime) => boolean): string[] =>
  Array.from({ length: 366 }, (_, i) => DateTime.utc(year).plus({ days: i }))
    .filter((day) => day.year === year && is(day))
    .map((day) => day.toFormat('MM-dd'))

describe('holidays of New York’s exchange', () => {
  it.each([
    [2022, '01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26'],
    [2023, '01-02 01-16 02-20 04-07 05-29 06-19 07-04 09-04 11-23 12-25'],
    [2024, '01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25'],
    [2025, '01-01 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 12-25'],
    [2026, '01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 12-25'],
    [2027, '01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 12-24'],
    // New Year's Day is a Saturday: the year before keeps its last Friday.
    [2028, '01-17 02-21 04-14 05-29 06-19 07-04 09-04 11-23 12-25'],
  ])('%i', (year, days) => expect(daysOf(year, isNewYorkHoliday)).toEqual(days.split(' ')))

  it.each([
    [2023, '07-03 11-24'],
    [2024, '07-03 11-29 12-24'],
    [2025, '07-03 11-28 12-24'],
    [2026, '11-27 12-24'],
    [2027, '11-26'],
  ])('early closes of %i', (year, days) => expect(daysOf(year, closesEarlyInNewYork)).toEqual(days.split(' ')))

  it('Easter falls where it should in far years', () => {
    const fridays = [1961, 2000, 2008, 2038, 2049, 2076, 2100].map((year) =>
      daysOf(year, (day) => day.weekday === 5 && day.month > 2 && day.month < 5 && isNewYorkHoliday(day)).at(-1),
    )
    expect(fridays).toEqual(['03-31', '04-21', '03-21', '04-23', '04-16', '04-17', '03-26'])
  })
})

const market = { close: '16:00', zone: 'America/New_York', weekend: true, holidays: 'new-york' } as const

describe('a day without trading', () => {
  it('belongs to the next trading day', () => {
    // Good Friday 2026: Monday's digest goes back to Thursday's close.
    expect(digestWindow('2026-04-06', market)).toEqual({
      from: '2026-04-02T20:00:00.000Z',
      to: '2026-04-06T20:00:00.000Z',
    })
    expect(digestDateAt('2026-04-03T15:00:00Z', market)).toBe('2026-04-06')
    expect([scheduledDate('2026-04-02', 1, market), scheduledDate('2026-04-06', -1, market)]).toEqual([
      '2026-04-06',
      '2026-04-02',
    ])
  })

  it('that ends early is cut there', () => {
    expect(digestWindow('2025-11-28', market)).toEqual({
      from: '2025-11-26T21:00:00.000Z',
      to: '2025-11-28T18:00:00.000Z',
    })
    expect(digestDateAt('2025-11-28T18:30:00Z', market)).toBe('2025-12-01')
    // A market that closes before then is not cut later.
    expect(digestWindow('2025-11-28', { ...market, close: '11:30' }).to).toBe('2025-11-28T16:30:00.000Z')
  })

  it('asked for by itself is a day of its own', () => {
    expect(digestWindow('2026-04-03', market)).toEqual({
      from: '2026-04-02T20:00:00.000Z',
      to: '2026-04-03T20:00:00.000Z',
    })
  })

  it('is like any other where no holidays are kept', () => {
    const weekdays = { close: '16:30', zone: 'Europe/London', weekend: true }
    expect(scheduledDate('2026-04-02', 1, weekdays)).toBe('2026-04-03')
  })
})
