/** A digest as JSON: the facts themselves, for programs. */
import type { Digest } from './digest.ts'

export const renderJson = (digest: Digest): string => `${JSON.stringify(digest, null, 2)}\n`
