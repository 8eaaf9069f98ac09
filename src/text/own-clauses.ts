/** Finds where a sentence turns to a new subject with a verb of its own: "The Fed cut rates | and unemployment rose to 4.6%", not "… and raised its forecast". */

export interface OwnClause {
  /** Offsets: of the word or sign that joins it to what is before, and where what was before goes on again. */
  readonly start: number
  readonly end: number
  /** Of its subject's first word and of its verb. */
  readonly subject: number
  readonly verb: number
  /** Joined as an equal ("and", "but", a comma), not under what is before ("as", "after"). */
  readonly equal: boolean
}

interface Piece {
  readonly text: string
  readonly lower: string
  readonly start: number
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const equals = set('and but while whereas yet')
const under = set('as when where because though although after before since until so')
const signs = set('; — –')
const pronouns = set('it they he she we i you that which who whom whose this these those what there one to not nor')
const auxiliaries = set('is are was were has have had will would could may might can should must did does do')
const determiners = set(
  'a an the its their his her our this that these those any no some every each of in on at by for with from about than more most less all both further new',
)
const adverbs = set('then later also now still meanwhile separately again once subsequently instead so even only just')
const times =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|day|week|weeks|month|months|quarter|year|years|morning|afternoon|session|meeting|(?:19|20)\d\d|\d{1,2}|early|late|mid|last|next|this|the|same|past|first|second|third|fourth)$/
const irregular = set(
  'rose fell slid sank grew shrank held kept left said told saw thought stood hit lost shed went came took gave made ran met led won sold bought began became leapt sprang swung crept dove shot bled stuck sat paid sent drew drove forecast bet',
)
const ambiguous = set('cut cuts put puts set sets hike hikes')
const itsObject =
  /^(?:its|the|their|a|by|to|rates?|interest|borrowing|benchmark|key|policy|deposit|cash|repo|official|costs)$/
const present =
  /^(?:rises?|falls?|slips?|eases?|climbs?|jumps?|drops?|slides?|edges|ticks|sinks?|tumbles?|slumps?|surges?|soars?|plunges?|dips?|gains?|declines?|slows?|shrinks?|expands?|contracts|weakens?|strengthens?)$/
const behindIt = /^(?:to|by|from|\d.*|[$€£¥].*|again|sharply|slightly|further|more|below|above|past)$/
const says =
  /^(?:says?|sees?|expects?|thinks?|believes?|predicts?|keeps?|holds?|leaves?|raises|lowers|remains?|stays?|stands?|hits|shows?|wants?)$/
const motion =
  /^(?:rose|fell|slid|sank|grew|shrank|lost|shed|hit|stood|(?:slipp|eas|climb|jump|dropp|edg|tick|tumbl|slump|surg|soar|plung|dipp|gain|declin|slow|expand|contract|weaken|strengthen|add|inch|rall|advanc|retreat|rebound|steadi|widen|narrow|increas|decreas|accelerat|cool)(?:ed|ied)|rises|falls|slips|eases|climbs|jumps|drops|slides)$/

// Nouns in spite of their ending.
const things = set(
  'sterling housing building manufacturing mining shipping banking spending borrowing lending hiring trading engineering',
)

const piece = /[\p{L}\d$€£¥][^\s,;()—]*|[,;()—]|(?<=\s)–(?=\s)/gu
const stop = /[.:]$/
const longestSubject = 14
const longest = 4000

/** In order, of the first 4,000 characters. Asides end where the clause around them goes on. */
export function ownClauses(sentence: string): readonly OwnClause[] {
  if (sentence === known.sentence) return known.found
  known = { sentence, found: find(sentence) }
  return known.found
}

/** Several readers ask for the same sentence one after the other. */
let known: { sentence: string; found: readonly OwnClause[] } = { sentence: '', found: [] }

/** The innermost clause with a subject of its own around an offset; undefined is the one that the sentence begins with. */
export const ownClauseAt = (sentence: string, at: number): OwnClause | undefined =>
  ownClauses(sentence).findLast(({ start, end }) => start <= at && at < end)

/** Is a time told in a clause of its own, not in that around `at`? What stands before the first verb is told of the whole sentence. */
export const isToldApart = (sentence: string, time: number, at: number): boolean =>
  ownClauseAt(sentence, time) !== ownClauseAt(sentence, at) && !beforeTheVerb.test(sentence.slice(0, time))

/** The same, but "cut rates as it met on Thursday": what is under the other shares its time. */
export function isToldOfAnEqual(sentence: string, time: number, at: number): boolean {
  const [one, other] = [ownClauseAt(sentence, time), ownClauseAt(sentence, at)]
  return (one?.equal ?? true) && (other?.equal ?? true) && isToldApart(sentence, time, at)
}

const beforeTheVerb = /^(?:(?:on|in|by|at|for|over|during|late|early|earlier|the|last|this|week|to|next|year)\s?)*$/i

function find(sentence: string): OwnClause[] {
  const words: Piece[] = [...sentence.slice(0, longest).matchAll(piece)].map(({ 0: written, index }) => {
    const text = stop.test(written) ? written.slice(0, -1) : written
    return { text, lower: text.toLowerCase(), start: index }
  })
  const found: OwnClause[] = []
  let hasVerb = false
  for (let i = 0; i < words.length; i++) {
    const { lower, start } = words[i]!
    const comma = lower === ','
    const joined = comma ? joining(words[i + 1]?.lower) : lower
    const at = comma && joined !== undefined ? i + 1 : i
    const equal = comma && joined === undefined ? true : !under.has(joined ?? '')
    const joins = comma || equals.has(lower) || signs.has(lower) || under.has(lower)
    if (!joins || (!hasVerb && !(i === 0 && !equal))) {
      hasVerb ||= isVerb(words, i)
      continue
    }
    const clause = verbOf(words, at + 1, joined ?? ',')
    if (!clause) continue
    found.push({
      start,
      end: equal ? sentence.length : endOf(words, clause.verb, sentence.length, comma || i === 0),
      subject: words[clause.subject]!.start,
      verb: words[clause.verb]!.start,
      equal,
    })
    if (i > 0) hasVerb = true
    i = clause.verb
  }
  return found
}

/** The joining word behind a comma. */
const joining = (lower: string | undefined): string | undefined =>
  lower !== undefined && (equals.has(lower) || under.has(lower)) ? lower : undefined

/** Subject and verb of a clause that begins at `from`, where it has both. */
function verbOf(words: readonly Piece[], from: number, joint: string): { subject: number; verb: number } | undefined {
  let first = from
  for (;;) {
    const { lower = '' } = words[first] ?? {}
    if (adverbs.has(lower)) first++
    else if (/^(?:on|in|at|by|late|early|last|this|during|over)$/.test(lower) && timed(words, first + 1)) {
      first++
      while (times.test(words[first]?.lower ?? '')) first++
      if (words[first]?.lower === ',') first++
    } else break
  }
  const opening = words[first]
  if (!opening || pronouns.has(opening.lower) || signs.has(opening.lower) || isVerb(words, first)) return undefined
  if (/^[a-z]+(?:ing|ed)$/.test(opening.text) && !things.has(opening.lower)) return undefined
  if (joint === 'as' && /^(?:well|long|soon|much|many|far|a|an)$/.test(opening.lower)) return undefined
  if (/^(?:of|in|on|at|by|for|with|from|about|than|through|without|under|over|into|,|\))$/.test(opening.lower)) {
    if (!(/^(?:in|at)$/.test(opening.lower) && /^\p{Lu}/u.test(words[first + 1]?.text ?? ''))) return undefined
  }
  for (let k = first + 1; k < Math.min(words.length, first + longestSubject); k++) {
    const { lower } = words[k]!
    if (lower === '(' || (lower === ',' && /^(?:which|who|whose|whom|where)$/.test(words[k + 1]?.lower ?? ''))) {
      const close = lower === '(' ? ')' : ','
      const stop = words.findIndex((word, at) => at > k && at < k + longestSubject && word.lower === close)
      if (stop < 0) return undefined
      k = stop
      continue
    }
    if (
      lower === ',' ||
      signs.has(lower) ||
      under.has(lower) ||
      /^(?:to|that|than|which|who|but|if|unless|whether|how)$/.test(lower)
    )
      return undefined
    if (isVerb(words, k)) return joint !== ',' || motion.test(lower) ? { subject: first, verb: k } : undefined
  }
  return undefined
}

const timed = (words: readonly Piece[], at: number): boolean => times.test(words[at]?.lower ?? '')

/** Is the word at `i` the finite verb of a subject before it? */
function isVerb(words: readonly Piece[], i: number): boolean {
  const { text, lower } = words[i]!
  if (text !== lower || i === 0) return false
  const behind = words[i + 1]?.lower ?? ''
  if (auxiliaries.has(lower) || irregular.has(lower)) return !determiners.has(words[i - 1]!.lower)
  if (ambiguous.has(lower)) return itsObject.test(behind) && !determiners.has(words[i - 1]!.lower)
  if (present.test(lower)) return behindIt.test(behind) && !determiners.has(words[i - 1]!.lower)
  let before = i - 1
  while (before > 0 && /ly$/.test(words[before]!.lower) && before > i - 3) before--
  if (determiners.has(words[before]!.lower)) return false
  return /^[a-z]{2,}[^e\W]ed$/.test(lower) || says.test(lower)
}

/** "Cut rates, as economists had forecast, to 3.5%" · "as joblessness rose, lowering the range to 3.5%": what is under the sentence ends there. */
function endOf(words: readonly Piece[], verb: number, length: number, aside: boolean): number {
  for (let k = verb + 1; k < words.length; k++) {
    if (words[k]!.lower !== ',') continue
    if (aside || /^(?:to|by|from|at|[a-z]+ing)$/.test(words[k + 1]?.lower ?? '')) return words[k]!.start
  }
  return length
}
