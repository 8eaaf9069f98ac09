/** Windows follow each other without gap or overlap, in every zone and over every change of clocks. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueAt } from '../../src/digest/latest-day.ts'
import { daysBefore, digestDateAt, digestWindow, scheduledDate, windowsBefore } from '../../src/digest/window.ts'

const newYork = { close: '16:00', zone: 'America/New_York', weekend: true }

const zones = ['America/New_York', 'Europe/London', 'Asia/Tokyo', 'Australia/Lord_Howe', 'Asia/Kathmandu']
const market = fc.record({
  close: fc.constantFrom('16:00', '00:00', '02:30', '07:00', '23:59', '24:00'),
  zone: fc.constantFrom(...zones),
  weekend: fc.boolean(),
  holidays: fc.constantFrom('new-york' as const, undefined),
})
const moment = fc.date({ min: new Date('1995-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })

describe('a digest’s window', () => {
  it('is the day up to the close, and on Monday goes back to Friday’s', () => {
    expect(digestWindow('2026-03-13', newYork)).toEqual({
      from: '2026-03-12T20:00:00.000Z',
      to: '2026-03-13T20:00:00.000Z',
    })
    expect(digestWindow('2026-03-16', newYork)).toEqual({
      from: '2026-03-13T20:00:00.000Z',
      to: '2026-03-16T20:00:00.000Z',
    })
    // Asked for by itself, a Saturday is a day like others.
    expect(digestWindow('2026-03-14', newYork)).toEqual({
      from: '2026-03-13T20:00:00.000Z',
      to: '2026-03-14T20:00:00.000Z',
    })
  })

  it('keeps to the clocks of its zone when they change', () => {
    // Monday 9 March 2026: Friday's close is in winter time, Monday's in summer time.
    expect(digestWindow('2026-03-09', newYork)).toEqual({
      from: '2026-03-06T21:00:00.000Z',
      to: '2026-03-09T20:00:00.000Z',
    })
    const everyDay = { ...newYork, weekend: false }
    const hours = (date: string) => {
      const { from, to } = digestWindow(date, everyDay)
      return (Date.parse(to) - Date.parse(from)) / 3_600_000
    }
    expect(['2026-03-07', '2026-03-08', '2026-11-01'].map(hours)).toEqual([24, 23, 25])
  })

  it('cut at midnight is a calendar day', () => {
    expect(digestWindow('2026-03-13', { close: '24:00', zone: 'Europe/Berlin', weekend: false })).toEqual({
      from: '2026-03-12T23:00:00.000Z',
      to: '2026-03-13T23:00:00.000Z',
    })
  })

  it('ends where the next scheduled one begins, and holds every moment in just one', () => {
    fc.assert(
      fc.property(moment, market, (time, market) => {
        const instant = time.toISOString()
        const date = digestDateAt(instant, market)
        const window = digestWindow(date, market)
        expect(window.from <= instant && instant < window.to).toBe(true)
        expect(digestWindow(scheduledDate(date, 1, market), market).from).toBe(window.to)
        expect(digestWindow(scheduledDate(date, -1, market), market).to).toBe(window.from)
        expect(scheduledDate(scheduledDate(date, 5, market), -5, market)).toBe(date)
        expect(digestDateAt(window.from, market)).toBe(date)
        expect(digestDateAt(window.to, market)).toBe(scheduledDate(date, 1, market))
      }),
      { numRuns: 300 },
    )
  })

  it('is compared with days, and any window with windows of its length, that follow each other up to it', () => {
    fc.assert(
      fc.property(moment, market, fc.integer({ min: 1, max: 400 }), (time, market, hours) => {
        const { from } = digestWindow(digestDateAt(time.toISOString(), market), market)
        const to = new Date(Date.parse(from) + hours * 3_600_000).toISOString()
        for (const windows of [daysBefore(from, market.zone, 30), windowsBefore({ from, to }, 30)]) {
          expect(windows).toHaveLength(30)
          expect(windows[0]?.to).toBe(from)
          for (const [i, window] of windows.slice(1).entries()) expect(window.to).toBe(windows[i]?.from)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('is due in the morning of its date', () => {
    const due = (now: string) => dueAt(now, { timezone: 'America/New_York', at: '07:00', market: newYork })
    expect(due('2026-03-13T10:59:59Z')).toBe('2026-03-12')
    expect(due('2026-03-13T11:00:00Z')).toBe('2026-03-13')
    expect(due('2026-03-15T23:00:00Z')).toBe('2026-03-13')
    expect(due('2026-03-16T10:00:00Z')).toBe('2026-03-13')
    expect(due('2026-03-16T11:00:00Z')).toBe('2026-03-16')
  })

  it('is refused where there is no such day', () => {
    for (const date of ['2026-02-30', '0001-01-01', '9999-12-31', 'today', '2026-3-1']) {
      expect(() => digestWindow(date, newYork)).toThrow(/there is no day/)
    }
    expect(() => digestWindow('2026-03-13', { ...newYork, zone: 'Mars/Olympus' })).toThrow(/no time zone/)
  })
})
