/** Gold cases of what those outvoted wanted: no act of the bank, and they are named where the text names them. */
import { ignores, reads, type Case } from '../cases.ts'

const cutAgainst = [
  'The Bank of England voted 6-3 to lower Bank Rate by 25 basis points to 3.75%, with Huw Ashdown among those preferring no change.',
  'The Bank of England cut Bank Rate to 3.75% in a 6-3 vote, with external member Huw Ashdown favouring no change.',
  'The Bank of England cut Bank Rate to 3.75% by a 6-3 vote, with Huw Ashdown voting to hold.',
]
const heldAgainst = [
  'The Bank of Japan held its policy rate at 0.5% in a 7-2 vote, with Goro Tanabe and Emi Sawada backing a hike to 0.75%.',
  'The Bank of Japan held its policy rate at 0.5% in a 7-2 vote, with Goro Tanabe and Emi Sawada voting to raise it to 0.75%.',
]
const unnamed =
  'The Riksbank cut its policy rate to 1.75%, while two of its five members wanted to keep it where it was.'

export const dissentCases: Case[] = [
  ...reads(
    {
      kind: 'policy_event',
      type: 'rate_decision',
      actor: 'BOE',
      action: 'cut',
      vote: { for: 6, against: 3, dissenters: ['Huw Ashdown'] },
    },
    ...cutAgainst,
  ),
  ...ignores({ kind: 'policy_event', action: 'hold' }, ...cutAgainst),
  ...ignores({ kind: 'rate', action: 'hold' }, ...cutAgainst),
  ...reads(
    {
      kind: 'policy_event',
      type: 'rate_decision',
      actor: 'BOJ',
      action: 'hold',
      vote: { for: 7, against: 2, dissenters: ['Goro Tanabe', 'Emi Sawada'] },
    },
    ...heldAgainst,
  ),
  ...ignores({ kind: 'policy_event', action: 'hike' }, ...heldAgainst),
  ...ignores({ kind: 'rate', low: 0.75 }, ...heldAgainst),
  ...ignores(
    { kind: 'policy_event', action: 'hold' },
    'Banxico cut its benchmark rate to 7%, with Deputy Governor Julia Peralta voting to hold.',
    'The Reserve Bank of Australia raised its cash rate to 4.1%, while three members favoured no change.',
    'The Bank of England cut rates to 3.5% on Thursday. Huw Ashdown and Jane Orde voted for no change.',
    unnamed,
  ),
  ...reads({ kind: 'policy_event', actor: 'RIKSBANK', action: 'cut', vote: { for: 3, against: 2 } }, unnamed),
  ...ignores({ kind: 'policy_event', vote: { dissenters: ['The Riksbank'] } }, unnamed),
  // The bank itself votes.
  ...reads(
    { kind: 'policy_event', type: 'rate_decision', action: 'hold', status: 'happened' },
    'Norges Bank voted to hold its rate at 4%.',
    'With all six members voting to keep the repo rate at 5.5%, the Reserve Bank of India changed only its stance.',
    'The Bank of Korea voted to keep rates unchanged at 2.5%.',
  ),
]
