/** Gold cases of moves: who moved, which way, how far, over what time. */
import { ignores, reads, type Case } from '../cases.ts'
import { levelCases } from './level-cases.ts'
import { mainCompanyCases } from './main-company-cases.ts'
import { undoneCases } from './undone-cases.ts'

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
    move('^RUT', 'up', 6),
    'The Russell 2000, made of smaller companies, has climbed nearly 6% since the autumn.',
  ),
  ...reads(move('QCOM', 'down', 7), 'Qualcomm (NASDAQ: QCOM) has few friends left, hence a year-to-date slide of 7%.'),
  ...reads(
    { ...move('ORCL', 'down', 11), period: { from: '2026-02-01', text: 'since the start of February' } },
    {
      text: 'Oracle (NYSE: ORCL) has met with doubt, down 11% since the start of February.',
      publishedAt: '2026-03-18',
    },
  ),
  ...reads(
    { ...move('^RUT', 'up', 4.4), period: { text: 'For the week' } },
    'For the week, the gap is wider still. The Russell 2000 gained 4.4% while the rest of the market stood still.',
  ),
  ...reads(
    { ...move('^RUT', 'up', 2.1), period: { text: 'on Friday' } },
    'For the week, the gap is wider still. The Russell 2000 gained 2.1% on Friday.',
  ),
  ...reads(
    { ...move('^DJI', 'up', 1.9), points: 812, level: 43560.25 },
    'The Dow Jones Industrial Average added 812 points, or 1.9%, to 43,560.25.',
  ),
  ...reads(move('TSLA', 'down', 11), 'Tesla reported late. Its stock fell 11%.'),
  ...reads(move('^GSPC', 'down', 9), 'The S&P 500 ended lower. The index has now shed more than 9% in a fortnight.'),
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
  ...reads(move('GRMN', 'down', 3.4), 'Garmin, whose watches come from Taiwan, is down 3.4%.'),
  ...reads(move('COIN', 'up', 14), 'Coinbase Global (NASDAQ: COIN), which lists USDC and has grown fast, rose 14%.'),
  ...reads(
    move('AMZN', 'down', 9),
    'Amazon.com gave the big jolt. It set a budget above those of Alphabet and Microsoft. Its stock fell 9%.',
  ),
  ...reads(move('WMT', 'down', 4), 'Walmart (WMT) has given up 4% for the same reason.'),
  ...reads(move('MO', 'up', 2), 'Altria (MO) swims against the tide: the stock is better by over 2%.'),
  ...reads(move('EUR=X', 'up', 0.7), 'The euro was about 0.7% firmer at noon.'),
  ...reads(move('TGT', 'up', 60), "Shares of Target fell. Target's has gained only 60% in ten years."),
  ...reads(
    { ...move('^GSPC', 'up', 1.1), level: 6120.25 },
    'The S&P 500 was up 1.1% at 6,120.25 in the early afternoon.',
  ),
  // size-and-noun
  ...reads(move('NFLX', 'up', 4), 'Netflix shares ended the day 4% higher.'),
  ...reads(move('INTC', 'down', 6), 'Traders woke up to a 6% drop in Intel.'),
  // size-after-another-move
  ...reads(move('PZZA', 'up', 12), "Yeti (YETI) was up 21% and pizza chain Papa John's (PZZA) almost 12%."),
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
    { ...move('^TOPX', 'up', 0.4), level: 2745.1 },
    'The Nikkei was up 1.1% at 39,640.20 in the morning and the broader Topix 0.4% at 2,745.10.',
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
  // sizes-in-order
  ...reads(move('MSFT', 'down', 3), 'Nvidia and Microsoft fell 2% and 3%, respectively.'),
  ...reads(
    move('INTC', 'up', 4.5),
    'Micron Technology (NASDAQ: MU) and Intel (NASDAQ: INTC) gained 5.5% and 4.5%.',
    'Nvidia, Microsoft and Intel rose 2%, 3% and almost 4.5% on Monday.',
  ),
  ...ignores(move('INTC', 'up', 5.5), 'Micron Technology (NASDAQ: MU) and Intel (NASDAQ: INTC) gained 5.5% and 4.5%.'),
  // Something without a symbol takes its move away from the nearest instrument.
  ...ignores(
    move('^RUT', 'up', 1.1),
    'The Russell 2000 fell 0.4%, consumer staples rose 1.1%, and oil was flat.',
    'The Russell 2000 was unchanged, while utilities rose 1.1%.',
    'The Russell 2000 fell 0.4% and its giant twin rose 1.1%.',
    'The Russell 2000 fell 0.4%; in Lagos, Zubaru Cement rose 1.1%.',
    'The Russell 2000 fell 0.4% to 2,510.2, with Zubaru Cement up 1.1%.',
  ),
  ...reads(
    move('AAPL', 'up', 7),
    'Apple fell 3%, but its shares have gained 7% this year.',
    'Apple fell 3% on Monday and is still up 7% this year.',
    'Apple fell 3% on Monday, yet the iPhone maker has gained 7% this year.',
  ),
  // What did not happen is no move; what did is not expected because a word of expectation is in a name.
  ...ignores('move', 'Once such a quarter would have added 12% to Apple, she said.'),
  ...reads({ ...move('TGT', 'up', 5.2), basis: 'actual' }, "Target's shares rose 5.2% to $118 in early trading."),
  ...ignores(
    'move',
    'Nvidia (NASDAQ: NVDA) earned $1.10 a share on revenue of $9.1 billion, up 24% from a year before.',
  ),
  // The period is that of the move's own clause.
  ...reads(
    { ...move('^GSPC', 'down', 0.7), period: undefined },
    'The S&P 500 lost 0.7% to 6,801.20, its lowest close since January.',
    'The S&P 500 lost 0.7%, the largest drop in a single week since early 2022.',
    'The S&P 500 lost 0.7% to 6,801.20, bringing its loss for the week to 2%.',
    'The S&P 500, which reached a peak on Thursday, lost 0.7%.',
  ),
  ...reads(
    { ...move('GC=F', 'up', 3.1), period: { text: 'since Monday last week' } },
    'Gold has gained 3.1% since Monday last week.',
  ),
  ...reads({ ...move('GC=F', 'up', 3.1), period: { text: 'since early 2022' } }, 'Gold is up 3.1% since early 2022.'),
  ...reads(
    { ...move('BZ=F', 'up', 0.6), period: { text: 'on the week' } },
    'Brent crude settled at $67.10 a barrel on Friday, up 0.6% on the week.',
  ),
  ...reads(
    move('^RUT', 'up', 4.2),
    'The S&P 500 fell and the Russell 2000 rose. The small-cap index gained 4.2% on the week.',
  ),
  ...ignores(move('^GSPC', 'up', 4.2), 'The S&P 500 fell. The small-cap index gained 4.2% on the week.'),
  // The move of a company we do not know is not its neighbour's.
  ...reads(
    move('1211.HK', 'down', 5.2),
    'BYD fell 5.2% in Hong Kong and Geely lost 4.4%.',
    'BYD fell 5.2% and Geely lost 4.4%.',
  ),
  ...ignores(
    move('1211.HK', 'down', 4.4),
    'BYD fell 5.2% in Hong Kong and Geely lost 4.4%.',
    'BYD fell 5.2% and Geely lost 4.4%.',
    'BYD fell 5.2% on Friday and Boering lost 4.4%.',
  ),
  // The time of another clause is shared where it tells a move, too.
  ...reads(
    { kind: 'move', subject: 'US10Y', direction: 'up', basisPoints: 8, level: 4.36, period: undefined },
    'Traders now see less chance that the Federal Reserve lowers rates in December, and the 10-year Treasury yield rose 8 basis points to 4.36%.',
  ),
  ...reads(
    { ...move('WAL', 'down', 47), period: undefined },
    'Western Alliance, the Phoenix lender whose deposits fled last week, lost more; its shares crashed 47% before trading was halted.',
    'The S&P 500 fell 1%, but Western Alliance, the lender whose deposits fled last week, lost more; its shares crashed 47%.',
  ),
  ...reads(
    { ...move('^IXIC', 'up', 15), period: { text: 'last year' } },
    'The S&P 500 rose 12% last year and the Nasdaq Composite gained 15%.',
  ),
  // A yield is that of the bond or the central bank last spoken of.
  ...reads(
    { kind: 'move', subject: 'US2Y', direction: 'down', basisPoints: 5, level: 3.5 },
    'The Fed held rates on Wednesday and the two-year yield fell 5 basis points to 3.50%.',
    'Treasuries rallied. The two-year yield fell 5 basis points to 3.50%.',
  ),
  ...reads(
    { kind: 'move', subject: 'GB10Y', direction: 'up', basisPoints: 5 },
    'The Fed had held. The Bank of England cut rates and the 10-year yield rose 5 basis points.',
  ),
  ...ignores(
    'move',
    'The European Central Bank held rates and the 10-year yield fell 5 basis points to 3.50%.',
    'The Fed had held. The ECB cut rates and the 10-year yield fell 5 basis points to 3.50%.',
  ),
  // A currency moves as itself: up is stronger, though fewer of it are paid for a dollar.
  ...reads({ ...move('JPY=X', 'up', 1.2), level: 154.3 }, 'The yen rose 1.2% to 154.30 per dollar.'),
  ...ignores({ kind: 'move', subject: 'USDJPY=X' }, 'The yen rose 1.2% to 154.30 per dollar.'),
  // little-changed
  ...reads(
    { kind: 'move', subject: '^FCHI', direction: 'flat' },
    "France's CAC 40 was flat and Germany's DAX rose 0.3%.",
  ),
  ...reads({ kind: 'move', subject: '^TOPX', direction: 'flat' }, 'The broader Topix ended little changed.'),
  ...ignores(
    { kind: 'move', direction: 'flat' },
    'Nvidia sells flat screens too.',
    'Apple was unchanged by the ruling, its lawyers said.',
  ),
  ...reads(
    { ...move('EUR=X', 'down', 0.4), level: 1.1712 },
    'The dollar firmed 0.3%, with the euro down 0.4% at $1.1712.',
  ),
  ...reads(
    { kind: 'move', subject: 'USD=X', direction: 'up', percent: 0.6, level: undefined },
    'Against the yen, the dollar rose 0.6% to 157.30.',
    'The dollar rose 0.6% against the yen to 157.30.',
  ),
  ...reads(
    { kind: 'move', subject: 'US2Y', basisPoints: 2.5 },
    'The 10-year Treasury yield rose 4 basis points, while the two-year yield, which follows the Fed, gained 2.5 basis points.',
  ),
  ...reads(
    { kind: 'move', subject: 'DE10Y', direction: 'down', basisPoints: 3 },
    'German 10-year Bund yields fell 3 basis points to 2.71%.',
  ),
  ...reads(
    { ...move('BZ=F', 'down', 14), period: { text: 'last year' } },
    'Brent, which fell 14% last year, traded at $66.20.',
  ),
  // Fractions, as older reports write them.
  ...reads(move('^N225', 'down', 1.75), 'The Nikkei slid 1¾ percent.'),
  ...reads(move('GC=F', 'up', 2.25), 'Gold gained 2-1/4 percent in London.', 'Gold gained 2 1/4 percent in London.'),
  ...reads(move('GC=F', 'up', 0.75), 'Gold rose 3/4 percent.'),
  ...reads(
    { ...move('COP=X', 'up', 3.6), level: 3745 },
    'The Colombian peso surged. The peso strengthened 3.6% to 3,745 per dollar.',
  ),
  ...undoneCases,
  ...levelCases,
  ...mainCompanyCases,
]
