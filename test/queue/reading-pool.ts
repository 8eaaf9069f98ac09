/** Real worker threads with a time limit, running the real analysis with a small pipeline in which one page never ends. */
import { Piscina } from 'piscina'
import { ThemewireError } from '../../src/errors.ts'
import type { Analysis, AnalysisInput } from '../../src/types.ts'
import type { WorkContext } from '../../src/queue/work.ts'

export function readingPool(limitMs = 20_000): WorkContext['pool'] {
  const pool = new Piscina({
    filename: new URL('./reading-thread.ts', import.meta.url).href,
    minThreads: 1,
    maxThreads: 2,
    idleTimeout: 60_000,
    execArgv: ['--import', 'tsx'],
  })
  return {
    async analyze(input: AnalysisInput) {
      const signal = AbortSignal.timeout(limitMs)
      try {
        return (await pool.run(input, { signal })) as Analysis
      } catch (error) {
        if (signal.aborted) throw new ThemewireError('analysis-timeout', `the analysis took longer than ${limitMs} ms`)
        throw error
      }
    },
    close: () => pool.destroy(),
  }
}
