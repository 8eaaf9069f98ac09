/** A digest without what it says by articles that were taken down. Pure. */
import type { Digest } from './digest.ts'
import { leadOf } from './lead.ts'

const nothing = Symbol('nothing')

/** What stands on one of these articles goes with it: its quotes, its facts, its line in a list. Counts stay as they were. */
export function redactDigest(digest: Digest, gone: ReadonlySet<string>): Digest {
  const kept = without(digest, gone) as Digest
  return { ...kept, lead: leadOf(kept) }
}

/** The value, or `nothing`, which takes along the object it is in, up to the list that holds it. */
function without(value: unknown, gone: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => without(item, gone)).filter((item) => item !== nothing)
  if (typeof value !== 'object' || value === null) return value
  if ('articleId' in value && gone.has(String(value.articleId))) return nothing
  const kept: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(value)) {
    const rest = without(part, gone)
    // A row of which no sentence is left has nothing to show for itself.
    const bare = key === 'quotes' && Array.isArray(rest) && rest.length === 0 && (part as unknown[]).length > 0
    if (rest === nothing || bare) return nothing
    kept[key] = rest
  }
  return kept
}
