/** Moves that were taken back: "gave up an earlier gain of 3%" · "erased a 5% loss" · "after wiping out its 2% advance". */
import type { Size } from './sizes.ts'

const moved =
  '(?:gains?|rise|rally|advance|jump|rebound|surge|climb|loss(?:es)?|fall|drop|decline|slide|slump|dip|tumble|plunge|sell-?off)'
const takenBack = new RegExp(
  '\\b(?:g(?:ave|iven|iving|ives?) (?:back|up)|eras(?:e[ds]?|ing)|revers(?:e[ds]?|ing)|wip(?:e[ds]?|ing) (?:out|away|off)|surrender(?:s|ed|ing)?|relinquish(?:es|ed|ing)?|par(?:e[ds]?|ing)|trim(?:s|med|ming)?|recoup(?:s|ed|ing)?|recover(?:s|ed|ing)? from|overc(?:ame|oming)|shook off|shak(?:en|ing) off|cancell?(?:s|ed|ing)|squander(?:s|ed|ing)?|unw(?:ound|inding)|halv(?:e[ds]?|ing))' +
    ` (?:(?:all|most|much|part|some|half|nearly|almost|the bulk) (?:of )?)?(?:an?|the|its|their|that|this|early|earlier)(?: (?:early|earlier|initial|opening|intraday|morning|session|brief|sharp|previous|of|as|much|more|than|up|to|about|around|nearly|almost|over)){0,6} (?:${moved} (?:of|totall?ing) (?:as much as |up to |more than |about |around |nearly |almost |over )?)?$`,
  'i',
)

/** Offsets in `text`. Of "gave up 3%" the size is the move itself. */
export function isUndone(text: string, size: Size): boolean {
  const { cue } = size
  const number = /\d/.exec(text.slice(size.start))
  if (!cue || !number) return false
  const at = cue.after ? size.start : size.start + number.index
  return cue.kind === 'noun' || new RegExp(`${moved} (?:of|totall?ing)\\b`, 'i').test(text.slice(cue.start, at))
    ? takenBack.test(text.slice(Math.max(0, at - 110), at))
    : false
}
