/** Gold cases of what parliaments, agencies and ministries do, as headlines and leads word it. */
import { ignores, reads, type Case } from '../cases.ts'

type Text = string | { readonly text: string; readonly publishedAt?: string }

const event = (type: string, status: string, more: object, ...texts: Text[]): Case[] =>
  reads({ kind: 'policy_event', type, status, ...more }, ...texts)

export const lawmakingCases: Case[] = [
  ...event(
    'legislation',
    'happened',
    {},
    'House passes stopgap bill to reopen the government in a 221-212 vote',
    'Lawmakers approved a measure on Tuesday that caps credit-card fees.',
  ),
  ...event('legislation', 'happened', { actor: 'US Senate' }, 'Senate rejects bill to tax share buybacks'),
  ...event(
    'fiscal',
    'happened',
    { date: null },
    { text: 'French parliament votes down the 2027 budget', publishedAt: '2026-11-30' },
  ),
  ...event('fiscal', 'happened', { actor: 'Canada' }, 'Canada scraps its digital services tax to restart talks'),
  ...event('fiscal', 'scheduled', { actor: 'Italy' }, 'Italy will raise taxes on bank profits next year.'),
  ...event(
    'regulation',
    'happened',
    { actor: 'Justice Department' },
    'The Justice Department opened a probe into the ticket seller on Monday.',
  ),
  ...event('regulation', 'happened', { actor: 'FDA' }, 'FDA approves a once-weekly insulin pill'),
  ...event('regulation', 'happened', { actor: 'United Kingdom' }, 'UK regulator clears the merger of two phone firms'),
  ...event('regulation', 'happened', { actor: 'European Union' }, 'EU fines Google 300 million euros over adverts'),
  ...event('regulation', 'happened', { actor: 'India' }, 'India bans exports of raw sugar until the autumn'),
  ...event('regulation', 'possible', { actor: 'FED' }, 'The Fed could ease capital requirements for large banks.'),
  ...event('sanction', 'happened', { actor: 'United States' }, 'US sanctions Rosneft and a fleet of tankers'),
  ...event('sanction', 'possible', { actor: 'European Union' }, 'The EU weighs new sanctions on tanker owners.'),
  ...event('tariff', 'happened', { actor: 'Mexico' }, 'Mexico approves tariffs of up to 50% on Chinese cars'),
  ...event(
    'term_end',
    'scheduled',
    { actor: 'FED', date: { from: '2026-05' } },
    { text: "Powell's term as Fed chair ends in May 2026.", publishedAt: '2026-01-12' },
  ),
  ...event(
    'leadership_change',
    'scheduled',
    { actor: 'ECB' },
    { text: "ECB's de Guindos to step down in May", publishedAt: '2026-01-12' },
  ),
  ...event('balance_sheet', 'denied', { actor: 'ECB' }, 'The ECB does not plan to resume bond purchases.'),
  ...event(
    'intervention',
    'possible',
    { actor: 'SNB' },
    'The Swiss National Bank is willing to intervene in the currency market.',
  ),
  ...ignores(
    { kind: 'policy_event', type: 'legislation' },
    'The house was sold after the electricity bill doubled.',
    'Law firms in London raised their fees.',
  ),
  ...ignores(
    { kind: 'policy_event', type: 'fiscal' },
    'The chain said taxes cut its profit by a tenth.',
    'Earnings before taxes rose in Germany.',
  ),
  ...ignores(
    { kind: 'policy_event', type: 'regulation' },
    'Exports of cars from Japan fell 4% in May.',
    'The airline said it was fine with the new timetable in Britain.',
  ),
]
