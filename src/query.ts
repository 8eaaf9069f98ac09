/**
 * The query vocabulary: what can be asked and what comes back, one zod schema each. The store answers in these shapes, the
 * HTTP API validates by them, the client and the command line are typed by them.
 */
export { LocalMoment, Moment } from './query/parameters.ts'
export * from './query/questions.ts'
export * from './query/answers.ts'
export * from './query/work.ts'
export * from './query/alerts.ts'
export * from './query/marks.ts'
