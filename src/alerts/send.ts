/** Sends one signed message to a webhook, once, by the same guarded way that pages are fetched by. */
import { request } from 'undici'
import type { Webhook } from '../alert-rules.ts'
import { ThemewireError } from '../errors.ts'
import { guardedAgent, refuseAddress } from '../fetch/address-guard.ts'
import { asFetchError, retryAfterOf } from '../fetch/failures.ts'
import { keysOf, signatureOf } from './sign.ts'

export interface Message {
  /** The `webhook-id`: the same however often it is sent. */
  readonly id: string
  /** JSON. */
  readonly body: string
}

const limitMs = 15_000

/**
 * Answers the HTTP status, one of 2xx. Throws `http-gone` for 410, `http-error` for any other (with `details.status` and
 * `details.retryAfterMs`), `fetch-timeout`, `fetch-failed`, `address-refused`. Redirects are not followed.
 */
export async function sendToWebhook(
  webhook: Webhook,
  { id, body }: Message,
  { userAgent, now, signal }: { readonly userAgent: string; readonly now: string; readonly signal?: AbortSignal },
): Promise<number> {
  const keys = keysOf(webhook)
  const url = new URL(webhook.url)
  const allow = webhook.private ? [url.hostname.replace(/^\[|\]$/g, '')] : false
  const timestamp = Math.floor(Date.parse(now) / 1000)
  const agent = guardedAgent(allow)
  try {
    refuseAddress(url, allow)
    const deadline = AbortSignal.timeout(limitMs)
    const {
      statusCode,
      headers,
      body: answer,
    } = await request(url, {
      dispatcher: agent,
      method: 'POST',
      signal: signal ? AbortSignal.any([deadline, signal]) : deadline,
      headers: {
        'content-type': 'application/json',
        'user-agent': userAgent,
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signatureOf(keys, { id, timestamp, body }),
      },
      body,
    })
    // What it answers besides the status is nobody's to read.
    answer.on('error', () => {}).destroy()
    if (statusCode >= 200 && statusCode < 300) return statusCode
    const after = headers['retry-after']
    throw refusal(url, statusCode, retryAfterOf(Array.isArray(after) ? after[0] : after, now))
  } catch (error) {
    const reason = asFetchError(error, url, limitMs, signal)
    if (reason.code !== 'address-refused') throw reason
    throw new ThemewireError('address-refused', `${url.host} is not on the public internet`, {
      hint: `if it shall be told all the same, set "private: true" for the webhook "${webhook.name}"`,
    })
  } finally {
    agent.destroy().catch(() => {})
  }
}

function refusal(url: URL, status: number, retryAfterMs: number | null): ThemewireError {
  const details = { status, ...(retryAfterMs === null ? {} : { retryAfterMs }) }
  if (status === 410)
    return new ThemewireError('http-gone', `${url.host} answered 410: it wants no more of them`, { details })
  return new ThemewireError('http-error', `${url.host} answered ${status}`, {
    hint: 'it is tried again later',
    details,
  })
}
