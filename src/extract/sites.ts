/** Site rules: for the few sites that general reading gets wrong, which selectors hold the article, as data in `models/sites.yml`. */
import { z } from 'zod'
import { ThemewireError } from '../errors.ts'

const selectors = z.array(z.string().min(1)).min(1)
const SiteRule = z.strictObject({
  /** The domain; subdomains follow it. */
  site: z.string().min(3),
  /** Why general reading is not enough here. */
  why: z.string().min(10),
  text: selectors.optional(),
  remove: selectors.optional(),
  title: selectors.optional(),
  authors: selectors.optional(),
  published: selectors.optional(),
})
export type SiteRule = z.infer<typeof SiteRule>

export interface Sites {
  readonly rules: ReadonlyMap<string, SiteRule>
}
export const noSites: Sites = { rules: new Map() }

/** Checks the data of `models/sites.yml`; throws `bad-models` naming the entry that is wrong. */
export function buildSites(data: unknown): Sites {
  const parsed = z.array(SiteRule).safeParse(data ?? [])
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ThemewireError('bad-models', `models/sites.yml, entry ${issue?.path.join('.')}: ${issue?.message}`, {
      hint: 'an entry is site, why, and lists of selectors: text, remove, title, authors, published',
    })
  }
  return { rules: new Map(parsed.data.map((rule) => [rule.site.toLowerCase(), rule])) }
}

/** The rule for a host: its own, or its nearest parent domain's. */
export function siteRule(sites: Sites, host: string): SiteRule | undefined {
  const labels = host.toLowerCase().split('.')
  for (let i = 0; i < labels.length - 1; i++) {
    const rule = sites.rules.get(labels.slice(i).join('.'))
    if (rule) return rule
  }
  return undefined
}
