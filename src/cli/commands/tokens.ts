/** `themewire tokens`: who may call the API from beyond this machine. */
import { Option, type Command } from 'commander'
import type { TokenRow } from '../../client/client.ts'
import { printRows, withFormat, type Column, type Format } from '../output.ts'
import { withAnyStore, withSession } from '../session.ts'
import { plain, print } from '../terminal.ts'

export function declareTokens(program: Command): void {
  const tokens = program
    .command('tokens')
    .description('who may call the API from beyond this machine: list, add, revoke')
  withFormat(tokens)
  tokens.action(async ({ format }: { format: Format }) =>
    withSession(tokens, async ({ client }) => printRows(await client.tokens(), columns, format)),
  )

  const add = tokens
    .command('add')
    .description('make a token and print it, this once')
    .argument('<name>', 'whose it is')
    .addOption(new Option('--role <role>', 'how far it opens').choices(['read', 'write']).default('read'))
  add.action(async (name: string, { role }: { role: TokenRow['role'] }) =>
    withAnyStore(add, async ({ client }) => {
      const { token, id } = await client.addToken({ name, role })
      process.stderr.write(`token ${id} for ${plain(name)} (${role}); it is shown this once\n`)
      await print(`${token}\n`)
    }),
  )

  const revoke = tokens
    .command('revoke')
    .description('a token opens nothing any more')
    .argument('<id>', 'as `themewire tokens` lists it')
  revoke.action(async (id: string) =>
    withSession(revoke, async ({ client }) => {
      const { name } = await client.revokeToken(id)
      await print(`token ${plain(id)} of ${plain(name)} revoked\n`)
    }),
  )
}

const columns: Column<TokenRow>[] = [
  { head: 'id', cell: (row) => row.id },
  { head: 'name', cell: (row) => row.name },
  { head: 'role', cell: (row) => row.role },
  { head: 'made', cell: (row) => row.createdAt.slice(0, 10), exact: (row) => row.createdAt },
  { head: 'last used', cell: (row) => row.lastUsedAt?.slice(0, 16).replace('T', ' '), exact: (row) => row.lastUsedAt },
]
