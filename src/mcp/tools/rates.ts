/** Tool `rates`: policy rates, yields, inflation and their like, as articles state them. */
import { z } from 'zod'
import { rateTypes } from '../../types.ts'
import { FindingWithSource, inputs, pageOf } from '../shapes.ts'
import { tool } from '../tool.ts'
import { findingLine, shown } from '../words.ts'

export const rates = tool({
  name: 'rates',
  title: 'Rates',
  description:
    'Levels of policy rates, bond yields, inflation, unemployment and growth that articles state, with the quoted words and the source.',
  input: z.strictObject({
    issuer: inputs.list('central banks, any of them: FED, ECB, BOE, BOJ'),
    subject: inputs.list('US10Y, GB2Y, US_CPI, EA_HICP, US_MORTGAGE_30Y'),
    type: inputs.oneOf(rateTypes, 'types of rate'),
    basis: inputs.oneOf(['actual', 'previous', 'expected', 'hypothetical'], 'is it so, was it, or may it be'),
    ...inputs.when,
    sort: inputs.sort,
    limit: inputs.limit,
    cursor: inputs.cursor,
  }),
  output: pageOf(FindingWithSource),
  run: (client, input) => client.rates(input),
  says: ({ data, meta }) => [shown(meta, 'rates'), ...data.map(findingLine)].join('\n'),
})
