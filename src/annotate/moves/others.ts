/** Moves of what is no instrument here: "Brent rose 1%, consumer staples 0.9%" · "Siemens fell 1%; in Stockholm, Atlas Copco lost 2%" · "and its growth twin fell". */
import type { Size } from './sizes.ts'

/** Does a move belong to something named, without a symbol, after the nearest instrument (which ends at `nearest`)? Offsets in `text`; `floor` is the end of the move before. */
export function isOfAnother(text: string, nearest: number, size: Size, floor: number): boolean {
  const told = Math.min(size.cue?.start ?? size.start, size.start)
  const gap = text.slice(Math.max(nearest, floor, told - 120), told)
  const breaks = [...gap.matchAll(clauseBreak)].at(-1)
  if (!breaks && nearest >= floor) return false
  const clause = bare(gap.slice(breaks ? breaks.index + breaks[0].length : 0))
  if (nearest >= floor) return sector.test(clause)
  return (
    clause !== '' && clause.split(' ').length <= 6 && !/\d/.test(clause) && !goesOn.test(clause) && !back.test(clause)
  )
}

const clauseBreak = /[,;:–—]|\b(?:after|although|and|as|before|but|or|then|though|when|whereas|while|with|yet)\b/g
/** A clause without the helping words before its verb: "Deutsche Bank was also". */
function bare(clause: string): string {
  const words = clause.trim().split(' ')
  while (helpers.test(words.at(-1) ?? '')) words.pop()
  return words.join(' ')
}
const helpers = /^(?:also|are|closed|each|ended|even|finished|had|has|have|is|now|opened|still|then|was|were)$/
/** Begins what is still said of the one before: its verb, a time, a place. */
const goesOn =
  /^(?:are|at|both|by|closed|down|each|ended|finished|for|from|had|has|have|he|in|is|it|last|late|later|now|on|opened|over|settled|she|since|so|still|that|they|this|to|traded|up|was|were|which|who|[a-z]+ing|[a-z]+ly|\w+day)\b/
/** Stands for the one before: "its shares", "the iPhone maker". */
const back =
  /^(?:(?:her|his|its|the|their|these|those)(?: \S+){0,3} )?(?:adrs?|average|bank|benchmark|brand|chain|coin|commodity|company|contract|cryptocurrency|currency|etf|firm|fund|futures|gauge|giant|group|index|lender|metal|pair|price|prices|share|shares|stock|token|unit|\w*maker|\w*tailer)$/i
const sector =
  /^(?:(?:other|the|u\.s\.) )?(?:airlines|automakers|banks|chipmakers|communication services|consumer (?:discretionary|staples)|energy|financials|health ?care|homebuilders|industrials|insurers|materials|miners|real estate|retailers|semiconductors|technology|utilities)(?: (?:companies|names|shares|stocks))?$/i
