/** JSON lines in, JSON lines out: in order, a bad line is one error line, and the stream never stops for it. */
import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../src/analyze.ts'
import { answerLine } from '../../src/line-verbs.ts'
import { run } from './command.ts'

const answers = (
  out: string,
): { id: string | number | null; error?: { code: string; message: string }; [key: string]: unknown }[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string | number | null })

describe('analyze --jsonl', () => {
  it('answers every line in order, whatever is on it', async () => {
    const lines = [
      '{"id": "a", "text": "Nvidia (NASDAQ: NVDA) fell 5% on Monday."}',
      'no json at all',
      '{"id": "b"}',
      '{"id": "c", "text": 7}',
      '',
      '[]',
      '{"id": 4, "html": "<html><body><p>Too short</p></body></html>"}',
      ...Array.from({ length: 100 }, (_, i) => JSON.stringify({ id: `n${i}`, text: `Item ${i}: the Dow rose ${i}%.` })),
      '{"id": "last", "text": ""}',
    ]
    const { code, out, err } = await run(['analyze', '--jsonl'], { input: lines.join('\r\n') })
    expect(err).toBe('themewire: 5 of 107 lines are errors\n  → each says why, in its place\n')
    expect(code).toBe(2)
    const got = answers(out)
    expect(got.map((answer) => answer.id)).toEqual([
      'a',
      null,
      'b',
      'c',
      null,
      4,
      ...Array.from({ length: 100 }, (_, i) => `n${i}`),
      'last',
    ])
    expect(got.filter((answer) => answer.error?.code === 'bad-line').length).toBe(4)
    expect(got[1]?.error?.message).toMatch(/no JSON/)
    expect(got[2]?.error?.message).toMatch(/"html" or "text"/)
  })

  it('gives the same bytes for the same input', async () => {
    const input =
      '{"id": "a", "text": "The Federal Reserve held rates at 3.5% to 3.75% on Wednesday.", "publishedAt": "2026-03-11"}\n'
    const [first, second] = await Promise.all([
      run(['analyze', '--jsonl'], { input }),
      run(['analyze', '--jsonl'], { input }),
    ])
    expect(first.out.length).toBeGreaterThan(100)
    expect(second.out).toBe(first.out)
  })
})

describe('a key that is not known', () => {
  const engine = loadEngine()
  it.each([
    ['analyze', { text: 'Tin rose.', published: '2026-03-12' }, 'there is no "published"; do you mean "publishedAt"?'],
    ['sentiment', { text: 'Tin rose.', target: [] }, 'there is no "target"; do you mean "targets"?'],
    ['sentiment', { text: 'Tin', targets: [{ start: 0, end: 3, name: 'tin' }] }, 'there is no "name" in targets.0'],
    ['stance', { Text: 'Rates will rise.' }, 'there is no "Text"; do you mean "text"?'],
    ['feeds', { text: '<rss/>', base: '' }, 'there is no "base"'],
    ['analyze', { text: 'Tin rose.', headline: 'Tin' }, 'there is no "headline"'],
  ] as const)('%s %j', async (verb, row, message) => {
    const { json, error } = await answerLine(verb, JSON.stringify({ id: 'x', ...row }), engine)
    const hint = expect.stringMatching(/^a line takes "id", /) as string
    expect(JSON.parse(json)).toEqual({ id: 'x', error: { code: 'bad-line', message, hint } })
    expect(error).toBe('bad-line')
  })
})

describe('sentiment --jsonl', () => {
  it('answers per target, and refuses targets outside the text', async () => {
    const rows = [
      { id: 1, text: 'Profit soared.' },
      {
        id: 2,
        text: 'Acme soared while Bolt plunged.',
        targets: [
          { start: 0, end: 4 },
          { start: 18, end: 22 },
        ],
      },
      { id: 3, text: 'Acme', targets: [{ start: 0, end: 99 }] },
    ]
    const { out, code } = await run(['sentiment', '--jsonl'], {
      input: rows.map((row) => JSON.stringify(row)).join('\n'),
    })
    expect(code).toBe(2)
    expect(answers(out).map(({ id }) => id)).toEqual([1, 2, 3])
    const [whole, two, outside] = answers(out) as unknown as {
      targets: { label: string; score: number; probabilities: Record<string, number> }[]
      error?: { code: string }
    }[]
    expect(whole?.targets).toHaveLength(1)
    expect(whole?.targets[0]?.label).toBe('positive')
    expect(two?.targets.map((target) => target.label)).toEqual(['positive', 'negative'])
    for (const { probabilities } of two!.targets)
      expect(Object.values(probabilities).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6)
    expect(outside?.error?.code).toBe('bad-line')
  })
})

describe('stance --jsonl and feeds preview --jsonl', () => {
  it('answer a line each', async () => {
    const stance = await run(['stance', '--jsonl'], {
      input: '{"id":"s","text":"Inflation remains elevated and further rate increases will be appropriate."}\n',
    })
    expect(answers(stance.out)).toEqual([expect.objectContaining({ id: 's', label: 'hawkish' })])
    const feed =
      '<rss version="2.0"><channel><title>T</title><item><title>One</title><link>https://a.example/1</link></item></channel></rss>'
    const preview = await run(['feeds', 'preview', '--jsonl'], {
      input: `${JSON.stringify({ id: 'f', text: feed })}\n{"id":"g","text":"no feed"}\n`,
    })
    const [good, bad] = answers(preview.out)
    expect(good).toMatchObject({ id: 'f', title: 'T', items: [{ title: 'One', link: 'https://a.example/1' }] })
    expect(bad).toMatchObject({ id: 'g', error: { code: 'bad-feed' } })
  })
})
