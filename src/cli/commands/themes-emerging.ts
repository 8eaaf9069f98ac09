/** `themewire themes emerging|promote|merge|silence|decisions|undo`: phrases without a theme of their own, and what is decided on them. */
import type { Command } from 'commander'
import type { EmergingPhrase } from '../../digest/digest.ts'
import type { PhraseDecision } from '../../store/phrase-decisions.ts'
import { printNotes } from '../notes.ts'
import { printRows, withFormat, type Column, type Format } from '../output.ts'
import { withSession } from '../session.ts'
import { plain, print } from '../terminal.ts'

export function declareThemesEmerging(themes: Command): void {
  const list = themes
    .command('emerging')
    .description('phrases that nobody has named a theme for: candidate, active, fading or dormant')
  withFormat(list)
  list.action(async ({ format }: { format: Format }) =>
    withSession(list, async ({ client }) => printRows(await client.emerging(), columns, format)),
  )

  const promote = themes
    .command('promote')
    .description('follow a phrase, though it is no longer new')
    .argument('<phrase>', 'as `themewire themes emerging` tells it')
    .option('--name <name>', 'what to call it')
  promote.action(async (phrase: string, { name }: { name?: string }) =>
    withSession(promote, async ({ client }) => {
      const decided = await client.decidePhrase({
        phrase,
        decision: 'promoted',
        ...(name === undefined ? {} : { name }),
      })
      await print(`${plain(decided.phrase)} is followed as ${plain(decided.name ?? decided.phrase)}\n`)
    }),
  )

  const merge = themes
    .command('merge')
    .description('one phrase is another')
    .argument('<phrase>', 'the one to give up')
    .argument('<into>', 'the one it is')
  merge.action(async (phrase: string, into: string) =>
    withSession(merge, async ({ client }) => {
      const decided = await client.decidePhrase({ phrase, decision: 'merged', into })
      await print(`${plain(decided.phrase)} is told as ${plain(decided.into ?? '')}\n`)
    }),
  )

  const silence = themes.command('silence').description('never show a phrase').argument('<phrase>', 'the phrase')
  silence.action(async (phrase: string) =>
    withSession(silence, async ({ client }) => {
      const decided = await client.decidePhrase({ phrase, decision: 'silenced' })
      await print(`${plain(decided.phrase)} is not shown any more\n`)
      await printNotes(decided)
    }),
  )

  const decisions = themes.command('decisions').description('what was decided on phrases: promoted, merged, silenced')
  withFormat(decisions)
  decisions.action(async ({ format }: { format: Format }) =>
    withSession(decisions, async ({ client }) => printRows(await client.phraseDecisions(), decisionColumns, format)),
  )

  const undo = themes
    .command('undo')
    .description('take back what was decided on a phrase')
    .argument('<phrase>', 'as `themewire themes decisions` lists it')
  undo.action(async (phrase: string) =>
    withSession(undo, async ({ client }) => {
      const { phrase: freed, decision } = await client.undecidePhrase(phrase)
      await print(`${plain(freed)} is not ${decision} any more\n`)
    }),
  )
}

const columns: Column<EmergingPhrase>[] = [
  { head: 'phrase', cell: (row) => row.label, exact: (row) => row.phrase },
  { head: 'state', cell: (row) => row.state },
  { head: 'stories', cell: (row) => row.stories, align: 'right' },
  { head: 'this week', cell: (row) => row.storiesThisWeek, align: 'right' },
  { head: 'first told', cell: (row) => row.firstSeen },
  { head: 'last told', cell: (row) => row.lastSeen },
]

const decisionColumns: Column<PhraseDecision>[] = [
  { head: 'phrase', cell: (row) => row.phrase },
  { head: 'decision', cell: (row) => row.decision },
  { head: 'as', cell: (row) => row.name ?? row.into },
  { head: 'decided', cell: (row) => row.decidedAt.slice(0, 10), exact: (row) => row.decidedAt },
]
