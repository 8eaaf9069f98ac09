/** Gold cases of moves that were taken back within the day, and of times that are of something else. */
import { ignores, reads, type Case } from '../cases.ts'

const inNovember = { publishedAt: '2025-11-12' }

export const undoneCases: Case[] = [
  ...reads(
    { kind: 'move', subject: 'NVO', direction: 'flat' },
    'Novo Nordisk shares gave up an earlier gain of 3% to trade flat.',
    'Novo Nordisk gave back a 5% gain to close flat.',
    'Novo Nordisk rose as much as 2% but ended the day little changed.',
    'Novo Nordisk recovered from a 2% slide to finish flat.',
  ),
  ...ignores(
    { kind: 'move', subject: 'NVO', direction: 'up' },
    'Novo Nordisk shares gave up an earlier gain of 3% to trade flat.',
    'Novo Nordisk gave back a 5% gain to close flat.',
    'Novo Nordisk rose as much as 2% but ended the day little changed.',
    'Novo Nordisk erased an early rise of more than 2% on Tuesday.',
  ),
  ...reads(
    { kind: 'move', subject: 'INTC', direction: 'up', percent: 1 },
    'Intel erased an early loss of as much as 4% and ended up 1%.',
    'Intel fell as much as 4% before recovering to close up 1%.',
    'Intel overcame a 4% drop to close 1% higher.',
  ),
  ...ignores(
    { kind: 'move', subject: 'INTC', percent: 4 },
    'Intel erased an early loss of as much as 4% and ended up 1%.',
    'Intel fell as much as 4% before recovering to close up 1%.',
    'Intel overcame a 4% drop to close 1% higher.',
  ),
  ...reads(
    { kind: 'move', subject: 'INTC', direction: 'down', percent: 4 },
    'Intel gave up 4% on Tuesday.',
    'Intel fell as much as 4% on Tuesday.',
    'Intel fell as much as 4%, while Ford closed up 1%.',
  ),
  ...ignores(
    { kind: 'move', direction: 'flat' },
    'The S&P 500 rose 1% while traders waited for Nvidia to trade flat screens for phones.',
  ),
  ...ignores({ kind: 'move', subject: 'INTC', direction: 'flat' }, 'Intel rose 2% as bonds and oil closed flat.'),
  // How often, on what condition and by whose deed: none of it is when it moved.
  ...reads(
    { kind: 'move', subject: 'RR.L', direction: 'up', percent: 5.2, period: undefined },
    {
      text: 'Rolls-Royce raised its forecast for the third time this year, sending its shares up 5.2%.',
      ...inNovember,
    },
    { text: 'Rolls-Royce raised its target last month, pushing its shares up 5.2%.', ...inNovember },
  ),
  ...reads(
    { kind: 'move', subject: '^GSPC', direction: 'up', percent: 10, basis: 'expected', period: undefined },
    { text: 'The S&P 500 could rise 10% if the Fed cuts in December.', ...inNovember },
    { text: 'The S&P 500 may gain 10% once Congress passes the bill in December.', ...inNovember },
  ),
  ...reads(
    { kind: 'move', subject: 'SI=F', direction: 'up', percent: 4, period: undefined },
    'Silver gained 4% on hopes that the Fed will cut in December.',
  ),
  ...reads(
    { kind: 'move', subject: 'SI=F', direction: 'up', percent: 4, period: { text: 'on Tuesday' } },
    'Silver gained 4% on Tuesday on hopes that the Fed will cut in December.',
    'Mines shut on Tuesday, sending silver up 4%.',
  ),
  ...reads(
    { kind: 'move', subject: 'SI=F', direction: 'up', percent: 55, period: { text: 'this year' } },
    'Silver is up 55% this year.',
    'Silver has gained 55% this year, the third time that it outpaced gold.',
  ),
]
