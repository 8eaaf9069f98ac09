/** Gold cases of policy. */
import type { Case } from '../cases.ts'

export const cases: Case[] = []
