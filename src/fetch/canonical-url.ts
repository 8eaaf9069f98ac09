/** One article, one address: what differs between links to the same page without changing the page is taken away. Pure. */

/** Parameters that say how a reader came, not what is read. */
const tracking =
  /^(?:utm_.+|ga_.+|mc_[ce]id|fb(?:clid|_.+)|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|ttclid|li_fat_id|igshid|igsh|yclid|_hs(?:enc|mi)|hs_?cta.*|mkt_tok|mod|cmpid|cmp|cid|ncid|ns_.+|sr_share|smid|smtyp|smprod|partner|guccounter|guce_.+|soc_.+|tsrc|ref|ref_.+|referrer|feature|share|shared|via|source|campaign|cx_.+|at_.+|xtor|wt\.mc_id|wtmc|icid|itid|taid|traffic_source|sh|spm|vero_.+|oly_.+|rss|amp|amp_.+|__twitter_impression|outputtype|bxid|esrc|embedded-checkout|leadsource|reflink|mbid|cndid|hasha|hashb|hashc|utm|_ga|_gl|s_cid|s_kwcid|ito|ftag|ftcamp|dicbo|__source|yptr|siteid|trk|trkinfo|lipi|originalsubdomain|_branch_match_id|_branch_referrer)$/i

/** Hosts that are the same site for a small screen. */
const mobileHost = /^(?:m|mobile|amp)\./

/** The address an article is known by; an address that is none is given back as it is. Only http and https are touched. */
export function canonicalUrl(address: string): string {
  const url = parse(address)
  if (!url) return address
  url.hash = ''
  url.username = ''
  url.password = ''
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name)
  url.searchParams.sort()
  if (url.search === '?' || [...url.searchParams].length === 0) url.search = ''
  url.pathname = url.pathname
    .replace(/\/{2,}/g, '/')
    .replace(/^\/amp(?=\/.)/, '')
    .replace(/\/amp\/?$|\.amp$|\.amp(?=\.html?$)/, '')
  return url.href
}

/**
 * What two addresses of one article have in common: no scheme, no `www.`, `m.` or `amp.`, no index page, no last slash.
 * For comparing only; it need not be fetchable.
 */
export function urlKey(address: string): string {
  const url = parse(canonicalUrl(address))
  if (!url) return address.trim()
  const host = url.host.replace(/^www\d?\./, '').replace(mobileHost, '')
  let path = url.pathname.replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '/')
  while (path.endsWith('/')) path = path.slice(0, -1)
  return `${host}${path}${url.search}`
}

function parse(address: string): URL | null {
  try {
    const url = new URL(address.trim())
    return url.protocol === 'http:' || url.protocol === 'https:' ? url : null
  } catch {
    return null
  }
}
