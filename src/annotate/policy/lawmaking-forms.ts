/** The forms of words that tell of parliaments, agencies, taxes and bans: who voted, who was fined, what may no longer be sold abroad. */
import type { EventForm } from './event-forms.ts'

const chamber =
  '(?:Senate|House|Congress|[Pp]arliament|[Ll]awmakers|[Ll]egislature|[Aa]ssembly|[Ll]ower\\shouse|[Uu]pper\\shouse|Bundestag|Bundesrat|Knesset|Duma|Diet|Lok\\sSabha|MPs|[Ss]enators|[Dd]eputies)'
const votes = new RegExp(
  `(?<=\\b${chamber}\\s(?:[a-z]+\\s){0,2})(?:pass(?:es|ed)|approv(?:es|ed)|reject(?:s|ed)|vot(?:es|ed)\\s(?:for|down|against|through|on|to\\s[a-z]+)|block(?:s|ed)|adopt(?:s|ed)|back(?:s|ed)|endorse[sd]|clear(?:s|ed)|ratif(?:ies|ied)|defeat(?:s|ed))\\b`,
  'g',
)
const money =
  /\b(?:(?:\d[\d.,]*|half\sa)\s(?:billion|trillion|million)(?:\s[a-z]{3,9})?\s(?:fund|package)|(?:infrastructure|defen[cs]e|recovery|investment)\sfund|budget|spending\s(?:bill|package|plan)|stimulus|tax\s(?:bill|cuts?|package|reform))\b/gi

export const lawmakingForms: readonly EventForm[] = [
  {
    rule: 'parliament-votes-on-money',
    type: 'fiscal',
    thing: money,
    act: votes,
    reach: 50,
    plain: 'happened',
    actor: 'optional',
  },
  {
    rule: 'parliament-votes',
    type: 'legislation',
    thing: /\b(?:bill|law|legislation|act|measure|resolution|treaty|amendment|moratorium|proposal|motion)\b/gi,
    act: votes,
    reach: 50,
    plain: 'happened',
    actor: 'optional',
    unless: /\b(?:budget|spending\s(?:bill|package|plan)|stimulus|tax\s(?:bill|cuts?|package|reform))\b/i,
  },
  {
    rule: 'agency-acts',
    type: 'regulation',
    thing:
      /\b(?:lawsuit|probe|complaint|antitrust\s(?:case|suit)|pill|therapy|treatment|vaccine|medicine|medical\sdevice|application|merger|takeover)\b/gi,
    act: /\b(?:approv(?:es|ed)|reject(?:s|ed)|clear(?:s|ed)|block(?:s|ed)|drop(?:s|ped)|open(?:s|ed)|launch(?:es|ed)|fil(?:es|ed)|settl(?:es|ed)|declin(?:es|ed)\sto\sapprove|fast-tracks?|widen(?:s|ed)|clos(?:es|ed))\b/gi,
    reach: 60,
    plain: 'happened',
    actor: 'authority',
  },
  {
    rule: 'rules-for-banks',
    type: 'regulation',
    thing: /\b(?:capital|leverage|liquidity)\s(?:requirements?|rules|ratios?|buffers?)\b/gi,
    act: /\b(?:cut(?:s|ting)?|eas(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|lower(?:s|ed|ing)?|loosen(?:s|ed|ing)?|tighten(?:s|ed|ing)?|propos(?:e|es|ed|ing)|finali[sz](?:e|es|ed)|scrap(?:s|ped)?|adopt(?:s|ed)?|delay(?:s|ed)?)\b/gi,
    reach: 30,
    plain: 'happened',
    actor: 'needed',
  },
  {
    rule: 'somebody-is-fined',
    type: 'regulation',
    thing: /\bfine[sd]\s(?=\p{Lu}\p{L}|[$€£])/gu,
    reach: 0,
    plain: 'happened',
    actor: 'public',
  },
  {
    rule: 'exports-are-banned',
    type: 'regulation',
    thing: /\b(?:exports?|imports?)\sof\b/gi,
    act: /\b(?:ban(?:s|ned|ning)?|restrict(?:s|ed|ing)?|curb(?:s|ed|ing)?|halt(?:s|ed|ing)?|suspend(?:s|ed|ing)?|outlaw(?:s|ed)?)(?=\s(?:all\s|most\s|new\s|the\s)?(?:exports?|imports?)\sof\b)/gi,
    reach: 12,
    plain: 'happened',
    actor: 'public',
  },
  {
    rule: 'somebody-is-sanctioned',
    type: 'sanction',
    thing:
      /(?<=\b(?:U\.?S\.?|EU|UK|Britain|Canada|Japan|Washington|Brussels|London|Treasury\sDepartment|OFAC)\s)sanctions\s(?=\p{Lu}\p{L}|(?:two|three|four|five|dozens|more)\s)/gu,
    reach: 0,
    plain: 'happened',
    actor: 'public',
  },
  {
    rule: 'puts-somebody-under-sanctions',
    type: 'sanction',
    thing:
      /(?<!\b(?:was|were|been|be|are|is|being|newly|already)\s)\bsanctioned\s(?=\p{Lu}\p{L}|(?:two|three|four|five|dozens|more)\s)/gu,
    reach: 0,
    plain: 'happened',
    actor: 'public',
  },
  {
    rule: 'tax-changes',
    type: 'fiscal',
    thing:
      /\b(?:(?:digital\sservices|wealth|income|corporate|corporation|sales|consumption|windfall|capital\sgains|inheritance|property|carbon|fuel|payroll|bank|value-added|stamp)\s(?:tax(?:es)?|dut(?:y|ies)|levy)|taxes)\b/gi,
    act: /\b(?:scrap(?:s|ped|ping)?|rais(?:e|es|ed|ing)|cut(?:s|ting)?|suspend(?:s|ed|ing)?|introduc(?:e|es|ed|ing)|impos(?:e|es|ed|ing)|abolish(?:es|ed)?|hik(?:e|es|ed|ing)|lower(?:s|ed|ing)?|increas(?:e|es|ed|ing)|halv(?:e|es|ed)|doubl(?:e|es|ed))\b/gi,
    reach: 16,
    plain: 'happened',
    actor: 'public',
    unless: /\b(?:after|before|excluding|net\sof|pre-)\s?tax(?:es)?\b/i,
  },
]
