/** The linter reads regular expressions in the source; this reads those that are put together when the program runs. */
import { parse } from 'node:path'
import { analyse } from 'scslre'
import { expect, test } from 'vitest'

const built = new Map<string, RegExp>()
const Plain = RegExp
globalThis.RegExp = new Proxy(Plain, {
  construct(target, [source, flags]: [string | RegExp, string?]) {
    const pattern = new target(source, flags)
    const caller = new Error().stack?.split('\n').find((line) => /\/src\/(?!.*node_modules)/.test(line)) ?? ''
    // Matching all of a string clones its pattern, which is no new one.
    if (typeof source === 'string' && caller !== '') built.set(`${parse(caller.trim()).base} ${pattern}`, pattern)
    return pattern
  },
})
const { analyze, loadEngine } = await import('../../src/analyze.ts')
analyze({ id: 'test', text: 'The Fed cut rates by 25 basis points; Nvidia fell 5% in March.' }, loadEngine())
globalThis.RegExp = Plain

test('patterns put together at run time take linear time', () => {
  expect(built.size).toBeGreaterThan(20)
  const dear = [...built].filter(
    ([, { source, flags }]) => analyse({ source, flags }, { reportTypes: { Move: true } }).reports.length > 0,
  )
  expect(dear.map(([where]) => where)).toEqual([])
})
