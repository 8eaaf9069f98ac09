/** Quantities in every form they are written, and none where there is none. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inBasisPoints, readQuantities } from '../../src/text/numbers.ts'

const read = (text: string): [low: number, high: number, unit: string][] =>
  readQuantities(text).map(({ low, high, unit }) => [low, high, unit])

describe('quantities', () => {
  test.each([
    ['5-1/4 to 5-1/2 percent', [[5.25, 5.5, 'percent']]],
    ['4.25%-4.5%', [[4.25, 4.5, 'percent']]],
    ['3.5–3.75 percent', [[3.5, 3.75, 'percent']]],
    ['four and a quarter per cent', [[4.25, 4.25, 'percent']]],
    ['3½ per cent', [[3.5, 3.5, 'percent']]],
    ['1\u20111/2 to 1-3/4 percent', [[1.5, 1.75, 'percent']]],
    ['0-1/4 percent', [[0, 0.25, 'percent']]],
    ['4\u00A03/4 percent', [[4.75, 4.75, 'percent']]],
    ['minus 0.1%', [[-0.1, -0.1, 'percent']]],
    ['3,25 %', [[3.25, 3.25, 'percent']]],
    ['25bps', [[25, 25, 'bps']]],
    ['a 50-basis-point move', [[50, 50, 'bps']]],
    ['0.1 percentage point', [[0.1, 0.1, 'points']]],
    ['half a percentage point', [[0.5, 0.5, 'points']]],
    ['between 31 and 33%', [[31, 33, 'percent']]],
    ['zero percent', [[0, 0, 'percent']]],
    [
      'at 0.00%, 0.25% and -0.40%',
      [
        [0, 0, 'percent'],
        [0.25, 0.25, 'percent'],
        [-0.4, -0.4, 'percent'],
      ],
    ],
    [
      'from 4 percent to 4 3/4 percent',
      [
        [4, 4, 'percent'],
        [4.75, 4.75, 'percent'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test.each(['1.2.3%', '%%%', 'version 5.25', '$3.50', 'a percentage of sales', 'the 10-year note'])(
    'none in %s',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )

  test('a change is told in basis points', () => {
    expect(readQuantities('by a quarter point').map(inBasisPoints)).toEqual([25])
    expect(readQuantities('by 50 basis points').map(inBasisPoints)).toEqual([50])
    expect(readQuantities('by three-quarters of a percentage point').map(inBasisPoints)).toEqual([75])
  })

  test('any text is read without an exception, in order and without overlap', () => {
    const piece = fc.constantFrom(
      '5',
      '.',
      ',',
      '-',
      '–',
      '%',
      ' ',
      '1/4',
      'percent',
      'to',
      'bps',
      '½',
      'one',
      'half',
      'point',
      'and',
      '\n',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
        (text) => {
          let last = 0
          for (const { start, end, low, high } of readQuantities(text)) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            expect(Number.isFinite(low) && Number.isFinite(high)).toBe(true)
            last = end
          }
        },
      ),
    )
  })
})
