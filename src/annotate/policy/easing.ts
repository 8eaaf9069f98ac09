/** What takes a tariff or a sanction away, or lessens it: "scrapped its tariffs" · "tariffs were rolled back" · "exempted coffee from duties" */

/** Acts that are this of a burden only where they are plainly done to it: much else is dropped, ended and slashed. */
export const takings =
  'abolish(?:es|ed|ing)?|ax(?:e|es|ed|ing)|drop(?:s|ped|ping)?|eas(?:e|es|ed|ing)|eliminat(?:e|es|ed|ing)|end(?:s|ed|ing)?|expir(?:e|es|ed|ing)|halv(?:e|es|ed|ing)|laps(?:e|es|ed|ing)|phas(?:e|es|ed|ing)\\sout|remov(?:e|es|ed|ing)|repeal(?:s|ed|ing)?|rescind(?:s|ed|ing)?|revok(?:e|es|ed|ing)|roll(?:s|ed|ing)?\\sback|slash(?:es|ed|ing)?|spar(?:e|es|ed|ing)|trim(?:s|med|ming)?|waiv(?:e|es|ed|ing)|withdr(?:aws?|ew|awn|awing)'
const isTaking = new RegExp(`^(?:${takings})$`, 'i')

/** Acts that lessen a tariff whatever else the sentence says, and those. */
export const lessenings = `suspend(?:s|ed|ing)?|postpon(?:e|es|ed|ing)|delay(?:s|ed|ing)?|paus(?:e|es|ed|ing)|lift(?:s|ed|ing)?|scrap(?:s|ped|ping)?|cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|exempt(?:s|ed|ing)?|falls?|${takings}`
const lessens = new RegExp(`^(?:${lessenings})$`, 'i')
// "Lifted its tariffs on cars to 50%"
const liftedTo = /^[^.;]*?\bto\s\d/

/** Offsets into the sentence. */
interface Range {
  readonly start: number
  readonly end: number
}

export const isEased = (text: string, thing: Range, act: Range): boolean =>
  lessens.test(text.slice(act.start, act.end)) &&
  !(/^lift/i.test(text.slice(act.start, act.end)) && liftedTo.test(text.slice(Math.max(thing.end, act.end))))

// "dropped its retaliatory tariffs", never "dropped on tariffs"
const governs =
  /^\s(?:(?!(?:after|amid|and|as|at|because|before|but|by|during|for|if|in|on|over|since|than|that|to|under|when|while|with)\b)[^\s.;,]+\s){0,5}$/i
// "Tariffs on lumber were eventually abolished"
const isDoneTo =
  /^(?:\s(?:against|for|from|of|on)\s[^.;,]{1,60})?\s(?:[a-z]+\s){0,2}(?:be|been|being|are|is|was|were)(?:\s[a-z]+ly)?\s$/i
// "Canada's tariffs on steel expired on Sunday"
const ofItself = /^(?:drop|eas|end|expir|laps)/i
const beside = /^(?:\s(?:against|for|from|of|on)\s[^.;,]{1,60})?(?:\s(?:have|has|had|will|would|may|could))?\s$/i
const noObject = /^\s(?:after|as|at|before|by|early|for|from|in|last|late|on|this|to|when)\b|^[,.;]|^$/i

// "Ended the tariff war"
const ofADispute = /^\s(?:wars?|rows?|disputes?|fights?|battles?)\b/i

// "Investors trust that the levies will be rolled back": nobody's act.
const isHoped = /\b(?:analysts|economists|investors|markets|strategists|traders)\b[^.;]*$/i

/** Whether an act that may be done to anything is done to the thing; other acts pass. */
export function isDoneToIt(text: string, thing: Range, act: Range): boolean {
  const word = text.slice(act.start, act.end)
  if (!isTaking.test(word)) return true
  if (ofADispute.test(text.slice(thing.end))) return false
  if (act.end <= thing.start) return governs.test(text.slice(act.end, thing.start))
  const between = text.slice(thing.end, act.start)
  if (isDoneTo.test(between)) return !isHoped.test(text.slice(0, thing.start))
  return ofItself.test(word) && beside.test(between) && noObject.test(text.slice(act.end))
}
