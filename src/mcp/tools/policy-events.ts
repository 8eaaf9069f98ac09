/** Tool `policy_events`: what authorities did, will do, may do or deny. */
import { z } from 'zod'
import { policyTypes, statuses } from '../../types.ts'
import { FindingWithSource, inputs, pageOf } from '../shapes.ts'
import { tool } from '../tool.ts'
import { findingLine, shown } from '../words.ts'

export const policyEvents = tool({
  name: 'policy_events',
  title: 'Policy events',
  description:
    'Rate decisions with vote and level, tariffs, laws, sanctions, appointments and their like, with date and status, the quoted words and the source.',
  input: z.strictObject({
    actor: inputs.list("who acts: a central bank's code (FED, ECB) or a usual name"),
    type: inputs.oneOf(policyTypes, 'types of event'),
    status: inputs.oneOf(statuses, 'does it lie behind, ahead, or is it denied'),
    ...inputs.when,
    sort: inputs.sort,
    limit: inputs.limit,
    cursor: inputs.cursor,
  }),
  output: pageOf(FindingWithSource),
  run: (client, input) => client.policyEvents(input),
  says: ({ data, meta }) => [shown(meta, 'policy events'), ...data.map(findingLine)].join('\n'),
})
