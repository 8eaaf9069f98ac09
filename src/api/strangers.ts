/** Why an answer is empty: what was asked for that nothing has, looked for by itself. */
import type { Page } from '../query.ts'

/**
 * A sentence for each value of these parameters that nothing has; nothing where the answer is not empty. `ask` gives the list for
 * one parameter alone, `what` is what it lists: `no rate has the issuer "NOBODY"`.
 */
export async function strangersIn<N extends string>(
  page: Page<unknown>,
  what: string,
  asked: { readonly [K in N]?: string | readonly string[] | undefined },
  ask: (one: { readonly [K in N]?: string } & { readonly limit: number }) => Promise<Page<unknown>>,
): Promise<string[]> {
  if (page.data.length > 0) return []
  const notes: string[] = []
  for (const name of Object.keys(asked) as N[]) {
    for (const value of [asked[name] ?? []].flat()) {
      const { meta } = await ask({ [name]: value, limit: 1 } as Parameters<typeof ask>[0])
      if (meta.found === 0) notes.push(`no ${what} has the ${name} "${value}"`)
    }
  }
  return notes
}
