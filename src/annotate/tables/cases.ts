/** Gold cases of the quote tables. */
import { ignores, reads, type Case } from '../cases.ts'

export const cases: Case[] = [
  ...reads(
    { kind: 'table', rows: [{ symbol: 'MSFT', price: 512.3, change: 1.2, changePercent: 0.23 }] },
    'Shares drifted.\n\nSymbol Price Change (%)\nMSFT  512.30\n+1.20 (0.23%)\nORCL  201.10\n-2.00 (0.98%)',
  ),
  ...reads(
    { kind: 'table', rows: [{ symbol: 'ORCL', price: 201.1, change: -2, changePercent: -0.98 }] },
    'Markets today\n\nMSFT 512.30 +1.20 (0.23%)\nORCL 201.10 -2.00 (0.98%)',
  ),
  ...reads(
    { kind: 'table', rows: [{ symbol: 'BRK.B', price: 1490.5, changePercent: 0.4 }] },
    'BRK.B 1,490.50 0.4%\nKO 71.2 -0.1%',
  ),
  ...reads(
    { kind: 'table', rows: [{ symbol: 'GE', price: 301.1, change: -4.2, changePercent: -1.38 }] },
    {
      text: 'Shares drifted.',
      tables: 'Symbol\tPrice\tChange (%)\nMSFT\t512.30\t+1.20 (0.23%)\nGE\t301.10\t▼ 4.20\t(1.38%)',
    },
    { text: 'Shares drifted.', tables: 'S&P 500\t6,812.00\t+0.1%\n\nNYSE: GE\t$301.10\t-4.20\t-1.38%' },
  ),
  ...reads(
    { kind: 'table', rows: [{ symbol: 'BMW.DE', price: 88.4 }] },
    { text: 'Shares drifted.', tables: 'Symbol\tLast\tChange\nBMW.DE\t88.40\t' },
  ),
  // The prices beside an article are no part of what it says.
  ...ignores('instrument', { text: 'Shares drifted.', tables: 'MSFT\t512.30\t+0.23%\nORCL\t201.10\t-0.98%' }),
  ...ignores('table', { text: 'Shares drifted.', tables: 'Dow 30\t48,100.12\t-0.4%\nGold\t2,025.50\t+0.53%' }),
  ...ignores('table', 'The index rose 12 points.\n\nAMD 252 employees were let go.', 'NVDA 191.52'),
]
