/** Refuses to reach the inside: checked on the address a name resolves to, at the moment of connecting, for every connection. */
import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { BlockList, isIP } from 'node:net'
import { Agent, buildConnector } from 'undici'
import { ThemewireError } from '../errors.ts'

/**
 * `true`: every address. A list: only these, as `host` or `host:port`; `name=host:port` also says where a made-up name leads.
 * `false`: none.
 */
export type AllowPrivate = boolean | readonly string[]

// IANA special-purpose address registries (IPv4, IPv6): everything that is not globally reachable, and multicast.
const refused4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
const inside4 = new BlockList()
for (const [net, prefix] of refused4) inside4.addSubnet(net, prefix, 'ipv4')

// Of IPv6 only 2000::/3 is given out; within it, tunnels and documentation lead elsewhere.
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')
const refused6 = new BlockList()
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  refused6.addSubnet(net, prefix, 'ipv6')
}
const mapped6 = new BlockList()
mapped6.addSubnet('::ffff:0:0', 96, 'ipv6')
mapped6.addSubnet('64:ff9b::', 96, 'ipv6')

/** Is this IP address outside the public internet? What is no address is refused too. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^\[|\]$/g, '').split('%', 1)[0]!
  const family = isIP(plain)
  if (family === 4) return inside4.check(plain, 'ipv4')
  if (family !== 6) return true
  if (mapped6.check(plain, 'ipv6')) {
    const embedded = lastFourBytes(plain)
    return embedded === null || inside4.check(embedded, 'ipv4')
  }
  return !global6.check(plain, 'ipv6') || refused6.check(plain, 'ipv6')
}

/** The IPv4 address in the last 32 bits of an IPv6 address. */
function lastFourBytes(address: string): string | null {
  // The URL parser writes any spelling in its shortest hexadecimal form.
  const groups = new URL(`http://[${address}]/`).hostname.slice(1, -1).split(':')
  const [high, low] = groups.slice(-2).map((group) => Number.parseInt(group || '0', 16))
  if (high === undefined || low === undefined || Number.isNaN(high + low)) return null
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}

const allows = (allow: AllowPrivate, hostname: string, port: string): boolean =>
  typeof allow === 'boolean'
    ? allow
    : allow.includes(hostname) || allow.includes(`${hostname}:${port}`) || standIn(allow, hostname) !== undefined

/** Where a made-up name leads: `samples.example=127.0.0.1:8322`. */
function standIn(allow: AllowPrivate, hostname: string): { hostname: string; port: string } | undefined {
  const entry = typeof allow === 'boolean' ? undefined : allow.find((one) => one.startsWith(`${hostname}=`))
  if (entry === undefined) return undefined
  const { hostname: to, port } = new URL(`http://${entry.slice(hostname.length + 1)}`)
  return { hostname: to, port: port || '80' }
}

const refusal = (host: string): ThemewireError =>
  new ThemewireError('address-refused', `${host} is not on the public internet, so it is not fetched`, {
    hint: 'private and local addresses are never read; for a demonstration, THEMEWIRE_ALLOW_HOSTS opens single ones',
  })

const portOf = (url: { port: string; protocol: string }): string =>
  url.port || (url.protocol === 'https:' ? '443' : '80')

/** Refuses at once a literal address that is private, and names that only exist inside; throws `address-refused`. */
export function refuseAddress(url: URL, allow: AllowPrivate): void {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (allows(allow, host, portOf(url))) return
  const insideName = /(?:^|\.)(?:localhost|local|internal|intranet|home\.arpa|localdomain|onion)\.?$/i.test(host)
  if (insideName || (isIP(host) !== 0 && isPrivateAddress(host))) throw refusal(url.host)
}

type LookupCallback = (error: Error | null, address: string | LookupAddress[], family?: number) => void
/** The shape of `dns.lookup` with options. */
export type Lookup = (hostname: string, options: LookupOptions, callback: LookupCallback) => void

/**
 * A connection pool whose every connection goes to an address that was checked after the name was resolved: a name whose answer
 * changes between two look-ups gains nothing. `lookup` stands in for DNS in tests.
 */
export function guardedAgent(allow: AllowPrivate, lookup: Lookup = dnsLookup): Agent {
  const guarded: Lookup = (hostname, options, callback) =>
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, [])
      const addresses = Array.isArray(found) ? found : [{ address: found, family: isIP(found) }]
      const good = addresses.filter(({ address }) => !isPrivateAddress(address))
      const [first] = good
      if (!first) return callback(refusal(hostname), [])
      if (options.all) callback(null, good)
      else callback(null, first.address, first.family)
    })
  const open = buildConnector({ timeout: 10_000 })
  const checked = buildConnector({ timeout: 10_000, lookup: guarded })
  return new Agent({
    connect(target, callback) {
      const host = target.hostname.replace(/^\[|\]$/g, '')
      if (allows(allow, host, portOf(target))) return open({ ...target, ...standIn(allow, host) }, callback)
      // A literal address is connected to without a look-up, so it is checked here.
      if (isIP(host) !== 0 && isPrivateAddress(host)) return callback(refusal(host), null)
      checked(target, callback)
    },
    headersTimeout: 15_000,
    bodyTimeout: 15_000,
    maxHeaderSize: 65_536,
    connections: 1,
    pipelining: 0,
  })
}
