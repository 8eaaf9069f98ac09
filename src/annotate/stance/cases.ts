/** Gold cases of stance. */
import { ignores, reads, type Case } from '../cases.ts'

export const cases: Case[] = [
  ...reads(
    { kind: 'stance', issuer: 'RBA', score: 1 },
    'The Reserve Bank of Australia said inflation risks are tilted upward and further increases in prices are likely.',
  ),
  ...reads(
    { kind: 'stance', issuer: 'FED', score: -1 },
    'Federal Reserve policymakers said unemployment rose and economic activity weakened sharply.',
  ),
  ...ignores(
    'stance',
    'Shares of the retailer said to be for sale jumped.',
    'The Federal Reserve said the meeting begins on Tuesday.',
  ),
  ...ignores(
    'stance',
    'Economists polled last week see the Bank of Japan raising rates twice as inflation rises, the board having said little.',
  ),
]
