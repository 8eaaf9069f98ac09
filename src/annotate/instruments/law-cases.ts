/** Gold cases of companies that go to law or are taken there, and of who only counts. */
import { ignores, reads, type Case } from '../cases.ts'

export const lawCases: Case[] = [
  ...reads(
    { kind: 'instrument', symbol: 'AAPL' },
    'The Justice Department sued Apple.',
    'A judge in Texas ruled against Apple on Monday.',
    'Brussels has fined Apple over its store.',
  ),
  ...reads(
    { kind: 'instrument', symbol: 'META' },
    'The FTC will not appeal the Meta ruling.',
    'Lawyers expect the Meta settlement to hold.',
  ),
  ...reads({ kind: 'instrument', symbol: 'SHEL' }, 'Shell ruled out a bid for its rival.'),
  ...ignores(
    'instrument',
    'Police probed the apple harvest. Apple growers sued the Justice Department.',
    'She sued Target Field after the match.',
    'The court ruled against President Ford.',
  ),
  // Who counts is no subject of what is counted; of its own news it is.
  ...ignores(
    { kind: 'instrument', symbol: 'LSEG.L' },
    'LSEG data showed that profits in the index rose.',
    'LSEG pricing suggested a cut by spring.',
  ),
  ...ignores(
    { kind: 'instrument', symbol: 'FMCC' },
    'The average rate on a 30-year mortgage fell to 6.2%, Freddie Mac said.',
    "Mortgage rates averaged 6.2% in Freddie Mac's weekly survey.",
  ),
  ...reads(
    { kind: 'instrument', symbol: 'FMCC' },
    'Freddie Mac said its profit rose 3%.',
    'Freddie Mac shares rose 5% as mortgage rates fell.',
  ),
  ...reads({ kind: 'instrument', symbol: 'LSEG.L' }, 'LSEG shares rose 2% after data showed growth.'),
  ...reads({ kind: 'instrument', symbol: 'SJM' }, 'Smucker shares dropped 4%.'),
  ...reads({ kind: 'instrument', symbol: 'RI.PA' }, 'Diageo fell 3%, while rivals Pernod Ricard and Campari lost 2%.'),
  ...reads({ kind: 'instrument', symbol: 'CPR.MI' }, 'Diageo fell 3%, while rivals Pernod Ricard and Campari lost 2%.'),
  ...reads({ kind: 'instrument', symbol: 'SAF.PA' }, 'Safran raised its forecast for engines.'),
]
