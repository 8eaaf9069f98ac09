/** Gold cases of themes: where they stand, and what the words around make of them. Those of their parts are in role-cases.ts. */
import { ignores, reads, type Case } from '../cases.ts'
import { roleCases } from './role-cases.ts'

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
  // Who does what to whom says what it is about, whatever else its words mean.
  ...reads({ kind: 'theme', theme: 'tariffs' }, 'Brussels hit Chinese electric cars with tariffs of 35%.', {
    title: 'Canada puts 9% tariff on Norwegian skis',
    text: 'The ski makers will sell fewer pairs.',
  }),
  ...reads({ kind: 'theme', theme: 'rotation' }, 'Investors swap growth for value'),
  ...ignores(
    { kind: 'theme', theme: 'rotation' },
    'Nvidia rose 4% on strong demand for its chips. Investors sold growth to buy value on Monday, one desk said. The chipmaker reports on Thursday.',
  ),
  ...roleCases,
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
  // What nobody reckons with any more is told the other way round, too.
  ...reads(
    { kind: 'theme', theme: 'recession-risk', sentiment: { label: 'positive' } },
    'A recession is no longer our base case.',
    'Economists at the bank no longer expect a recession.',
    'A recession is not on the cards, the ministry said.',
    'Recession is off the table.',
  ),
  ...reads(
    { kind: 'theme', theme: 'recession-risk', sentiment: { label: 'negative' } },
    'A recession is now our base case.',
    'Economists at the bank expect a recession.',
  ),
  // A run on a bank.
  ...reads(
    { kind: 'theme', theme: 'credit-stress', sentiment: { label: 'negative' } },
    {
      title: 'Regulator guarantees deposits at Harbor Valley',
      text: 'Depositors pulled $9 billion from the lender in a day.\n\nTrading in its shares was halted. The regulator guaranteed all deposits.',
    },
    'Depositors pulled their money from the lender, its shares were halted, and the regulator guaranteed all deposits.',
    'Savers queued outside branches of the bank until the government guaranteed their deposits.',
  ),
  // A company's name says nothing of what its words mean.
  ...ignores(
    { kind: 'theme', theme: 'agriculture' },
    'Farmers & Merchants Bank of Long Beach reported a higher profit.',
    'Farmers Capital Group said profit rose 4%.',
    {
      title: 'Farmers National Banc raises its dividend',
      text: 'Farmers National Banc raised its dividend to 17 cents.',
    },
  ),
  ...ignores(
    { kind: 'theme', winners: [{ name: 'farmers' }] },
    'Farmers & Merchants Bank of Long Beach reported a higher profit.',
    'Farmers Capital Group said profit rose 4%.',
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
