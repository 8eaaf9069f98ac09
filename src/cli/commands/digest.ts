/** `themewire digest`: one day in five minutes, as Markdown, HTML or JSON. */
import { Option, type Command } from 'commander'
import type { Digest } from '../../digest/digest.ts'
import { withSession } from '../session.ts'
import { print } from '../terminal.ts'

export function declareDigest(program: Command): void {
  const command = program
    .command('digest')
    .description('the digest of a day: themes, rates, policy, instruments, what lies ahead')
    .argument('[date]', 'YYYY-MM-DD; without it the newest day that has articles')
    .addOption(new Option('--format <format>', 'how to print').choices(['md', 'html', 'json']).default('md'))
    .option('--timezone <zone>', 'IANA time zone of the day (default: that of the pipeline file)')
  command.action(async (date: string | undefined, flags: { format: 'md' | 'html' | 'json'; timezone?: string }) =>
    withSession(command, async ({ client }) => {
      const digest = await client.digest(
        date ?? 'latest',
        flags.timezone === undefined ? {} : { timezone: flags.timezone },
      )
      return print(await renderers[flags.format](digest))
    }),
  )
}

const renderers: Record<'md' | 'html' | 'json', (digest: Digest) => Promise<string>> = {
  md: async (digest) => (await import('../../digest/render-markdown.ts')).renderMarkdown(digest),
  html: async (digest) => (await import('../../digest/render-html.tsx')).renderHtml(digest),
  json: async (digest) => (await import('../../digest/render-json.ts')).renderJson(digest),
}
