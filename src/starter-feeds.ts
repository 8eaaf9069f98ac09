/** Well-known public feeds to begin with: data a user edits; none is polled until somebody adds it. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { packageFolder } from './config.ts'

export const StarterFeed = z
  .object({
    group: z.string(),
    name: z.string(),
    about: z.string(),
    url: z.url({ protocol: /^https$/ }),
  })
  .meta({ id: 'StarterFeed' })
export type StarterFeed = z.infer<typeof StarterFeed>

const File = z.array(
  z.strictObject({ group: z.string(), feeds: z.array(StarterFeed.omit({ group: true }).strict()).min(1) }),
)

/** In the order of the file, group by group. */
export function readStarterFeeds(file = `${packageFolder}/pipelines/starter-feeds.yml`): StarterFeed[] {
  const groups = File.parse(parse(readFileSync(file, 'utf8')))
  return groups.flatMap(({ group, feeds }) => feeds.map((feed) => ({ group, ...feed })))
}
