/** When an article was published, in words; an undated one says so. */
import { publishedWords } from '../digest/date-words.ts'
import type { ArticleRow } from '../query.ts'

/** Rows with a date as they come; those without one after them, for they stand nowhere in time. */
export const datedFirst = <T extends Pick<ArticleRow, 'publishedAt'>>(
  rows: readonly T[],
): { dated: T[]; undated: T[] } => ({
  dated: rows.filter(({ publishedAt }) => publishedAt !== null),
  undated: rows.filter(({ publishedAt }) => publishedAt === null),
})

export const publishedOf = ({
  publishedAt,
  publishedPrecision,
}: Pick<ArticleRow, 'publishedAt' | 'publishedPrecision'>): string =>
  publishedAt === null ? 'undated' : publishedWords(publishedAt, publishedPrecision)
