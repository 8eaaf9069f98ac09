/** The forms of words that tell of elections, where markets are spoken of beside them: who won, what was called, what comes. */
import type { EventForm } from './event-forms.ts'

const markets =
  /\b(?:shares|stocks?|equit(?:y|ies)|bonds?|yields?|gilts?|bunds?|oats?|spreads?|currency|dollar|euro|yen|pound|sterling|peso|real|lira|rupee|rand|zloty|forint|won|franc|markets?|investors?|traders?|index|futures|rall(?:y|ies|ied)|sell-?off|volatility)\b/i
const things =
  /\b(?:elections?|referendum|run-?off|ballot|(?:presidential|parliamentary|leadership|confidence)\svote|polls)\b(?!\s(?:to\sthe\sboard|of\s(?:directors|officers)))/gi
const notOfState =
  /\b(?:board|proxy|shareholders?['’]?|union|club|annual\smeeting|directors?|class)\s(?:[a-z]+\s){0,2}(?:elections?|vote|ballot)\b|\bopinion\spolls|\bReuters\spolls?\b|\bpolls?\sof\s(?:economists|analysts)\b/i

export const electionForms: readonly EventForm[] = [
  {
    rule: 'election-is-decided',
    type: 'election',
    thing: things,
    act: /\b(?:w[io]ns?|winning|victory|(?:loses?|lost|losing)(?:\s(?:its|their|his|her|the|control|a|outright)){0,2}(?:\s(?:majority|power))?|defeat(?:s|ed)?|re-?elected|elected|ousted|swept|sweeps|landslide|reject(?:s|ed)|concede[sd]?|triumph(?:s|ed)?|secur(?:es|ed)|holds?\son)\b/gi,
    reach: 60,
    plain: 'happened',
    actor: 'country',
    unless: notOfState,
    beside: markets,
  },
  {
    rule: 'election-is-called',
    type: 'election',
    thing: things,
    act: /\b(?:call(?:s|ed|ing)?(?!\sfor)|schedul(?:es|ed)|announc(?:es|ed)|sets?|hold(?:s|ing)?|held|go(?:es)?\sto|heads?\sto|head(?:ed|ing)\sto|went\sto|fac(?:es|ing)|trigger(?:s|ed)|forc(?:es|ed)|due|postpone[sd]?|bracing\sfor|brace\sfor|ahead\sof|before|run-up\sto)\b/gi,
    reach: 60,
    plain: 'happened',
    actor: 'country',
    unless: notOfState,
    beside: markets,
  },
]
