/** How much an article is about an instrument, 0..1: 1 when the headline is about it (LSEG News Analytics). */
import type { Mention } from '../../doc.ts'

/** Two opening paragraphs that run on and on are no lead to their end. */
const leadChars = 1000

/** Quote tables 0.02, quoted sources 0.1–0.2, else by place and number of mentions; `mentions` is not empty. */
export function relevanceOf(mentions: readonly Mention[]): number {
  const read = mentions.filter((mention) => mention.sentence.zone !== 'table')
  if (read.length === 0) return 0.02
  const subject = read.filter((mention) => !mention.asSource)
  if (subject.length === 0) return read.length > 1 ? 0.2 : 0.1
  if (subject.some((mention) => mention.sentence.zone === 'headline')) return 1
  const inLead = subject.some((mention) => mention.sentence.zone === 'lead' && mention.start < leadChars)
  const explicit = subject.some((mention) => mention.how === 'ticker')
  const score = 0.3 + (inLead ? 0.2 : 0) + (explicit ? 0.1 : 0) + 0.06 * Math.min(5, subject.length - 1)
  return Math.round(Math.min(0.9, score) * 100) / 100
}
