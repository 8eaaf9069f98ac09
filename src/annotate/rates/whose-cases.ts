/** Gold cases of rates: whose figures they are, of bonds and loans in other words, and prices against the year before. */
import { ignores, reads, type Case } from '../cases.ts'

export const whoseCases: Case[] = [
  // What is named by the way has not these figures.
  ...reads(
    { kind: 'rate', type: 'unemployment', subject: 'NZ_UNEMPLOYMENT', low: 5.4 },
    'In New Zealand orders are thin. Unemployment, 5.4%, is the highest in years, and many are leaving for Australia.',
  ),
  ...reads(
    { kind: 'rate', type: 'unemployment', subject: 'VN_UNEMPLOYMENT', low: 2.2 },
    'Vietnam had a good year although shipments to the United States fell. Unemployment was unchanged at 2.2%.',
  ),
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'AU3Y', low: 4.12 },
    'Australia raised its rate. The Australian dollar rose to 68.1 U.S. cents and the three-year government bond yield to 4.12%.',
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'US_CPI', low: 2.9 },
    'Inflation in the United States was 2.9%, more than in Germany.',
  ),
  // Bonds and loans by other words.
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'CA5Y', low: 2.81 },
    'The five-year Canadian bond yield was off 4 basis points at 2.81%.',
    'The yield on Canada’s five-year bonds eased to 2.81%.',
    'Canada sold debt. The five-year government bond is at 2.81%.',
    'Canada sold debt. The five-year note, at 2.81%, hardly moved.',
    'Bonds were quiet in Canada: the two-year yield ended at 2.5% and the five-year went to 2.81%.',
  ),
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'KR10Y', low: 3.3 },
    'South Korea sold won bonds. The 10-year treasury bond yield rose to 3.3%.',
  ),
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'GB30Y', low: 5.6 },
    'In the gilt market the 30-year touched 5.6%.',
  ),
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'US10Y', low: 4.13 },
    'The 10-year Treasury note was yielding 4.13%.',
    'Treasuries slipped, pushing the 10-year yield up four basis points to 4.13%.',
  ),
  ...reads(
    { kind: 'rate', type: 'bond_yield', subject: 'EC_YIELD', low: 9.4 },
    'Ecuador’s 2040 dollar bond leapt four cents and its yield came down to 9.4%.',
    'The yield on Ecuador’s benchmark 2040 dollar bond fell to 9.4%.',
  ),
  ...reads(
    { kind: 'rate', type: 'mortgage_rate', subject: 'US_MORTGAGE_15Y', low: 5.6 },
    'In the United States the average 30-year mortgage rate fell to 6.3%. The 15-year loan averaged 5.6%.',
  ),
  // Prices against the year before are inflation; against the month they are none.
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'SE_CPI', low: 1.3, basis: 'actual' },
    'Consumer prices in Sweden were 1.3% higher than a year earlier.',
    'The consumer price index in Sweden was 1.3% above its level of a year before.',
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'CH_CPI', low: -0.2 },
    'Consumer prices in Switzerland were 0.2% lower than a year earlier.',
  ),
  ...reads(
    { kind: 'rate', type: 'inflation', subject: 'US_CPI', low: 2.9, basis: 'previous' },
    'Inflation in the United States was 2.6%, down from 2.9% in the month before.',
  ),
  ...ignores(
    { kind: 'rate', type: 'inflation' },
    'Rents in Sweden were 1.3% higher than a year earlier.',
    'Consumer prices in Sweden rose 0.4% in the month.',
  ),
  ...ignores({ kind: 'rate', low: 6.5 }, 'The yield on India’s 6.5% 2034 bond ended at 6.7%.'),
  ...ignores({ kind: 'rate', low: 2 }, 'Inflation in Ghana lies below the target of 6±2 percent.'),
]
