/** Gold cases of shares that name no company: whose they are, by the headline, the text so far, or the sentences before. */
import { ignores, reads, type Case } from '../cases.ts'

const move = (
  subject: string,
  direction: 'up' | 'down',
  percent: number,
): { kind: 'move' } & Record<string, unknown> => ({ kind: 'move', subject, direction, percent })

export const mainCompanyCases: Case[] = [
  // The headline's company, though another was named last.
  ...reads(
    move('NKE', 'down', 2.4),
    {
      title: 'Nike runs out of puff in China',
      text: 'Nike sold fewer shoes in Shanghai than a year ago.\n\nFootfall is better at Lululemon, shopkeepers say.\n\nShares were down 2.4% in early trading.',
    },
    {
      title: 'Nike runs out of puff in China',
      text: 'Nike sold fewer shoes in Shanghai than a year ago.\n\nFootfall is better at Lululemon, shopkeepers say.\n\nThe stock lost 2.4% on Tuesday.',
    },
  ),
  // The only one named so far, however far back.
  ...reads(
    move('BA', 'up', 0.9),
    'Boeing will deliver its first tanker in May. Crews have trained since March. The galley has been moved. A second door was added. The pilots like it. The stock edged up 0.9%.',
    'Boeing will deliver its first tanker in May.\n\nCrews have trained since March. The galley has been moved. A second door was added. The pilots like it.\n\nShares have gained 0.9% since then.',
  ),
  ...reads(
    move('NKE', 'down', 3),
    'Nike shut its site for a week. Orders were taken by hand. Nobody has said who was behind it. Some were lost. The stock, down 17% at the time, lost a further 3%.',
  ),
  // Two named before, and none of them in the headline: nobody knows.
  ...ignores(
    'move',
    'Nike and Lululemon met in court.\n\nA judge heard them. So did a crowd. The day was long. It rained.\n\nThe stock lost 3%.',
    'Nike has left town.\n\nThe S&P 500 was at rest.\n\nA man swept the floor. So did another. It rained.\n\nShares fell 0.4%.',
  ),
  ...ignores(move('NKE', 'down', 0.4), {
    title: 'Stocks slip as Nike stumbles',
    text: 'Traders had a dull day.\n\nShares fell 0.4% in Europe.',
  }),
  ...ignores(move('NKE', 'down', 4), {
    title: 'Nike runs out of puff in China',
    text: 'Nike sold fewer shoes.\n\nShares of Zubaru Sport fell 4%.',
  }),
  // one-size-for-several: the two of the sentences before.
  ...reads(
    move('LEN', 'down', 2),
    'D.R. Horton pays the fees of its buyers. Lennar will build less. Both stocks fell about 2%.',
    'D.R. Horton and Lennar will build less. Both fell 2% on Friday.',
  ),
  ...reads(
    move('DHI', 'down', 2),
    'D.R. Horton pays the fees of its buyers. Lennar will build less. Both stocks fell about 2%.',
    'D.R. Horton and Lennar will build less. The two stocks were down 2% at noon.',
  ),
  ...ignores(
    'move',
    'D.R. Horton, Lennar and PulteGroup will build less. Both stocks fell about 2%.',
    'D.R. Horton and Lennar will build less. Both reported that sales fell 2%.',
    'Revenue and profit were weak. Both fell 2%.',
  ),
  // What is taken off the price.
  ...reads(
    move('NKE', 'down', 5),
    'A warning from China knocked 5% off Nike shares.',
    'The news wiped 5% from the market value of Nike.',
    'Nike will borrow more. Shareholders were cool, and took 5% off the price.',
    'Nike will borrow more. That shaved nearly 5% off its share price.',
  ),
  ...ignores(
    'move',
    'Nike took 5% off the price of its running shoes.',
    'Nike said tariffs knocked 5% off its profit.',
    'Nike took 5% off its sales forecast.',
  ),
]
