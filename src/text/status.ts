/** Reads from grammar whether something happened: "cut rates" · "is expected to cut rates" · "declined to cut" · "would force it to hike" */
import type { Status } from '../types.ts'

const reach = 110

/** Where the clause around `at` begins: at a semicolon, colon, dash, bracket or a conjunction that opens a new statement. */
export function clauseStart(text: string, at: number): number {
  const from = Math.max(0, at - reach)
  const before = text.slice(from, at)
  let start = 0
  for (const match of before.matchAll(
    /[;:—–(\n]|\s-\s|,\s(?:and|but|or|so|yet|then)\s|\s(?:but|while|whereas|although|though|because|which|who|when|after|before|as(?!\s(?:[a-z]+\s)?expected\b))\s/gi,
  )) {
    start = match.index + match[0].length
  }
  return from + start
}

/** Where the clause around `at` ends. */
export function clauseEnd(text: string, at: number): number {
  const after = text.slice(at, at + reach)
  const match =
    /[;:—(\n]|\s[–-]\s|,\s(?:and|but|or|so|yet|which|who|while|though|although|as|after)\s|\s(?:but|while|whereas|although|though|because|which|who|after)\s/i.exec(
      after,
    )
  return at + (match?.index ?? after.length)
}

const endsWith = (source: string): RegExp => new RegExp(`(?:${source})$`, 'i')
// What may stand between a governing word and what it governs: "to further", "the first", "another quarter-point".
const loose = `(?:[\\s,]+[a-z\\d.%/’'‑-]+){0,6}?[\\s,]*`
const tight = `(?:\\s+(?:to|be|been|being|have|has|had|also|again|further|now|soon|still|even|possibly|potentially|probably|doubtless|surely|certainly|then|either|once|more|yet|ever|only|just|simply|actually|gradually|finally|eventually|its|their|the|a|an|any|another|such|of|for|on|in)){0,5}\\s*`

const denial = endsWith(
  `\\b(?:(?:did|does|do|has|have|had|will|would|could|was|were|is|are|should|can)\\s?(?:not|n['’]t)|(?:(?:did|does|do|has|have|is|are|was|were)\\s?(?:not|n['’]t)|no\\slonger)\\s(?:plan|intend|expect|want|propose|plann|intend|propos)(?:s|ing|ed)?\\sto|(?:didn|doesn|don|hasn|haven|hadn|won|wouldn|couldn|wasn|weren|isn|aren|shouldn|can)['’]t|(?:for|of|by|about|while)\\snot|cannot|never|without|instead of|rather than|neither|nor|no(?:\\s(?:longer|plans?|need|intention|reason|case|rush|hurry))?|(?:def(?:y|ies|ied|ying)|resist(?:s|ed|ing)?|reject(?:s|ed|ing)?|withst(?:ands?|ood)|brush(?:es|ed)\\saside)\\s(?:[a-z]+\\s){0,2}(?:calls|pressure|demands|requests)|(?:shrugg?(?:ed|s)\\soff|ignor(?:ed|es))\\s(?:[a-z]+\\s){0,2}(?:calls|demands)|declin(?:ed?|es|ing)|refus(?:ed?|es|ing)|refrain(?:ed|s)?\\sfrom|fail(?:ed|s|ing)?\\sto|decid(?:ed|es)\\s(?:not|against)|opted\\s(?:not|against)|stopp?(?:ed|s)?\\sshort\\sof|rul(?:ed?|es|ing)\\sout|den(?:y|ied|ies)|unlikely|reject(?:ed|s)?|resist(?:ed|s)?|avoid(?:ed|s)?|against|far\\sfrom|skip(?:ped|s)?|delay(?:ed|s)?|postpon(?:ed?|es)|shelv(?:ed?|es)|halt(?:ed|s)?|hold(?:ing)?\\soff(?:\\son)?|held\\soff(?:\\son)?)${tight}`,
)
// "Powell does not think that the bank will" rules out what he would do himself; of others it is what they think.
const disbelieved =
  /\b(?:do|does|did)(?:\snot|n['’]t)(?:\s[a-z,]+){0,6}?\s(?:think|expect|believe|see|anticipate|foresee|predict|forecast)\b[^;:.]{0,70}$/i
// "Traders no longer expect", "have stopped pricing in", "gave up hope that": they expect the contrary.
const unexpected =
  /\b(?:(?:no\slonger|have\sstopped|has\sstopped|stopped)\s(?:[a-z]+ly\s)?(?:expect|anticipat|foresee|pric|predict|forecast|project|bet|see)(?:s|ed|ing|[ed]|es|ting)?\b|(?:giv(?:e|es|en|ing)|gave)\sup\s(?:on\b|(?:[a-z]+\s){0,2}(?:hopes?|bets|expectations|wagers)\b)|(?:abandon(?:s|ed|ing)?|ditch(?:es|ed|ing)?|los(?:t|e|es|ing)|scrapp(?:ed|ing)|dropp(?:ed|ing)|unw(?:ound|inding))\s(?:[a-z]+\s){0,2}(?:hopes?|bets|expectations|wagers)\b|pric(?:ed|ing)\sout\b)[^;:.]{0,70}$/i
const outsiders =
  '(?:economists?|analysts?|strategists?|traders?|investors?|forecasters?|dealers?|respondents?|observers|futures|swaps|markets?|most|many|we|i)'
const notOfOthers = `\\b${outsiders}(?:\\s(?:in|at|of|polled|surveyed)\\s[^;:.,]{1,40})?\\s(?:do|did)(?:\\snot|n['’]t)`
const disbelievedByOthers = new RegExp(
  `(?:${notOfOthers}|\\b(?:nobody|no\\sone|few|fewer|hardly\\sanyone|hardly\\sany|none|no\\s${outsiders}))(?:\\s[a-z,]+){0,6}?\\s(?:think|expect|believe|see|anticipate|foresee|predict|forecast)(?:s|ed)?\\b[^;:.]{0,70}$`,
  'i',
)
// "Denied that it plans to", "denied reports that it would"
const isDenied =
  /\b(?:den(?:y|ied|ies|ying)\s(?:that|having|any|plans|reports|it|he|she|they)|(?:deni(?:ed|es)|den(?:y|ying)|dismiss(?:es|ed|ing)?|reject(?:s|ed|ing)?|rebuff(?:s|ed)?|rubbish(?:es|ed)?)\s(?:[a-z]+\s){0,3}(?:reports?|rumou?rs?|suggestions?|speculation|talk|stories|story|claims?|idea|notion)\s(?:that|of))\b[^;:.,]{0,60}$/i
// What they doubt may be; what they flatly do not expect is told as such.
const unexpectedByOthers = new RegExp(
  `(?:${notOfOthers}|\\b(?:nobody|no\\sone|none|no\\s${outsiders}))(?:\\s[a-z,]+){0,4}?\\s(?:expect|anticipate|foresee|predict|forecast)(?:s|ed)?\\b[^;:.]{0,70}$`,
  'i',
)
// "No longer expect a cut before June", "no longer fully price in": then, or in part, they do.
const inPart = /\b(?:fully|wholly|entirely|immediately|necessarily|quickly|soon|imminent(?:ly)?)\b/i
const onlyLater =
  /^[^;:.]{0,60}\s(?:before|until|till|as\s(?:much|soon|early|often|quickly|fast)|more\sthan|earlier\sthan|so\ssoon)\b/i

/** Whether the words before an act say that it is not awaited, or no longer. */
export const isUnexpected = (before: string): boolean => unexpected.test(before) || unexpectedByOthers.test(before)

const doubt = '(?<!\\b(?:no|little|without|despite|any|beyond)\\s)doubt(?:s|ed|ing|ful)?'
const unsure = `(?:${doubt}|sceptical|skeptical|unconvinced|unclear|uncertain|unsure|unlikely|improbable|(?:not|n['’]t|far\\sfrom|less\\sthan)\\s(?:[a-z]+\\s)?(?:clear|certain|sure|convinced|persuaded|confident))`
// "Analysts doubt that the bank will", "doubts about a December"
const doubted = new RegExp(
  `\\b${unsure}\\b(?:(?!\\s(?:and|but)\\s)[^;:.,]){0,90}?\\s(?:will|would|can|could|shall|should|may|might|to|(?:is|are|was|were)\\sgoing\\sto)\\s(?:[a-z]+\\s){0,2}$|\\b${doubt}(?:\\s(?!and\\s|but\\s)[\\w’'-]+){0,4}\\s$`,
  'i',
)
// "Economists expect that the Fed will"
const believed =
  /\b(?:expect|think|believe|reckon|predict|forecast|bet|anticipate|assume|suspect)(?:s|ed|ing)?\s[^;:.,]{1,60}$/i
// ", which meets on Thursday,"
const aside = /,\s(?:which|who|whose|where)\s[^,;.]*,(?=\s)/gi
const notRuledOut = endsWith(`(?:\\bnot|n['’]t)\\s(?:[a-z]+\\s)?rul(?:e|ed|ing)\\sout${tight}`)
const supposed = endsWith(
  `\\b(?:suspected\\s(?:of|to)|willing|if|unless|whether|until|once|float(?:ed|s|ing)?|were|should|would|could|might|may|can|perhaps|maybe|possibly|potentially|possibility\\sof|chances?\\s(?:of|that)|risks?\\s(?:of|that)|prospects?\\s(?:of|that|for)|odds\\s(?:of|on|that)|threat(?:en(?:ed|s|ing)?)?(?:\\sof)?|speculation\\s(?:of|about|that|on)|talk\\sof|fears?\\s(?:of|that)|hopes?\\s(?:of|for|that)|hint(?:ed|s|ing)?\\s(?:at|of|that)|consider(?:ed|s|ing)?|weigh(?:ed|s|ing)?|discuss(?:ed|es|ing)?|debat(?:ed?|es|ing)|propos(?:ed?|es|ing|al)|mull(?:ed|s|ing)?|want(?:ed|s)?|prefer(?:red|s)?|favou?r(?:ed|s|ing)?|urg(?:ed?|es|ing)|call(?:ed|s|ing)?\\s(?:for|on)|push(?:ed|es|ing)?\\sfor|argu(?:ed?|es|ing)\\sfor|held\\sout\\sfor|case\\sfor|room\\s(?:for|to)|scope\\s(?:for|to)|reason\\s(?:for|to)|need\\s(?:for|to)|pressure\\s(?:for|to|on)|forced?\\s|forces\\s|forcing\\s|ready\\s|prepared\\s|open\\s(?:to|for)|free\\s|door\\s(?:to|for|on)|seek(?:s|ing)?|sought|ask(?:ed|s|ing)?\\sfor|demand(?:ed|s|ing)|question(?:s)?\\sof|timing\\sof|appropriate|necessary)${loose}`,
)
const expected = endsWith(
  `\\b(?:tipped|expect(?:ed|s|ing|ations?)?|forecast(?:s|ing|ed)?|predict(?:ed|s|ing)?|project(?:ed|s|ing)?|anticipat(?:ed?|es|ing|ion)|likely|seen|see|sees|seeing|price[ds]?(?:\\sin)?|pricing(?:\\sin)?|bet(?:s|ting)?(?:\\s(?:on|that))?|wager(?:s|ing)?(?:\\son)?|count(?:s|ing|ed)?\\son|look(?:s|ing|ed)?\\s(?:for|set)|pencil(?:led|s)?\\sin|poised|on\\strack|assum(?:ed?|es|ing)|reckon(?:s|ed)?|think(?:s)?|believ(?:ed?|es)|project(?:ion|ions)\\sof|signal(?:l?ed|s|l?ing)?|indicat(?:ed?|es|ing)|suggest(?:ed|s|ing)?|further|future|coming|upcoming|potential|possible|next|ongoing)${loose}`,
)
const ahead = endsWith(`\\b(?:path|outlook|pace)\\s(?:of|for)${tight}`)
const future = endsWith(
  `\\b(?:will|shall|['’]ll|due|scheduled|slated|set|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|pledg(?:ed?|es|ing)|vow(?:ed|s|ing)?|promis(?:ed?|es|ing)|agreed\\sto\\sstart|about|is\\sto|are\\sto|going)${tight}`,
)
const decided = endsWith(
  `\\b(?:decided|decides|voted|votes|agreed|agrees|elected|elects|opted|opts|chose|chooses|moved|resolved|acted|has|have|had|was|were|announced|announces|announcing|approved|approves|delivered|delivers|delivering|made|makes|backed|unveiled|surprised|after|following|since|reflected\\sin|led\\sto|resulted\\sin)${tight}`,
)

const afterDenied =
  /^(?:\s[a-z'’-]+){0,7}?\s(?:(?:is|are|was|were|looks?|seems?|appears?|now|remains?|very|highly|being)\s){0,3}(?:unlikely|off the table|not (?:on the table|needed|warranted|likely|imminent)|ruled out|unnecessary|out of the question|is no longer|less likely)/i
const afterPossible =
  /^(?:\s[a-z'’-]+){0,6}?\s(?:(?:may|might|could|would|can)\b|(?:is|are|was|were|remains?|stays?)\s(?:possible|on the table|under consideration|conceivable|an option)|on the table|under discussion)/i
const afterExpected =
  /^(?:\s[a-z'’-]+){0,6}?\s(?:(?:is|are|was|were|looks?|seems?|remains?|now|widely|still)\s)*(?:expected|likely|priced in|forecast|anticipated|coming|ahead|in sight|next (?:week|month|year|quarter|meeting)|seen (?:in|by|at|this|next))\b/i

// "said it would" is the past of "will"; of those who only guess, it is what they expect.
const reported =
  /\b(?:said|says|told|announced|confirmed|(?:made|makes)\sclear|declared|pledged|promised|decided|agreed)\b[^;?]{1,110}\bwould\s(?:[a-z]+ly\s|also\s|then\s|now\s)?$/i
const guessing = /\b(?:economists?|analysts?|strategists?|traders?|investors?|futures|markets?|poll|survey)\b/i
const onCondition = /\b(?:if|unless|could|might|may|threat[a-z]*|should)\b/i
// "before they lower it": not done yet, where it hangs on what is still wanted.
const stillWanted =
  /\b(?:want(?:s|ed)?|need(?:s|ed)?|wait(?:s|ed|ing)?|evidence|must|until|would\slike|requires?|look(?:s|ing)?\sfor|more)\b[^.;]{0,90}\sbefore\s(?:[a-z]+[\s,]+){0,4}$/i
// "…, and the Riksbank to hold": what governed the clause before governs this one too.
const goesWithBefore = /^(?:(?:the|its|\p{Lu}[\p{L}.&'’-]*)\s){1,6}to\s$/u
const headlineInfinitive =
  /(?:^|[:,-]\s|\s-\s)(?:(?:[\p{Lu}\d][\p{L}\d.&'’+-]*|de|van|von|al|bin|central\sbank|bank|government|parliament|regulators?|ministry)\s){1,6}to\s$/u

const afterCertain =
  /^(?:\s[a-z'’-]+){0,6}?\s(?:is|are|looks?|seems?)\s(?:all\sbut|virtually|almost|nearly|fully|a)\s(?:certain|priced|done)\b/i
const asExpected =
  /\b(?:just\s)?as\s[^,]{0,60}?\b(?:expected|assumed|forecast|predicted|anticipated|thought)\b[^,]{0,20},|\bas\s(?:widely\s)?expected\b/i

const inMay = /\b(in|by|of|until|late|early|mid|since|from|to|this|next|last|before|after) May\b/g

/**
 * The status of what the words at `start`..`end` of the sentence say, by what governs them.
 * `plain` is the answer where nothing governs them: `happened` for a past or headline verb, `expected` for a bare noun.
 */
export function readStatus(told: string, start: number, end: number, plain: Status = 'happened'): Status {
  // The month is no auxiliary.
  const sentence = told
    .replace(inMay, '$1 mai')
    .replace(aside, (words, at: number) => (at + words.length <= start ? ' '.repeat(words.length) : words))
  const opening = clauseStart(sentence, start)
  if (opening > 0 && goesWithBefore.test(sentence.slice(opening, start))) {
    const other = sentence.lastIndexOf(' to ', opening - 1)
    if (other >= clauseStart(sentence, opening - 6)) return readStatus(sentence, other + 4, other + 4, plain)
  }
  // "As expected, the bank cut …" says that it did.
  const before = sentence.slice(opening, start).replace(asExpected, ' ')
  const after = sentence.slice(end, clauseEnd(sentence, end))
  if (notRuledOut.test(before)) return 'possible'
  if (isUnexpected(before)) return inPart.test(before) || onlyLater.test(after) ? 'possible' : 'denied'
  if (disbelievedByOthers.test(before)) return 'possible'
  if (denial.test(before) || isDenied.test(before) || disbelieved.test(before) || afterDenied.test(after))
    return 'denied'
  if (/\?["”’')\]]?$/u.test(sentence) && sentence.length - end < reach) return 'possible'
  if (doubted.test(before)) return 'possible'
  const said = sentence.slice(Math.max(0, start - 160), start)
  if (/\bbefore\b/i.test(said) && stillWanted.test(said)) return 'possible'
  if (
    /\bwould\b/i.test(before) &&
    reported.test(said) &&
    !onCondition.test(sentence.slice(Math.max(0, start - 160), end + reach))
  )
    return guessing.test(said) ? 'expected' : 'scheduled'
  // Nearest governor first: "decided to raise" under "is expected" happened only in a forecast.
  if (decided.test(before) && !/\b(?:would|could|might|may|if|unless|expected|likely|will)\b/i.test(before))
    return 'happened'
  if (supposed.test(before)) return 'possible'
  if (future.test(before)) return believed.test(before) ? 'expected' : 'scheduled'
  if (expected.test(before) || ahead.test(before)) return 'expected'
  if (before.endsWith('to ') && headlineInfinitive.test(before)) return 'scheduled'
  if (afterPossible.test(after)) return 'possible'
  if (afterCertain.test(sentence.slice(end, end + 70))) return 'expected'
  if (afterExpected.test(after) && plain !== 'happened') return 'expected'
  return plain
}
