/** Adding articles, feeds and the queue: what is handed in, and how far it has got. */
import { z } from 'zod'
import { instant } from './answers.ts'

export const NewArticle = z
  .strictObject({
    url: z.string().max(4096).optional(),
    html: z.string().optional(),
    text: z.string().optional(),
    title: z.string().max(2000).optional(),
    publishedAt: z.string().max(100).optional(),
  })
  .refine((item) => item.url !== undefined || item.html !== undefined || item.text !== undefined, {
    message: 'needs "url", "html" or "text"',
  })
export type NewArticle = z.infer<typeof NewArticle>
export const AddArticles = z
  .object({
    urls: z.array(z.string().max(4096)).max(10_000).optional(),
    items: z.array(NewArticle).max(10_000).optional(),
    /** History: known since it was published, and marked as such. */
    backfill: z.boolean().default(false),
  })
  .meta({ id: 'AddArticles' })
export const Added = z
  .object({
    id: z.string().nullable(),
    url: z.string().nullable(),
    /** `known`: it is already there, under this id. `refused`: see error. */
    outcome: z.enum(['queued', 'known', 'refused']),
    error: z.object({ code: z.string(), message: z.string() }).optional(),
  })
  .meta({ id: 'Added' })
export type Added = z.infer<typeof Added>

export const FeedRow = z
  .object({
    id: z.string(),
    url: z.string(),
    title: z.string().nullable(),
    status: z.enum(['new', 'ok', 'failing', 'paused']),
    reason: z.object({ code: z.string(), message: z.string() }).nullable(),
    addedAt: instant,
    polledAt: instant.nullable(),
    nextPollAt: instant.nullable(),
    minutes: z.int().meta({ description: 'between two polls' }),
    items: z.int().meta({ description: 'articles that came from it' }),
    failures: z
      .int()
      .meta({ description: 'polls that failed since the last that did not; each doubles the time to the next' }),
    keep: z.array(z.string()).meta({ description: 'where there are any, only items that match one are taken' }),
    block: z.array(z.string()).meta({ description: 'items that match one are left out' }),
  })
  .meta({ id: 'FeedRow' })
export type FeedRow = z.infer<typeof FeedRow>

export const queueNames = ['fetch', 'analyze', 'poll-feed', 'digest', 'retain', 'alert', 'deliver'] as const
export type QueueName = (typeof queueNames)[number]
export const QueueState = z
  .object({
    queue: z.enum(queueNames),
    waiting: z.int(),
    active: z.int(),
    delayed: z.int(),
    failed: z.int(),
    completed: z.int(),
  })
  .meta({ id: 'QueueState' })
export type QueueState = z.infer<typeof QueueState>
export const FailedJob = z
  .object({
    queue: z.enum(queueNames),
    id: z.string(),
    articleId: z.string().nullable(),
    url: z.string().nullable(),
    code: z.string(),
    message: z.string(),
    attempts: z.int(),
    failedAt: instant.nullable(),
  })
  .meta({ id: 'FailedJob' })
export type FailedJob = z.infer<typeof FailedJob>
