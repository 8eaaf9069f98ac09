/** `themewire digest`: a day in five minutes, or any window, as Markdown, HTML or JSON. */
import { Option, type Command } from 'commander'
import type { Client } from '../../client/client.ts'
import type { Digest } from '../../digest/digest.ts'
import { ThemewireError } from '../../errors.ts'
import { withSession } from '../session.ts'
import { print } from '../terminal.ts'
import { watched, withWatch } from '../watch.ts'
import { wholeNumber } from '../whole-number.ts'

const everySeconds = 60

interface Flags {
  readonly format: 'md' | 'html' | 'json'
  readonly timezone?: string
  readonly since?: string
  readonly until?: string
  readonly edition?: string
  readonly asOf?: string
  readonly keep?: true
  readonly watch?: string | true
}

export function declareDigest(program: Command): void {
  const command = program
    .command('digest')
    .description('the digest of a day: themes, rates, policy, instruments, what lies ahead')
    .argument('[date]', 'YYYY-MM-DD; without it the newest day that is due and has articles')
    .addOption(new Option('--format <format>', 'how to print').choices(['md', 'html', 'json']).default('md'))
    .option(
      '--since <time>',
      'any window instead of a day, from here; 2026-03-09 (in --timezone) or 2026-03-09T16:00-04:00',
    )
    .option('--until <time>', 'to here (default: now)')
    .option('--keep', 'keep it as an edition that later ones are compared with')
    .option('--edition <n>', 'an edition as it was kept; default: as the store has it now')
    .option('--as-of <time>', 'the edition that readers had at this moment; 2026-03-09 or 2026-03-09T16:00-04:00')
    .option('--timezone <zone>', 'IANA time zone that times are told in (default: that of the pipeline file)')
  withWatch(command, everySeconds)
  command.action(async (date: string | undefined, flags: Flags) =>
    withSession(command, ({ client }) =>
      watched(flags.watch, everySeconds, async () =>
        print(await renderers[flags.format](await ask(client, date, flags))),
      ),
    ),
  )
}

async function ask(client: Client, date: string | undefined, flags: Flags): Promise<Digest> {
  const { since, until, timezone, edition, keep, asOf } = flags
  if (since === undefined && until === undefined) {
    if (keep && edition === undefined && asOf === undefined) {
      const kept = await client.keepDigest(date ?? 'latest', { timezone })
      return client.digest(kept.date, { timezone })
    }
    const number = edition === undefined ? undefined : wholeNumber('--edition', edition, 1, 1_000_000)
    const as_of = asOf === undefined ? undefined : await momentOf('--as-of', asOf)
    return client.digest(date ?? 'latest', { timezone, edition: number, as_of })
  }
  if (since === undefined || date !== undefined || keep || edition !== undefined || asOf !== undefined) {
    throw new ThemewireError('bad-request', 'a window is not a day', {
      hint: 'give --since, and --until unless it ends now, without a date, --keep, --edition or --as-of',
    })
  }
  const time_to = until ?? new Date().toISOString()
  // Checked here, so that what is wrong is told in the flag's own name; which zone a day is of, the server knows.
  await momentOf('--since', since)
  await momentOf('--until', time_to)
  return client.windowDigest({ time_from: since, time_to, timezone })
}

async function momentOf(flag: string, text: string): Promise<string> {
  const { Moment } = await import('../../query.ts')
  const moment = Moment.safeParse(text)
  if (moment.success) return moment.data
  throw new ThemewireError('usage', `${flag}: ${moment.error.issues[0]?.message ?? 'is no time'}`)
}

const renderers: Record<Flags['format'], (digest: Digest) => Promise<string>> = {
  md: async (digest) => (await import('../../digest/render-markdown.ts')).renderMarkdown(digest),
  html: async (digest) => (await import('../../digest/render-html.tsx')).renderHtml(digest),
  json: async (digest) => (await import('../../digest/render-json.ts')).renderJson(digest),
}
