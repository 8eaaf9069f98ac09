/** The one script there is: it writes the queues' counts into the page as the server's events tell them. */
import { createHash } from 'node:crypto'

export const liveScript = `'use strict'
{
  const state = document.querySelector('[data-live]')
  const done = document.querySelector('[data-done]')
  let articles = 0
  const source = new EventSource('/v1/events?kinds=table')
  source.addEventListener('open', () => { state.textContent = 'Live: the numbers follow as work goes on.' })
  source.addEventListener('error', () => { state.textContent = 'The connection is lost; trying again.' })
  source.addEventListener('progress', (event) => {
    for (const row of JSON.parse(event.data))
      for (const cell of document.querySelectorAll('[data-queue="' + row.queue + '"]'))
        cell.textContent = row[cell.dataset.count]
  })
  source.addEventListener('article', () => {
    articles += 1
    done.textContent = articles + (articles === 1 ? ' article has' : ' articles have') + ' been read since this page was opened.'
  })
  addEventListener('pagehide', () => source.close())
}
`

/** Changes with the script, so that a browser may keep it. */
export const liveHref = `/live.js?${createHash('sha256').update(liveScript).digest('hex').slice(0, 12)}`
