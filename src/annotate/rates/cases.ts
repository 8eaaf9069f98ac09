/** Gold cases of rates. */
import type { Case } from '../cases.ts'

export const cases: Case[] = []
