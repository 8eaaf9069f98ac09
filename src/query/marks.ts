/** Findings that a person has marked wrong: what stands in the record for whoever mends the rules. */
import { z } from 'zod'
import { Finding, kinds } from '../types.ts'
import { FindingSource, instant } from './answers.ts'
import { listOf, paging } from './parameters.ts'

export const MarkQuery = z.object({
  kinds: listOf(kinds, 'kinds of finding').optional(),
  rule: z.string().max(200).optional().meta({ description: 'name of the rule that found it' }),
  article: z.string().max(200).optional().meta({ description: 'findings of this article only' }),
  ...paging,
})
export type MarkQuery = z.output<typeof MarkQuery>

export const NewMark = z
  .strictObject({
    reason: z.string().trim().min(1).max(1000).meta({ description: 'what is wrong with it' }),
    by: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .optional()
      .meta({ description: 'who says so; where the server asks for tokens, the name of the token is taken instead' }),
  })
  .meta({ id: 'NewMark' })
export type NewMark = z.infer<typeof NewMark>

/** A finding as it stood when it was marked wrong. */
export const MarkRow = z
  .intersection(
    Finding,
    z.object({
      source: FindingSource,
      mark: z.object({
        reason: z.string(),
        by: z.string().nullable().meta({ description: 'who marked it, where that is known' }),
        markedAt: instant,
        found: z.boolean().meta({ description: 'the rules in use find it still; false once they are mended' }),
      }),
    }),
  )
  .meta({ id: 'MarkedFinding' })
export type MarkRow = z.infer<typeof MarkRow>
