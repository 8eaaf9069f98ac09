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
  ...reads(move('AAPL', 'down', 6.1), 'Apple, whose supply chain runs through Asia, is down 6.1%.'),
  ...reads(move('COIN', 'up', 14), 'Coinbase Global (NASDAQ: COIN), which lists USDC and has grown fast, rose 14%.'),
  ...reads(
    move('AMZN', 'down', 9),
    'Amazon.com gave the big jolt. It set a budget above those of Alphabet and Microsoft. Its stock fell 9%.',
  ),
  ...reads(move('WMT', 'down', 4), 'Walmart (WMT) has given up 4% for the same reason.'),
  ...reads(move('DEO', 'up', 3), 'Diageo (DEO) goes the other way: the stock is better by over 3%.'),
  ...reads(move('EUR=X', 'up', 0.3), 'The euro was about 0.3% firmer against the dollar.'),
  ...reads(move('TGT', 'up', 60), "Shares of Target fell. Target's has gained only 60% in ten years."),
  ...reads(
    { ...move('^GSPC', 'up', 1.1), level: 6120.25 },
    'The S&P 500 was up 1.1% at 6,120.25 in the early afternoon.',
  ),
  // size-and-noun
  ...reads(move('NFLX', 'up', 4), 'Netflix shares ended the day 4% higher.'),
  ...reads(move('INTC', 'down', 6), 'Traders woke up to a 6% drop in Intel.'),
  // size-after-another-move
  ...reads(move('DNUT', 'up', 39), 'GoPro (GPRO) was up 73% and doughnut chain Krispy Kreme (DNUT) almost 39%.'),
  ...reads(
    move('DDOG', 'up', 6.5),
    'Dealers cheered: Snowflake has gained about 12.3% in 2026, Cloudflare nearly 9% and Datadog around 6.5%.',
  ),
  ...reads(
    move('NET', 'up', 9),
    'Snowflake has gained about 12.3% in 2026, Cloudflare nearly 9% and Datadog around 6.5%.',
  ),
  ...reads(
    { ...move('KEY', 'down', 2.2), level: 14.1 },
    'Regions Financial (RF) dropped 1.4% to $20.50 on Tuesday and KeyCorp (KEY) 2.2% to $14.10, a poor day for lenders.',
  ),
  ...reads(
    { ...move('^TOPX', 'up', 0.6), level: 3120.5 },
    'The Nikkei was up 0.9% at 44,120.50 in the early afternoon and the broader Topix 0.6% at 3,120.50.',
  ),
  ...reads(move('MSFT', 'up', 4.5), 'Nvidia rose 6.1% and Microsoft, which rents out data centres, 4.5%.'),
  ...reads(
    move('DUK', 'down', 2),
    'Southern Company slid nearly 5% and Duke Energy Corp. upwards of 2%, as rules tightened.',
  ),
  // one-size-for-several
  ...reads(move('NVDA', 'down', 4), 'Nvidia and Microsoft fell 4%.', 'Nvidia (NVDA) and Microsoft (MSFT) fell 4%.'),
  ...reads(move('INTC', 'up', 3), 'Intel, Nvidia and Microsoft each rose 3% on Monday.'),
  ...ignores(move('GC=F', 'up', 4), 'The gap between gold and silver rose 4% in a week.'),
  // sizes-respectively
  ...reads(move('MSFT', 'down', 3), 'Nvidia and Microsoft fell 2% and 3%, respectively.'),
]
