/** Signs a webhook as the Standard Webhooks specification has it (standardwebhooks.com): HMAC-SHA256 over id, time and body. */
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Webhook } from '../alert-rules.ts'
import { ThemewireError } from '../errors.ts'

/** Bytes of a key, by the specification. */
const [shortest, longest] = [24, 64]

/** The `webhook-signature` header: one `v1,<base64>` per key. `timestamp`: Unix seconds. */
export const signatureOf = (
  keys: readonly Buffer[],
  { id, timestamp, body }: { readonly id: string; readonly timestamp: number; readonly body: string },
): string =>
  keys.map((key) => `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`).join(' ')

/**
 * The keys of a webhook from where the pipeline file says they are: `whsec_` and base64, several parted by spaces while one is
 * being replaced. Throws `bad-pipeline`; never repeats what it read.
 */
export function keysOf({ name, secret }: Webhook, env: NodeJS.ProcessEnv = process.env): Buffer[] {
  const place = 'env' in secret ? `the environment variable ${secret.env}` : secret.file
  const bad = (why: string): ThemewireError =>
    new ThemewireError('bad-pipeline', `webhook "${name}": ${place} ${why}`, {
      hint: 'make a secret with: echo whsec_$(openssl rand -base64 32)',
    })
  const text = 'env' in secret ? env[secret.env] : read(secret.file)
  if (text === undefined || text.trim() === '') throw bad('holds no secret')
  return text
    .trim()
    .split(/\s+/)
    .map((one) => {
      const base64 = one.replace(/^whsec_/, '')
      const key = Buffer.from(base64, 'base64')
      const whole = key.toString('base64').replaceAll('=', '') === base64.replaceAll('=', '')
      if (!whole) throw bad('holds something that is no base64')
      if (key.length < shortest || key.length > longest)
        throw bad(`holds a secret of ${key.length} bytes: it has to have ${shortest} to ${longest}`)
      return key
    })
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
