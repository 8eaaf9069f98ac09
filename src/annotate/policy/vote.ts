/** Reads how a committee voted: "Voting against were A and B, who preferred …" · "in a 9–3 vote" · "Governor X dissented" */

export interface Vote {
  readonly for: number
  readonly against: number
  readonly dissenters: readonly string[]
  /** Offsets into the text that was read. */
  readonly start: number
  readonly end: number
}

const title =
  /\b(?:vice\s)?(?:chair(?:man|woman|person)?|acting|president|governor|deputy|jr|sr|member|alternate|mr|ms|mrs|dr|messrs)\b\.?/gi
const personName = /(?<![\p{L}’'])\p{Lu}[\p{L}'’-]{1,20}(?:\s\p{Lu}[\p{L}.'’-]{0,20}){1,4}/gu

/** Names in "Ben S. Bernanke, Chairman; Roger W. Ferguson, Jr.; and Gary H. Stern". */
export function namesIn(list: string): string[] {
  const found: string[] = []
  for (const part of list.split(/[;,:]|\band\b/u)) {
    const plain = part
      .replace(title, ' ')
      .replace(/\s{1,9}/gu, ' ')
      .trim()
    const match = /^\p{Lu}[\p{L}.'’ -]{3,40}$/u.exec(plain)
    if (match && / /u.test(plain) && !/^(?:The|Federal|Reserve|Bank)\b/u.test(plain)) found.push(plain)
  }
  return found
}

const votingForWord = /\bvoting\s(?:\(by\snotation\)\s)?(?:for|in\sfavou?r\sof)\b/i
const votingAgainst = /\b(?:voting|voted)\s(?:\(by\snotation\)\s)?against\b/gi

const sentenceEnd =
  /\n|\.\s(?=In\s|The\s|Voting\s|For\s|Absent\s|Mr|Ms|This\s|(?:\p{Lu}(?:\p{L}+|\.)\s){2,4}(?:voted|preferred|dissented|was|did|participated)\b)/u

/** What stands after "Voting … were", to the end of the sentence. */
function rollAfter(text: string, at: number): { list: string; end: number } {
  const rest = text.slice(at, at + 2000)
  const were = /^[^\n]{0,80}?\s(?:were|was)\b:?\s?/i.exec(rest)
  const from = were?.[0].length ?? rest.indexOf(':') + 1
  const stop = sentenceEnd.exec(rest.slice(from))
  const end = from + (stop?.index ?? rest.length - from)
  return { list: rest.slice(from, end), end: at + end }
}

/** The names of a roll without what they preferred: "A, who preferred …; and B and C, who …". */
const votersIn = (list: string): string[] =>
  list.split(';').flatMap((part) => namesIn(part.split(/,?\s(?:who|which|each\sof|preferring|because)\b/u, 1)[0]!))

function votersAgainst(text: string): { names: string[]; first: number; end: number } {
  const names: string[] = []
  let first = -1
  let end = 0
  for (const match of text.matchAll(votingAgainst)) {
    const roll = rollAfter(text, match.index)
    for (const name of votersIn(roll.list)) if (!names.includes(name)) names.push(name)
    if (first < 0) first = match.index
    end = Math.max(end, roll.end)
  }
  return { names, first, end }
}

/** The roll of a central bank's own statement, names and all. */
function readRoll(text: string): Vote | null {
  const start = votingForWord.exec(text)
  if (!start) return null
  const { list, end } = rollAfter(text, start.index)
  const inFavour = votersIn(list)
  if (inFavour.length === 0) return null
  const against = votersAgainst(text)
  return {
    for: inFavour.length,
    against: against.names.length,
    dissenters: against.names,
    start: start.index,
    end: against.first > start.index && against.first - end < 200 ? against.end : end,
  }
}

const words = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const count = (word: string): number => (/^\d/u.test(word) ? Number(word) : words.indexOf(word.toLowerCase()))
const number = `(?<a>\\d{1,2}|${words.slice(1).join('|')})`
const other = `(?<b>\\d{1,2}|zero|${words.slice(1).join('|')})`
const tallies: readonly RegExp[] = [
  // "by a 9 – 3 vote", "voted 5-4", "a vote of 7 to 2", "split 5–4"
  new RegExp(
    `\\b(?:vot(?:e|ed|es|ing)|split|by|majority)\\s(?:of\\s|was\\s|by\\s|an?\\s)?${number}\\s?(?:[-\u2010-\u2015]|to)\\s?${other}\\b(?!\\s?(?:%|per|basis|bps?|points?))`,
    'i',
  ),
  new RegExp(`\\b${number}\\s?(?:[-\u2010-\u2015]|to)\\s?${other}\\s(?:vote|split|majority|decision)\\b`, 'i'),
]
const shares = new RegExp(
  `\\b${number}\\sof\\s(?:the\\s|its\\s)?${other}\\s(?:voters|voting\\smembers|members|policymakers|rate-setters)`,
  'i',
)
const unwilling =
  /^[^.]{0,90}?\b(?:preferred|wanted|dissented|opposed|disagreed|favou?red|voted\sagainst|voted\sto\s(?:raise|lower|cut|hike)|held\sout)\b/i
const camps = new RegExp(
  `\\b${number}\\s(?:members\\s|policymakers\\s|of\\sthem\\s)?(?:voted|backed|favou?red|supported)\\b[^.]{0,80}?\\band\\s${other}\\s(?:to|for|wanted|preferred|against|voted|opposed)\\b`,
  'i',
)

const asOne = new RegExp(
  `\\ball\\s${number}\\s(?:[a-z-]+\\s){0,2}?(?:members|policymakers|rate-setters|voters)\\s(?:[a-z]+\\s){0,2}?(?:in\\sfavou?r|voted|backed|backing|agreed|supported|voting)\\b`,
  'i',
)

/** The tally a newspaper gives, with the dissenters it names. */
function readTally(text: string): Vote | null {
  const names = dissentersNamed(text)
  for (const pattern of tallies) {
    const match = pattern.exec(text)
    if (!match) continue
    const [a, b] = [count(match.groups!['a']!), count(match.groups!['b']!)]
    if (a < b || a + b > 20 || a + b < 3) continue
    return {
      for: a,
      against: b,
      dissenters: names.length <= b ? names : [],
      start: match.index,
      end: match.index + match[0].length,
    }
  }
  const all = asOne.exec(text)
  if (all)
    return {
      for: count(all.groups!['a']!),
      against: 0,
      dissenters: [],
      start: all.index,
      end: all.index + all[0].length,
    }
  const part = shares.exec(text)
  if (part) {
    const [a, all] = [count(part.groups!['a']!), count(part.groups!['b']!)]
    // "Two of the 27 members preferred …": the few are those against.
    const few = a < all - a && unwilling.test(text.slice(part.index + part[0].length))
    const against = few ? a : all - a
    if (a <= all)
      return {
        for: all - against,
        against,
        dissenters: names.length <= against ? names : [],
        start: part.index,
        end: part.index + part[0].length,
      }
  }
  const camp = camps.exec(text)
  if (camp) {
    const [a, b] = [count(camp.groups!['a']!), count(camp.groups!['b']!)]
    if (a >= b)
      return {
        for: a,
        against: b,
        dissenters: names.length <= b ? names : [],
        start: camp.index,
        end: camp.index + camp[0].length,
      }
  }
  return null
}

const dissents =
  /\b(?:dissented|dissenting|(?:was|were|voted|vote)\sagainst|held\sout\sfor|(?:wanted|wanting|preferred|preferring|favou?red|favou?ring|backing|supporting|seeking|opting\sfor|voting\sfor)\s(?:to\s|a\s|an\s|rates?\s|no\s|borrowing\s|the\s|policy\s|it\s|them\s|another\s)|(?<=\bwith\s[^,.;]{3,80}\s)voting\sto\s)/gi
// Whose the verb is stands behind these: "…, with Mann among those", "…, though two of its members".
const turn = /(?:,\s|\s)(?:with|though|although|while|whereas|but|as|after)\s/gi

function dissentersNamed(text: string): string[] {
  const found: string[] = []
  for (const match of text.matchAll(dissents)) {
    // The subject is named in the same sentence, before the verb.
    const before = text.slice(Math.max(0, match.index - 160), match.index)
    const sentence = before.slice(
      Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'), before.lastIndexOf('; ')) + 1,
    )
    const joint = [...sentence.matchAll(turn)].at(-1)
    const subject = joint ? sentence.slice(joint.index + joint[0].length) : sentence
    for (const name of subject.matchAll(personName)) {
      const plain = name[0]
        .replace(
          /^(?:(?:Deputy|Vice|Governor|Chair|President|Chairman|External|Members?|Policymakers?|Governors|Messrs|Board)\s){1,3}/u,
          '',
        )
        .trim()
      if (
        / /u.test(plain) &&
        !/^The\b|\p{L}bank\b|\b(?:City|Fed|Bank|Reserve|Committee|Council|Board|Governing|House|Street|England|Japan|York|States|Francisco)\b/u.test(
          plain,
        ) &&
        !found.includes(plain)
      )
        found.push(plain)
    }
  }
  return found
}

/** How the committee voted, or null where the text does not say. */
export function readVote(text: string): Vote | null {
  const roll = votingForWord.test(text) ? readRoll(text) : null
  if (roll) return roll
  const tally = readTally(text)
  if (tally) {
    if (tally.against === 0 || tally.dissenters.length > 0) return tally
    const against = votersAgainst(text).names
    return against.length <= tally.against ? { ...tally, dissenters: against } : tally
  }
  return null
}
