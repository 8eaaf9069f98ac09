/** Gold cases of elections, which count where markets are spoken of beside them. */
import { ignores, reads, type Case } from '../cases.ts'

type Text = string | { readonly text: string; readonly publishedAt?: string }

const election = (status: string, more: object, ...texts: Text[]): Case[] =>
  reads({ kind: 'policy_event', type: 'election', status, ...more }, ...texts)

const on = (publishedAt: string, text: string): Text => ({ text, publishedAt })
const day = (date: string): object => ({ from: date, to: date, precision: 'day' })

export const electionCases: Case[] = [
  ...election(
    'happened',
    { actor: 'Japan', date: day('2025-07-20') },
    on(
      '2025-07-21',
      "Japan's ruling coalition lost its majority in Sunday's upper house election, sending the yen lower.",
    ),
  ),
  ...election('happened', { actor: 'Argentina' }, 'Peso tumbles as the opposition wins the Argentine midterm election'),
  ...election(
    'happened',
    { actor: 'Germany', date: day('2025-02-23') },
    on('2025-02-24', 'German stocks rose after the conservatives won the federal election on Sunday.'),
  ),
  ...election(
    'happened',
    { actor: 'Switzerland' },
    'The franc steadied after Swiss voters rejected the gold referendum.',
  ),
  ...election(
    'scheduled',
    { actor: 'France', date: day('2024-07-07') },
    on('2024-06-28', 'Investors are bracing for the second round of the French parliamentary election on July 7.'),
  ),
  ...election(
    'scheduled',
    { actor: 'Japan', date: day('2026-02-08') },
    on('2026-01-19', 'Japan called a snap election for February 8. Yields on long bonds climbed.'),
  ),
  ...election(
    'scheduled',
    { actor: 'Brazil' },
    'Brazil heads to the polls in October, and traders are buying options.',
  ),
  ...election('possible', { actor: 'United Kingdom' }, 'Bond traders fear that Britain could hold an early election.'),
  ...ignores(
    { kind: 'policy_event', type: 'election' },
    'The board election of the German golf club was won by its treasurer on Sunday.',
    'Shareholders rejected the proxy ballot at the British retailer, and its shares fell.',
    'Norway held its general election on Monday under a clear sky, and turnout was high.',
    'The poll of economists saw the German index higher.',
  ),
]
