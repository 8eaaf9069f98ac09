/** The read command: the article as read, and the log of what was taken out. */
import { describe, expect, it } from 'vitest'
import { root, run } from './command.ts'

const sample = `${root}samples/pages/0311-fed-holds.html`

describe('themewire read', () => {
  it('prints headline, facts about the page and the text, and nothing of the log', async () => {
    const { code, out } = await run(['read', sample])
    expect(code).toBe(0)
    const [title, about] = out.split('\n')
    expect(title).toMatch(/\S/)
    expect(about).toMatch(/2026-\d\d-\d\d.* · \d+ words · en$/)
    expect(out.split('\n\n').length).toBeGreaterThan(3)
    expect(out).not.toContain('removed  ')
  })

  it('explains where the text was found and which step took out what', async () => {
    const html = `<html><body><nav>Home Markets</nav><article><h1>Cranes idle at the port</h1>
      ${'<p>Port operators said on Monday that the cranes stood idle for a second week as ships were sent elsewhere.</p>'.repeat(6)}
      <p>Advertisement</p></article></body></html>`
    const { code, out } = await run(['read', '--explain', '-'], { input: html })
    expect(code).toBe(0)
    expect(out).toMatch(/^text from {5}the page, .*article/m)
    expect(out).toMatch(/^ {2}advertisement\s+Advertisement$/m)
    expect(out).toMatch(/^ {2}<nav>\s+Home Markets$/m)
    const asJson = await run(['read', '--json', '--explain', '-'], { input: html })
    const read = JSON.parse(asJson.out) as { article: { title: string }; source: string; removed: { step: string }[] }
    expect(read).toMatchObject({ article: { title: 'Cranes idle at the port' }, source: 'page' })
    expect(read.removed.map(({ step }) => step)).toContain('advertisement')
    expect(JSON.parse((await run(['read', '--json', '-'], { input: html })).out)).not.toHaveProperty('removed')
  })

  it('reads a plain text with its headline, and lets no escape sequence through', async () => {
    const { code, out } = await run(['read', '--explain', '-'], { input: 'Ore firms\n\nIron ore \u001b[31mfirmed.\n' })
    expect(code).toBe(0)
    expect(out).toMatch(/^Ore firms\n/)
    expect(out).toContain('nothing was taken out')
    expect(out).not.toContain('\u001b')
  })

  it('says why a page is no article', async () => {
    const { code, err } = await run(['read', '-'], { input: '<html><body><nav>Home</nav></body></html>' })
    expect(code).toBe(5)
    expect(err).toMatch(/article|text/)
  })
})
