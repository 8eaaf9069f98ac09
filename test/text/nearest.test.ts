/** Which names are near to one that is not known. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nearestTo } from '../../src/text/nearest.ts'

const names = ['rotation', 'rate-path', 'AAPL', 'AA', 'tariffs', 'small-caps']

it.each([
  ['rotaton', ['rotation']],
  ['APPL', ['AAPL']],
  ['tarrifs', ['tariffs']],
  ['smallcaps', ['small-caps']],
  ['zzzzzz', []],
  ['', []],
])('"%s"', (name, near) => expect(nearestTo(name, names)).toEqual(near))

it('a name is nearest to itself, and what is near differs in at most a third', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.array(fc.string({ maxLength: 12 })), (name, others) => {
      const near = nearestTo(name, [name, ...others])
      expect(near[0]?.toLowerCase()).toBe(name.toLowerCase())
      for (const one of near)
        expect(Math.abs(one.length - name.length)).toBeLessThanOrEqual(Math.max(1, name.length / 3))
    }),
  )
})
