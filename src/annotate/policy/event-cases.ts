/** Gold cases of events other than rate decisions: guidance, budgets, rescues, debt sales, laws, and what only sounds like them. */
import { ignores, reads, type Case } from '../cases.ts'

const onWednesday = { publishedAt: '2026-03-18' }
const event = (type: string, status: string, more: Record<string, unknown> = {}) =>
  ({ kind: 'policy_event', type, status, ...more }) as const

export const eventCases: Case[] = [
  ...reads(
    event('guidance', 'happened', { actor: 'BOJ' }),
    'The Bank of Japan signalled further tightening if wages keep rising.',
    'BOJ hints at more rate increases this year',
  ),
  ...reads(
    event('guidance', 'happened', { actor: 'ECB' }),
    'The ECB reiterated a meeting-by-meeting approach and would not commit itself to a path.',
    'The European Central Bank left the door open to another cut.',
  ),
  ...reads(
    event('guidance', 'happened', { actor: 'RBA' }),
    'Michele Bullock of the Reserve Bank of Australia indicated that rates would stay where they are for some time.',
  ),
  ...reads(
    event('fiscal', 'happened', { actor: 'Rachel Reeves' }),
    'Rachel Reeves unveiled a budget that raises taxes by 26 billion pounds.',
  ),
  ...reads(
    event('fiscal', 'happened', { actor: 'Japan' }),
    'Japan approved a stimulus package worth 21 trillion yen.',
    'Japan adopts a record budget',
  ),
  ...reads(event('fiscal', 'possible'), 'China is weighing a stimulus package for households.'),
  ...reads(event('fiscal', 'scheduled'), 'France will present its budget on Tuesday.'),
  ...reads(
    event('bailout', 'happened'),
    'Germany agreed to a rescue package for the gas importer worth 15 billion euros.',
    'The Swiss National Bank granted the lender emergency liquidity of 50 billion francs.',
    'The United Kingdom bailed out its last maker of primary steel.',
  ),
  ...reads(event('bailout', 'denied'), 'Italy ruled out a bailout of the airline.'),
  ...reads(
    event('debt_auction', 'happened'),
    'The U.S. Treasury sold $39 billion of 10-year notes at a yield of 4.1%.',
    'Demand was weak at an auction of 20-year Japanese government bonds.',
    'A gilt sale in London drew the fewest bids in two years.',
  ),
  ...reads(event('debt_auction', 'scheduled'), 'Italy will auction five-year bonds on Thursday.'),
  ...reads(
    event('legislation', 'happened', { details: ['54-46'] }),
    'The Senate approved the Open Ports Act in a 54-46 vote.',
    'The Senate passed the Fair Freight Act by 54-46.',
  ),
  ...reads(
    event('tariff', 'happened', { actor: 'United States', details: ['25%'] }),
    'The United States imposed a tariff of 25% on imported lorries.',
  ),
  ...reads(
    event('tariff', 'happened', { actor: 'United States', jurisdiction: 'US' }),
    'The European Union said American duties of 25% on cars took effect on Wednesday.',
  ),
  ...reads(
    event('tariff', 'happened', { actor: null }),
    'Stocks fell after tariffs on imports from China took effect.',
  ),
  ...reads(
    event('tariff', 'scheduled', { date: { from: '2026-04-01' } }),
    { text: 'A 20% U.S. tariff on European machine tools takes effect on April 1.', ...onWednesday },
    {
      text: 'The White House said on Tuesday that the United States would impose a 20% tariff on machine tools from April 1.',
      ...onWednesday,
    },
  ),
  ...reads(
    event('tariff', 'possible'),
    'The United States would impose a tariff on films if talks fail.',
    'The European Union could impose duties on American whiskey.',
  ),
  ...reads(
    event('tariff', 'denied'),
    'The White House ruled out raising tariffs on coffee.',
    'Canada decided not to impose duties on American steel.',
  ),
  ...reads(event('sanction', 'expected'), 'The European Union is expected to tighten sanctions on tankers next month.'),
  ...reads(event('trade_deal', 'denied'), 'India and the United States failed to reach a trade deal.'),
  ...reads(event('trade_deal', 'possible'), 'Japan and the United States may sign a trade pact in May.'),
  ...reads(
    event('legislation', 'scheduled'),
    'The House of Representatives plans to vote on the Clear Harbors Act next week.',
  ),
  ...reads(event('rate_decision', 'happened', { actor: 'BOE', action: 'hold', date: { from: '2026-03-17' } }), {
    title: 'UK output shrinks 0.2% in January, a day after the Bank of England held rates',
    text: 'Sterling slipped.',
    ...onWednesday,
  }),
  ...ignores(
    event('rate_decision', 'denied', { actor: 'BOE' }),
    'The Bank of England held rates on Tuesday. Output data made some ask why the Bank of England had not cut interest rates a day earlier.',
  ),
  ...reads(
    event('rate_decision', 'happened', {
      actor: 'BOJ',
      vote: { for: 7, against: 2, dissenters: ['Daisuke Kitano', 'Emi Sawada'] },
    }),
    {
      text: 'The Bank of Japan raised its policy rate to 1.0% on Wednesday. The vote was 7-2. Members Daisuke Kitano and Emi Sawada voted against.',
      ...onWednesday,
    },
  ),
  ...reads(event('rate_decision', 'happened', { actor: 'ECB', vote: { for: 24, against: 2, dissenters: [] } }), {
    text: 'The European Central Bank cut its deposit rate to 1.75% on Wednesday. Two of the 26 members of the Governing Council preferred to leave rates unchanged.',
    ...onWednesday,
  }),
  ...ignores(
    'policy_event',
    'The board approved a budget for the new plant and cut its spending plans.',
    'The painting fetched a record at an auction in New York.',
    'The retailer lowered its forecast, citing tariffs.',
    'The coach hinted at more changes to the team.',
    'The airline secured a credit line from two banks.',
  ),
  ...ignores(
    { kind: 'policy_event', type: 'tariff' },
    'The European Central Bank cut its growth forecast, citing tariffs.',
    'The Bank of Canada lowered rates as American tariffs bite.',
  ),
  ...ignores(
    { kind: 'policy_event', type: 'tariff' },
    'The National Bank of Poland lowered interest rates on Thursday as prices slowed and new American tariffs threatened exports.',
    'Korea and the United States signed a trade agreement that lowers the American tariff on ships to 12%.',
  ),
  ...reads(event('trade_deal', 'happened'), {
    text: 'Korea and the United States signed a trade agreement on Wednesday that lowers the American tariff on ships to 12%.',
    ...onWednesday,
  }),
  ...reads(
    event('tariff', 'possible', {
      title: 'the United States threatened tariffs of 30% on Mexican tomatoes and peppers.',
    }),
    'Growers in three states had asked for help since the harvest began, long before the election was called, and the United States threatened tariffs of 30% on Mexican tomatoes and peppers.',
  ),
  ...reads(
    event('regulation', 'possible'),
    'The Federal Deposit Insurance Corporation proposed a rule that lets small banks report less often.',
  ),
  ...ignores(event('rate_decision', 'possible', { actor: 'ECB', action: 'hold' }), {
    text: 'The European Central Bank cut its deposit rate to 1.75% on Wednesday. Three members of the Governing Council preferred to leave rates unchanged.',
    ...onWednesday,
  }),
  ...reads(event('regulation', 'possible', { date: { from: '2026-03-05', to: '2026-03-05', precision: 'day' } }), {
    text: 'The Federal Deposit Insurance Corporation proposed on Thursday to lighten capital rules for small banks.',
    publishedAt: '2026-03-11',
  }),
  ...ignores(
    { kind: 'policy_event', type: 'tariff' },
    'The Bank of Korea lowered its rate, its first cut since last May, as prices slowed and new American tariffs threatened exports.',
  ),
  ...reads(event('legislation', 'happened', { actor: 'US Senate', date: null }), {
    text: 'Shares fell after the Senate passed a bill on digital coins; the House is scheduled to vote on July 14.',
    publishedAt: '2026-06-25',
  }),
  ...reads(event('legislation', 'happened', { actor: 'Canada', date: null }), {
    text: "Canada's House of Commons passed a bill on banking; it takes effect on 1 July.",
    publishedAt: '2026-06-24',
  }),
]
