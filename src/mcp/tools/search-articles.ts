/** Tool `search_articles`: full-text search over what was read, with the matching words. */
import { articleName } from '../../digest/article-name.ts'
import { z } from 'zod'
import { SearchHit } from '../../query.ts'
import { inputs, pageOf } from '../shapes.ts'
import { tool } from '../tool.ts'
import { plain, shown } from '../words.ts'

export const searchArticles = tool({
  name: 'search_articles',
  title: 'Search articles',
  description: 'Articles whose text has the words, best first, with the matching passage between « and ».',
  input: z.strictObject({
    q: z.string().min(1).max(400).describe('words, "a phrase", or, -not'),
    ...inputs.when,
    limit: inputs.limit,
    cursor: inputs.cursor,
  }),
  output: pageOf(SearchHit),
  run: (client, input) => client.search(input),
  says: ({ data, meta }) =>
    [
      shown(meta, 'articles'),
      ...data.map(({ article, highlight }) =>
        plain(
          `- ${articleName(article)} [${article.id}] — ${highlight} (${[article.siteName, article.publishedAt ?? 'undated', article.canonicalUrl ?? article.url].filter(Boolean).join(', ')})`,
        ),
      ),
    ].join('\n'),
})
