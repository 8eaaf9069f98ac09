/** Gold cases of stance. */
import type { Case } from '../cases.ts'

export const cases: Case[] = []
