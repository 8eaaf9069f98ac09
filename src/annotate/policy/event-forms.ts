/** The forms of words that tell of policy other than rates: what must be named, what is done to it, and by whom. */
import type { Status, Value } from '../../types.ts'
import { electionForms } from './election-forms.ts'
import { lessenings, takings } from './easing.ts'
import { lawmakingForms } from './lawmaking-forms.ts'
import { publicMoneyForms } from './public-money-forms.ts'

export type EventType = Value<'policy_event'>['type']

export interface EventForm {
  readonly rule: string
  readonly type: EventType
  /** What it is about; the event's action is told from it. */
  readonly thing: RegExp
  /** What is done; its status is read there. Absent: the thing itself is the event. */
  readonly act?: RegExp
  /** How far the act may stand from the thing. */
  readonly reach: number
  /** The status where nothing governs the act. */
  readonly plain: Status
  /** Who must be named: anybody who makes policy, a central bank, an authority, one of these before the act, a state that borrows, or a country. */
  readonly actor: 'needed' | 'central' | 'optional' | 'authority' | 'public' | 'debtor' | 'country'
  readonly unless?: RegExp
  /** The rule that acts go by which take away what is named, or lessen it. */
  readonly eased?: string
  /** What the sentence or one beside it must speak of. */
  readonly beside?: RegExp
}

const imposing = new RegExp(
  String.raw`\b(?:impos(?:e|es|ed|ing)|announc(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|slapp?(?:s|ed|ing)?|levy|levied|threaten(?:s|ed|ing)?|threats?|doubl(?:e|es|ed|ing)|charg(?:e|es|ed|ing)|tak(?:e|es|ing)\seffect|took\seffect|start(?:s|ed)?|begins?|rises?|order(?:s|ed)?|propos(?:e|es|ed|ing)|approv(?:e|es|ed|ing)|set(?:s|ting)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|consider(?:s|ed|ing)|retaliat(?:e|es|ed|ing)\swith|hit\sback\swith|respond(?:s|ed)?\swith|${lessenings})\b`,
  'gi',
)
const reaching =
  /\b(?:reach(?:es|ed|ing)?|sign(?:s|ed|ing)?|agree(?:s|d|ing)?|str(?:ike|ikes|uck|iking)|announc(?:e|es|ed|ing)|clinch(?:es|ed)?|seal(?:s|ed)?|call(?:s|ed)?|negotiat(?:e|es|ed|ing)|conclud(?:e|es|ed)|extend(?:s|ed)?|settle[sd]?)\b/gi
const passing =
  /\b(?:pass(?:es|ed|ing)?|passage|sign(?:s|ed|ing)?|enact(?:s|ed|ment)?|approv(?:e|es|ed|al)|vot(?:e|es|ed)|introduc(?:e|es|ed)|propos(?:e|es|ed)|repeal(?:s|ed)?|clear(?:s|ed)|advanc(?:es|ed)|adopt(?:s|ed)?|ratif(?:ies|ied)|overturn(?:s|ed)?|block(?:s|ed)?|reject(?:s|ed)?|veto(?:es|ed)?|struck\sdown|strik(?:e|es)\sdown)\b/gi
const regulating =
  /\b(?:block(?:s|ed|ing)?|reject(?:s|ed|ing)?|approv(?:e|es|ed|ing)|clear(?:s|ed)|order(?:s|ed|ing)|ban(?:s|ned|ning)?|fin(?:es|ed|ing)|requir(?:e|es|ed|ing)|revok(?:e|es|ed|ing)|eas(?:e|es|ed|ing)|tighten(?:s|ed|ing)?|propos(?:e|es|ed|ing)|finali[sz](?:e|es|ed)|issu(?:e|es|ed)|restrict(?:s|ed|ing)?|curb(?:s|ed|ing)?|sue[sd]?|suing|grant(?:s|ed)?|suspend(?:s|ed|ing)?|impos(?:e|es|ed|ing)|rescind(?:s|ed)?|open(?:s|ed)|investigat(?:e|es|ed|ing)|told|takes|needs)\b/gi

export const eventForms: readonly EventForm[] = [
  {
    rule: 'tariff-is-imposed',
    eased: 'tariff-is-eased',
    type: 'tariff',
    thing:
      /\b(?:tariffs?|import\sdut(?:y|ies)|dut(?:y|ies)(?=\s(?:on|of|that)\b)|levies|levy(?=\son\b)|reciprocal\srates)\b/gi,
    act: imposing,
    reach: 70,
    plain: 'happened',
    actor: 'needed',
    unless:
      /\b(?:tariff\s(?:truce|revenue|costs?|fears|worries|tantrum|relief|uncertainty|impact|pressures?)|because\sof\stariffs|hurt\sby|duty\sof\scare)\b/i,
  },
  {
    rule: 'trade-deal',
    type: 'trade_deal',
    thing:
      /\b(?:(?:trade|framework|tariff|minerals)\s(?:deal|agreement|pact|accord|truce|framework)|(?:one-year|90-day|temporary|trade-war)\s(?:tariff\s|trade\s)?truce|truce\sover)\b/gi,
    act: reaching,
    reach: 60,
    plain: 'happened',
    actor: 'needed',
  },
  {
    rule: 'trade-truce-stands',
    type: 'trade_deal',
    thing: /\b(?:90-day|one-year|temporary)\s(?:tariff\s|trade\s)?truce\b/gi,
    reach: 0,
    plain: 'happened',
    actor: 'needed',
  },
  {
    rule: 'law-is-made',
    type: 'legislation',
    thing:
      /\b(?:\p{Lu}[\p{L}&]+\s(?:\p{Lu}[\p{L}&]+\s){0,5}(?:Act|Bill)\b|(?:the|a|tax|spending|budget|crypto|stablecoin|infrastructure|climate|immigration|chips)\s(?:\p{L}+\s)?(?:bill|law|legislation|package)\b|legislation\b|(?:stablecoin|banking|tax)\srules\b|into\slaw\b)/gu,
    act: passing,
    reach: 90,
    plain: 'happened',
    actor: 'optional',
    unless: /\b(?:utility|electricity|AI|phone|grocery|capex|wage|Treasury|T-)\s?bills?\b|\blaw\sfirm|\bbill\scosts/i,
  },
  {
    rule: 'regulator-acts',
    type: 'regulation',
    thing:
      /\b(?:rules?|request|approval|licen[cs]e\srequirement|licen[cs]ing\srequirement|export\s(?:curbs?|controls?|restrictions?|licen[cs]es?)|curbs?|standards|mandates|merger|takeover|acquisition|ban|restrictions?|permits?|drug|antitrust|emissions?|inquiry|investigation|government\sapproval)\b/gi,
    act: regulating,
    reach: 80,
    plain: 'happened',
    actor: 'authority',
  },
  {
    rule: 'export-curbs-change',
    type: 'regulation',
    thing:
      /\b(?:export\s(?:curbs?|controls?|restrictions?|ban)|curbs\son\s(?:[a-z]+\s){0,3}exports|rare[-\s]earth\s(?:exports?|curbs?|controls?))\b/gi,
    act: regulating,
    reach: 80,
    plain: 'happened',
    actor: 'needed',
  },
  {
    rule: 'sanctions-are-imposed',
    eased: 'sanctions-are-eased',
    type: 'sanction',
    thing: /\bsanctions?\b(?!\son\shold)/gi,
    act: new RegExp(
      String.raw`\b(?:impos(?:e|es|ed|ing)|lift(?:s|ed|ing)?|announc(?:e|es|ed|ing)|tighten(?:s|ed)?|widen(?:s|ed)?|slapp?(?:s|ed)?|threaten(?:s|ed)?|extend(?:s|ed)?|unveil(?:s|ed)?|weigh(?:s|ed|ing)?|consider(?:s|ed|ing)?|propos(?:e|es|ed|ing)|approv(?:e|es|ed|ing)|adopt(?:s|ed|ing)?|agree(?:s|d)?\son|renew(?:s|ed|ing)?|prepar(?:e|es|ed|ing)|suspend(?:s|ed|ing)?|${takings})\b`,
      'gi',
    ),
    reach: 60,
    plain: 'happened',
    actor: 'needed',
  },
  {
    rule: 'term-ends',
    type: 'term_end',
    thing: /\bterms?\b(?!\s(?:of|loan|sheet|premium))/gi,
    act: /\b(?:expir(?:e|es|ed|ing)|ends?|ended|ending|runs?\sout|ran\sout|is\sup)\b/gi,
    reach: 50,
    plain: 'happened',
    actor: 'central',
  },
  {
    rule: 'office-is-filled',
    type: 'appointment',
    thing:
      /\b(?:(?:fed|federal\sreserve|central\sbank)(?:['’]s)?\s(?:[a-z]+\s){0,2}(?:chair(?:man)?|governor|president)|governor\sof\sthe|(?:fed|federal\sreserve)(?:['’]s)?\sboard|to\s(?:lead|head|chair|run)\sthe\s(?:fed|federal\sreserve|central\sbank)|treasury\ssecretary|finance\sminister|prime\sminister|(?:chair(?:man)?|governor|president|head)\sof\sthe\s(?:fed|federal\sreserve|central\sbank|bank\sof\s[a-z]+|european\scentral\sbank|ecb))\b/gi,
    act: /\b(?:nominat(?:e|es|ed|ing|ion)|appoint(?:s|ed|ing|ment)?|nam(?:e|es|ed|ing)|pick(?:s|ed)?|tapp?(?:s|ed)?|confirm(?:s|ed)?|sworn\sin|cho(?:ose|oses|se))\b/gi,
    reach: 80,
    plain: 'happened',
    actor: 'needed',
  },
  {
    rule: 'office-is-left',
    type: 'leadership_change',
    thing:
      /\b(?:resign(?:s|ed|ing|ation)?|step(?:s|ped|ping)?\sdown|oust(?:s|ed|ing)?|fir(?:es|ed|ing)(?!\s(?:back|up|on|off|at)\b)(?=\s(?:its|the|[A-Z]))|leadership\stransition|(?<!\b(?:nominat|appoint|nam|pick|tap|cho[os]|select)[a-z]*\s[^.;]{3,70}\sto\s)succe(?:ed|eds|ssor))\b/gi,
    reach: 0,
    plain: 'happened',
    actor: 'central',
  },
  {
    rule: 'balance-sheet-changes',
    type: 'balance_sheet',
    thing:
      /\b(?:balance\ssheet|asset\spurchases|bond[-\s](?:buying|purchases)|quantitative\s(?:tightening|easing)|holdings\sof\s(?:treasury\s)?securities|reinvest(?:ing|ments?)|gilt\ssales|reserve\s(?:requirement\s)?ratio|RRR)\b/gi,
    act: /\b(?:reduc(?:e|es|ed|ing)|cut(?:s|ting)?|rais(?:e|es|ed|ing)|lower(?:s|ed|ing)?|end(?:s|ed|ing)?|slow(?:s|ed|ing)?|stop(?:s|ped)?|expand(?:s|ed)?|increas(?:e|es|ed|ing)|continu(?:e|es|ed|ing)|taper(?:s|ed)?|start(?:s|ed)?|begins?|began|resum(?:e|es|ed)|halt(?:s|ed)?|shrink(?:s|ing)?|trimm?(?:s|ed)?)\b/gi,
    reach: 60,
    plain: 'happened',
    actor: 'central',
  },
  {
    rule: 'currency-intervention',
    type: 'intervention',
    thing: /\b(?:currency|foreign[-\s]exchange|yen|won|rupee|franc|market|FX)\b/gi,
    act: /\binterven(?:e|es|ed|ing|tion)\b/gi,
    reach: 50,
    plain: 'happened',
    actor: 'needed',
  },
  {
    rule: 'oil-output-is-set',
    type: 'output_decision',
    thing: /\b(?:output|production|quotas?|supply)\b/gi,
    act: /\b(?:agree(?:s|d)?|decid(?:e|es|ed)|rais(?:e|es|ed|ing)|cut(?:s|ting)?|increas(?:e|es|ed|ing)|extend(?:s|ed)?|boost(?:s|ed)?|paus(?:e|es|ed)|unwind(?:s|ing)?)\b/gi,
    reach: 60,
    plain: 'happened',
    actor: 'authority',
  },
  {
    rule: 'court-rules',
    type: 'legal_ruling',
    thing:
      /\b(?:(?:supreme|appeals|federal|district|trade|high|constitutional)\scourt|federal\sjudge|court\sof\s[a-z]+)\b/gi,
    act: /\b(?:rul(?:e|es|ed|ing)|struck\sdown|strikes?\sdown|uph(?:old|olds|eld)|overturn(?:s|ed)?|block(?:s|ed)?|order(?:s|ed)|dismiss(?:es|ed)?|invalidat(?:e|es|ed))\b/gi,
    reach: 60,
    plain: 'happened',
    actor: 'optional',
  },
  ...publicMoneyForms,
  ...lawmakingForms,
  ...electionForms,
]
