/** `themewire mcp`: Themewire for assistants, over standard input and output (Model Context Protocol). */
import { finished } from 'node:stream/promises'
import type { Command } from 'commander'
import { lend } from '../lent-session.ts'
import { configOf } from '../options.ts'
import { hasStore, noStore, openSession, type Session } from '../session.ts'

/** How long a store opened for a question stays open for the next one. */
const idleMs = 3_000

export function declareMcp(program: Command): void {
  const command = program
    .command('mcp')
    .description('answer an assistant over standard input and output (MCP); `up` serves the same at /mcp')
    .option('--allow-write', 'offer the tool that adds articles too; without it nothing can be changed')
  command.action(async ({ allowWrite = false }: { allowWrite?: boolean }) => {
    const { StdioServerTransport } = await import('@modelcontextprotocol/sdk/server/stdio.js')
    const { makeMcpServer } = await import('../../mcp/server.ts')
    const { untilStopped } = await import('../until-stopped.ts')
    const { config, server } = configOf(command)
    const open = async (): Promise<Session> => {
      if (allowWrite) return workingWhenAddedTo(await openSession(config, server))
      if (server === undefined && !(await hasStore(config))) throw noStore(config)
      return openSession(config, server)
    }
    const lender = lend(open, idleMs)
    const mcp = makeMcpServer((ask) => lender.use(ask), { write: allowWrite })
    await mcp.connect(new StdioServerTransport())
    await Promise.race([finished(process.stdin, { writable: false }).catch(() => {}), untilStopped()])
    await mcp.close()
    await lender.close()
  })
}

/** A store opened here has no workers: the first article added starts those that read it. */
async function workingWhenAddedTo(session: Session): Promise<Session> {
  const { client, context } = session
  if (!context) return session
  const { startWork } = await import('../../queue/work.ts')
  let work: ReturnType<typeof startWork> | undefined
  return {
    ...session,
    client: {
      ...client,
      add: async (articles) => {
        await (work ??= startWork(context, { queues: ['fetch', 'analyze'] }))
        return client.add(articles)
      },
    },
    close: async () => {
      await (await work)?.stop()
      await session.close()
    },
  }
}
