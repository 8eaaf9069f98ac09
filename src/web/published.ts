/** When an article was published, in words; an undated one says so. */
import { publishedWords } from '../digest/words.ts'
import type { ArticleRow } from '../query.ts'

export const publishedOf = ({
  publishedAt,
  publishedPrecision,
}: Pick<ArticleRow, 'publishedAt' | 'publishedPrecision'>): string =>
  publishedAt === null ? 'undated' : publishedWords(publishedAt, publishedPrecision)
