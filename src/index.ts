/** The analysis as a library: `import { analyze, loadEngine } from 'themewire'`. */
export { analyze, loadEngine, type Engine, type EngineFiles } from './analyze.ts'
export { ThemewireError, type ErrorCode } from './errors.ts'
export type * from './types.ts'
