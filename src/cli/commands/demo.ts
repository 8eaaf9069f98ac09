/** `themewire demo`: the whole way on the samples, ending with a digest. */
import type { Command } from 'commander'

export function declareDemo(program: Command): void {
  program
    .command('demo')
    .description('work off the articles in samples/ and print the digest of their last day')
    .action(async () => (await import('../demo/run-demo.ts')).runDemo())
}
