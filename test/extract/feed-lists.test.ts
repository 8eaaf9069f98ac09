/** Rules on a feed's items, feeds that a page names, and lists of feeds. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { takesItem } from '../../src/extract/feed-rules.ts'
import { readOpml, writeOpml } from '../../src/extract/opml.ts'
import { pageFeeds } from '../../src/extract/page-feeds.ts'

describe('keep and block rules', () => {
  const item = { title: 'Opinion: why copper’s rally stalled', link: 'https://wire.example/metals/copper-rally?id=7' }
  const takes = (keep: string[], block: string[] = []): boolean => takesItem({ keep, block }, item)

  it.each([
    ['opinion', true],
    ['COPPER', true],
    ["copper's rally", true],
    ['cop', false],
    ['cop*', true],
    ['*lled', true],
    ['why*stalled', true],
    ['stalled*why', false],
    ['title:opinion', true],
    ['title:metals', false],
    ['url:/metals/', true],
    ['url:etal', true],
    ['metals', true],
    ['tin', false],
    ['*', false],
    ['title:', false],
  ])('"%s" matches: %s', (rule, matches) => expect(takes([rule])).toBe(matches))

  it('leaves out what is blocked, though it is kept too; without rules all is taken', () => {
    expect(takes([])).toBe(true)
    expect(takes(['copper*'], ['opinion'])).toBe(false)
    expect(takes([], ['lead'])).toBe(true)
    expect(takesItem({ keep: ['x'], block: [] }, { title: null, link: null })).toBe(false)
  })

  it('finds a match wherever there is one, as a pattern would', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 12 })
    const rule = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(text, rule, (title, words) => {
        const ends = [words.startsWith('*') ? '' : String.raw`\b`, words.endsWith('*') ? '' : String.raw`\b`]
        const pattern = new RegExp(ends[0] + words.replaceAll('*', '.*') + ends[1])
        const want = words.replaceAll('*', '') !== '' && pattern.test(title.replace(/ +/g, ' '))
        expect(takesItem({ keep: [`title:${words}`], block: [] }, { title, link: null })).toBe(want)
      }),
    )
  })

  it('stays quick on long titles made to be slow', () => {
    const from = performance.now()
    takesItem({ keep: ['a*a*a*a*b*c'], block: [] }, { title: 'a '.repeat(100_000) + 'b', link: null })
    expect(performance.now() - from).toBeLessThan(15_000)
  })
})

describe('feeds a page names', () => {
  it('come absolute, once each, comments last', () => {
    const html = `<html><head>
      <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
      <link rel="alternate" type="application/atom+xml" title="News" href="news.atom">
      <link rel="alternate" type="application/atom+xml" title="News again" href="/markets/news.atom">
      <link rel="stylesheet" href="/style.css"></head><body></body></html>`
    expect(pageFeeds(html, 'https://wire.example/markets/')).toEqual([
      { url: 'https://wire.example/markets/news.atom', title: 'News' },
      { url: 'https://wire.example/comments/feed', title: 'Comments' },
    ])
  })
})

describe('lists of feeds', () => {
  it('are read with their groups, in any case, each feed once', () => {
    const feeds = readOpml(`<?xml version="1.0"?><OPML version="1.0"><body><outline text="Markets">
      <outline text="Wire &amp; co" type="rss" xmlUrl="https://wire.example/rss"/>
      <outline title="Other" xmlurl=" https://other.example/atom "></outline></outline>
      <outline text="again" xmlUrl="https://wire.example/rss"/><outline text="a folder"/></body></OPML>`)
    expect(feeds).toEqual([
      { url: 'https://wire.example/rss', title: 'Wire & co' },
      { url: 'https://other.example/atom', title: 'Other' },
    ])
  })

  it('are written so that they are read the same', () => {
    const title = fc.option(fc.stringMatching(/^[\w<&"]{1,20}$/))
    const feed = fc.record({ url: fc.webUrl({ withQueryParameters: true }), title })
    fc.assert(
      fc.property(fc.uniqueArray(feed, { selector: ({ url }) => url }), (feeds) => {
        const read = readOpml(writeOpml(feeds, '2026-03-11T08:00:00Z'))
        expect(read).toEqual(feeds.map(({ url, title: name }) => ({ url, title: name ?? url })))
      }),
    )
  })

  it('that are none are refused, and an entity of their own is not expanded', () => {
    expect(() => readOpml('<rss><channel/></rss>')).toThrow(expect.objectContaining({ code: 'bad-feed' }) as Error)
    expect(() => readOpml('')).toThrow(/no list of feeds/)
    const bomb = `<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa">]><opml><outline text="&a;&a;" xmlUrl="https://a.example/"/></opml>`
    expect(readOpml(bomb)).toEqual([{ url: 'https://a.example/', title: '&a;&a;' }])
  })
})
