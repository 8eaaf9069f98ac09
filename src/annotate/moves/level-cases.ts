/** Gold cases of moves told by the level reached or by a factor, and of sizes that another move lends its verb. */
import { ignores, reads, type Case } from '../cases.ts'

const level = (subject: string, direction: 'up' | 'down', level: number) =>
  ({ kind: 'move', rule: 'verb-and-level', subject, direction, level, percent: undefined }) as const
const factor = (subject: string, direction: 'up' | 'down', percent: number) =>
  ({ kind: 'move', rule: 'factor', subject, direction, percent }) as const

export const levelCases: Case[] = [
  ...reads(level('AAPL', 'up', 220), 'Apple shares rose from $200 to $220.', 'Apple climbed to $220.'),
  ...reads(level('HG=F', 'up', 11200), 'Copper hit a record $11,200 a ton.', 'Copper has surged past $11,200 a ton.'),
  ...reads(level('GC=F', 'up', 4200), 'Gold topped $4,200 an ounce.', 'Gold prices rose above $4,200.'),
  ...reads(level('BTC-USD', 'down', 90000), 'Bitcoin tumbled below $90,000.', 'Bitcoin slid to just under $90,000.'),
  ...reads(level('EUR=X', 'up', 1.17), 'The euro rose to $1.17.'),
  ...reads(level('JPY=X', 'down', 155), 'The yen fell to 155 per dollar.', 'The yen slid past 155 to the dollar.'),
  ...reads(
    level('^DJI', 'up', 50000),
    'The Dow Jones Industrial Average rose above 50,000.',
    'The Dow topped 50,000 for the first time.',
  ),
  ...reads(
    factor('TSLA', 'up', 100),
    'Tesla stock has more than doubled this year.',
    'Shares of Tesla doubled in value.',
  ),
  ...reads(factor('PLTR', 'up', 200), 'Palantir shares have tripled since April.'),
  ...reads(
    factor('BYND', 'down', 50),
    'Shares of Beyond Meat lost half their value.',
    'Beyond Meat stock has halved this year.',
  ),
  ...ignores(
    'move',
    'Apple doubled its dividend.',
    'Alphabet revenue has doubled this year.',
    'Amazon has more than doubled its stake in Rivian.',
    'Nvidia topped $5 trillion in market value.',
    'Tesla rose to fame in 2010.',
    'Walmart rose to the top 10.',
    'The Dow would have topped 50,000 by now.',
    'Gold miners rose to 12 in number.',
    'Apple trades 20% below the price target of $200.',
  ),
  // A size has the verb of the one before where it is set against it, or is over another time.
  ...reads(
    { kind: 'move', subject: '^GSPC', direction: 'up', percent: 2.6 },
    'The Russell 2000 added 7.2% in September, against 2.6% for the S&P 500.',
    'The Russell 2000 gained 7.2%, compared with just 2.6% for the S&P 500.',
  ),
  ...reads(
    { kind: 'move', subject: 'NVDA', direction: 'up', percent: 3, period: { text: 'this week' } },
    'Nvidia is up 12% this year and 3% this week.',
  ),
  ...ignores({ kind: 'move', percent: 5 }, 'Gold rose 2% on Tuesday and 5% of miners shut.'),
  ...reads(
    { kind: 'move', subject: 'BTC-USD', direction: 'down', percent: 35 },
    'Bitcoin changed hands at $82,400, 35% off the $126,000 it reached in October.',
    'Bitcoin stands 35% below its October peak.',
  ),
]
