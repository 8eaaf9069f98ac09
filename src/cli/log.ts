/** The log of processes that stay: JSON lines on standard error. */
import { pino, type Logger } from 'pino'
import type { Config } from '../config.ts'

export const makeLog = (config: Pick<Config, 'logLevel'>): Logger =>
  pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
