/** Says whether a stated figure is what is, was, is expected or only supposed. */
import { ownClauseAt } from '../../text/own-clauses.ts'
import type { DateRange, Value } from '../../types.ts'

export type Basis = Value<'rate'>['basis']

const wasBefore =
  /\b(?:from|after|compared\s(?:with|to)|against|instead\sof|rather\sthan|than|versus|vs\.?|previous(?:ly)?|prior|peak(?:ed|ing)?(?:\s(?:at|of|above|near))?|had\s(?:been|risen|fallen|grown|shrunk)|last\s(?:month|year|quarter|time)['’]?s?|down\sfrom|up\sfrom|old|earlier)(?:\s(?!and\b|but\b|while\b)[a-z:][a-z'’.]*){0,3}\s?:?\s(?:a\s|the\s|about\s|around\s|above\s)?(?:range\sof\s)?$/i
const wasAfter =
  /^\s?(?:\([^)]{0,20}\)\s)?(?:(?:the|a)\s(?:month|year|quarter|week)\s(?:before|earlier)|before\b|previously|earlier|had\sbeen|in\sthe\sprevious)/i
const supposed =
  /\b(?:if|would|could|might|should\s(?:it|inflation|rates)|were\sto|unless|suppose|assuming|with\srates)(?:[\s,]+[a-z\d.%'’-]+){0,8}[\s,]*$/i
const awaited =
  /\b(?:expect(?:s|ed|ing|ations?)?|forecast(?:s|ing|ed)?|predict(?:s|ed|ing|ions?)?|project(?:s|ed|ing|ions?)|estimat(?:e|es|ed)|anticipat(?:e|es|ed|ing)|see(?:s|n|ing)?|pencil(?:s|led)?\sin|put(?:s|ting)?\s(?:[a-z]+\s){0,3}at|will|should|likely|outlook|median|look(?:s|ed|ing)?\sfor|averaging|consensus|target(?:s|ed|ing)?(?!\s(?:range|rate))|objective|polled|by\s(?:the\s)?end|(?:as\slong\sas|stays?|remains?)\s(?:[a-z]+\s){0,3}near|ending\s20\d\d|close\swith|counts?\son|has\s(?:[a-z]+\s){1,3}ending|somewhere\sbetween|in\ssight)\b/i

const guessed =
  /^\s(?:(?:economists|analysts|forecasters|traders|markets?|the\sconsensus|officials)\s[^.;,]{0,30}\b)?(?:expected|forecast|predicted|projected|consensus|estimate[ds]?|anticipated|pencilled)\b/i
const ofPoll = /^\s(?:in|seen\sin)\s(?:a|an|the)\s(?:\p{Lu}[\p{L}.]*\s){0,3}(?:poll|survey)\b/u
const comparing = /\b(?:than|against|versus|vs\.?|compared\s(?:with|to)|instead\sof|rather\sthan)\s(?:the\s|an?\s)?$/i
const againstAGuess =
  /\b(?:than|against|versus|vs\.?|compared\s(?:with|to)|instead\sof|rather\sthan)\s(?:[a-z’'-]+\s){0,4}?(?:expected|expectations?|forecasts?|predicted|predictions?|projected|projections?|consensus|estimates?|estimated|anticipated|pencilled-in)\s(?:(?:rise|increase|gain|growth|rate|reading|inflation|drop|fall|decline)\s)?(?:(?:of|for|at)\s)?(?:an?\s|the\s|about\s|around\s)?$/i
// ", which moves with rate expectations,": told by the way.
const aside = /, (?:which|who|whose|where)\b[^,]*, ?/g

// "Sees inflation at 2%, and growth was revised up to 1.2%": a forecast still.
const ofForecasts = /\b(?:revised|upgraded|downgraded|marked)\b/i

/** Where the clause of the figure begins; what was expected in another was not expected of it. */
function ownStart(sentence: string, at: number): number {
  const clause = ownClauseAt(sentence, at)
  return clause && !ofForecasts.test(sentence.slice(clause.verb, at)) ? clause.start : 0
}

/** `sentence`, with the figure at `start`..`end`; `when` is the figure's own date. */
export function basisOf(
  sentence: string,
  start: number,
  end: number,
  when: DateRange | null,
  anchor: string | null,
): Basis {
  const before = sentence.slice(Math.max(0, start - 120), start)
  const told = sentence.slice(Math.max(0, start - 120, ownStart(sentence, start)), start)
  const after = sentence.slice(end, end + 60)
  // "Faster than the 0.1% economists had expected", "against forecasts of 2.7%"
  if (comparing.test(before) && (guessed.test(after) || ofPoll.test(after))) return 'expected'
  if (againstAGuess.test(before) && !wasAfter.test(after)) return 'expected'
  if (wasBefore.test(before) || wasAfter.test(after)) return 'previous'
  if (supposed.test(told)) return 'hypothetical'
  const own = told.slice(told.lastIndexOf(';') + 1).replace(aside, ' ')
  // "; that for core inflation" goes on with what was forecast.
  const clause = /^\s(?:and\s)?(?:that|those|the\sone)\s(?:for|of|on)\b/i.test(own) ? sentence.slice(0, start) : own
  if (
    awaited.test(clause) ||
    /^(?:\s[a-z]+){0,3}\s(?:in\sforecasts|forecast|expected|target|objective|projected|estimate[ds]?)\b/i.test(after)
  )
    return 'expected'
  if (when?.from && anchor && when.from.slice(0, 7) > anchor.slice(0, 7)) return 'expected'
  return 'actual'
}
