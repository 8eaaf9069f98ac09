/** `themewire add` from JSON lines: what a line may say, and what is added when one is wrong. */
import { expect, it } from 'vitest'
import { emptyFolder, run } from './command.ts'

it('refuses a key that is not known, by its line, and adds what stands before it', async () => {
  const place = emptyFolder()
  const rows = [
    { id: 'x1', text: 'Tin climbed on Tuesday.', publishedAt: null, fetchedAt: '2026-03-12T10:00:00Z' },
    { text: 'Zinc climbed on Tuesday.', published: '2026-03-12' },
  ]
  const input = rows.map((row) => JSON.stringify(row)).join('\n')
  const { code, out, err } = await run(['add', '--jsonl', '-', '--data', place.path], { input })
  place.remove()
  expect(out.trim().split('\n')).toEqual([expect.stringMatching(/^queued/)])
  expect(err).toContain('-, line 2: there is no "published"; do you mean "publishedAt"?')
  expect(err).toContain('lines before it were added')
  expect(code).toBe(2)
})

it('takes lines that say no more than a text', async () => {
  const place = emptyFolder()
  const input =
    '{"text":"Tin climbed on Tuesday."}\n{"url":"https://example.com/a","text":"Zinc fell.","publishedAt":null}\n'
  const { code, out } = await run(['add', '--jsonl', '-', '--data', place.path], { input })
  place.remove()
  expect(out.trim().split('\n')).toEqual([expect.stringMatching(/^queued/), expect.stringMatching(/^queued/)])
  expect(code).toBe(0)
})
