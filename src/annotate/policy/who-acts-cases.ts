/** Gold cases of who acts and who only speaks, whom an office goes to, and which figures are the event's own. */
import { ignores, reads, type Case } from '../cases.ts'

const event = (type: string, more: object, ...texts: string[]): Case[] =>
  reads({ kind: 'policy_event', type, ...more }, ...texts.map((text) => ({ text, publishedAt: '2026-03-18' })))

const successor =
  'Trump nominated Carl Whitcombe to succeed Jerome Powell as chair of the Federal Reserve, whose term ends in May.'

export const whoActsCases: Case[] = [
  ...event('appointment', { status: 'happened', person: 'Carl Whitcombe', date: null }, successor),
  ...event('term_end', { status: 'scheduled', date: { from: '2026-05' } }, successor),
  ...ignores({ kind: 'policy_event', type: 'leadership_change' }, successor),
  // Without a day to set it against.
  ...reads(
    { kind: 'policy_event', type: 'term_end', actor: 'ECB', status: 'scheduled' },
    "Christine Lagarde's term as ECB president ends in October 2027.",
  ),
  ...event(
    'leadership_change',
    { status: 'happened', actor: 'RBNZ' },
    'Adrian Orr resigned from the Reserve Bank of New Zealand.',
  ),
  ...event(
    'tariff',
    { actor: null, status: 'scheduled' },
    'The tariff on Swiss watches will fall to 15% from 39%, Bern said.',
    'The tariff on Korean ships will rise to 20%, according to Seoul.',
  ),
  ...event('tariff', { actor: 'United States' }, 'The United States imposed a 20% tariff on furniture, Beijing said.'),
  ...event(
    'tariff',
    { actor: 'China', status: 'scheduled' },
    'China said it would suspend its 12% retaliatory levy on American fruit.',
  ),
  ...event('tariff', { actor: 'China', status: 'happened' }, 'Beijing hit back with a 34% levy on American goods.'),
  ...event(
    'tariff',
    { actor: 'European Union', status: 'possible' },
    'The European Commission is weighing duties of up to 50% on Chinese steel.',
  ),
  ...event('tariff', { status: 'denied' }, 'The White House denied that it plans to raise tariffs on coffee.'),
  ...event('tariff', { details: ['15%'] }, 'Washington cut its tariffs on cars to 15%.'),
  ...ignores(
    { kind: 'policy_event', type: 'tariff' },
    "The Bank of Japan weighed what President Trump's tariffs would do to exports.",
    'Norway is weighing the impact of American tariffs on its salmon.',
  ),
  ...ignores(
    { kind: 'policy_event', type: 'tariff', details: ['5%'] },
    'Coffee futures sank 5% after Washington dropped its tariffs on Brazilian beans.',
    'Washington scrapped its tariffs on cocoa, and cocoa futures fell 5%.',
  ),
  ...event(
    'sanction',
    { actor: 'US Treasury', status: 'happened' },
    'The Treasury Department sanctioned Rosneft and a shipping line.',
  ),
  ...ignores(
    { kind: 'policy_event', type: 'sanction' },
    'Tankers already sanctioned Canada would not name lay off its coast.',
  ),
  ...event(
    'legislation',
    { actor: 'Mexico', status: 'happened' },
    "Mexico's Senate rejected a proposal to tax soft drinks.",
  ),
  ...event(
    'legislation',
    { actor: 'US House of Representatives', status: 'happened' },
    'Lawmakers in the House narrowly passed a bill to cap drug prices; the Senate has yet to take it up.',
    'The House passed the Open Skies Act on Tuesday.',
  ),
  ...event(
    'fiscal',
    { actor: 'US House of Representatives', details: ['$1.2 trillion'] },
    'The House passed a $1.2 trillion spending bill.',
  ),
  ...event(
    'fiscal',
    { actor: 'Germany', status: 'happened' },
    "Germany's parliament approved a 500 billion euro fund for railways.",
  ),
  ...ignores(
    { kind: 'policy_event', actor: 'US House of Representatives' },
    'The house passed to a cousin under the law of Spain.',
    'The House of Commons in London passed a bill on rents.',
  ),
]
