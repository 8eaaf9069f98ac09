/** Tool `articles_like`: articles of other stories about the same things, and what they share. */
import { articleName } from '../../digest/article-name.ts'
import { z } from 'zod'
import { LikeRow } from '../../query.ts'
import { inputs } from '../shapes.ts'
import { tool } from '../tool.ts'
import { plain } from '../words.ts'

export const articlesLike = tool({
  name: 'articles_like',
  title: 'Articles like one',
  description:
    'Articles of other stories, near in time, that share themes, instruments and words with an article; likest first, with what they share and links.',
  input: z.strictObject({
    article: z.string().min(1).max(200).describe('id of the article; search_articles and findings tell it'),
    days: z.int().min(1).max(365).default(15).describe('published at most so many days before or after it'),
    as_of: inputs.when.as_of,
    limit: z.int().min(1).max(50).default(10).describe('how many at most'),
  }),
  output: z.object({ articles: z.array(LikeRow) }),
  run: async (client, { article, ...query }) => ({ articles: await client.articlesLike(article, query) }),
  says: ({ articles }, { limit }) =>
    [
      articles.length === 0
        ? 'No article is like it.'
        : articles.length === limit
          ? `The ${limit} likest; for more: a higher limit.`
          : `${articles.length} articles, all that are like it.`,
      ...articles.map(({ article, score, themes, instruments, terms }) => {
        const shared = [...themes.map((one) => one.theme), ...instruments.map((one) => one.symbol), ...terms]
        const where = [article.siteName, article.publishedAt ?? 'undated', article.canonicalUrl ?? article.url]
        return plain(
          `- ${score.toFixed(2)} ${articleName(article)} [${article.id}], shares ${shared.join(', ')} (${where.filter(Boolean).join(', ')})`,
        )
      }),
    ].join('\n'),
})
