/** What those outvoted wanted, which is no act of the bank: "with Mann among those preferring no change" · "two of five voted to hold" */
import type { NamedHit } from './institutions.ts'

const dissenting =
  /\b(?:prefer(?:s|red|ring)?|wanted|wanting|favou?ring|seeking|urging|opting\sfor|(?:had\scalled|pushing|arguing|pressing|holding\sout|held\sout)\sfor|dissent(?:s|ed|ing|ers?)?\s(?:[a-z]+\s){0,4}(?:favou?r\sof|for))\s(?:(?:to|an?|rates?|it|them|another|policy)\s(?:[a-z]+[\s-]){0,5})?$/i
// "Voting for a cut", but not the committee "voting to hold".
const votingFor = /\bvoting\sfor\s(?:to|an?)\s(?:[a-z]+[\s-]){0,5}$/i

// "Two of the five members voted for an immediate quarter-point reduction": so do those outvoted.
const ofFew =
  /\b(?:(?:one|two|a\slone|a\ssingle)(?:\sof\s(?:the|its|their)(?:\s[\w’'-]+){1,3})?(?:\s(?:members?|policymakers?|officials?|governors?))?|three\sof\s(?:the|its)\s(?:seven|eight|nine|ten|eleven|twelve|\d{1,2})\s[a-z]+)(?:\s(?:of|on|from)\s(?:the|its)\s[\w’'-]{2,20}(?:\s[\w’'-]{2,20})?)?\s(?:also\s|had\s)?(?:vot(?:ed|es|ing)\s(?:for|to)|back(?:ed|s|ing)|favou?r(?:ed|s)|support(?:ed|s|ing))\s(?:[\w-]{1,20}[\s-]){0,5}$/i

// "Deputy Governor Jonathan Heath voting to", "Mann and Greene voted for a": those who are named apart from the bank.
const ofNamed =
  /(?<=^|[.,;]\s|\b(?:with|while|but|though|although|whereas|as|and)\s)(?<who>(?:(?:[Gg]overnors?|[Dd]eputy|[Mm]embers?|[Bb]oard|[Vv]ice|[Cc]hair|[Ee]xternal|[Pp]olicymakers?|[Rr]ate-setters?|and|only|\p{Lu}[\p{L}.'’-]+),?\s){1,9})(?:(?:both|again|also|instead|alone|had|having|among\sthose|one\sof\sthose)\s){0,2}(?:vot(?:ed|ing)\s(?:to|for|in\sfavou?r\sof)|back(?:ed|ing)|support(?:ed|ing)|favou?r(?:ed|ing)|seeking|opting\s(?:to|for))\s(?:[\w-]{1,20}[\s-]){0,5}$/u

// "While three members favoured no change": fewer than would decide; how many vote for something may be those who do.
const ofSome =
  /\b(?:one|two|three|four|some|several|a\sminority(?:\sof)?|others)(?:\s(?:of\s)?(?:the\s|its\s|their\s)?(?:[a-z]+\s)?(?:members?|policymakers?|officials?|governors?|rate-setters?))?\s(?:also\s|had\s|instead\s)?(?:favou?r(?:ed|ing|s)|preferr(?:ed|ing)|wanted|supported|backed|argued\sfor|leaned\stowards?)\s(?:[\w-]{1,20}[\s-]){0,5}$/i

/** Whether the words before an act say that it is what dissenters wanted. */
export function isOfDissenters(sentence: string, hits: readonly NamedHit[], start: number): boolean {
  const before = sentence.slice(Math.max(0, start - 160), start)
  if (
    dissenting.test(before.slice(-90)) ||
    votingFor.test(before.slice(-90)) ||
    ofFew.test(before) ||
    ofSome.test(before)
  )
    return true
  const named = ofNamed.exec(before)
  if (!named) return false
  const [from, who] = [start - before.length + named.index, named.groups!['who']!]
  return (
    !isBody(who) &&
    !hits.some(({ value, start: at, end }) => value.kind === 'bank' && at < from + who.length && end > from)
  )
}

/** Who is named is a person, by two names or an office; a lone capital may begin the sentence. */
const isBody = (who: string): boolean =>
  /\b(?:[Bb]ank|Board|Committee|Council|Copom|FOMC|MPC|Fed|The|Policymakers|Officials|Members|All|Most|Both|They)\b/u.test(
    who,
  ) && !/\b(?:[Gg]overnors?|[Dd]eputy|[Mm]ember)\s\p{Lu}/u.test(who)
