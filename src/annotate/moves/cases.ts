/** Gold cases of moves: who moved, which way, how far, over what time. */
import { ignores, reads, type Case } from '../cases.ts'

const move = (
  subject: string,
  direction: 'up' | 'down',
  percent: number,
): { kind: 'move' } & Record<string, unknown> => ({
  kind: 'move',
  subject,
  direction,
  percent,
})

export const cases: Case[] = [
  // verb-and-size
  ...reads(
    move('^RUT', 'up', 8),
    'The Russell 2000, a small-cap gauge, has surged nearly 8% in the first weeks of the year.',
  ),
  ...reads(move('NVDA', 'down', 5), 'Nvidia (NASDAQ: NVDA) had a hard month, leading to a year-to-date slide of 5%.'),
  ...reads(
    { ...move('AAPL', 'down', 8), period: { from: '2026-01-01', text: 'since the start of January' } },
    {
      text: 'Apple (NASDAQ: AAPL) has struggled with tired buyers, down 8% since the start of January.',
      publishedAt: '2026-01-28',
    },
  ),
  ...reads(
    { ...move('^DJI', 'up', 2.5), points: 1207, level: 50115.67 },
    'The Dow Jones Industrial Average climbed 1,207 points, or 2.5%, to 50,115.67.',
  ),
  ...reads(move('TSLA', 'down', 11), 'Tesla reported late. Its stock fell 11%.'),
  ...reads(move('^GSPC', 'down', 12), 'The S&P 500 ended lower. The index has now lost more than 12% since the news.'),
  ...reads(
    { kind: 'move', subject: 'US10Y', direction: 'up', basisPoints: 5, level: 4.25 },
    'The 10-year Treasury yield rose 5 basis points to 4.25%.',
  ),
  ...reads({ ...move('^GSPC', 'down', 10), basis: 'expected' }, 'Strategists fear the S&P 500 could fall 10% by June.'),
  ...ignores(
    'move',
    'Amazon said revenue rose 24%.',
    'Inflation slowed to 2.7%, Walmart noted.',
    'Tesla sales fell 9% in Europe.',
  ),
  // size-and-noun
  ...reads(move('NFLX', 'up', 4), 'Netflix shares ended the day 4% higher.'),
  ...reads(move('INTC', 'down', 6), 'Traders woke up to a 6% drop in Intel.'),
  // size-after-another-move
  ...reads(move('DNUT', 'up', 39), 'GoPro (GPRO) was up 73% and doughnut chain Krispy Kreme (DNUT) almost 39%.'),
  // sizes-respectively
  ...reads(move('MSFT', 'down', 3), 'Nvidia and Microsoft fell 2% and 3%, respectively.'),
]
