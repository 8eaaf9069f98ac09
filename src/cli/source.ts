/** Where an article came from and when, in the width of a table cell. */
import type { ArticleRow } from '../query.ts'

/** The site's name; without one, the host of the page. */
export const placeOf = ({ siteName, url }: Pick<ArticleRow, 'siteName' | 'url'>): string | null =>
  siteName ?? (url !== null && URL.canParse(url) ? new URL(url).host : null)

/** The minute with its zone, as the source gave it, since rows of many zones stand below one another; or the day or month that is all it gave. */
export function publishedCell({
  publishedAt,
  publishedPrecision,
}: {
  readonly publishedAt: string | null
  readonly publishedPrecision?: ArticleRow['publishedPrecision']
}): string | null {
  if (publishedAt === null) return null
  if (publishedPrecision === 'day') return publishedAt.slice(0, 10)
  if (publishedPrecision === 'month') return publishedAt.slice(0, 7)
  const zone = /(?:Z|[+-]\d\d:?\d\d)$/.exec(publishedAt)?.[0] ?? ''
  return `${publishedAt.slice(0, 16)}${zone}`
}
