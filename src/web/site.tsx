/** The pages, on the API's own app: a page per thing, drawn on the server, without script. Each page asks the API like any client. */
import type { Env, Hono, Schema } from 'hono'
import type { Client } from '../client/client.ts'
import { asThemewireError, ThemewireError } from '../errors.ts'
import { ErrorPage } from './error-page.tsx'
import { answer, type Page } from './page.ts'
import { alertsPage } from './pages/alerts.tsx'
import { articlePage } from './pages/article.tsx'
import { articlesPage } from './pages/articles.tsx'
import { digestPage, digestsPage, latestDigestPage } from './pages/digest.tsx'
import { instrumentPage, instrumentsPage } from './pages/instrument.tsx'
import { policyPage } from './pages/policy.tsx'
import { queuePage } from './pages/queue.tsx'
import { ratesPage } from './pages/rates.tsx'
import { searchPage } from './pages/search.tsx'
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
  articlesPage,
  articlePage,
  searchPage,
  alertsPage,
  queuePage,
]

/** Adds the pages to the app; `client` asks the same app without going over the network. */
export function mountSite<E extends Env, S extends Schema>(app: Hono<E, S>, client: Client): void {
  app.get('/style.css', (c) =>
    c.body(siteStyle, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' }),
  )
  for (const page of pages) {
    app.get(page.path, async (c) => {
      const request = { params: c.req.param() as Record<string, string>, query: c.req.query(), path: c.req.path }
      try {
        return answer(await page.show(client, request))
      } catch (error) {
        const known = asThemewireError(error)
        return answer(<ErrorPage error={known} />, known.httpStatus)
      }
    })
  }
  // A browser that goes astray gets a page to go on from; programs get the API's own answer.
  app.get('*', (c, next) => {
    if (c.req.path.startsWith('/v1/') || !c.req.header('accept')?.includes('text/html')) return next()
    const error = new ThemewireError('not-found', 'There is no page at this address.', {
      hint: 'Go on from the menu above.',
    })
    return answer(<ErrorPage error={error} />, 404)
  })
}
