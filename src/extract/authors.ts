/** Who wrote it, as names: "By Jane Doe and John Roe, Reuters" → Jane Doe, John Roe. Pure. */
import { normalizeLine } from './normalize-text.ts'

const lead =
  /^(?:(?:written|story|words|text|reported|posted|article|review|post|contributed|analysis|edited|published) )?(?:by|from|von|par|por)\b[:\s]*/i
const roles =
  /[\s,–—|-](?:senior |associate |managing |contributing |deputy |chief |executive |staff |special |lead |news |guest |national |political |business |economics |markets? |technology |freelance |assistant |digital |features? |health |sports? )*(?:editor|writer|reporter|correspondent|columnist|contributor|author|journalist|producer|photographer|analyst|staff|critic|strategist|bureau chief|editor[- ](?:in[- ]chief|at[- ]large))\b.*$/i
const organisation =
  /\b(?:staff|team|editors?|editorial|newsroom|news (?:desk|service|agency)|desk|press|reuters|bloomberg|newswires?|associated press|agencies|admin|administrator|contributors?|inc|llc|ltd|corp|university|wire|report|magazine|times|post|tribune|network|guest author|unknown|anonymous|media|group|channel|journal|gazette|herald|daily|online|website|webmaster|marketing|.*\.(?:com|org|net|co))\b/i

/** The persons in the given strings, each once, in order; organisations, addresses and the site's own name are left out. */
export const readAuthors = (values: readonly string[], siteName: string | null): string[] =>
  namesIn(values, siteName).filter((name) => !organisation.test(name))

/** Persons, or where there are none organisations: wire services are credited as authors. */
export const readCredits = (values: readonly string[], siteName: string | null): string[] => {
  const names = namesIn(values, siteName)
  const persons = names.filter((name) => !organisation.test(name))
  return persons.length > 0 ? persons : names
}

function namesIn(values: readonly string[], siteName: string | null): string[] {
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

/** For comparing: letters only, without accents. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/\P{L}+/gu, '')

function splitNames(value: string): string[] {
  const plain = normalizeLine(value.slice(0, 500))
  if (/^(?:https?:|www\.|@|\/\/)/i.test(plain)) return []
  return plain
    .split(' ')
    .filter((word) => !word.includes('@'))
    .join(' ')
    .replace(/\([^()]{0,80}\)/g, ' ')
    .replace(lead, '')
    .split(/[;|•·\n,&]|\s\/\s|\b(?:and|with|by)\b/i)
    .map((part) => tidy(part))
    .filter((part) => part !== '' && !credentials.test(part) && !office.test(part))
}

const credentials =
  /^(?:M\.?[ABDS]|MPH|MBA|CFA|CFP|CPA|J\.?D|Ph\.?\s?D|R\.?N|RDN?|LDN|DO|DDS|DVM|Esq|[JS]r|I{2,3}|CPT|PharmD|Ed\.?D)\W*$/i
const office =
  /\b(?:officer|president|director|head of|ceo|chair(?:man|woman)?|professor|fellow|manager|founder|partner|executive|minister|reviewed|updated|published|published on|min read|photograph\w*|photos?|video|styl\w+|getty|read more|learn (?:more|about)|(?:author|all|more) posts|tagged|expert reviewer|follow|share|comments?)\b/i

function tidy(part: string): string {
  let name = part
    .replace(lead, '')
    .replace(/^author:? (?=\p{Lu}\S+ \p{Lu})/iu, '')
    .replace(/\s(?:MS|MA|MD|MPH|RDN?|PhD|Ph\.D\.|CFP®?|RN)$/, '')
  const role = roles.exec(name)
  if (role) name = name.slice(0, role.index)
  name = name
    .trim()
    .replace(/^[.:–—-]/, '')
    .trim()
  while (/[,:–—|-]$/.test(name)) name = name.slice(0, -1).trim()
  // A name taken from an address: "jane-doe".
  if (/^[a-z]+(?:-[a-z]+)+$/.test(name))
    name = name
      .split('-')
      .map((word) => word[0]!.toUpperCase() + word.slice(1))
      .join(' ')
  return name
}

/** One to five words, letters, no digits or signs of addresses. */
function looksLikeName(name: string): boolean {
  if (name.length < 3 || name.length > 50 || /[\d<>{}@#=]|https?:/.test(name)) return false
  if (
    /^(?:sponsored|unknown|anonymous|admin|administrator|null|undefined|none|guest|author|home|news|contributor)$/i.test(
      name,
    )
  )
    return false
  return name.split(' ').length <= 5 && /\p{L}/u.test(name)
}
