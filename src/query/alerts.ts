/** What the alert rules noticed, with the sentences it rests on and who was told. */
import { z } from 'zod'
import { FindingSource, instant } from './answers.ts'
import { paging } from './parameters.ts'

export const alertKinds = ['theme-spike', 'sentiment-swing', 'decision', 'ticker-with-theme', 'test'] as const
export const AlertQuery = z.object({
  rule: z.string().max(60).optional().meta({ description: 'name of the rule, as the pipeline file has it' }),
  ...paging,
})
export type AlertQuery = z.output<typeof AlertQuery>

/** Something a rule noticed, with the sentences it rests on and who was told. */
export const AlertRow = z
  .object({
    id: z.string().meta({ description: 'also the webhook-id of its deliveries' }),
    rule: z.string(),
    kind: z.enum(alertKinds).meta({ description: 'test: sent to try the webhooks' }),
    subject: z.string().meta({ description: 'the theme, symbol or bank' }),
    title: z.string(),
    raisedAt: instant,
    figures: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
    evidence: z.array(z.object({ quote: z.string(), source: FindingSource, finding: z.string() })),
    deliveries: z.array(
      z.object({
        webhook: z.string(),
        state: z.enum(['pending', 'delivered', 'failed']),
        attempts: z.int(),
        status: z.int().nullable().meta({ description: 'HTTP status of the last try' }),
        reason: z.object({ code: z.string(), message: z.string() }).nullable(),
        triedAt: instant.nullable(),
        deliveredAt: instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'Alert' })
export type AlertRow = z.infer<typeof AlertRow>
