/** Gold cases of what is said around decisions: how rare a step is, whose lead it follows, which is only hoped for. */
import { ignores, reads, type Case } from '../cases.ts'

type Text = string | { readonly text: string; readonly publishedAt?: string }

const on = (publishedAt: string, text: string): Text => ({ text, publishedAt })
const today = { from: '2026-03-12', to: '2026-03-12', precision: 'day' }

const step = (actor: string, action: string, status: string, more: object, ...texts: Text[]): Case[] =>
  reads({ kind: 'policy_event', type: 'rate_decision', actor, action, status, ...more }, ...texts)

// "In 12 years" and "this year" say how rare it is, not when it was.
const rare: Case[] = [
  ...step(
    'NBU',
    'hike',
    'happened',
    { date: today, rate: { low: 16, changeBps: null } },
    on('2026-03-12', 'Ukraine lifts key rate to 16%, the highest in two years'),
  ),
  ...step(
    'CBN',
    'cut',
    'happened',
    { date: today },
    on('2026-03-12', "Nigeria's central bank cut its rate to 26% for the first time in three years."),
  ),
  ...step(
    'NORGES',
    'cut',
    'happened',
    { date: today },
    on('2026-03-12', 'Norges Bank lowered its policy rate to 3.75%, the second cut this year.'),
  ),
]

const others: Case[] = [
  ...step(
    'SAMA',
    'cut',
    'happened',
    { rate: { low: 4, changeBps: -25 } },
    'Saudi central bank follows Fed with a quarter-point cut in its repo rate to 4%',
  ),
  ...step('HKMA', 'cut', 'happened', { rate: { low: 4 } }, 'HKMA matches the Fed and cuts its base rate to 4%'),
  ...step('CBUAE', 'hold', 'happened', { rate: { low: 3.65 } }, "The UAE's central bank kept its base rate at 3.65%."),
  ...step('NBS', 'hold', 'happened', { rate: { low: 5.5 } }, 'Serbia holds its benchmark interest rate at 5.5%'),
  ...step('BAM', 'cut', 'happened', { rate: { low: 2 } }, 'The Moroccan central bank cut its key rate to 2%.'),
  ...step('CBC', 'hold', 'happened', { rate: { low: 2 } }, "Taiwan's central bank left its discount rate at 2%."),
  ...step(
    'SNB',
    'cut',
    'happened',
    { rate: { low: 0 } },
    'Swiss National Bank cuts to zero and warns of a strong franc',
  ),
  ...step(
    'CBRT',
    'cut',
    'happened',
    { rate: { low: 36, changeBps: -150 } },
    "Turkey's central bank slows the pace of easing, trims its policy rate to 36% from 37.5%",
  ),
  ...step(
    'SARB',
    'cut',
    'happened',
    { vote: { for: 6, against: 0 } },
    'The SARB cut the repo rate by 25 basis points to 6.5%, with all six members in favour.',
  ),
]

const standing: Case[] = [
  ...step(
    'ECB',
    'hold',
    'happened',
    { date: null },
    on('2026-03-12', 'The ECB has held its deposit rate at 2% since June and markets see no move this year.'),
  ),
  ...step(
    'FED',
    'hold',
    'possible',
    { date: null },
    on(
      '2026-03-12',
      'Fed Governor Lisa Cook said on Wednesday the central bank should keep rates on hold for some time.',
    ),
  ),
]

const december = { from: '2026-12', to: '2026-12', precision: 'month' }

const spokenOf: Case[] = [
  ...step(
    'FED',
    'cut',
    'possible',
    { date: december },
    on('2026-11-02', 'Futures put the odds of a Fed cut in December at three in four.'),
    on('2026-11-02', "The Fed's Logan argued for another cut in December."),
  ),
  ...step('BOC', 'cut', 'possible', {}, 'The Bank of Canada did not rule out another cut.'),
  ...step('ECB', 'hike', 'expected', {}, 'Swaps price in an ECB hike by summer.'),
  ...step('RIKSBANK', 'hold', 'expected', {}, 'Economists expect the Riksbank to hold on Thursday.'),
  ...step('SBV', 'hold', 'scheduled', {}, 'Vietnam central bank to keep policy rates steady in the second half'),
]

const aside: Case[] = [
  ...reads(
    { kind: 'policy_event', type: 'balance_sheet', actor: 'PBOC', status: 'happened' },
    'China cut its reserve requirement ratio by 50 basis points on Friday.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'appointment', actor: 'US Senate', status: 'happened' },
    'The Senate confirmed the economist to the Federal Reserve board on Monday.',
  ),
  ...ignores(
    { kind: 'policy_event', type: 'rate_decision', action: 'cut', status: 'possible' },
    'Fed lowers its target range by a quarter point, Miran dissents in favor of a bigger cut',
    'The chipmaker plans another cut to jobs, the Fed noted in its survey.',
    'The Fed held rates at 3.5%-3.75%. Governors Miran and Waller dissented, favoring a quarter-point cut.',
  ),
  ...ignores(
    { kind: 'policy_event', type: 'rate_decision', action: 'cut', status: 'happened' },
    'The president, who has berated Powell for not cutting rates, will name his pick next week.',
  ),
  ...reads(
    { kind: 'policy_event', type: 'appointment', actor: 'Donald Trump', person: 'Judith Vale' },
    'President Donald Trump nominated Judith Vale to lead the Federal Reserve.',
  ),
  ...ignores(
    { kind: 'policy_event', type: 'rate_decision', actor: 'BOK' },
    'The central bank of Fiji kept its base rate at 0.25%.',
  ),
]

const disbelieved: Case[] = [
  ...step(
    'FED',
    'cut',
    'possible',
    {},
    'We do not think the Fed will cut rates in December.',
    'Analysts doubt the Fed will cut rates in December.',
    'It is doubtful that the Fed will cut rates in December.',
    'Doubts about a December rate cut by the Fed grew.',
    'It is unlikely that the Fed will cut rates in December.',
  ),
  ...step('FED', 'hike', 'possible', {}, 'It is far from clear that the Fed will raise rates in June.'),
  ...step(
    'ECB',
    'cut',
    'possible',
    {},
    'Few economists believe that the ECB will cut rates before the summer.',
    'Few economists expect the ECB to cut rates in March.',
    'Traders are not convinced that the ECB will cut rates in March.',
  ),
  ...step(
    'BOJ',
    'hike',
    'possible',
    {},
    'Analysts doubt that the Bank of Japan will raise rates in December.',
    'Analysts doubt that the Bank of Japan, which meets in December, will raise rates.',
  ),
  // Ruled out by those who would act.
  ...step(
    'FED',
    'cut',
    'denied',
    {},
    'Powell said the Fed would not cut rates in December.',
    'Powell said he did not expect the Fed to cut rates in December.',
  ),
  ...step(
    'FED',
    'cut',
    'scheduled',
    {},
    'There is no doubt that the Fed will cut rates in December.',
    'The Fed will doubtless cut rates in December.',
  ),
  ...step('FED', 'cut', 'expected', {}, 'Economists think that the Fed will cut rates in December.'),
  ...step(
    'FED',
    'cut',
    'happened',
    {},
    'Despite doubts about growth, the Fed cut rates on Wednesday.',
    'A doubly uncertain Fed cut rates on Wednesday.',
  ),
  ...step(
    'BOJ',
    'hike',
    'expected',
    { rate: { low: 1.25, changeBps: null } },
    "The Bank of Japan's next increase, to 1.25%, is expected in September, economists said.",
  ),
]

// The day of the next meeting is not that of the last step, and what two of five wanted was not done.
const meetingAhead: Case[] = [
  ...step(
    'ECB',
    'cut',
    'happened',
    { date: { from: '2026-04', to: '2026-04', precision: 'month' } },
    on('2026-06-24', 'The ECB, which cut its deposit rate by 25 basis points to 2% in April, meets on July 23.'),
  ),
  ...step(
    'FED',
    'hold',
    'happened',
    { date: { from: '2026-06', to: '2026-06', precision: 'month' } },
    on('2026-06-24', 'The Fed, which held rates in June, next meets on 29 July.'),
  ),
  ...step(
    'FED',
    'cut',
    'happened',
    { date: { from: '2026-06-17', to: '2026-06-17', precision: 'day' } },
    on('2026-06-24', 'The Fed cut its policy rate at its meeting on June 17.'),
  ),
  ...ignores(
    { kind: 'policy_event', type: 'rate_decision', action: 'cut' },
    "Two of the five members of the Fed's committee voted for an immediate quarter-point reduction, but the Federal Reserve kept rates at 4%.",
    'Norges Bank left its policy rate unchanged at 4%. Two members of the committee voted for an immediate quarter-point reduction.',
  ),
]

export const outlookCases: Case[] = [
  ...rare,
  ...others,
  ...standing,
  ...spokenOf,
  ...aside,
  ...disbelieved,
  ...meetingAhead,
]
