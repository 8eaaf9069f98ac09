/** Gold cases of rates: whose figure it is, whether it shrank, and what it is set against. */
import { ignores, reads, type Case } from '../cases.ts'

export const figureCases: Case[] = [
  // A tenor alone is that of the yields spoken of, in their country.
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'US2Y', low: 3.5, basis: 'actual', rule: 'bare-tenor' },
    'The Treasury 10-year yield was 4.1%, the two-year 3.5% and the 30-year 4.7%.',
    'The benchmark 10-year Treasury yield rose to 4.1%, while the two-year was little changed at 3.5%.',
    'The yield on the 30-year Treasury bond climbed to 4.7% and the two-year stood at 3.5%.',
  ),
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'DE2Y', low: 2.02 },
    'The yield on the 10-year Bund fell to 2.65% and the two-year to 2.02%.',
  ),
  ...reads(
    { kind: 'rate', type: 'mortgage_rate', subject: 'US_MORTGAGE_15Y', low: 5.5 },
    'The average 30-year mortgage rate in the United States was 6.2% and the 15-year was 5.5%.',
  ),
  ...ignores(
    { kind: 'rate', subject: 'US10Y', low: 3.5 },
    'The Treasury 10-year yield was 4.1%, the two-year 3.5% and the 30-year 4.7%.',
    'The 10-year Treasury yield rose to 4.1%, while the two-year was little changed at 3.5%.',
  ),
  ...ignores(
    { kind: 'rate', rule: 'bare-tenor' },
    'The 10-year Treasury yield was 4.1%, and the five-year plan rose to 3% of output.',
    'Ofgem lifted the cap, and the two-year deal was 3% dearer.',
  ),
  // What shrinks, at whatever pace, grows by less than nothing.
  ...reads(
    { kind: 'rate', type: 'gdp_growth', subject: 'CA_GDP', low: -1.6, basis: 'actual' },
    'Canadian gross domestic product shrank at an annualised pace of 1.6% in the second quarter.',
    "Canada's economy contracted in the second quarter at an annual rate of 1.6%.",
    "Canada's GDP fell an annualized 1.6% in the spring.",
    'Canadian GDP recorded a contraction of 1.6%.',
  ),
  ...reads(
    { kind: 'rate', type: 'gdp_growth', subject: 'CA_GDP', low: 0.3 },
    'Canadian economic growth declined in the second quarter to 0.3%.',
    "Canada's economy grew 0.3% after it had contracted.",
  ),
  // What a figure is set against is a forecast where it says so, else what was before.
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'GB_CPI', low: 3.5, basis: 'expected' },
    'British inflation slowed to 3.6%, against an expected 3.5%.',
    'British inflation slowed to 3.6% in October, compared with forecasts of 3.5%.',
    'British inflation slowed to 3.6%, versus a consensus estimate of 3.5%.',
    'British inflation slowed to 3.6%, against 3.5% forecast by economists.',
    'British inflation slowed to 3.6% rather than the predicted 3.5%.',
    'British inflation slowed to 3.6%, against 3.5% in a Reuters poll of economists.',
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'GB_CPI', low: 3.8, basis: 'previous' },
    'British inflation slowed to 3.6%, against 3.8% a month earlier.',
    'British inflation slowed to 3.6%, compared with 3.8% in September.',
    'British inflation slowed to 3.6%, down from a forecast of 3.8%.',
  ),
  // A bond, a statistics office or a ministry that counts says whose figures these are, whoever was spoken of before.
  ...reads(
    { kind: 'rate', subject: 'US10Y', low: 4.12 },
    "Brazil's central bank kept its Selic rate at 15%. The yield on the 10-year Treasury note rose to 4.12%.",
    "Brazil's central bank kept its Selic rate at 15%. The 10-year Treasury note yielded 4.12%.",
    "Brazil's central bank kept its Selic rate at 15%. The Treasury 10-year yield was 4.12%.",
  ),
  ...reads(
    { kind: 'rate', type: 'unemployment', subject: 'US_UNEMPLOYMENT', low: 4.3 },
    'Inflation in Brazil slowed to 4.7%.\n\nThe unemployment rate was 4.3%, the Bureau of Labor Statistics said.',
    'Inflation in Brazil slowed to 4.7%.\n\nThe Labor Department counted fewer jobs. The unemployment rate was 4.3%.',
    'Inflation in Brazil slowed to 4.7%.\n\nOrders fell, the Commerce Department said. Unemployment rose to 4.3%.',
  ),
  ...reads(
    { kind: 'rate', type: 'unemployment', subject: 'GB_UNEMPLOYMENT', low: 5 },
    'Inflation in Brazil slowed to 4.7%.\n\nUnemployment rose to 5%, the Office for National Statistics said.',
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'EA_HICP', low: 2.1 },
    'Britain waits for its budget. Consumer prices rose 2.1%, Eurostat said.',
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'DE_CPI', low: 2.4 },
    'Inflation in Germany rose to 2.4%, Eurostat said.',
  ),
  ...ignores(
    { kind: 'rate', subject: 'BR10Y' },
    "Brazil's central bank kept its Selic rate at 15%. The yield on the 10-year Treasury note rose to 4.12%.",
  ),
]
