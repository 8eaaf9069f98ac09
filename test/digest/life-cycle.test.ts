/** A phrase's days from its first to its last, and what a day weighs. */
import { describe, expect, it } from 'vitest'
import { burstOf, outlives, stateOf, weightOf } from '../../src/digest/life-cycle.ts'

/** By day, the earliest first; 20 stories each. */
const course = (days: readonly number[]) => {
  const told = [...Array<number>(31).fill(0), ...days].slice(-31).reverse()
  return { told, all: told.map(() => 20) }
}
const stateAfter = (days: readonly number[]): string => {
  const past = course(days)
  const week = past.told.slice(0, 8).reduce((a, b) => a + b, 0)
  const rises = ['candidate', 'active'].includes(stateOf(past, week))
  return burstOf(past) === 0 || !(rises || outlives(past)) ? 'not shown' : stateOf(past, week)
}

describe('the life of a phrase', () => {
  it('goes from candidate to active, fading and dormant, and ends', () => {
    const days = [1, 2, 5, 6, 5, 4, 2, 1, 1, ...Array<number>(18).fill(0)]
    const states = days.map((_, i) => stateAfter(days.slice(0, i + 1)))
    const runs = states.filter((state, i) => state !== states[i - 1])
    expect(runs).toEqual(['not shown', 'active', 'fading', 'dormant', 'not shown'])
    expect(stateAfter([2])).toBe('candidate')
  })
  it('is taken up again where a day bursts anew', () => {
    const slept = [5, 6, 5, ...Array<number>(9).fill(0)]
    expect(stateAfter(slept)).toBe('dormant')
    expect(stateAfter([...slept, 5])).toBe('fading')
    expect(stateAfter([...slept, 5, 5])).toBe('active')
  })
  it.each([
    ['one story a day', Array<number>(31).fill(1)],
    ['now and then', Array.from({ length: 31 }, (_, i) => (i % 3 === 0 ? 2 : 0))],
    ['one story', [1]],
    ['a candidate that nobody took up', [2, 0, 0, 0, 0]],
    ['none', []],
  ])('does not begin: %s', (_what, days) => {
    expect(stateAfter(days)).toBe('not shown')
  })
  it('is not fading for a quiet day, nor for a day with fewer stories', () => {
    expect(stateAfter([4, 5, 5, 0])).toBe('active')
    const weekend = { told: [1, 1, 5, 5, 5, ...Array<number>(26).fill(0)], all: [4, 4, ...Array<number>(29).fill(20)] }
    expect(stateOf(weekend, 17)).toBe('active')
  })
})

describe('the weight of a day', () => {
  it('is its share by log(1 + mean day ÷ all days)', () => {
    expect(weightOf({ told: [4, 0, 2], all: [10, 20, 30] })).toBeCloseTo((4 / 10) * Math.log(1 + 20 / 6), 12)
  })
  it('is nothing where no story tells it', () => {
    expect(weightOf({ told: [0, 5], all: [10, 10] })).toBe(0)
    expect(weightOf({ told: [], all: [] })).toBe(0)
  })
  it('is less for what every day tells', () => {
    expect(weightOf(course([3, 3, 3]))).toBeLessThan(weightOf(course([0, 0, 3])))
  })
})
