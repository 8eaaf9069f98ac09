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
  ...ignores('table', 'The index rose 12 points.\n\nAMD 252 employees were let go.', 'NVDA 191.52'),
]
