/** What a page is: a path and what it shows for a request. */
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Client } from '../client/client.ts'

export interface PageRequest {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly path: string
}
export type Shown = HtmlEscapedString | Promise<HtmlEscapedString>

export interface Page {
  readonly path: string
  /** Throws ThemewireError, which becomes an error page. */
  readonly show: (client: Client, request: PageRequest) => Shown | Promise<Shown>
}

/** Nothing from elsewhere, nothing that runs: outside text can only ever be text. */
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

export async function answer(shown: Shown, status = 200): Promise<Response> {
  return new Response(`<!doctype html>\n${String(await shown)}\n`, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
  })
}
