/** Gold cases of policy events. */
import { ignores, reads, type Case } from '../cases.ts'
import { clauseCases } from './clause-cases.ts'
import { disbeliefCases } from './disbelief-cases.ts'
import { dissentCases } from './dissent-cases.ts'
import { electionCases } from './election-cases.ts'
import { easingCases } from './easing-cases.ts'
import { eventCases } from './event-cases.ts'
import { lawmakingCases } from './lawmaking-cases.ts'
import { leftWhereItWasCases } from './left-where-it-was-cases.ts'
import { outlookCases } from './outlook-cases.ts'
import { pressCases } from './press-cases.ts'
import { whoActsCases } from './who-acts-cases.ts'

const onWednesday = { publishedAt: '2026-03-18' }

export const cases: Case[] = [
  ...reads(
    {
      kind: 'policy_event',
      type: 'rate_decision',
      actor: 'FED',
      action: 'cut',
      status: 'happened',
      rate: { low: 3, high: 3.25, changeBps: -25 },
    },
    {
      text: 'The Federal Open Market Committee decided to lower the target range for the federal funds rate by 1/4 percentage point to 3 to 3-1/4 percent.',
      ...onWednesday,
    },
    {
      text: 'The Fed cut its benchmark rate by a quarter point to a range of 3% to 3.25% on Wednesday.',
      ...onWednesday,
    },
  ),
  ...reads(
    {
      kind: 'policy_event',
      actor: 'FED',
      action: 'hike',
      rate: { low: 2.25, high: 2.5, changeBps: 75 },
      details: ['size reckoned from the level before'],
    },
    {
      text: 'The Federal Open Market Committee decided to raise the target range for the federal funds rate to 2-1/4 to 2-1/2 percent.',
      publishedAt: '2022-07-27',
    },
  ),
  ...reads(
    {
      kind: 'policy_event',
      type: 'rate_decision',
      actor: 'RBI',
      action: 'hold',
      status: 'happened',
      rate: { low: 6.25, changeBps: 0 },
    },
    {
      title: 'RBI keeps repo rate steady at 6.25%',
      text: 'The rupee was little changed after the decision.',
      ...onWednesday,
    },
    { text: 'The Reserve Bank of India left its repo rate unchanged at 6.25 per cent on Wednesday.', ...onWednesday },
  ),
  ...reads(
    { kind: 'policy_event', type: 'rate_decision', actor: 'BOK', action: 'hold', status: 'happened' },
    { text: 'The Bank of Korea stood pat on Thursday, as everyone had thought.', ...onWednesday },
  ),
  ...reads(
    { kind: 'policy_event', type: 'rate_decision', actor: 'NORGES', action: 'hike', status: 'happened' },
    { text: 'Norges Bank surprised traders with a 25-basis-point hike.', ...onWednesday },
  ),
  ...reads(
    { kind: 'policy_event', type: 'rate_decision', actor: 'FED', action: 'hike', status: 'happened' },
    'The Federal Open Market Committee decided to increase slightly the degree of pressure on reserve positions.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'rate_decision', actor: 'BOC', action: 'cut', status: 'happened' },
    'Interest rates came down again after the Bank of Canada met.',
  ),
  ...reads(
    {
      kind: 'policy_event',
      type: 'rate_decision',
      actor: 'FED',
      vote: { for: 7, against: 2, dissenters: ['Ruth E. Hale', 'Omar Lind'] },
    },
    {
      text: 'The Committee decided to maintain the target range for the federal funds rate at 3 to 3-1/4 percent.\n\nVoting for the monetary policy action were Ada B. Moor, Chair; Carl Voss, Vice Chair; Dina F. Roy; Eli Stone; Fay Q. Hart; Gus Penn; and Ida Wynn. Voting against this action were Ruth E. Hale, who preferred to lower the target range by 1/4 percentage point at this meeting; and Omar Lind, who supported no change in the statement.\n\nThe Federal Reserve will publish minutes in three weeks.',
      ...onWednesday,
    },
  ),
  ...reads(
    { kind: 'policy_event', type: 'rate_decision', actor: 'ECB', action: 'cut', status: 'expected' },
    'Economists expect the European Central Bank to cut interest rates in June.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'rate_decision', actor: 'BOE', action: 'cut', status: 'denied' },
    'The Bank of England declined to cut interest rates despite weaker wage growth.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'rate_decision', actor: 'FED', action: 'hike', status: 'possible' },
    'A second wave of inflation would force the Fed to raise rates again.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'tariff', actor: 'United States', status: 'happened' },
    'The United States imposed a 20% tariff on imports of furniture.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'tariff', status: 'possible' },
    'Donald Trump threatened a tariff of 30% on imported films.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'trade_deal', status: 'happened' },
    'India and the United Kingdom signed a trade agreement on Tuesday.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'trade_deal', status: 'happened' },
    'Shippers made use of the 90-day truce between China and the United States.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'legislation', actor: 'US Senate', status: 'happened', date: { from: '2026-03-17' } },
    { text: 'The Senate passed the Clear Harbors Act on March 17, 2026.', ...onWednesday },
  ),
  ...reads(
    { kind: 'policy_event', type: 'regulation', actor: 'FTC', status: 'happened' },
    'The FTC blocked the merger of the two grocers.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'regulation', actor: 'China', status: 'happened' },
    'China tightened its curbs on gallium exports.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'sanction', actor: 'European Union', status: 'happened' },
    'The European Union imposed sanctions on two shipping firms.',
  ),
  ...reads(
    {
      kind: 'policy_event',
      type: 'term_end',
      actor: 'FED',
      person: 'Philip Jefferson',
      status: 'scheduled',
      date: { from: '2027-09' },
    },
    { text: "Vice Chair Philip Jefferson's term is set to expire in September 2027.", ...onWednesday },
  ),
  ...reads(
    { kind: 'policy_event', type: 'appointment', actor: 'Donald Trump', status: 'happened' },
    'Donald Trump nominated a former banker as the next Fed chair.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'leadership_change', actor: 'RBNZ', status: 'happened' },
    'Adrian Orr resigned from the Reserve Bank of New Zealand.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'balance_sheet', actor: 'FED', status: 'happened' },
    'The Federal Reserve ended the runoff of its balance sheet.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'intervention', status: 'happened' },
    'Japan intervened in the currency market to prop up the yen.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'output_decision', actor: 'OPEC+', status: 'happened' },
    'OPEC+ agreed to raise output by 100,000 barrels a day.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'legal_ruling', status: 'happened' },
    'A federal judge struck down the rule on airline fees.',
  ),
  ...ignores(
    'policy_event',
    'Mortgage rates rose to 6.4% last week.',
    'The furniture maker named a new chief executive, whose term begins in May.',
    'Retailers hurt by tariffs cut their forecasts.',
    'Her electricity bill passed 300 dollars.',
    'The company cut its dividend and raised its outlook for the year.',
    'The Federal Reserve will provide reserves as needed through open market operations.',
  ),
  ...clauseCases,
  ...lawmakingCases,
  ...outlookCases,
  ...pressCases,
  ...electionCases,
  ...eventCases,
  ...easingCases,
  ...disbeliefCases,
  ...dissentCases,
  ...leftWhereItWasCases,
  ...whoActsCases,
]
