/** Lists of feeds as other readers give and take them: OPML, of any version. Pure. */
import { Parser } from 'htmlparser2'
import { ThemewireError } from '../errors.ts'
import { normalizeLine } from './normalize-text.ts'

export interface ListedFeed {
  readonly url: string
  readonly title: string | null
}

export const mostListed = 10_000

/** The feeds of a list, each once, groups and all. Entities of a list's own are not expanded. Throws `bad-feed` for what is no list. */
export function readOpml(xml: string): ListedFeed[] {
  const found = new Map<string, ListedFeed>()
  let isList = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'opml') isList = true
        if (name !== 'outline') return
        const url = attributes['xmlurl']?.trim()
        if (!url || found.has(url) || found.size >= mostListed) return
        found.set(url, { url, title: normalizeLine(attributes['title'] ?? attributes['text'] ?? '') || null })
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(xml)
  parser.end()
  if (!isList) {
    throw new ThemewireError('bad-feed', 'this is no list of feeds', {
      hint: 'give an OPML file, as feed readers export it; a single feed is added with `themewire feeds add`',
    })
  }
  return [...found.values()]
}

/** `madeAt` is ISO 8601. */
export function writeOpml(feeds: readonly ListedFeed[], madeAt: string): string {
  const outlines = feeds.map(({ url, title }) => {
    const name = escaped(title ?? url)
    return `    <outline type="rss" text="${name}" title="${name}" xmlUrl="${escaped(url)}"/>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>Themewire feeds</title>
    <dateCreated>${new Date(madeAt).toUTCString()}</dateCreated>
  </head>
  <body>
${outlines.join('')}  </body>
</opml>
`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => normalizeLine(text).replace(/[&<>"]/g, (character) => entities[character]!)
