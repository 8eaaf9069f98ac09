/** What a job carries, queue by queue: ids, never content. */
import type { QueueName } from '../query.ts'

export interface JobData {
  fetch: { readonly articleId: string }
  /** `again`: though it has been analysed; for when models or pipeline are better now. */
  analyze: { readonly articleId: string; readonly again?: true }
  /** `scheduled`: by the clock, which a failing feed is left alone by; not because someone asks. */
  'poll-feed': { readonly feedId: string; readonly scheduled?: true }
  /** `date`: YYYY-MM-DD; absent: the last whole day in the pipeline's time zone. */
  digest: { readonly date?: string }
  /** How long is for the pipeline file to say. */
  retain: { readonly daily?: true }
  /** Id of an article that has been read. */
  alert: { readonly about: string }
  deliver: { readonly alertId: string; readonly webhook: string }
}
export type AnyJobData = JobData[QueueName]

/** One id per thing to do, so that adding twice is one job. The prefix is there because BullMQ refuses ids that are numbers. */
export function jobIdOf(data: AnyJobData): string {
  if ('articleId' in data) return `article-${data.articleId}`
  if ('feedId' in data) return `feed-${data.feedId}`
  if ('about' in data) return `about-${data.about}`
  if ('alertId' in data) return `${data.alertId}-${data.webhook}`
  return `digest-${'date' in data ? data.date : 'latest'}`
}

export const articleOf = (data: AnyJobData): string | null => ('articleId' in data ? data.articleId : null)

/** Why a job failed, as one string that holds both parts; BullMQ keeps a string only. */
export const reasonText = (reason: { code: string; message: string }): string => `${reason.code}: ${reason.message}`

export function readReason(text: string | undefined): { code: string; message: string } {
  const [, code, message] = /^([a-z]+(?:-[a-z]+)*): ([\s\S]*)$/.exec(text ?? '') ?? []
  return code && message ? { code, message } : { code: 'internal', message: text || 'no reason was kept' }
}
