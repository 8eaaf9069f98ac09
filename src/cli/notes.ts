/** What to know about an answer, on standard error: a ticker or theme that no article has, with the names nearest to it. */
import type { Client } from '../client/client.ts'
import { inFlags } from './filters.ts'
import { nearestTo } from '../text/nearest.ts'
import { dim, plain } from './terminal.ts'

export async function printNotes(
  { notes = [] }: { readonly notes?: readonly string[] },
  client?: Client,
): Promise<void> {
  for (const note of notes) {
    const [, kind, name = ''] = /"?(ticker|theme) "([^"]+)"$/.exec(note) ?? []
    const near = client && kind ? nearestTo(name, await namesOf(client, kind)) : []
    const hint = near.length > 0 ? `; near to it: ${near.join(', ')}` : ''
    process.stderr.write(dim(`note: ${plain(inFlags(note) + hint)}\n`))
  }
}

/** Those told most. */
async function namesOf(client: Client, kind: string): Promise<string[]> {
  return kind === 'theme'
    ? (await client.themes({ limit: 1000 })).data.map(({ theme }) => theme)
    : (await client.instruments({ limit: 1000 })).data.map(({ symbol }) => symbol)
}
