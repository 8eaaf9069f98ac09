/** Gold cases of sentiment towards instruments and themes. */
import { reads, type Case } from '../cases.ts'

const towards = (symbol: string, label: 'positive' | 'neutral' | 'negative', ...texts: string[]): Case[] =>
  reads({ kind: 'instrument', symbol, sentiment: { label } }, ...texts)

export const cases: readonly Case[] = [
  ...towards(
    'NVDA',
    'positive',
    'Nvidia (NASDAQ: NVDA) beat estimates and raised its outlook.',
    'Shares of Nvidia (NASDAQ: NVDA) jumped 6% on strong orders.',
    'Losses at Nvidia (NASDAQ: NVDA) narrowed.',
  ),
  ...towards(
    'NVDA',
    'negative',
    'Nvidia (NASDAQ: NVDA) missed estimates and cut its outlook.',
    'Nvidia (NASDAQ: NVDA) slid as rivals gained.',
    'Costs at Nvidia (NASDAQ: NVDA) soared.',
  ),
  ...towards('NVDA', 'neutral', 'Nvidia (NASDAQ: NVDA) named a new head of sales.'),
  // Rivals in one sentence differ.
  ...towards('AAPL', 'positive', 'Apple (NASDAQ: AAPL) climbed while Microsoft (NASDAQ: MSFT) slumped.'),
  ...towards('MSFT', 'negative', 'Apple (NASDAQ: AAPL) climbed while Microsoft (NASDAQ: MSFT) slumped.'),
  ...towards('AAPL', 'positive', 'Apple (NASDAQ: AAPL) outperformed Microsoft (NASDAQ: MSFT).'),
  ...towards('MSFT', 'negative', 'Apple (NASDAQ: AAPL) outperformed Microsoft (NASDAQ: MSFT).'),
  ...reads(
    { kind: 'theme', theme: 'inflation-reacceleration', sentiment: { label: 'negative' } },
    'Inflation jumped to a ten-year high.',
  ),
]
