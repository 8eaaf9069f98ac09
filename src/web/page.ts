/** What a page is: a path and what it shows for a request; and what a form on it does. */
import type { HtmlEscapedString } from 'hono/utils/html'
import type { Client } from '../client/client.ts'

export interface PageRequest {
  readonly params: Readonly<Record<string, string>>
  /** Without what was left empty in a form. */
  readonly query: Readonly<Record<string, string>>
  readonly path: string
  /** Who asks may change something: forms are shown. */
  readonly mayWrite: boolean
  /** Whose token it is; null where the server asks for none. */
  readonly caller: string | null
}
export type Shown = HtmlEscapedString | Promise<HtmlEscapedString>

export interface Page {
  readonly path: string
  /** Throws ThemewireError, which becomes an error page. */
  readonly show: (client: Client, request: PageRequest) => Shown | Promise<Shown>
  /** Runs our own script, which keeps what it shows up to date; it is right without. */
  readonly live?: true
}

export interface FormRequest {
  readonly params: Readonly<Record<string, string>>
  /** Every value given for a field, those left empty left out. */
  readonly form: Readonly<Record<string, readonly string[]>>
  readonly caller: string | null
}
/** What the button of a form does. Requests of other sites never get here: the API's own guard refuses them. */
export interface Action {
  readonly path: string
  /** Answers where to go on, or a page. Throws ThemewireError, which becomes an error page. */
  readonly act: (client: Client, request: FormRequest) => Promise<{ readonly to: string } | { readonly shown: Shown }>
}

/** Nothing from elsewhere, nothing that runs: outside text can only ever be text. */
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
/** And our own script and event stream, where a page is kept up to date. */
const livePolicy = `${policy}; script-src 'self'; connect-src 'self'`

export async function answer(shown: Shown, { status = 200, live = false } = {}): Promise<Response> {
  return new Response(`<!doctype html>\n${String(await shown)}\n`, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': live ? livePolicy : policy,
      'x-content-type-options': 'nosniff',
      // Others are told nothing; our own server is, or a browser would not say that a form is ours.
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    },
  })
}
