/** Feeds written for this test: every dialect, and what real feeds get wrong. */
import { describe, expect, it } from 'vitest'
import { readFeed } from '../../src/extract/feed.ts'

const rss = (items: string, head = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Port &amp; Mill</title><link>https://mill.example/</link>${head}${items}</channel></rss>`

describe('dialects', () => {
  it.each([
    [
      'RSS',
      rss(
        '<item><title>Rye up</title><link>https://mill.example/rye</link><pubDate>Mon, 02 Mar 2026 09:30 EST</pubDate></item>',
      ),
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Port &amp; Mill</title><link href="/"/><entry><title type="html">Rye up</title><link rel="alternate" href="/rye"/><published>2026-03-02T09:30:00-05:00</published></entry></feed>',
    ],
    [
      'prefixed Atom',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Port &amp; Mill</a:title><a:link href="/"/><a:entry><a:title>Rye up</a:title><a:link href="//mill.example/rye"/><a:updated>2026-03-02T09:30:00-05:00</a:updated></a:entry></a:feed>',
    ],
    [
      'RDF',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Port &amp; Mill</title><link>https://mill.example/</link></channel><item rdf:about="https://mill.example/rye"><title>Rye up</title><link>https://mill.example/rye</link><dc:date>2026-03-02T09:30:00-05:00</dc:date></item></rdf:RDF>',
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Port & Mill',
        home_page_url: '/',
        items: [{ id: 1, url: '/rye', title: 'Rye up', date_published: '2026-03-02T09:30:00-05:00' }],
      }),
    ],
  ])('%s', async (_name, text) => {
    const feed = await readFeed(text, 'https://mill.example/feed.xml')
    expect(feed).toMatchObject({ title: 'Port & Mill', link: 'https://mill.example/' })
    expect(feed.items).toMatchObject([
      { title: 'Rye up', link: 'https://mill.example/rye', publishedAt: '2026-03-02T09:30:00-05:00' },
    ])
  })
  it('news sitemaps', async () => {
    const feed = await readFeed(
      '<urlset><url><loc>https://mill.example/rye</loc><news:news><news:title>Rye up</news:title><news:publication_date>2026-03-02</news:publication_date></news:news></url></urlset>',
    )
    expect(feed.items).toMatchObject([{ title: 'Rye up', link: 'https://mill.example/rye', publishedAt: '2026-03-02' }])
  })
})

describe('what real feeds get wrong', () => {
  it('entities nobody declared, a stray ampersand, HTML in titles, an item never closed', async () => {
    const feed = await readFeed(
      rss(
        '<item><title>Rye&nbsp;&amp;amp; oats &lt;b&gt;up&lt;/b&gt;</title><guid>1</guid><description>Mill & port</description></item><item><title>Oats',
      ),
    )
    expect(feed.items).toMatchObject([
      { title: 'Rye & oats up', id: '1', summary: 'Mill & port', link: null },
      { title: 'Oats' },
    ])
  })
  it("keeps the publisher's tickers and authors", async () => {
    const feed = await readFeed(
      rss(
        '<item><title>x</title><category domain="https://wire.example/rss/stock">NYSE:GRN</category><category type="symbol">TSX:RYE</category><category>Grain</category><dc:creator>Ada Quern</dc:creator></item>',
      ),
    )
    expect(feed.items).toMatchObject([{ tickers: ['GRN', 'TSX:RYE'], authors: ['Ada Quern'] }])
  })
  it('absurd dates are none, and an item comes once', async () => {
    const item = '<item><title>x</title><guid>1</guid><pubDate>Thu, 01 Jan 0001 00:00:00 GMT</pubDate></item>'
    expect((await readFeed(rss(item + item))).items).toMatchObject([{ title: 'x', publishedAt: null }])
  })
  it('an entity bomb stays small', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'lol'.repeat(100)}">${[...'bcdefgh'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefg'[i]};`.repeat(10)}">`).join('')}]>`
    const feed = await readFeed(bomb + rss('<item><title>&h;</title></item>'))
    expect(JSON.stringify(feed).length).toBeLessThan(2000)
  })
  it('fifty thousand items end at ten thousand', async () => {
    const feed = await readFeed(
      rss(Array.from({ length: 50_000 }, (_, i) => `<item><title>t${i}</title><guid>${i}</guid></item>`).join('')),
    )
    expect(feed.items).toHaveLength(10_000)
  })
  it.each([['<html><body>a page</body></html>'], ['{"a":1}'], ['{"a":'], [''], ['plain words']])(
    '%j is no feed',
    async (text) => {
      await expect(readFeed(text)).rejects.toMatchObject({ code: 'bad-feed' })
    },
  )
})
