/** What may be reached, and what one article's address is. */
import type { LookupAddress } from 'node:dns'
import fc from 'fast-check'
import { request } from 'undici'
import { describe, expect, it } from 'vitest'
import { guardedAgent, isPrivateAddress, type Lookup } from '../../src/fetch/address-guard.ts'
import { canonicalUrl, urlKey } from '../../src/fetch/canonical-url.ts'
import { parseRobots, robotsAllowPath } from '../../src/fetch/robots.ts'
import { misbehave } from './misbehaving.ts'

describe('the guard', () => {
  it.each(
    '127.0.0.1 10.0.0.1 172.16.3.4 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 ::1 :: fe80::1 fc00::1 ::ffff:127.0.0.1 64:ff9b::7f00:1 64:ff9b:1::7f00:1 ::127.0.0.1 ::ffff:a9fe:a9fe 2002:7f00:1:: 2001:db8::1 nonsense'.split(
      ' ',
    ),
  )('%s is inside', (address) => expect(isPrivateAddress(address)).toBe(true))
  it.each('8.8.8.8 1.1.1.1 172.32.0.1 2606:4700:4700::1111 ::ffff:8.8.8.8'.split(' '))('%s is outside', (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  )
  it('looks at the address at the moment of connecting, so a name that changes its answer gains nothing', async () => {
    const server = await misbehave()
    const answers: LookupAddress[][] = [[{ address: '127.0.0.1', family: 4 }]]
    const lookup: Lookup = (_name, _options, callback) => callback(null, answers[0]!)
    const agent = guardedAgent(false, lookup)
    const port = server.host.split(':')[1]
    await expect(request(`http://rebound.example:${port}/good`, { dispatcher: agent })).rejects.toMatchObject({
      code: 'address-refused',
    })
    expect(server.requests).toEqual([])
    await agent.close()
    await server.close()
  })
})

describe('canonical addresses', () => {
  it.each([
    ['https://News.example:443/a?utm_source=x&id=7#top', 'https://news.example/a?id=7'],
    ['http://news.example/a?fbclid=1', 'http://news.example/a'],
    ['https://news.example/story/amp/', 'https://news.example/story'],
    ['not an address', 'not an address'],
  ])('%s is %s', (address, canonical) => expect(canonicalUrl(address)).toBe(canonical))
  it.each([
    ['http://www.news.example/a/', 'https://news.example/a'],
    ['https://m.news.example/a', 'https://news.example/a?utm_medium=mail'],
    ['https://news.example/a/index.html', 'https://news.example/a'],
    ['https://amp.news.example/a', 'https://news.example/a?amp=1'],
    ['https://news.example/amp/a', 'https://news.example/a.amp'],
  ])('%s and %s are one article', (one, other) => expect(urlKey(one)).toBe(urlKey(other)))
  it('keeps articles apart that differ in their own parameters', () => {
    expect(urlKey('https://news.example/a?id=1')).not.toBe(urlKey('https://news.example/a?id=2'))
  })
  it('stays the same when done twice', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        (url) => canonicalUrl(canonicalUrl(url)) === canonicalUrl(url),
      ),
    )
  })
})

describe('robots.txt', () => {
  const robots = parseRobots(
    'User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /*.pdf$\n',
    'themewire (+x)',
  )
  it.each([
    ['/', true],
    ['/a', false],
    ['/a/b/c', true],
    ['/x.pdf', false],
    ['/x.pdf?y', true],
  ])('%s: %s', (path, allowed) => expect(robotsAllowPath(robots, path)).toBe(allowed))
  it('a group of our own name goes before the general one', () => {
    expect(
      robotsAllowPath(
        parseRobots('User-agent: *\nDisallow: /\nUser-agent: Themewire\nDisallow:\n', 'themewire/1'),
        '/x',
      ),
    ).toBe(true)
  })
})
