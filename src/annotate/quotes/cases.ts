/** Gold cases of quotes. */
import type { Case } from '../cases.ts'

export const cases: Case[] = []
