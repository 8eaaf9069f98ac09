/** Is a company only quoted here? "analysts at Goldman Sachs" · "JPMorgan downgrades Delta" · "according to Moody's". */
import type { Sentence } from '../../doc.ts'

const leadIn =
  /(?:\b(?:analysts?|strategists?|economists?|traders?|researchers|portfolio managers?|fund managers?|research|notes?|according|report|survey|data|estimates|polled|compiled|commentary|head of [\w ]{1,30}|chief \w+ (?:strategist|economist|officer))(?: [\w-]+){0,3} (?:at|from|to|by|with|of|for) (?:the )?|\b(?:Hearing|UPDATE:|Analysts:?) )$/i
const leadOut =
  /^(?:['’]?s? (?:chief )?(?:[a-z.\-]+ ){0,3}(?:analysts?|strategists?|economists?|survey|research (?:note|team|analysts?)|equity research)\b| (?:said|wrote|says) in a (?:research |client )?(?:note|report)| (?:upgrades?|downgrades?|upgraded|downgraded|maintains?|maintained|reiterates?|reiterated|initiates?|initiated|resumes?|assumes?|starts?|raises? (?:its )?(?:price )?(?:target|pt|tgt)|lowers? (?:price )?(?:target|pt|tgt)|increases? (?:price )?(?:target|pt)|cuts? (?:price )?(?:target|pt)|boosts? (?:price )?(?:target|pt)|decreases? (?:price )?(?:target|pt)|defends?|comments|removes? from|adds? to|says buy)\b)/iu

/** Judged by the words right before and after the mention; offsets into the sentence's field. */
export function isSource(sentence: Sentence, start: number, end: number): boolean {
  const from = start - sentence.start
  const to = end - sentence.start
  return (
    leadIn.test(sentence.text.slice(Math.max(0, from - 70), from)) || leadOut.test(sentence.text.slice(to, to + 80))
  )
}

const creditBefore =
  /\b(?:(?:data|estimates?|figures|consensus|forecasts|numbers) (?:was |were )?(?:compiled|provided|collected|supplied|tracked|gathered) (?:by|from)|data (?:by|from)|(?:polled|surveyed|tracked|compiled) by) $/i
const creditAfter = /^,? (?:I\/B\/E\/S|Lipper|StarMine|Eikon|Datastream|data\b|estimates\b|consensus\b)/i

/** "LSEG data showed": a name right before what it counts. */
const countsFor =
  /^ (?:data|pricing|calculations)(?: (?!(?:and|but|that|which)\b)[\w-]+){0,4} (?:show(?:s|ed|n)?|suggest(?:s|ed)?|indicat(?:es?|ed)|impl(?:y|ies|ied))\b/
/** Who tells an economy's figures as their trade, and the figures. */
const tellers: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^Freddie Mac/,
    /\bmortgages?\b[^.;]+\b(?:rates?|averag\w+)|\bmortgage\srates?\b|\b(?:rates?|averag\w+)\b[^.;]+\bmortgages?\b/i,
  ],
  [/^(?:ADP|Automatic Data Processing)/, /\b(?:private(?:-sector)?|payrolls?|employers|hiring|jobs)\b/i],
]
const tells =
  /^(?:['’]s (?:weekly |latest |monthly ){0,2}(?:survey|report|data)|,? (?:said|says|reported|reports|data|survey|report)\b)/

/** Where numbers come from is no news of who counts them: "according to Thomson Reuters I/B/E/S", "analysts polled by FactSet". */
export function isDataCredit(sentence: Sentence, start: number, end: number): boolean {
  const from = start - sentence.start
  const to = end - sentence.start
  const after = sentence.text.slice(to, to + 60)
  if (countsFor.test(after)) return true
  if (
    tells.test(after) &&
    tellers.some(([who, what]) => who.test(sentence.text.slice(from, to)) && what.test(sentence.text))
  )
    return true
  return (
    creditBefore.test(sentence.text.slice(Math.max(0, from - 60), from)) ||
    (creditAfter.test(sentence.text.slice(to, to + 20)) &&
      /\b(?:according to|based on|by|from|on|per|citing)(?: the)? $/i.test(
        sentence.text.slice(Math.max(0, from - 20), from),
      ))
  )
}
