/** Gold cases of banks that did not move and where that left their rate; and of moves that lead somewhere. */
import { ignores, reads, type Case } from '../cases.ts'

const held = (actor: string, low: number | null, ...texts: string[]): Case[] => [
  ...reads(
    { kind: 'policy_event', type: 'rate_decision', actor, action: 'hold', status: 'happened', rate: { low } },
    ...texts,
  ),
  ...ignores({ kind: 'policy_event', status: 'denied' }, ...texts),
  ...ignores({ kind: 'policy_event', action: 'cut' }, ...texts),
  ...ignores({ kind: 'policy_event', action: 'hike' }, ...texts),
  ...ignores({ kind: 'rate', basis: 'hypothetical' }, ...texts),
]

const led = [
  'The Bank of Canada cut its rate by 25 basis points, leaving it at 2.25%.',
  'The Bank of Canada lowered its policy rate by a quarter point on Wednesday, leaving it at 2.25%.',
]

export const leftWhereItWasCases: Case[] = [
  ...held(
    'ECB',
    2,
    'The European Central Bank did not cut its deposit rate, leaving it at 2%.',
    'The European Central Bank opted against raising its deposit rate and left it unchanged at 2%.',
  ),
  ...held('NORGES', 4, 'Norges Bank declined to lower its policy rate, keeping it at 4%.'),
  ...held('FED', 3.5, 'The Fed did not lower rates on Wednesday, holding them at 3.5% to 3.75%.'),
  ...held('RBA', null, 'The Reserve Bank of Australia resisted calls to cut its cash rate, leaving it where it was.'),
  ...held('BCB', 15, "Brazil's Copom paused at 15%.", 'Copom paused at 15% after seven increases.'),
  ...held('BOC', 2.25, 'The Bank of Canada paused on Wednesday, leaving its policy rate at 2.25%.'),
  ...reads(
    { kind: 'policy_event', actor: 'RBI', action: 'hold', status: 'expected', rate: { low: 5.5 } },
    'RBI is likely to stand pat at 5.5%.',
    'The Reserve Bank of India is expected to pause at 5.5%.',
  ),
  ...reads(
    { kind: 'policy_event', action: 'hold', status: 'happened', rate: { low: 3.75 } },
    'The Fed, which nobody expected to cut rates in March, held its benchmark at 3.75%.',
  ),
  ...reads({ kind: 'policy_event', actor: 'BOC', action: 'cut', status: 'happened', rate: { low: 2.25 } }, ...led),
  ...ignores({ kind: 'policy_event', action: 'hold' }, ...led, 'The Bank of Japan paused to thank its staff.'),
  ...ignores({ kind: 'rate', action: 'hold' }, ...led),
]
