/** Who wrote it, as names: "By Jane Doe and John Roe, Reuters" → Jane Doe, John Roe. Pure. */
import { normalizeLine } from './normalize-text.ts'

const lead =
  /^(?:(?:written|story|words|text|reported|posted|article|review|post|contributed|analysis|edited|published) )?(?:by|from|von|par|por)\b[:\s]*/i
const roles =
  /[\s,–—|-]+(?:(?:senior |associate |managing |contributing |deputy |chief |executive |staff |special |lead |news |guest |national |political |business |economics |markets? |technology |freelance |assistant |digital |features? |health |sports? )*(?:editor|writer|reporter|correspondent|columnist|contributor|author|journalist|producer|photographer|analyst|staff|critic|strategist|bureau chief|editor[- ](?:in[- ]chief|at[- ]large))\b.*)$/i
const organisation =
  /\b(?:staff|team|editors?|editorial|newsroom|news (?:desk|service|agency)|desk|press|reuters|bloomberg|newswires?|associated press|agencies|admin|administrator|contributors?|inc|llc|ltd|corp|university|wire|report|magazine|times|post|tribune|network|guest author|unknown|anonymous|media|group|channel|journal|gazette|herald|daily|online|website|webmaster|marketing|.*\.(?:com|org|net|co))\b/i

/** The names in the given strings, each once, in order; organisations, addresses and the site's own name are left out. */
export function readAuthors(values: readonly string[], siteName: string | null): string[] {
  const names = new Map<string, string>()
  for (const value of values) {
    for (const name of splitNames(value)) {
      const folded = fold(name)
      if (folded === '' || folded === fold(siteName ?? '') || !looksLikeName(name)) continue
      if (!names.has(folded)) names.set(folded, name)
    }
  }
  return [...names.values()].slice(0, 20)
}

export const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}]+/gu, '')

function splitNames(value: string): string[] {
  const plain = normalizeLine(value.slice(0, 500))
  if (/^https?:|^www\.|^@|^\/\//i.test(plain)) return []
  return plain
    .replace(/\S+@\S+\.\S+/g, ' ')
    .replace(/\([^)]{0,80}\)/g, ' ')
    .replace(lead, '')
    .split(/\s*(?:[;|•·/\n]|\band\b|\bwith\b|&)\s*|,\s+(?:and\s+|by\s+)?/i)
    .map((part) =>
      part
        .replace(lead, '')
        .replace(roles, '')
        .replace(/^[\s,.:–—-]+|[\s,:–—-]+$/g, '')
        .trim(),
    )
    .filter((part) => part !== '')
}

/** Two to five words, letters only, capitals where names have them; one word only when it is a handle-free name. */
function looksLikeName(name: string): boolean {
  if (name.length < 3 || name.length > 50 || /\d|https?:|[<>{}@#]/.test(name)) return false
  if (organisation.test(name)) return false
  const words = name.split(/\s+/)
  if (words.length > 5) return false
  return /\p{L}/u.test(name)
}
