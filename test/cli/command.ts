/** Runs the command line as a user would: a process of its own, in an empty folder. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))
const main = join(root, 'src/cli/main.ts')

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly input?: string | Buffer
  readonly env?: Record<string, string>
  readonly cwd?: string
}

export const emptyFolder = (): { path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'themewire-cli-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export function start(args: string[], { env = {}, cwd = tmpdir() }: RunOptions = {}): ChildProcess {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:THEMEWIRE_|DATABASE_URL|REDIS_URL)/.test(name)),
  )
  return spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...args], {
    cwd,
    env: { ...clean, ...env },
  })
}

export function run(args: string[], options: RunOptions = {}): Promise<Ended> {
  const child = start(args, options)
  let out = ''
  let err = ''
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => (out += chunk))
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => (err += chunk))
  // A program that ends before it has read all is not this test's concern.
  child.stdin!.on('error', () => {})
  child.stdin!.end(options.input ?? '')
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out, err }))
  })
}

/** Resolves with the first line of standard output that matches; rejects when the process ends without one. */
export function lineOf(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let seen = ''
    const look = (chunk: Buffer): void => {
      seen += chunk.toString()
      const match = pattern.exec(seen)
      if (match) resolve(match)
    }
    child.stdout!.on('data', look)
    child.stderr!.on('data', (chunk: Buffer) => (seen += chunk.toString()))
    child.once('close', (code) => reject(new Error(`ended with ${code} before ${pattern}: ${seen}`)))
  })
}

export const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => (child.exitCode !== null ? resolve(child.exitCode) : child.once('close', resolve)))
