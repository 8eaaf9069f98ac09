/** `themewire backup` and `restore`: the whole store in one file, whatever engine it came from or goes to. */
import type { Command } from 'commander'
import { configOf } from '../options.ts'

export function declareBackup(program: Command): void {
  const backup = program
    .command('backup')
    .description(
      'write the whole store to a file; moves between the embedded database and PostgreSQL, and across versions',
    )
    .argument('<file>', 'file to write, such as themewire.jsonl.gz')
  backup.action(async (file: string) => {
    const { config } = configOf(backup)
    const { backupTo } = await import('../backup-file.ts')
    process.stdout.write(`${await backupTo(config, file)}\n`)
  })
  const restore = program
    .command('restore')
    .description('read a store from a backup file into an empty store')
    .argument('<file>', 'file that `themewire backup` wrote')
    .option('--replace', 'replace what the store holds')
  restore.action(async (file: string, flags: { replace?: boolean }) => {
    const { config } = configOf(restore)
    const { restoreFrom } = await import('../backup-file.ts')
    process.stdout.write(`${await restoreFrom(config, file, flags.replace ?? false)}\n`)
  })
}
