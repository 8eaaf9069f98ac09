/** Gold cases of steps that outsiders do not await, or no longer: told as denied, never as awaited. */
import { ignores, reads, type Case } from '../cases.ts'

const step = (actor: string, action: string, status: string, more: object, ...texts: string[]): Case[] =>
  reads({ kind: 'policy_event', type: 'rate_decision', actor, action, status, ...more }, ...texts)

const notAwaited = [
  'Investors no longer expect the Bank of England to cut rates in June.',
  'Swap markets have priced out a Bank of England cut in June.',
  'Fund managers gave up hopes that the Bank of England would cut rates in June.',
  'Money markets have stopped pricing in a rate cut by the Bank of England in June.',
  'Most economists do not expect the Bank of England to cut rates in June.',
  'Barclays no longer expects the Bank of England to cut rates in June.',
  'Traders abandoned bets on a Bank of England cut in June.',
]

export const disbeliefCases: Case[] = [
  ...step('BOE', 'cut', 'denied', { title: 'Bank of England is not expected to cut rates' }, ...notAwaited),
  ...ignores({ kind: 'policy_event', status: 'expected' }, ...notAwaited),
  ...ignores({ kind: 'policy_event', status: 'possible' }, ...notAwaited),
  ...step(
    'FED',
    'hike',
    'denied',
    {},
    'Nobody in the market expects the Fed to raise rates this year.',
    'Analysts no longer foresee a rate hike by the Fed.',
  ),
  ...step('BOE', 'hike', 'denied', {}, 'Nobody expects the Bank of England to raise rates in May.'),
  ...step(
    'ECB',
    'cut',
    'denied',
    {},
    'Economists polled by a newspaper do not expect the ECB to cut rates in March.',
    'Investors have given up on an ECB rate cut.',
  ),
  // They do, but later or in part.
  ...step(
    'ECB',
    'cut',
    'possible',
    {},
    'Traders no longer expect the ECB to cut rates before September.',
    'Traders no longer fully price in an ECB rate cut.',
  ),
  ...step('ECB', 'cut', 'happened', {}, 'The ECB cut rates on Thursday, though many no longer expected it.'),
  ...step(
    'RBA',
    'cut',
    'denied',
    { title: 'Reserve Bank of Australia is in no hurry to cut rates' },
    'The Reserve Bank of Australia is in no hurry to cut rates.',
  ),
  ...step(
    'RBA',
    'cut',
    'denied',
    { title: 'Reserve Bank of Australia will not cut rates' },
    'Bullock said the Reserve Bank of Australia would not cut rates in May.',
  ),
  ...step(
    'RBA',
    'cut',
    'denied',
    { title: 'Reserve Bank of Australia did not cut rates' },
    'The Reserve Bank of Australia declined to cut rates.',
  ),
]
