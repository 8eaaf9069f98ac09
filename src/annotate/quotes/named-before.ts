/** Finds who was named last before a quotation that only says "she": "noted Ann Lee of Rowe" · "Ann Lee, who runs the desk, was" · "Ms. Lee" */

export type Pronoun = 'he' | 'she' | 'they'

export interface Known {
  readonly name: string
  /** What a title or an earlier pronoun told. */
  pronoun?: Pronoun | undefined
}

const title = '(?<title>(?:Mr|Mrs|Ms|Dr)\\.?\\s)?'
const name = "(?<name>\\p{Lu}[\\p{L}'’.-]{0,20}(?:\\s\\p{Lu}[\\p{L}'’.-]{0,20}){0,3})"
const saying =
  '(?:said|says|added|adds|told|noted|notes|wrote|writes|warned|warns|argued|argues|explained|commented|stated|remarked|predicted|observed|cautioned|stressed|acknowledged|recalled)'
const role =
  '(?:an?|the|its|who|chief|head|chair\\p{L}*|president|governor|economist|strategist|analyst|director|manager|founder|partner)'
// A person in so many words, and anybody who only stands where one could.
const told = [
  new RegExp(`\\b${saying}\\s${title}${name}`, 'gu'),
  new RegExp(`(?<!\\p{L})${title}${name}(?:,\\s[^,.\\n]{3,80},)?\\s(?:has\\s|had\\s)?${saying}\\b`, 'gu'),
  new RegExp(`(?<=^|[.!?”"]\\s|\\n)${title}${name}(?:,\\s${role}\\s|\\s(?:of|at)\\s(?:the\\s)?\\p{Lu})`, 'gu'),
]
const standing = new RegExp(`(?<=^|[.!?”"]\\s|\\n)${title}${name}(?=\\s\\p{Ll})`, 'gu')
const noPerson =
  /\b(?:Corp|Inc|Co|Ltd|Plc|Group|Holdings?|Bank|Capital|Partners|Securities|Research|Management|Fund|Trust|Index|Reserve|Treasury|Department|Ministry|Committee|Council|Board|University|Institute|Association|Union|States|Street|Composite|Futures|Jones|Investors|Analysts|Economists|Shares|Stocks|The|It|He|She|They|But|And|In|On|At|If|Some|Most|Two|Not|This|That)\b|\d/u

export const lastWord = (full: string): string => full.slice(full.lastIndexOf(' ') + 1)

export const pronounOf = (titled: string | undefined): Pronoun | undefined =>
  titled === undefined ? undefined : /^M(?:s|rs)/u.test(titled) ? 'she' : /^Mr\b/u.test(titled) ? 'he' : undefined

/**
 * The last person named in `text`: in full, or by a family name that `people` knows.
 * `unsure`: somebody stands last who may be a person and may be a company. Linear in the length.
 */
export function namedLast(text: string, people: ReadonlyMap<string, Known>): Known | 'unsure' | null {
  let best: { at: number; end: number; who: Known } | null = null
  const person = (match: RegExpMatchArray): Known | null => {
    const plain = match.groups!['name']!.replace(/['’]s?$|[.,]$/gu, '')
    const pronoun = pronounOf(match.groups!['title'])
    const known = people.get(lastWord(plain))
    if (known) return pronoun ? { ...known, pronoun } : known
    return plain.includes(' ') && !noPerson.test(plain) ? { name: plain, pronoun } : null
  }
  for (const pattern of told)
    for (const match of text.matchAll(pattern)) {
      const who = person(match)
      if (who && (!best || match.index >= best.at)) best = { at: match.index, end: match.index + match[0].length, who }
    }
  for (const match of text.matchAll(standing)) {
    const who = person(match)
    if (!who || (best && match.index < best.end)) continue
    if (!people.has(lastWord(who.name))) return 'unsure'
    best = { at: match.index, end: match.index + match[0].length, who }
  }
  return best?.who ?? null
}
