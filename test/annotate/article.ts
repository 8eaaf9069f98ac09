/** An article for a test, as an extractor would give it. */
import type { Article } from '../../src/types.ts'

export const articleOf = (text: string, title: string | null = null, publishedAt: string | null = null): Article => ({
  url: null,
  canonicalUrl: null,
  title,
  authors: [],
  siteName: null,
  publishedAt,
  publishedPrecision: publishedAt === null ? null : 'day',
  language: 'en',
  text,
  tables: '',
  wordCount: text.split(/\s+/).length,
  contentHash: '',
})
