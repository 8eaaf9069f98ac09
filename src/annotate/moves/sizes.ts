/** Sizes of moves with the word that gives their direction: "fell 2.5%" · "down nearly 8 percent" · "a 5% slide" · "1,207 points, or 2.5%, to 50,115.67". */
import { fractionOf, fractionSigns } from '../../text/numbers.ts'

export interface Size {
  /** Offsets in the sentence's text, from cue or number to the end of the level. */
  readonly start: number
  readonly end: number
  readonly percent?: number
  readonly points?: number
  readonly basisPoints?: number
  readonly level?: number
  readonly cue?: Cue
}

export interface Cue {
  readonly direction: 'up' | 'down'
  readonly start: number
  readonly end: number
  readonly kind: 'verb' | 'adverb' | 'noun'
  /** The noun follows the number: "a 5% slide". */
  readonly after: boolean
  /** "Knocked 5% off the shares": what moved stands behind. */
  readonly off?: boolean
}

const up =
  'rose|rise[ns]?|rising|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[ds]?|ing)|soar(?:s|ed|ing)?|rall(?:y|ies|ied|ying)|advanc(?:e[ds]?|ing)|add(?:s|ed|ing)?|rebound(?:s|ed|ing)?|leap(?:s|t|ed|ing)?|spik(?:e[ds]?|ing)|strengthen(?:s|ed|ing)?|appreciat(?:e[ds]?|ing)|pop(?:s|ped|ping)?|bounc(?:e[ds]?|ing)|skyrocket(?:s|ed|ing)?|rocket(?:s|ed|ing)?|firm(?:s|ed)|increas(?:e[ds]?|ing)|recover(?:s|ed|ing)?|put on|ticked up|edged up|shot up|grew|inched up|up|higher|ahead|better|firmer|stronger|doubled'
const down =
  'fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e[ds]?|ing)|lost|los(?:es?|ing)|slid(?:es?|ing)?|slip(?:s|ped|ping)?|tumbl(?:e[ds]?|ing)|plung(?:e[ds]?|ing)|sank|sink(?:s|ing)?|sunk|shed(?:s|ding)?|plummet(?:s|ed|ing)?|dip(?:s|ped|ping)?|retreat(?:s|ed|ing)?|eas(?:e[ds]?|ing)|weaken(?:s|ed|ing)?|depreciat(?:e[ds]?|ing)|slump(?:s|ed|ing)?|giv(?:en|es|ing) up|crash(?:es|ed|ing)?|sagged|skid(?:s|ded)?|swoon(?:s|ed)?|crater(?:s|ed|ing)?|div(?:e[ds]?|ing)|dove|gave up|pulled back|decreas(?:e[ds]?|ing)|nosedived|collaps(?:e[ds]?|ing)|stumbled|ticked down|edged down|inched down|off|down|lower|worse|weaker|softer'
const nounUp =
  'gain|gains|rise|jump|surge|rally|advance|rebound|increase|climb|leap|spike|bounce|pop|run-up|recovery|appreciation'
const nounDown =
  'drop|fall|decline|loss|losses|slide|slip|tumble|plunge|slump|dip|retreat|decrease|crash|sell-off|selloff|dive|correction|pullback|rout|swoon|depreciation|setback|haircut'

const cues = new RegExp(`(?<![\\w-])(?:(${up})|(${down}))(?![\\w-])`, 'gi')
const nounCue = new RegExp(
  `^[ -](?:(?!(?:after|and|as|before|but|to|when|while) )[a-z-]+ ){0,2}?(?:(${nounUp})|(${nounDown})|(higher|up|ahead|firmer|stronger|better)|(lower|down|weaker|softer|worse))\\b(?! to \\d)`,
  'i',
)
const nouns = new RegExp(`^(?:${nounUp}|${nounDown})$`, 'i')
const adverbs = /^(?:up|down|off|higher|lower|ahead|worse|better|firmer|stronger|weaker|softer)$/i
// "3 1/2 percent", "1¾ percent", "3/4 percent"
const fraction = '\\d{1,2}/\\d{1,2}'
const number = `((?:\\d{1,3}[ -])?${fraction}|\\d[\\d,]*(?:\\.\\d+)?(?:\\s?[${fractionSigns}])?|[${fractionSigns}]|one|two|three|four|five|six|seven|eight|nine|ten|half)`
const fractionAtEnd = new RegExp(`(?<!\\d)${fraction}$|[${fractionSigns}]$`)
const unit = '(?:\\s?(%)|[ -](percent|per cent|pct)\\b|[ -](basis[ -]points?|bps?)\\b|[ -](points?)\\b)'
const amounts = new RegExp(`(?<![\\w.$€£])[+\\-−–]?${number}${unit}`, 'gi')
const joint = /^,? (?:or|a loss of|a gain of) (?:about |nearly |almost |more than )?$/i
const levelAfter =
  /^,? ?(?:(?:to|at)(?: (?:close|end|settle|finish|trade|stand)(?: (?:up|down|lower|higher))? at)?|(?:to|and) (?:closed?|ended|settled|finished|traded?|hit|reach(?:ed)?)(?: at)?) (?:about |around |nearly |just (?:above|below|over|under) |a record (?:close of |high of )?|an? \S+ (?:high|low) of )?[$€£¥]?(\d+(?:,\d+)*(?:\.\d+)?)(?!\d|[,.]\d)(?!-| ?to \d)(?! ?(?:%|percent|per cent)? ?(?:in|by) (?:(?:early|late|mid|the end of)[ -])?(?:20\d\d|next))/i

const words: Record<string, number> = {
  half: 0.5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
function value(text: string): number {
  const spelled = words[text.toLowerCase()]
  if (spelled !== undefined) return spelled
  const part = fractionAtEnd.exec(text)?.[0] ?? ''
  const whole = text.slice(0, text.length - part.length).replace(/[ -]$/, '')
  return Number(whole.replaceAll(',', '')) + (part === '' ? 0 : fractionOf(part))
}

/** All sizes in a sentence, in order; one without a cue may follow another's. */
export function findSizes(text: string): Size[] {
  const all = [...text.matchAll(amounts)]
  const sizes: Size[] = []
  let floor = 0
  for (let i = 0; i < all.length; i++) {
    const match = all[i]!
    let end = match.index + match[0].length
    let size: { percent?: number; points?: number; basisPoints?: number } = sizeOf(match)
    const next = all[i + 1]
    if (next && joint.test(text.slice(end, next.index))) {
      size = { ...size, ...sizeOf(next) }
      end = next.index + next[0].length
      i++
    }
    const cue = takenOff(text, floor, match.index, end) ?? cueBefore(text, floor, match.index) ?? cueAfter(text, end)
    const tail = levelAfter.exec(text.slice(cue?.after ? cue.end : end, (cue?.after ? cue.end : end) + 80))
    const level = tail && value(tail[1]!)
    const signEnd = Math.max(end, cue?.end ?? 0)
    const start = Math.min(match.index, cue?.start ?? match.index)
    const whole = tail ? Math.max(signEnd, (cue?.after ? cue.end : end) + tail[0].length) : signEnd
    sizes.push({ start, end: whole, ...size, ...(level === null ? {} : { level }), ...(cue ? { cue } : {}) })
    floor = whole
  }
  return sizes
}

function sizeOf(match: RegExpMatchArray): { percent?: number; points?: number; basisPoints?: number } {
  const size = value(match[1]!)
  if (match[2] ?? match[3]) return { percent: size }
  return match[4] ? { basisPoints: size } : { points: size }
}

const filler =
  /^(?: (?:nearly|almost|about|more|less|over|under|around|as|much|some|by|another|further|a|an|the|roughly|at|least|most|just|than|approximately|only|sharply|early|of|its|sharp|modest|slightly|slight|what|would|be|fractionally|close|well|between|and|off|up|down|higher|lower|in|premarket|pre-market|after-hours|trading|on|monday|tuesday|wednesday|thursday|friday|afternoon|morning|midday|today|nearer|fully|whopping|staggering|massive|combined|collective|total|cumulative|weekly|daily|intraday|[$€£¥]?\d[\d,.]*|cents?|points?|or),?){0,7} $/i

/** The direction word before a number, with nothing but fillers between; "to 5%" and "from 4%" are levels. */
function cueBefore(text: string, floor: number, at: number): Cue | undefined {
  const from = Math.max(floor, at - 70)
  const window = text.slice(from, at)
  let found: Cue | undefined
  for (const match of window.matchAll(cues)) {
    const gap = window.slice(match.index + match[0].length)
    if (!filler.test(gap) || /\b(?:to|from) $/i.test(gap)) continue
    if (/^up$/i.test(match[0]) && /^ to /i.test(gap)) continue
    const start = from + match.index
    const noun =
      nouns.test(match[0]) &&
      /\b(?:a|an|the|its|of|sharp|steep|year-to-date|weekly|daily|total|collective|combined|intraday) $/i.test(
        window.slice(0, match.index),
      )
    const kind = noun ? 'noun' : adverbs.test(match[0]) ? 'adverb' : 'verb'
    if (noun && !/^ of\b|^ by\b|^ to(?:taling)?\b/i.test(gap)) continue
    // "closed down 3%": the adverb after a verb only repeats it, the verb of motion comes first and stays.
    if (found && kind === 'adverb' && found.kind === 'verb') continue
    found = { direction: match[1] ? 'up' : 'down', start, end: start + match[0].length, kind, after: false }
  }
  return found
}

const taking =
  /\b(?:took|taking|takes|knock(?:s|ed|ing)|wip(?:es|ed|ing)|shav(?:es|ed|ing)|lopp(?:s|ed|ing)|slic(?:es|ed|ing)|chopp(?:ed|ing)|strip(?:s|ped|ping)|eras(?:es|ed|ing)) (?:about |almost |another |a further |around |as much as |at least |more than |nearly |over |roughly |some |up to )?$/i
const offItsPrice =
  /^ (?:off|from) (?:(?!profits?\b|revenues?\b|sales\b|earnings\b|margins?\b|costs?\b|forecasts?\b)[\p{L}\d.&'’-]+ ){1,5}?(?:capitali[sz]ation|shares|stock|value|price of (?:its|the|their) shares|price(?! (?:of|for|target|rise|increase|cut|tag)\b))\b/u

/** "Knocked 5% off the shares", "wiped 8% from its market value" */
function takenOff(text: string, floor: number, at: number, end: number): Cue | undefined {
  if (!/^ (?:off|from) /.test(text.slice(end, end + 6))) return undefined
  if (!offItsPrice.test(text.slice(end, end + 90)) || !taking.test(text.slice(Math.max(floor, at - 40), at)))
    return undefined
  return { direction: 'down', start: end, end, kind: 'noun', after: true, off: true }
}

/** "35% off the $126,000 it reached", "a fifth below its peak" */
const offAPeak =
  /^ (?:off|below|under|short of) (?:the|its|their|an?|last|this) (?:(?:(?!target|price|estimate|fair)[\w'’-]+ ){0,4}?(?:highs?|peak|record)|[$€£¥]\d[\d.,]*\d)(?![\w-])/i

function cueAfter(text: string, at: number): Cue | undefined {
  const peak = offAPeak.exec(text.slice(at, at + 60))
  if (peak) return { direction: 'down', start: at + 1, end: at + peak[0].length, kind: 'adverb', after: true }
  const match = nounCue.exec(text.slice(at, at + 60))
  if (!match) return undefined
  const word = match[1] ?? match[2] ?? match[3] ?? match[4] ?? ''
  const end = at + match[0].length
  return {
    direction: (match[1] ?? match[3]) ? 'up' : 'down',
    start: end - word.length,
    end,
    kind: (match[1] ?? match[2]) ? 'noun' : 'adverb',
    after: true,
  }
}
