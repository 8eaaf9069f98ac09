/** Finds where a smooth function is least: L-BFGS (Liu & Nocedal 1989) with steps halved until they help enough (Armijo). */

/** The value at a point; writes the slope there. */
export type Smooth = (point: Float64Array, slope: Float64Array) => number

const memory = 10
/** A step has to bring this share of what the slope promises. */
const enough = 1e-4
const mostHalvings = 30

/** Ends where the slope is as small as `flat`, or after `steps`. */
export function minimise(of: Smooth, start: Float64Array, steps = 500, flat = 1e-7): Float64Array {
  let point = start
  let slope = new Float64Array(point.length)
  let value = of(point, slope)
  const past: { moved: Float64Array; turned: Float64Array; share: number }[] = []
  for (let step = 0; step < steps && Math.sqrt(dot(slope, slope)) > flat; step++) {
    const direction = slope.map((by) => -by)
    const alphas: number[] = []
    for (const { moved, turned, share } of past.toReversed()) {
      const alpha = share * dot(moved, direction)
      alphas.push(alpha)
      add(direction, turned, -alpha)
    }
    const last = past.at(-1)
    if (last) direction.forEach((by, i) => (direction[i] = by / (last.share * dot(last.turned, last.turned))))
    for (const { moved, turned, share } of past) add(direction, moved, alphas.pop()! - share * dot(turned, direction))
    const promised = dot(slope, direction)
    let length = past.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(slope, slope))) : 1
    const nextSlope = new Float64Array(point.length)
    let next = along(point, direction, length)
    let nextValue = of(next, nextSlope)
    for (let k = 0; k < mostHalvings && !(nextValue <= value + enough * length * promised); k++) {
      length /= 2
      next = along(point, direction, length)
      nextValue = of(next, nextSlope)
    }
    // No step helps any more: as good as it gets with these numbers.
    if (!(nextValue < value)) break
    const moved = along(next, point, -1)
    const turned = along(nextSlope, slope, -1)
    const curved = dot(moved, turned)
    if (curved > 0) past.push({ moved, turned, share: 1 / curved })
    if (past.length > memory) past.shift()
    point = next
    slope = nextSlope
    value = nextValue
  }
  return point
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

function add(to: Float64Array, from: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += times * from[i]!
}

const along = (from: Float64Array, direction: Float64Array, length: number): Float64Array =>
  from.map((value, i) => value + length * direction[i]!)
