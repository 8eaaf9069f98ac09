/** `--watch`: shows something again and again until Ctrl-C; on a terminal in place of what stood there. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Command } from 'commander'
import { untilStopped } from './until-stopped.ts'
import { print } from './terminal.ts'
import { wholeNumber } from './whole-number.ts'

export const withWatch = (command: Command, seconds: number): Command =>
  command.option('--watch [seconds]', `again every so many seconds (${seconds} unless told), until Ctrl-C`)

const clearScreen = '\u001b[H\u001b[2J\u001b[3J'

/** `flag`: as commander gives it. Without it, shows once. */
export async function watched(
  flag: string | true | undefined,
  seconds: number,
  show: () => Promise<void>,
): Promise<void> {
  if (flag === undefined) return show()
  const pause = 1000 * (flag === true ? seconds : wholeNumber('--watch', flag, 1, 86_400))
  const signal = stopSignal()
  while (!signal.aborted) {
    if (process.stdout.isTTY) await print(clearScreen)
    await show()
    await wait(pause, undefined, { signal }).catch(() => {})
  }
}

/** Aborts at Ctrl-C or a termination signal. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController()
  void untilStopped().then(() => stop.abort())
  return stop.signal
}
