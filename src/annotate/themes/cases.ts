/** Gold cases of themes: where they stand, what the words around make of them, who money leaves and who it goes to. */
import { ignores, reads, type Case } from '../cases.ts'

const story = (first: string): string =>
  [
    first,
    'Trading was quiet before the long weekend.',
    'Dealers in Frankfurt went home early.',
    'The canteen stayed open, a porter said.',
    'Volumes were a third below the average.',
  ].join('\n\n')

export const cases: readonly Case[] = [
  ...reads(
    { kind: 'theme', theme: 'rate-cuts' },
    { title: 'Central bank cuts its key rate', text: story('It was windy.') },
  ),
  ...reads(
    { kind: 'theme', theme: 'tariffs', sentiment: { label: 'negative' } },
    'Importers of bicycles face new tariffs from July.',
    { title: 'Importers count the cost', text: 'New tariffs on bicycles hurt importers.\n\nShops will pay more, too.' },
  ),
  ...reads(
    { kind: 'theme', theme: 'housing' },
    `The town slept.\n\n${story('Nobody spoke.')}\n\nHome sales fell again. Mortgage applications dropped.\n\nHouse prices slid.`,
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'technology' }], to: [{ name: 'small caps' }] },
    'Investors are rotating out of technology and into small caps.',
  ),
  ...reads({ kind: 'theme', theme: 'rotation', to: [{ name: 'energy' }] }, 'Funds dumped software for energy in May.'),
  // A list names all it joins.
  ...reads(
    {
      kind: 'theme',
      theme: 'rotation',
      from: [{ name: 'banks' }],
      to: [{ name: 'utilities' }, { name: 'consumer staples' }],
    },
    'Investors rotated from banks, to utilities and staples.',
  ),
  ...reads(
    {
      kind: 'theme',
      theme: 'rotation',
      from: [{ name: 'banks' }, { name: 'insurers' }],
      to: [{ name: 'utilities' }, { name: 'gold' }],
    },
    'Money rotated out of banks and insurers into utilities and gold on Tuesday.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'software' }], to: [{ name: 'utilities' }] },
    'Money moved out of software into utilities, and banks fell.',
  ),
  // A style that a bare word names, where money leaves one for the other.
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'growth stocks' }], to: [{ name: 'value stocks' }] },
    'Investors rotate from growth to value',
    'Money is moving out of growth and into value, dealers said.',
    'Funds are switching into value and out of growth.',
    'Funds rotated from growth stocks to value.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'momentum stocks' }], to: [{ name: 'quality stocks' }] },
    'Managers are switching from momentum to quality.',
  ),
  // What money leaves is told before what it goes to, with or without a word for the way; what is listed may be described.
  ...reads(
    {
      kind: 'theme',
      theme: 'rotation',
      from: [{ name: 'semiconductors' }],
      to: [{ name: 'utilities' }, { name: 'dividend stocks' }],
    },
    'Money leaves chipmakers for utilities and dull dividend payers',
    'Investors left chipmakers for steady utilities and dull, high-yielding dividend payers.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'semiconductors' }], to: [{ name: 'utilities' }] },
    'Money leaves chipmakers for utilities.',
    'Investors are leaving chipmakers for cheap European utilities.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'Europe' }], to: [{ name: 'Japan' }] },
    'Money is leaving Europe for Japan.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'utilities' }], to: [{ name: 'semiconductors' }] },
    'Investors sold utilities to buy chipmakers.',
    'Fund managers are selling utilities to buy battered chipmakers.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'banks' }], to: [{ name: 'software' }] },
    'Investors swapped banks for software stocks.',
    'Fund managers traded banks for pricey software stocks.',
    'Clients switched out of banks for software.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'growth stocks' }], to: [{ name: 'value stocks' }] },
    'Fund managers are swapping growth for value.',
    'Money leaves growth for value, dealers said.',
  ),
  ...ignores(
    { kind: 'theme', theme: 'rotation' },
    'The company left Europe for Japan.',
    'He left the banks for a software company.',
    'Mexico sold oil to buy wheat.',
    'Chipmakers sold bonds to buy equipment.',
    'The firm traded growth for value to its customers.',
  ),
  ...ignores(
    { kind: 'theme', theme: 'rotation', to: [{ name: 'banks' }] },
    'Money leaves chipmakers for utilities, and high-yielding banks fell.',
    'Money leaves chipmakers for utilities and not banks.',
  ),
  ...ignores(
    { kind: 'theme', theme: 'rotation', to: [{ name: 'value stocks' }] },
    'Investors are rotating out of software, and some see value in utilities.',
    'Money moved from software to utilities, adding to the value of the grid.',
  ),
  ...ignores(
    { kind: 'theme', theme: 'rotation', to: [{ name: 'banks' }] },
    'Money moved out of software into utilities, and banks fell.',
    'Money moved out of software into utilities the banks own.',
  ),
  ...reads(
    {
      kind: 'theme',
      theme: 'tariffs',
      imposer: [{ name: 'United States' }],
      target: [{ name: 'Mexico' }],
      goods: [{ name: 'trucks' }],
    },
    'Washington imposed tariffs of 25 percent on trucks from Mexico.',
  ),
  ...reads(
    { kind: 'theme', theme: 'tariffs', imposer: [{ name: 'China' }], goods: [{ name: 'soybeans' }] },
    'China put tariffs on American soybeans.',
    'Beijing slapped duties on soybeans.',
  ),
  // What fades is told the other way round.
  ...reads(
    { kind: 'theme', theme: 'recession-risk', sentiment: { label: 'positive' } },
    'Recession fears fade as orders recover.',
  ),
  ...reads(
    { kind: 'theme', theme: 'recession-risk', sentiment: { label: 'negative' } },
    'Recession fears grow as orders dry up.',
  ),
  ...reads(
    { kind: 'theme', theme: 'ai-fatigue', sentiment: { label: 'negative' } },
    'AI fatigue hits the shares of server makers.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', sentiment: { label: 'negative' } },
    'The rotation out of software into banks has stalled.',
  ),
  // What there is no sign of is not told.
  ...ignores(
    { kind: 'theme', theme: 'ai-fatigue' },
    {
      title: 'Server makers see no sign of AI fatigue',
      text: 'There was little evidence of AI fatigue in the orders.',
    },
  ),
  // A long article is also about what one of its passages is about.
  ...reads(
    { kind: 'theme', theme: 'gold' },
    {
      title: 'Central bank cuts its key rate',
      text: `${story('The central bank cut its key rate by a quarter point.').repeat(4)}\n\nGold rose 2% to a record as investors bought bullion. Gold miners gained, too.`,
    },
  ),
  // No phrase names it; its words do.
  ...reads(
    { kind: 'theme', theme: 'oil-supply' },
    'Barrels leave the Gulf more slowly, and refiners pay more for cargoes.',
  ),
  // Central banks are no lenders, a country is not its shares, a yield that rises is nobody's gain.
  ...ignores(
    { kind: 'theme', winners: [{ name: 'banks' }] },
    { title: 'Bank of England cheers as inflation slows', text: 'The Bank of England welcomed strong gains.' },
    {
      title: 'Central bank raises rates',
      text: 'The Reserve Bank of Australia raised its rate to a strong, healthy level.',
    },
  ),
  ...ignores(
    { kind: 'theme', winners: [{ name: 'Japanese stocks' }] },
    { title: 'Bank of Japan raises rates', text: 'Strong wages in Japan pleased the Bank of Japan.' },
  ),
  ...reads(
    { kind: 'theme', theme: 'japan', winners: [{ name: 'banks' }] },
    { title: 'Tokyo shares of banks jump', text: 'In Japan shares of banks jumped as the Bank of Japan raised rates.' },
  ),
  ...ignores(
    { kind: 'theme', winners: [{ symbol: 'US10Y' }] },
    {
      title: 'Treasury yields jump',
      text: 'The 10-year Treasury yield surged 12 basis points as the yield curve steepened.',
    },
  ),
  ...ignores(
    { kind: 'theme', theme: 'index-moves', winners: [{ symbol: '^GSPC' }] },
    { title: 'Stocks close higher', text: 'The S&P 500 rose 0.9 percent.' },
  ),
  // Nobody gains and loses at once.
  ...ignores(
    { kind: 'theme', winners: [{ name: 'small caps' }] },
    {
      title: 'Investors rotate out of small caps into banks',
      text: 'Investors rotated out of small caps into banks. Small caps jumped in early trading.',
    },
  ),
  // What goes the other way is another theme.
  ...ignores(
    { kind: 'theme', theme: 'crypto-rally' },
    {
      title: 'Bitcoin slides below $60,000 as funds bleed',
      text: 'Bitcoin fell 4% to $59,400 on Sunday. Exchange-traded funds that hold bitcoin lost $900 million over the week.',
    },
  ),
  ...ignores(
    { kind: 'theme', theme: 'rate-hikes' },
    {
      title: 'Hiring slows and jobless rate rises to 4.9%',
      text: 'The jobless rate rose to 4.9% as employers held back.',
    },
  ),
  ...ignores(
    { kind: 'theme', theme: 'rate-cuts' },
    {
      title: 'Norway and India sign trade deal that cuts tariff on fish',
      text: 'The deal lowers the tariff on most fish to 5% from 12%. Prawns come under the lower rate.',
    },
  ),
  ...ignores(
    { kind: 'theme', theme: 'inflation-reacceleration' },
    'Consumer prices rose 1.1% in May, and inflation stayed low, below the target of 3%.',
  ),
  ...ignores(
    { kind: 'theme', theme: 'oil-supply' },
    { title: 'Economy shrinks, a day after the bank held rates', text: 'Manufacturing output dropped 0.4%.' },
  ),
  ...reads(
    { kind: 'theme', theme: 'housing', sentiment: { label: 'positive' } },
    { title: 'Mortgage rates drop below 5%', text: "Freddie Mac's weekly average declined to 4.97% from 5.02%." },
  ),
  // A calendar mentions much and tells of nothing.
  ...ignores('theme', {
    title: 'The week ahead in five dates',
    text: [
      'These are the days to watch.',
      'All times are those of Oslo.',
      '- Monday: home sales, mortgage applications and house prices.',
      '- Tuesday: retail sales and consumer confidence. Crude inventories.',
      '- Thursday: factory orders, the manufacturing index and industrial output.',
    ].join('\n\n'),
  }),
  // A passing word does not make a theme.
  ...ignores('theme', 'The board meets on Tuesday in Oslo.', `${story('The mayor opened a bridge.')} Gold was up.`),
]
