/** The flags every command knows, as a configuration. */
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { readConfig, type Config } from '../config.ts'

interface GlobalFlags {
  data?: string
  server?: string
  pipeline?: string
  log?: string
}

/** Configuration from environment and flags, and the server to talk to, if one was named. */
export function configOf(
  command: Command,
  overrides: Partial<Config> = {},
): { config: Config; server: string | undefined } {
  const flags = command.optsWithGlobals<GlobalFlags>()
  const config = readConfig({
    ...(flags.data === undefined ? {} : { folder: resolve(flags.data) }),
    ...(flags.pipeline === undefined ? {} : { pipelineFile: resolve(flags.pipeline) }),
    ...(flags.log === undefined ? {} : { logLevel: flags.log }),
    ...overrides,
  })
  return { config, server: flags.server }
}
