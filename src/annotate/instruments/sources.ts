/**
 * Is a company only quoted here, or somebody who works for it?
 * "analysts at Goldman Sachs" · "JPMorgan downgrades Delta" · "Jane Doe, an economist at UBS" · "told a Citi conference".
 */
import type { Sentence } from '../../doc.ts'

/** The company itself is quoted; a person is, and it is the employer or the host; neither. */
export type Source = 'company' | 'affiliation' | undefined

const leadIn =
  /(?:\b(?:analysts?|strategists?|economists?|traders?|researchers|portfolio managers?|fund managers?|research|notes?|according|report|survey|data|estimates|polled|compiled|commentary|head of [\w ]{1,30}|chief \w+ (?:strategist|economist|officer))(?: [\w-]+){0,3} (?:at|from|to|by|with|of|for) (?:the )?|\b(?:Hearing|UPDATE:|Analysts:?) )$/i
const leadOut =
  /^(?:['’]?s? (?:chief )?(?:[a-z.\-]+ ){0,3}(?:analysts?|strategists?|economists?|survey|research (?:note|team|analysts?)|equity research)\b| (?:said|wrote|says) in a (?:research |client )?(?:note|report)| (?:upgrades?|downgrades?|upgraded|downgraded|maintains?|maintained|reiterates?|reiterated|initiates?|initiated|resumes?|assumes?|starts?|raises? (?:its )?(?:price )?(?:target|pt|tgt)|lowers? (?:price )?(?:target|pt|tgt)|increases? (?:price )?(?:target|pt)|cuts? (?:price )?(?:target|pt)|boosts? (?:price )?(?:target|pt)|decreases? (?:price )?(?:target|pt)|defends?|comments|removes? from|adds? to|says buy)\b)/iu

const trade =
  '(?:analyst|strategist|economist|trader|researcher|portfolio manager|fund manager|(?:director|head|chief|principal|president|vice[ -]president|manager|member)(?: of| for)? (?:[\\w.]+ ){0,4}(?:analysis|economics|equities|equity|fixed income|investments?|markets?|research|sales|strategy|trading))'
/** "Kevin Flanagan, a fixed income strategist at", "analyst Shaun Doe of". */
const personBefore = new RegExp(
  `(?:\\p{Lu}[\\p{L}.'’-]+,(?: [\\w.&-]+){0,7} ${trade}|\\b${trade} (?:\\p{Lu}[\\p{L}.'’-]+ ){2,3})(?: [\\w.&-]+){0,6}(?:,| (?:at|for|from|in|of|to|with)) (?:the )?(?:[\\w ]{1,20} of )?$`,
  'u',
)
/** " analyst Steven Kent", "'s Brian Nagel said". */
const personAfter = new RegExp(
  `^(?:(?:['’]s?)?(?: \\p{Lu}?[\\p{Ll}.-]+){0,4} ${trade}s? \\p{Lu}[\\p{L}.'’-]* \\p{Lu}|['’]s? (?:\\p{Lu}[\\p{L}.]+ ){1,2}\\p{Lu}\\p{L}+,? (?:added|expects|noted|said|says|sees|told|wrote)\\b)`,
  'u',
)
const conference =
  /^(?:['’]s)?(?: (?:\p{Lu}[\p{L}.,&-]*|and|banking|health ?care|industrials?|investors?|retail|tech|technology|[a-z]{1,3})){0,8} (?:conference|forum|seminar|summit)\b/iu
const newspaper = /\b(?:Times|Post|Journal|Herald|Tribune)$/

/** Judged by the words right before and after the mention; offsets into the sentence's field. */
export function sourceOf(sentence: Sentence, start: number, end: number): Source {
  const { text } = sentence
  const before = text.slice(Math.max(0, start - sentence.start - 120), start - sentence.start)
  const after = text.slice(end - sentence.start, end - sentence.start + 120)
  if (personBefore.test(before) || personAfter.test(after)) return 'affiliation'
  if (sentence.field === 'text' && conference.test(after)) return 'affiliation'
  const named = text.slice(start - sentence.start, end - sentence.start)
  return leadIn.test(before.slice(-70)) || leadOut.test(after) || newspaper.test(named) ? 'company' : undefined
}

const creditBefore =
  /\b(?:(?:data|estimates?|figures|consensus|forecasts|numbers) (?:was |were )?(?:compiled|provided|collected|supplied|tracked|gathered) (?:by|from)|data (?:by|from)|(?:polled|surveyed|tracked|compiled) by) $/i
const creditAfter = /^,? (?:I\/B\/E\/S|Lipper|StarMine|Eikon|Datastream|data\b|estimates\b|consensus\b)/i

/** Where numbers come from is no news of who counts them: "according to Thomson Reuters I/B/E/S", "analysts polled by FactSet". */
export function isDataCredit(sentence: Sentence, start: number, end: number): boolean {
  const from = start - sentence.start
  const to = end - sentence.start
  return (
    creditBefore.test(sentence.text.slice(Math.max(0, from - 60), from)) ||
    (creditAfter.test(sentence.text.slice(to, to + 20)) &&
      /\b(?:according to|based on|by|from|on|per|citing)(?: the)? $/i.test(
        sentence.text.slice(Math.max(0, from - 20), from),
      ))
  )
}
