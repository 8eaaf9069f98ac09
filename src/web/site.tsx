/** The pages, on the API's own app: a page per thing, drawn on the server, right without script. Each asks the API like any client. */
import type { Context, Hono, Schema } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { ApiEnv } from '../api/endpoint.ts'
import type { Client } from '../client/client.ts'
import { asThemewireError, ThemewireError } from '../errors.ts'
import { ErrorPage } from './error-page.tsx'
import { liveScript } from './live-script.ts'
import { answer, type Action, type Page } from './page.ts'
import { alertsPage } from './pages/alerts.tsx'
import { articlePage } from './pages/article.tsx'
import { articlesPage } from './pages/articles.tsx'
import { definitionsPage } from './pages/definitions.tsx'
import { digestPage, digestsPage, latestDigestPage } from './pages/digest.tsx'
import { addFeed, addStarterFeeds, changeFeed, feedsPage } from './pages/feeds.tsx'
import { findingsPage } from './pages/findings.tsx'
import { instrumentPage, instrumentsPage } from './pages/instrument.tsx'
import { markAction, marksPage, unmarkAction } from './pages/marks.tsx'
import { policyPage } from './pages/policy.tsx'
import { addArticle, queuePage, retryFailed } from './pages/queue.tsx'
import { ratesPage } from './pages/rates.tsx'
import { referencePage } from './pages/reference.tsx'
import { searchPage } from './pages/search.tsx'
import { storiesPage } from './pages/stories.tsx'
import { themePage, themesPage } from './pages/theme.tsx'
import { siteStyle } from './style.ts'

/** Every page. A new one is a file in pages/ and a line here. */
const pages: readonly Page[] = [
  latestDigestPage,
  digestsPage,
  digestPage,
  themesPage,
  themePage,
  instrumentsPage,
  instrumentPage,
  ratesPage,
  policyPage,
  storiesPage,
  findingsPage,
  marksPage,
  articlesPage,
  articlePage,
  searchPage,
  alertsPage,
  feedsPage,
  queuePage,
  definitionsPage,
  referencePage,
]

/** Everything a form can ask for. */
const actions: readonly Action[] = [
  markAction,
  unmarkAction,
  addFeed,
  addStarterFeeds,
  changeFeed,
  addArticle,
  retryFailed,
]
const longestForm = 200_000

/** Adds the pages to the app; `client` asks the same app without going over the network. */
export function mountSite<S extends Schema>(app: Hono<ApiEnv, S>, client: Client): void {
  const file = (path: string, body: string, type: string): void => {
    app.get(path, (c) =>
      c.body(body, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'max-age=3600' }),
    )
  }
  file('/style.css', siteStyle, 'text/css')
  file('/live.js', liveScript, 'text/javascript')
  app.get('/docs', (c) => c.redirect('/reference', 301))
  for (const page of pages) {
    app.get(page.path, async (c) => {
      try {
        const shown = await page.show(client, requestOf(c))
        return await answer(shown, page)
      } catch (error) {
        return failed(error)
      }
    })
  }
  for (const action of actions) {
    app.post(action.path, bodyLimit({ maxSize: longestForm, onError: tooLong }), async (c) => {
      try {
        const form = fieldsOf(await c.req.parseBody({ all: true }))
        const outcome = await action.act(client, { params: paramsOf(c), form, caller: callerOf(c) })
        return 'to' in outcome ? c.redirect(outcome.to, 303) : await answer(outcome.shown)
      } catch (error) {
        return failed(error)
      }
    })
  }
  // A browser that goes astray gets a page to go on from; programs get the API's own answer.
  app.get('*', (c, next) => {
    if (c.req.path.startsWith('/v1/') || !c.req.header('accept')?.includes('text/html')) return next()
    return failed(
      new ThemewireError('not-found', 'There is no page at this address.', { hint: 'Go on from the menu above.' }),
    )
  })
}

/** What is left of the body is not read, so nothing can follow it. */
async function tooLong(): Promise<Response> {
  const answer = await failed(
    new ThemewireError('too-large', 'That is more than a form takes.', { hint: 'Send it in parts.' }),
  )
  answer.headers.set('connection', 'close')
  return answer
}

const failed = (error: unknown): Promise<Response> => {
  const known = asThemewireError(error)
  return answer(<ErrorPage error={known} />, { status: known.httpStatus })
}

const paramsOf = (c: Context<ApiEnv>): Record<string, string> => c.req.param()
const callerOf = (c: Context<ApiEnv>): string | null => c.var.caller?.name ?? null

const requestOf = (c: Context<ApiEnv>) => ({
  params: paramsOf(c),
  query: Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value.trim() !== '')),
  path: c.req.path,
  mayWrite: (c.var.caller?.role ?? 'write') === 'write',
  caller: callerOf(c),
})

const fieldsOf = (body: Record<string, string | File | (string | File)[]>): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, given]) => {
      const values = [given].flat().filter((value): value is string => typeof value === 'string' && value.trim() !== '')
      return values.length === 0 ? [] : [[name, values.map((value) => value.trim())]]
    }),
  )
