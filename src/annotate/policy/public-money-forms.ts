/** The forms of words that tell of public money and of what a bank says it will do: guidance, budgets, rescues, sales of debt. */
import type { EventForm } from './event-forms.ts'

export const publicMoneyForms: readonly EventForm[] = [
  {
    rule: 'bank-gives-guidance',
    type: 'guidance',
    thing:
      /\b(?:(?:further|more|additional|another|gradual|fewer|no\smore)\s(?:policy\s|monetary\s|interest[-\s]rate\s|rate[-\s]?\s?)?(?:easing|tightening|cuts?|hikes?|increases?|reductions?)|meeting[-\s]by[-\s]meeting|data[-\s]dependent|next\smove|rates?\s(?:would|will|may|could)\s(?:stay|remain|rise|fall)|(?:stay|remain)\s(?:restrictive|accommodative)|forward\sguidance|tightening\sbias|easing\sbias)\b/gi,
    act: /\b(?:signal(?:s|l?ed|l?ing)|hint(?:s|ed|ing)?|indicat(?:es|ed|ing)|flag(?:s|ged|ging)?|pledg(?:es|ed|ing)|vow(?:s|ed|ing)?|reiterat(?:es|ed|ing)|repeat(?:s|ed|ing)?|left\sthe\sdoor\sopen|leaves?\sthe\sdoor\sopen|leaving\sthe\sdoor\sopen|clos(?:es|ed|ing)\sthe\sdoor|dropp?(?:s|ed|ing)\sits|guid(?:es|ed|ing)|telegraph(?:s|ed|ing)?)\b/gi,
    reach: 40,
    plain: 'happened',
    actor: 'central',
    unless: /\b(?:traders|economists|analysts|futures|swaps|markets?)\s(?:[a-z]+\s){0,2}(?:signal|hint|indicat|flag)/i,
  },
  {
    rule: 'budget-is-made',
    type: 'fiscal',
    thing:
      /\b(?:budget|stimulus(?:\s(?:package|plan|programme|program|measures))?|spending\s(?:package|review|cuts)|(?:fiscal|relief|economic)\s(?:package|plan|stimulus|rules|measures)|tax\s(?:cuts?|rises?|increases?|breaks?|holiday|rebates?)|debt\s(?:ceiling|brake)|government\sshutdown)\b(?!\s(?:deficit|airline|carrier|hotel|retailer|brand|store|office|projections))/gi,
    act: /\b(?:announc(?:e|es|ed|ing)|unveil(?:s|ed|ing)?|present(?:s|ed|ing)?|approv(?:e|es|ed|ing)|pass(?:es|ed|ing)?|adopt(?:s|ed|ing)?|agree(?:s|d)?|weigh(?:s|ed|ing)?|propos(?:e|es|ed|ing)|extend(?:s|ed|ing)?|rais(?:e|es|ed|ing)|suspend(?:s|ed|ing)?|end(?:s|ed)?|launch(?:es|ed)?|rul(?:e|es|ed|ing)\sout|reject(?:s|ed)?)\b/gi,
    reach: 24,
    plain: 'happened',
    actor: 'public',
  },
  {
    rule: 'rescue-with-public-money',
    type: 'bailout',
    thing:
      /\b(?:bail[-\s]?outs?|rescue\s(?:package|plan|loan|fund|deal)|emergency\s(?:loans?|liquidity|funding|credit)|capital\sinjections?|nationali[sz]ation|state\said|takeover\sby\sthe\sstate)\b/gi,
    act: /\b(?:agree(?:s|d)?|approv(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|grant(?:s|ed|ing)?|provid(?:e|es|ed|ing)|offer(?:s|ed|ing)?|extend(?:s|ed|ing)?|arrang(?:e|es|ed|ing)|secur(?:e|es|ed|ing)|rul(?:e|es|ed|ing)\sout|reject(?:s|ed)?|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|need(?:s|ed)?|plan(?:s|ned)?)\b/gi,
    reach: 40,
    plain: 'happened',
    actor: 'public',
  },
  {
    rule: 'state-rescues',
    type: 'bailout',
    thing: /\b(?:(?:bail|bails|bailed|bailing)\sout|nationali[sz](?:e|es|ed|ing))\b/gi,
    reach: 0,
    plain: 'happened',
    actor: 'public',
  },
  {
    rule: 'debt-is-sold',
    type: 'debt_auction',
    thing:
      /\b(?:(?:treasury|government|sovereign|gilt|bund|bond|note|bill|debt|jgb)\s(?:auctions?|sales?)|(?:auctions?|sales?)\sof\s(?:\S+\s){0,4}?(?:treasur(?:y|ies)|government\sbonds|gilts?|bunds?|jgbs?|notes|bonds|bills))\b/gi,
    reach: 0,
    plain: 'happened',
    actor: 'debtor',
  },
  {
    rule: 'debtor-sells',
    type: 'debt_auction',
    thing: /\b(?:notes|bonds|bills|gilts|bunds|treasuries|oats|btps|jgbs|securities)\b/gi,
    act: /\b(?:sold|auction(?:s|ed|ing)?)\b/gi,
    reach: 60,
    plain: 'happened',
    actor: 'debtor',
  },
]
