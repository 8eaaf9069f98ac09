/** Gold cases of rates. */
import { ignores, reads, type Case } from '../cases.ts'
import { figureCases } from './figure-cases.ts'
import { staysCases } from './stays-cases.ts'
import { whoseCases } from './whose-cases.ts'

const inMarch = { publishedAt: '2026-03-18' }

export const cases: Case[] = [
  ...reads(
    {
      kind: 'rate',
      type: 'policy_rate',
      issuer: 'RBA',
      low: 3.85,
      high: 3.85,
      action: 'cut',
      changeBps: -25,
      basis: 'actual',
    },
    {
      text: 'The Reserve Bank of Australia lowered the cash rate by a quarter point to 3.85 per cent on Tuesday.',
      ...inMarch,
    },
  ),
  ...reads(
    { kind: 'rate', type: 'policy_rate', issuer: 'BOJ', low: 0.75, basis: 'previous' },
    'The Bank of Japan raised its policy rate to 1% from 0.75%.',
  ),
  ...reads(
    { kind: 'rate', type: 'policy_rate', issuer: 'FED', low: 5, high: null, basis: 'previous' },
    'The federal funds rate peaked above 5% before the Federal Reserve turned.',
  ),
  ...reads(
    { kind: 'rate', type: 'policy_rate', issuer: 'ECB', low: 2, basis: 'actual' },
    'With the European Central Bank deposit rate at 2%, banks lend freely.',
  ),
  ...reads(
    { kind: 'rate', type: 'mortgage_rate', subject: 'US_MORTGAGE_30Y', low: 6.2, basis: 'actual' },
    'In the United States the average 30-year fixed mortgage rate slipped to 6.2% this week.',
  ),
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'US10Y', low: 4.25, basis: 'actual' },
    'The 10-year Treasury yield climbed to 4.25%, the highest in a month.',
  ),
  ...reads(
    { kind: 'rate', type: 'spread', subject: 'IT_SPREAD', low: 1.1 },
    'In Italy the bond spread over Bunds narrowed to 1.1%.',
  ),
  ...reads(
    { kind: 'rate', type: 'unemployment', subject: 'CA_UNEMPLOYMENT', low: 6.6, basis: 'actual' },
    'The unemployment rate in Canada held at 6.6% in February.',
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'GB_CPI', low: 3.2, basis: 'actual' },
    'British inflation slowed to 3.2% from 3.4%.',
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'GB_CPI', low: 3.4, basis: 'previous' },
    'British inflation slowed to 3.2% from 3.4%.',
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'US_CORE_PCE', low: 2.8, basis: 'actual' },
    'The core PCE price index rose 2.8% in the United States from a year before.',
  ),
  ...reads(
    { kind: 'rate', type: 'gdp_growth', subject: 'JP_GDP', low: -0.4, basis: 'actual' },
    "Japan's economy shrank 0.4% in the fourth quarter.",
  ),
  ...reads(
    { kind: 'rate', type: 'gdp_growth', subject: 'CH_GDP', low: 1.3, basis: 'expected' },
    { text: 'In Switzerland the central bank puts growth at 1.3% next year.', ...inMarch },
  ),
  ...reads(
    { kind: 'rate', type: 'lending_rate', subject: 'EA_EURIBOR', low: 2.1 },
    'In the euro area three-month Euribor stood at 2.1%.',
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'TR_CPI', low: 29.5 },
    'Inflation in Turkey is slowing at last. The annual rate came to 29.5% in February.',
  ),
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'US10Y', low: 4.2, basis: 'actual' },
    'The yield on two-year Treasury notes stood at 3.6% and that on 10-year notes at 4.2%.',
    'The two-year Treasury yield fell 4 basis points to 3.44% and the 10-year yield 6 basis points to 4.2%.',
  ),
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'US2Y', low: 3.44, basis: 'actual' },
    'The two-year Treasury yield fell 4 basis points to 3.44% and the 30-year yield 6 basis points to 4.63%.',
  ),
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'IT10Y', low: 3.3, basis: 'actual' },
    "The yield on Germany's 10-year Bund slipped to 2.7%, and Italy's fell 5 basis points to 3.3%.",
  ),
  ...reads(
    { kind: 'rate', type: 'mortgage_rate', subject: 'US_MORTGAGE_15Y', low: 5.4, basis: 'actual' },
    'The average 30-year mortgage rate in the United States fell below 6%. The 15-year rate dropped to 5.4% from 5.5%.',
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'IN_CPI', low: 3.4, basis: 'expected' },
    'The Reserve Bank of India projects inflation of 3.4% and growth of 7.0% for the year.',
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'US_CPI', low: 2.7, basis: 'actual' },
    'The consumer price index in the United States rose 0.2% from January and 2.7% from a year earlier, compared with 2.8% the month before.',
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'US_CORE_CPI', low: 2.7, basis: 'expected' },
    'The median forecast for U.S. unemployment rose to 4.6% from 4.4%; that for core inflation was raised to 2.7% from 2.5%.',
  ),
  ...ignores(
    { kind: 'rate', subject: 'US2Y', low: 4.2 },
    'The yield on two-year Treasury notes stood at 3.6% and that on 10-year notes at 4.2%.',
  ),
  ...ignores(
    { kind: 'rate', subject: 'DE10Y', low: 3.3 },
    "The yield on Germany's 10-year Bund slipped to 2.7%, and Italy's fell 5 basis points to 3.3%.",
  ),
  ...ignores(
    { kind: 'rate', type: 'inflation', low: 2 },
    'Inflation in Canada is above the 2% target.',
    'Inflation in the United States is still above the central bank’s 2% goal.',
    'British inflation stands over its target band of 2% to 3%.',
  ),
  ...ignores(
    { kind: 'rate', type: 'inflation', low: 0.2 },
    'The consumer price index in the United States rose 0.2% from January and 2.7% from a year earlier.',
    'Core consumer prices in the United States rose 0.2% on the month.',
    'In Britain monthly inflation came to 0.2% in February.',
  ),
  ...ignores(
    { kind: 'rate', issuer: 'ECB', low: 2.15 },
    'The European Central Bank left its deposit rate at 2%, the main refinancing rate at 2.15% and the marginal lending rate at 2.4%.',
    'The ECB’s main refinancing rate stands at 2.15%.',
  ),
  ...ignores(
    { kind: 'rate', type: 'gdp_growth' },
    'Wall Street heard that the chain forecasts earnings of $7 a share this quarter and growth of 3% in comparable sales.',
  ),
  ...ignores(
    { kind: 'rate', type: 'lending_rate' },
    'The European Central Bank’s marginal lending rate goes to 2.15%.',
  ),
  ...ignores(
    'rate',
    'Shares of the lender rose 4.2% after it raised its dividend.',
    'The law allows 100% bonus depreciation and interest up to 30% of EBITDA.',
    'A tariff of 15% applies to most goods from the European Union.',
    'Revenue growth slowed to 12% and margins fell to 8%.',
    'Some 54% of voters approve.',
  ),
  ...reads(
    { kind: 'rate', issuer: 'ECB', low: 1.5, date: { from: '2026-03-24' } },
    { text: 'The European Central Bank met. Its deposit rate is at 1.5% on March 24.', ...inMarch },
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', low: 3.4, basis: 'previous', date: null },
    { text: 'In February British inflation slowed to 3.2% from 3.4%.', ...inMarch },
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', low: 3.4, basis: 'previous', date: { from: '2026-01' } },
    { text: 'In February British inflation slowed to 3.2% from 3.4% in January.', ...inMarch },
  ),
  ...reads(
    { kind: 'rate', type: 'gdp_growth', low: 1.2, basis: 'previous', date: null },
    { text: "The euro-zone economy is to grow 0.9% this year, down from 1.2% in December's forecast.", ...inMarch },
  ),
  ...reads(
    { kind: 'rate', type: 'mortgage_rate', subject: 'US_MORTGAGE_30Y', low: 6.1, basis: 'actual' },
    'Freddie Mac’s weekly average rose to 6.1% from 6.0%.',
  ),
  ...reads(
    { kind: 'rate', type: 'gdp_growth', subject: 'CA_GDP', low: 1.4, high: 1.4 },
    "Canada's economy grew 0.8% in the second quarter, below the 1.4% that the bank had projected.",
  ),
  ...reads(
    { kind: 'rate', type: 'gdp_growth', low: 0.2, basis: 'previous' },
    'British gross domestic product fell 0.3% in May, when in April it had risen 0.2%.',
  ),
  ...ignores(
    { kind: 'rate', high: 4 },
    'The 10-year Treasury yield fell to 3.98%, its first close below 4% since November.',
    'About half of American owners with a mortgage pay less than 4%.',
  ),
  ...ignores(
    { kind: 'rate', type: 'policy_rate', low: 4.75 },
    'The Reserve Bank of India cut its repo rate to 5%. The standing deposit facility rate was adjusted to 4.75%.',
    'The European Central Bank cut its deposit rate to 4.5% in June. The main refinancing rate declines to 4.75%.',
  ),
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'US2Y', low: 3.61, basis: 'actual' },
    'The 10-year Treasury yield was 4.2%, while the two-year yield, which moves with what traders expect of the Fed, rose to 3.61%.',
  ),
  ...reads(
    { kind: 'rate', type: 'gdp_growth', subject: 'GB_GDP', low: 0.2, basis: 'expected' },
    'British gross domestic product grew 0.4% in May, faster than the 0.2% economists had expected, after a 0.3% fall in April.',
  ),
  ...reads(
    { kind: 'rate', type: 'gdp_growth', subject: 'GB_GDP', low: -0.3, basis: 'previous' },
    'British gross domestic product grew 0.4% in May, faster than the 0.2% economists had expected, after a 0.3% fall in April.',
  ),
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'JP40Y', low: 3.9, date: null },
    {
      text: "Japan's 10-year yield rose to 2.1%, its highest since 1998, and the 40-year yield touched 3.9% for the first time.",
      ...inMarch,
    },
  ),
  // A figure, its day and what was expected belong to the clause of its own subject.
  ...reads(
    { kind: 'rate', type: 'unemployment', subject: 'US_UNEMPLOYMENT', low: 4.6, date: null, basis: 'actual' },
    { text: 'The Fed cut rates on Wednesday and unemployment rose to 4.6%.', ...inMarch },
    { text: 'Unemployment rose to 4.6% and the Fed cut rates on Wednesday.', ...inMarch },
  ),
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'US2Y', low: 3.5, basis: 'actual' },
    'The Fed held rates on Wednesday and the two-year yield fell 5 basis points to 3.50%.',
  ),
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'US10Y', low: 4.36, date: null, basis: 'actual' },
    {
      text: 'Traders now see less chance that the Federal Reserve lowers rates in December, and the 10-year Treasury yield rose 8 basis points to 4.36%.',
      publishedAt: '2026-11-12',
    },
  ),
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'DE10Y', low: 2.71, basis: 'actual' },
    'The European Central Bank cut rates on Thursday and the German 10-year yield rose 3 basis points to 2.71%.',
  ),
  ...reads(
    { kind: 'rate', type: 'mortgage_rate', subject: 'US_MORTGAGE', low: 6.2 },
    'The Fed lowered its benchmark rate, and mortgage rates fell to 6.2%.',
  ),
  ...ignores(
    { kind: 'rate', type: 'policy_rate' },
    'The Fed cut rates on Wednesday and unemployment rose to 4.6%.',
    'The Fed held rates on Wednesday and the two-year yield fell 5 basis points to 3.50%.',
    'The Fed held rates on Wednesday, and the 10-year yield fell to 4.10%.',
    'The European Central Bank cut rates on Thursday and the German 10-year yield rose 3 basis points to 2.71%.',
    'The Fed lowered its benchmark rate, and mortgage rates fell to 6.2%.',
  ),
  ...reads(
    { kind: 'rate', type: 'unemployment', subject: 'US_UNEMPLOYMENT', low: 4.1, basis: 'actual' },
    'American employers added 214,000 jobs in October, far more than the 120,000 economists expected, and the unemployment rate in the United States slipped to 4.1% from 4.3%.',
    'Payrolls in the United States grew more than economists had forecast and the unemployment rate fell to 4.1%.',
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'US_CPI', low: 2.6, basis: 'expected' },
    'Economists expect unemployment in the United States to hold at 4.3% and inflation to slow to 2.6%.',
    'Economists expect that unemployment in the United States will rise to 4.3% and inflation will slow to 2.6%.',
    'The Federal Reserve sees growth of 1.8% next year, and its forecast for inflation was revised up to 2.6%.',
  ),
  ...reads(
    { kind: 'rate', type: 'spread', subject: 'IT_SPREAD', low: 64, unit: 'bps' },
    'The gap between Italian and German 10-year yields stood at 64 basis points.',
  ),
  ...ignores(
    { kind: 'rate', type: 'spread' },
    'The yield spread between French and German bonds widened by 5 basis points.',
  ),
  ...figureCases,
  ...whoseCases,
  ...staysCases,
]
