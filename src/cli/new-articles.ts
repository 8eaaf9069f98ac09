/** Turns what `themewire add` was given into articles to queue: a URL, a page, a text, a feed's items, JSON lines. */
import { z } from 'zod'
import { parseJson, parseRow } from '../line-verbs.ts'
import { ThemewireError } from '../errors.ts'
import { decodeBytes } from '../extract/decode.ts'
import { readFeed } from '../extract/feed.ts'
import { NewArticle } from '../query.ts'
import { isUrl, looksLikeHtml, readBytes, splitHeadline } from './input.ts'

interface Given {
  readonly title?: string
  readonly published?: string
  readonly jsonl?: boolean
}

export async function* asNewArticles(source: string, given: Given): AsyncGenerator<NewArticle, void> {
  if (isUrl(source)) {
    yield { url: source }
    return
  }
  const bytes = await readBytes(source)
  const content = decodeBytes(bytes)
  if (content.trim() === '') {
    throw new ThemewireError('empty-page', `${source === '-' ? 'standard input' : source} is empty`, {
      hint: 'there is nothing to add in it',
    })
  }
  if (given.jsonl || /\.jsonl$/i.test(source)) return yield* fromLines(content, source)
  if (looksLikeFeed(content)) return yield* fromFeed(bytes, source)
  const extra = {
    ...(given.title === undefined ? {} : { title: given.title }),
    ...(given.published === undefined ? {} : { publishedAt: given.published }),
  }
  yield looksLikeHtml(source, content) ? { html: content, ...extra } : { ...splitHeadline(content), ...extra }
}

export const looksLikeFeed = (content: string): boolean =>
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:rss|feed|rdf:RDF)\b/i.test(
    content.slice(0, 4000),
  ) || /^\s*\{[\s\S]{0,2000}?"version"\s*:\s*"https:\/\/jsonfeed\.org/.test(content.slice(0, 4000))

/** What is written for `analyze --jsonl` can be added as it is: ids and times of fetching are given here. */
const Line = z.strictObject({
  ...NewArticle.shape,
  publishedAt: NewArticle.shape.publishedAt.nullable(),
  id: z.unknown().optional(),
  fetchedAt: z.unknown().optional(),
})

function* fromLines(content: string, source: string): Generator<NewArticle, void> {
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue
    try {
      const { id: _id, fetchedAt: _fetchedAt, publishedAt, ...row } = parseRow(Line, parseJson(line))
      yield parseRow(NewArticle, publishedAt === null ? row : { ...row, publishedAt })
    } catch (error) {
      throw new ThemewireError('bad-line', `${source}, line ${index + 1}: ${(error as Error).message}`, {
        hint: 'lines before it were added; mend it and run the same command again: nothing is added twice',
      })
    }
  }
}

async function* fromFeed(bytes: Buffer, source: string): AsyncGenerator<NewArticle, void> {
  const { items } = await readFeed(bytes)
  for (const item of items) if (item.link) yield { url: item.link }
  if (items.every((item) => !item.link)) {
    throw new ThemewireError('bad-feed', `no item of ${source} has a link`, {
      hint: 'look at it with `themewire feeds preview`',
    })
  }
}
