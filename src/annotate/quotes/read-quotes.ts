/** Reads quotations paragraph by paragraph: the words in quotation marks, the verb of saying and the name that goes with it. */
import { lastWord, namedLast, pronounOf, type Known, type Pronoun } from './named-before.ts'

export interface Quote {
  readonly speaker: string
  readonly role?: string
  readonly affiliation?: string
  readonly text: string
  readonly verb: string
  readonly rule: 'said-after-the-quote' | 'said-before-the-quote' | 'pronoun-of-the-last-speaker'
  /** Offsets into the text: from the opening mark to the end of the attribution. */
  readonly start: number
  readonly end: number
}

interface Marked {
  readonly start: number
  readonly end: number
  readonly text: string
}

const verb =
  '(?<verb>said|says|added|adds|told|noted|notes|wrote|writes|warned|warns|argued|argues|explained|commented|stated|remarked|insisted|declared|announced|continued|concluded|predicted|observed|cautioned|stressed|acknowledged|asked|replied|recalled)'
const name =
  "(?<name>(?:(?:Mr|Mrs|Ms|Dr)\\.\\s)?\\p{Lu}(?:\\.|[\\p{L}'’-]{0,20})(?:\\s(?:de\\s|van\\s|von\\s|der\\s|la\\s|al\\s)?\\p{Lu}(?:\\.|[\\p{L}'’-]{0,20})){0,4})"
const pronoun = '(?<pronoun>he|she|they|He|She|They)'
const title =
  '(?:(?:the\\s)?(?:company|group|bank|firm|president|governor|chair|chairman|chairwoman|chief executive|analyst|economist|strategist|minister|secretary)\\s)?'
const who = `(?:${pronoun}|${title}(?!(?:He|She|They)\\b)${name})`
// A full stop within "chief U.S. economist" ends nothing.
const inner = '\\.(?=\\p{Lu}\\.|\\s\\p{Ll})'
// "said Ann Lee of Rowe Partners"
const house =
  "(?<house>\\s(?:of|at|from|with)\\s(?:the\\s)?\\p{Lu}[\\p{L}&.'’-]*(?:\\s(?:\\p{Lu}|&)[\\p{L}&'’-]*){0,5})?"
// After the closing mark: "said Ann Lee, chief economist at Rowe" or "Ann Lee said" or "she added".
const afterVerbFirst = new RegExp(
  `^,?\\s?${verb}\\s${who}(?!\\p{Ll})${house}(?<rest>,\\s(?:[^.“"]|${inner}){3,90})?`,
  'u',
)
const afterNameFirst = new RegExp(
  `^,?\\s?${who}${house}(?:,\\s(?<rest>(?:[^,.“"]|${inner}){3,80}),)?\\s(?:has\\s|had\\s)?${verb}\\b`,
  'u',
)
// Before the opening mark: "Ann Lee, a strategist at Rowe, said: “…”".
const before = new RegExp(
  `${who}${house}(?:,\\s(?<rest>(?:[^,.“"]|${inner}){3,80}))?,?\\s${verb}(?:\\s(?:reporters|analysts|investors|lawmakers|in\\s[^“"]{3,40}|on\\s[^“"]{3,30}|that|(?:there|it|this|they|rates|inflation|growth|policy)\\s(?:[a-z]+\\s){1,3}))?\\s?[,:]?\\s?$`,
  'u',
)
// "Chief Financial Officer Ann Lee": what stands before the name is her office.
const office =
  /^(?:(?:Fed|Federal|Reserve|ECB|BOE|BOJ|Bank|European|Central|U\.S\.|US|of|England|Japan|Canada)\s){0,4}(?:(?:Chief|Executive|Financial|Operating|Investment|Officer|Vice|Deputy|Managing|Director|President|Chairman|Chairwoman|Chair|Governor|Minister|Finance|Prime|Treasury|Secretary|Senator|Economist|Strategist|Analyst|CEO|CFO|COO|Mr\.?|Ms\.?|Mrs\.?|Dr\.?)\s){1,5}(?=\p{Lu})/u
const calendar =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|The|In|On|At|But|And|It|This|That|As|For|While|When|If|Still|However)\b\s?/u
const shortest = 12

function marked(text: string, from: number, to: number): Marked[] {
  const found: Marked[] = []
  let open = -1
  let closing = ''
  for (let i = from; i < to; i++) {
    const sign = text[i]
    if (open < 0) {
      if (sign === '“' || sign === '"') {
        open = i
        closing = sign === '“' ? '”' : '"'
      }
    } else if (sign === closing) {
      found.push({ start: open, end: i + 1, text: text.slice(open + 1, i) })
      open = -1
    }
  }
  return found
}

const roleWords =
  /\b(?:chief|chair|president|governor|analyst|economist|strategist|officer|manager|head|director|minister|secretary|professor|partner|founder|ceo|cfo|spokes\w{1,8}|member|executive|trader|adviser|advisor|researcher)\b/i

/** "chief economist at Rowe Partners" → role and affiliation. */
function placeOf(rest: string | undefined): { role?: string; affiliation?: string } {
  const plain = rest?.replace(/^,\s/u, '').trim()
  if (!plain || !roleWords.test(plain)) return {}
  const match =
    /^(?:an?\s|the\s)?(?<role>[^,]{3,60}?)\s(?:at|of|for|with|in)\s(?<affiliation>(?:the\s)?(?!U\.[SK]\.\s\p{Ll})\p{Lu}[^,]{1,50})/u.exec(
      plain,
    )
  if (!match) return { role: plain.split(',')[0]!.replace(/^(?:an?|the)\s/u, '') }
  return { role: match.groups!['role']!, affiliation: match.groups!['affiliation']!.trim() }
}

// Farther back than this, nobody is meant by "she".
const reach = 1500

/** Whom a pronoun before or after a quotation means; nobody rather than a wrong one. */
function meant(
  pronoun: Pronoun,
  between: string,
  last: Known | null,
  people: ReadonlyMap<string, Known>,
): Known | null {
  if (between.length > reach) return null
  const who = namedLast(between, people) ?? last
  if (who === 'unsure' || (who?.pronoun && who.pronoun !== pronoun)) return null
  return who
}

/** Every attributed quotation, in order. Linear in the length. */
export function readQuotes(text: string): Quote[] {
  const quotes: Quote[] = []
  const people = new Map<string, Known>()
  let last: Known | null = null
  let told = 0
  for (const block of text.matchAll(/[^\n]+/gu)) {
    const end = block.index + Math.min(block[0].length, 6000)
    const spans = marked(text, block.index, end)
    for (let i = 0; i < spans.length; i++) {
      const span = spans[i]!
      if (span.text.length < shortest || !/\s/u.test(span.text)) continue
      const after = text.slice(span.end, Math.min(end, span.end + 160))
      const ahead = text.slice(Math.max(block.index, span.start - 160), span.start)
      // After a colon, what ends in a full stop is attributed already: "He added" begins the next sentence.
      const introduced = /[:,]\s?$/u.test(ahead) && /\.$/u.test(span.text.trim()) ? before.exec(ahead) : null
      const attribution =
        !introduced && /[,.?!…—-]$/u.test(span.text.trim())
          ? (afterVerbFirst.exec(after) ?? afterNameFirst.exec(after))
          : null
      const lead = attribution ? null : (introduced ?? before.exec(ahead))
      const match = attribution ?? lead
      if (!match) continue
      const groups = match.groups!
      const given = groups['name']
        ?.replace(calendar, '')
        .replace(/['’]s?$/u, '')
        .replace(/[.,]$/u, '')
      if (groups['name'] && !given) continue
      const titled = given ? office.exec(given)?.[0] : undefined
      const plain = titled ? given!.slice(titled.length) : given
      const spoken = groups['pronoun']?.toLowerCase() as Pronoun | undefined
      const speaker: Known | null = plain
        ? (people.get(lastWord(plain)) ?? { name: plain })
        : meant(spoken!, text.slice(told, lead ? span.start - lead[0].length : span.start), last, people)
      last = speaker
      told = attribution ? span.end + attribution[0].length : span.end
      if (!speaker) continue
      speaker.pronoun ??= spoken ?? pronounOf(titled)
      if (speaker.name.includes(' ')) people.set(lastWord(speaker.name), speaker)
      let words = span.text.trim()
      let stop = attribution ? span.end + attribution[0].length : span.end
      // "…,” she said, “and it will stay.”": the second half belongs to the same words.
      const next = spans[i + 1]
      if (
        attribution &&
        next &&
        /,$/u.test(words) &&
        next.start - stop < 4 &&
        /^[,.]?\s?$/u.test(text.slice(stop, next.start)) &&
        !/^\./u.test(text.slice(stop, next.start))
      ) {
        words = `${words} ${next.text.trim()}`
        stop = next.end
        i++
      }
      quotes.push({
        speaker: speaker.name,
        ...(titled && titled.length > 5 ? { role: titled.trim() } : {}),
        ...(groups['house']
          ? { affiliation: groups['house'].replace(/^\s\w+\s(?:the\s)?/u, '').replace(/['’]s$/u, '') }
          : {}),
        ...placeOf(groups['rest']),
        text: words.replace(/,$/u, ''),
        verb: groups['verb']!,
        rule: groups['pronoun']
          ? 'pronoun-of-the-last-speaker'
          : attribution
            ? 'said-after-the-quote'
            : 'said-before-the-quote',
        start: lead ? span.start - lead[0].length : span.start,
        end: stop,
      })
    }
  }
  return quotes
}
