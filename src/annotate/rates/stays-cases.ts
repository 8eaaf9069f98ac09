/** Gold cases of policy rates that stay where they are, or are told of a bank by the way. */
import { ignores, reads, type Case } from '../cases.ts'

export const staysCases: Case[] = [
  ...reads(
    { kind: 'rate', type: 'policy_rate', issuer: 'RIKSBANK', low: 2.25, action: 'hold', basis: 'actual' },
    "The Riksbank's policy rate stays at 2.25%.",
    'The Riksbank met on Thursday. The policy rate remains at 2.25%.',
    'The Riksbank met on Thursday. The policy rate stayed where it was, at 2.25%.',
  ),
  ...reads(
    { kind: 'rate', type: 'policy_rate', issuer: 'SNB', low: 0.5, basis: 'actual' },
    'The Swiss National Bank, with its rate at 0.5%, sees no reason to go lower.',
    'The Swiss National Bank meets in June; the rate has been 0.5% since March.',
  ),
  ...reads(
    { kind: 'rate', type: 'policy_rate', issuer: 'BANXICO', low: 7.5, action: 'cut', changeBps: -25 },
    "Mexico's central bank brought its key rate down a quarter point to 7.5%.",
  ),
  ...reads(
    { kind: 'rate', type: 'policy_rate', issuer: 'FED', low: 4.75, action: 'hike' },
    'The Federal Reserve took the top of its target range up to 4.75% from 4.5%.',
  ),
  ...reads(
    { kind: 'rate', type: 'policy_rate', issuer: 'FED', low: 4.5, action: 'cut', basis: 'actual' },
    'The Federal Reserve took the top of its target range down to 4.5% from 4.75%.',
    'The Federal Reserve lowered the upper bound of its target range to 4.5%.',
  ),
  ...reads(
    { kind: 'rate', type: 'policy_rate', issuer: 'BSP', low: 4.75, action: 'cut' },
    'Bangko Sentral ng Pilipinas cut its target reverse repurchase rate by 25 basis points to 4.75%.',
  ),
  ...ignores(
    { kind: 'rate', type: 'policy_rate', action: 'cut' },
    'The Bank of Canada raised its rate to 3%, undoing one of the three cuts it made last year.',
    'The Bank of Canada raised its rate to 3%, reversing two of last year’s four cuts.',
  ),
  ...ignores(
    { kind: 'rate', type: 'policy_rate' },
    'The Bank of England met. The average interest rate on a five-year fixed deal is 5.01%.',
    'The Bank of Canada met, and inflation stays at 2.4%.',
  ),
]
