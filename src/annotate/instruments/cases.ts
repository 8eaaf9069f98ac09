/** Gold cases of instruments: one for each way of naming them, and the everyday words they must not be taken for. */
import { ignores, reads, type Case } from '../cases.ts'
import { lawCases } from './law-cases.ts'

const equity = (symbol: string): { kind: 'instrument'; symbol: string; type: string } => ({
  kind: 'instrument',
  symbol,
  type: 'equity',
})
const instrument = (symbol: string): { kind: 'instrument'; symbol: string } => ({ kind: 'instrument', symbol })

export const cases: Case[] = [
  // exchange-and-ticker
  ...reads(
    equity('GS'),
    'Desks at a lender (NYSE: GS) reported heavy trading.',
    'Volumes rose (NYSE:GS, MS) in the afternoon.',
  ),
  ...reads(equity('MS'), 'Volumes rose (NYSE:GS, MS) in the afternoon.'),
  ...reads(equity('BRK.B'), 'The conglomerate (NYSE: BRK-B) sits on cash.'),
  // cashtag
  ...reads(equity('TSLA'), 'Retail desks say $TSLA is back in fashion.'),
  ...ignores('instrument', 'The ticket costs $T5 or $20 at the door.'),
  // class-or-exchange-code
  ...reads(equity('JNJ'), 'The drugmaker <JNJ.N> raised its outlook.'),
  ...reads(equity('GOOGL'), 'The search group GOOGL.O opened an office.'),
  ...reads(equity('BRK.B'), 'Holders of BRK.B waited for the letter.', 'Holders of BRK-B waited for the letter.'),
  // ticker-in-brackets-after-its-name
  ...reads(equity('GPRO'), 'Camera maker GoPro (GPRO) surprised everyone.'),
  ...ignores(equity('RBA'), 'The Reserve Bank of Australia (RBA) met on Tuesday.'),
  ...ignores(equity('CPI'), 'The consumer price index (CPI) is due on Friday.'),
  // An explicit ticker defines its name for the rest of the article.
  ...reads(
    { ...equity('OESX'), mentions: 2 },
    'Orion Lighting (NASDAQ: OESX) won an order. The order is the largest that Orion Lighting has had.',
  ),
  // ticker-that-is-its-initials
  ...reads(equity('NOG'), { title: 'NOG Announces a Term Loan', text: 'The driller borrows.' }),
  ...ignores(equity('ALL'), 'ALL reports must be filed by Friday.'),
  // name-that-stands-alone
  ...reads(equity('YYGH'), 'YY Group hires five hundred cleaners.'),
  ...ignores('instrument', 'The team flew from New Zealand to Southern California and on to Cleveland.'),
  // A name means a company in its own years only.
  ...reads(equity('STLA'), { text: 'Chrysler adds a shift.', publishedAt: '2019-03-01' }),
  ...ignores(equity('STLA'), { text: 'Chrysler adds a shift.', publishedAt: '2008-03-01' }),
  ...reads(equity('MDLZ'), { text: 'Kraft Foods bakes more biscuits.', publishedAt: '2010-03-01' }),
  // A credit for numbers is no mention; a company's own numbers are.
  ...reads(equity('ORCL'), 'The startling numbers from Oracle moved nobody.'),
  ...ignores(equity('TRI'), 'Profit beat by a cent, according to Thomson Reuters I/B/E/S.'),
  ...ignores(equity('FDS'), 'Brokers polled by FactSet saw 40 cents.'),
  ...reads(equity('JPM'), 'JPMorgan opened its books.', 'J.P. Morgan opened its books.', "JP Morgan's books are open."),
  ...reads(equity('KO'), 'Coca-Cola bottles more tea.'),
  ...reads(equity('NVDA'), 'The Nvidia-led rally went on.', "Nvidia's chips are scarce."),
  ...reads(equity('KSS'), "Kohl's closes a warehouse."),
  ...reads(instrument('^RUT'), 'The Russell 2000 led.'),
  ...reads(instrument('^KRX'), 'The KBW Regional Banking Index slipped.'),
  ...reads({ ...instrument('@MAG7'), members: ['AAPL', 'NVDA'] }, 'The Magnificent Seven lag.', 'The Mag 7 lag.'),
  ...reads(instrument('US10Y'), 'The 10-year Treasury yield rose.', 'Ten-year Treasuries were sold.'),
  ...reads(instrument('GBGOVT'), 'Investors sold gilts.'),
  ...reads(instrument('005930.KS'), 'Samsung Electronics builds a plant.'),
  // Who owns the thing is no source.
  ...reads({ ...equity('NVDA'), relevance: 0.5 }, "Nvidia's new plant opened in May."),
  // A company that is only quoted has little to do with the article.
  ...reads({ ...equity('GS'), relevance: 0.1 }, 'Sales may slow, analysts at Goldman Sachs said.'),
  ...reads(
    { ...equity('DAL'), relevance: 1 },
    { title: 'Delta Air Lines adds flights', text: 'The carrier flies more.' },
  ),
  ...reads({ ...equity('GS'), relevance: 0.1 }, 'A report by Goldman Sachs counts fewer cranes.'),
  // The employer of who speaks, the host, the adviser and the paper are not what an article is about.
  ...ignores(
    'instrument',
    'Goldman Sachs analyst Mara Lindqvist counts fewer cranes.',
    'Sales may slow, said Mara Lindqvist, a rates strategist at Morgan Stanley in London.',
    'Sales may slow, said Tom Ostrow, head of equity trading at Jefferies.',
    "Oppenheimer's Tom Ostrow said the quarter was dull.",
    'She told a Barclays Industrials and Transport conference that orders are firm.',
    'The family has hired Lazard and Evercore as advisers.',
    'Morgan Stanley and UBS are advising the seller.',
    'The New York Times reported the talks on Sunday.',
  ),
  // Who speaks at a conference is not its host.
  ...reads(equity('KDP'), 'Keurig Dr Pepper said at a conference in Boston that beans cost less.'),
  ...reads(equity('PFE'), 'Pfizer told investors at a health care conference that a trial goes well.'),
  ...reads(equity('UBS'), 'UBS is cutting its desks, said Mara Lindqvist, an analyst at UBS.'),
  // What bears a company's name is not the company.
  ...ignores(
    'instrument',
    'The band plays at the Wells Fargo Center in May.',
    'The NAHB/Wells Fargo Housing Market index slipped.',
    'It trades on NYSE Amex.',
    'The Federal Reserve Bank of New York made the loan.',
    'Rain is due. (Reporting by Ann Lowell; Editing by Gerald E. McCormick)',
    'The cabin stands by the Grand Canyon Lodge.',
    'A lawyer with Williams & Brigham said so.',
    'Chair Dana Whitlow opened the meeting.',
  ),
  ...ignores(equity('NKLR'), 'The bidder valued Terra at $4 billion, and Terra said no.'),
  ...ignores(equity('QTWO'), { title: 'Larkfield Reports Q2 EPS of $0.14', text: 'The maker of lamps did well.' }),
  // A name that several bear goes to the one whose whole name it is, or to none.
  ...reads(equity('LNG'), 'Cheniere Energy fills another tanker.'),
  ...ignores(equity('PUK'), { title: 'Prudential Prices Senior Notes', text: 'The insurer borrows.' }),
  ...reads(equity('MBG.DE'), 'Daimler AG builds a van.'),
  ...ignores(equity('MBGAF'), 'Daimler AG builds a van.'),
  ...reads(equity('FNV'), 'Franco-Nevada buys a royalty.'),
  ...ignores(equity('FNV'), 'The Franco-Belgian border was closed.'),
  ...reads(equity('CTSH'), { title: 'Cognizant Sees 2026 Sales of $22 Billion', text: 'The adviser is upbeat.' }),
  ...reads({ ...equity('DE'), name: 'Deere & Company' }, 'John Deere sells fewer tractors.'),
  // everyday-word-with-support
  ...reads(equity('TGT'), 'Shares of Target rose after the report.', "Analysts liked Target's earnings and said so."),
  ...reads(equity('AAPL'), 'Apple shares fell in early trading.'),
  ...reads(equity('F'), 'Late on Monday Ford said it would recall trucks.'),
  ...ignores(equity('TGT'), 'The bank missed its inflation target.', 'Target practice is on Sunday.'),
  ...ignores(equity('AAPL'), 'Apple pie was served after the meeting.'),
  ...ignores(equity('F'), 'President Ford signed the bill in 1975.', 'Harrison Ford is in town.'),
  ...ignores(equity('META'), 'A meta analysis of forty studies found little.'),
  ...ignores(equity('GAP'), 'Mind the gap between bids and offers.'),
  ...ignores(equity('DAL'), 'The Delta variant spread through the summer.'),
  ...ignores('instrument', 'It is now or never, and all of us are on it. So it goes.'),
  ...reads(equity('TGT'), 'Late on Friday Target rose 4%.'),
  ...reads(equity('TGT'), 'Walmart and Target have not got there yet.'),
  ...ignores(equity('JKHY'), 'Jack and Jill went up the hill.'),
  ...ignores(equity('XYZ'), 'A lawyer with Jenner Block said so.'),
  ...ignores(equity('CHCO'), 'Circuit City filed for protection from its lenders.'),
  ...ignores(equity('HESM'), 'Hess Corp shares rose.'),
  ...ignores(equity('ROST'), 'Wilbur Ross runs a fund. The bank said Ross reported a stake.'),
  ...ignores(equity('ON'), 'TALKS ON DEBT\n\nThe chain met its lenders.'),
  ...reads(equity('ON'), 'For ON, Micron and Intel the year begins well.'),
  ...ignores(equity('AIG'), 'The American Stock Exchange was busy.', 'Reynolds American Inc. makes cigarettes.'),
  // An everyday word that begins a sentence: which figure, or people who do something, is no company.
  ...ignores(equity('TTE'), 'A good quarter. Total revenue increased 7% to $4 billion.', 'Total sales fell.'),
  ...ignores(equity('EIG'), 'Employers added 61,000 jobs in May.', 'Employers cut 9,000 jobs and hired few.'),
  ...reads(equity('TGT'), 'Target earnings pleased. Shares of Target rose.', 'Target fell 4% to $98.'),
  // market-word-beside-a-market
  ...reads(instrument('GC=F'), 'Gold hit a record.', 'Spot gold was little changed.'),
  ...ignores(instrument('GC=F'), 'She won the gold medal.', 'He wore a gold ring.'),
  ...reads(instrument('USD=X'), 'The dollar weakened against most rivals.'),
  ...ignores(instrument('USD=X'), 'A million dollar bonus was paid.', 'The dollar store opened.'),
  ...reads(instrument('EUR=X'), 'The euro firmed.'),
  ...ignores(instrument('EUR=X'), 'Growth in the euro zone is slow.'),
  ...reads(instrument('^IXIC'), 'The Nasdaq fell 1%.'),
  ...ignores(
    instrument('^IXIC'),
    'It is listed on the Nasdaq under its old name.',
    'Micron Technology (NASDAQ: MU) rose.',
    'Micron Technology (NASDAQ: MU) and Intel (NASDAQ: INTC) gained ground.',
  ),
  ...reads(instrument('^GSPC'), 'The S&P closed higher.'),
  ...ignores(instrument('BRL=X'), 'The real economy is weak.'),
  // row-of-a-quote-table
  ...reads(
    { ...equity('ORCL'), relevance: 0.02 },
    'A quiet day.\n\nORCL 201.10\n+1.00 (0.50%)\nMSFT 512.30\n-1.00 (0.20%)',
  ),
  ...reads(instrument('GBP=X'), 'Sterling was last at $1.3440.'),
  ...ignores(equity('STRL'), 'Sterling was last at $1.3440.'),
  ...reads(instrument('^SOX'), 'The Philadelphia SE Semiconductor index lost ground.'),
  ...ignores(instrument('TRUMP-USD'), 'Crude fell after Trump signalled a deal, while Bitcoin rose 2%.'),
  ...reads(instrument('TRUMP-USD'), 'Holders of the Trump memecoin were invited to dinner.'),
  ...ignores(
    equity('MCO'),
    "The carmaker's shares fell. Moody's cut its rating to junk and said the outlook was negative.",
  ),
  ...reads(equity('MCO'), "Moody's raised its profit forecast as bond sales boomed."),
  ...reads(
    { ...instrument('GC=F'), relevance: 1 },
    { title: "Gold's long march pauses", text: 'Spot gold fell 2% on Monday as the dollar firmed.' },
  ),
  ...reads(instrument('PA=F'), 'Platinum lost 4% and palladium 3%.'),
  ...reads(instrument('HG=F'), 'Copper on the London Metal Exchange dropped 1.4% to $12,950 a ton.'),
  ...reads(instrument('SI=F'), 'Traders fled and silver crashed.'),
  ...ignores(
    instrument('^GSPC'),
    'The S&P/ASX 200 fell 0.4% in Sydney.',
    'In Toronto the S&P/TSX Composite index rose 0.6% to a record.',
  ),
  ...ignores(
    instrument('STEEL=F'),
    'Shares of Penhallow Steel fell 3% on Monday.',
    'The steel gate hung from one hinge.',
  ),
  ...ignores(instrument('TIN=F'), 'The chickpea tin sat in the cupboard.'),
  ...ignores(instrument('GC=F'), 'Barrow Gold rose 2% after its tender.'),
  ...reads(instrument('TIN=F'), 'Tin rose 2% in London as supplies ran short.'),
  ...reads(instrument('COP=X'), 'The Colombian peso surged. The peso strengthened 3.6% to 3,745 per dollar.'),
  ...ignores(instrument('MXN=X'), 'The Colombian peso surged. The peso strengthened 3.6% to 3,745 per dollar.'),
  ...reads(instrument('MXN=X'), 'The peso strengthened 0.6% after the vote in Mexico City.'),
  ...lawCases,
]
