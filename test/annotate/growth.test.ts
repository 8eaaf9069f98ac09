/** Bad input costs no more than its length: the whole analysis over texts that double four times, up to 5 MB. */
import { describe, expect, test } from 'vitest'
import { analyze, loadEngine } from '../../src/analyze.ts'
import type { Analysis } from '../../src/types.ts'

const engine = loadEngine()

const prose =
  'The Federal Reserve cut its benchmark rate by a quarter point to 4.25%-4.5% on Wednesday, and Nvidia (NASDAQ: NVDA) shares rose 3.2% to $140.50. ' +
  '“Inflation is easing,” said Jerome Powell, the Fed chair. The United States announced tariffs of 25% on imports from Mexico, which take effect on April 1. ' +
  'Goldman Sachs fell 8% since the start of January while the Dow lost 312 points.\n\n'

const shapes: Record<string, string> = {
  prose,
  'one line': prose.replaceAll('\n', ' '),
  'all capitals': prose.toUpperCase(),
  'no punctuation': prose.replace(/[^\p{L}\p{N}\s]/gu, '').replaceAll('\n', ' '),
  'no blanks': prose.replace(/\s/g, ''),
  'tables as text':
    'NVDA 191.52\n+0.30 (0.16%)\nAAPL 256.44 -1.20 -0.47%\nSymbol\tPrice\tChange\nMSFT\t512.30\t+1.20\n',
  'mixed scripts':
    'Курс доллара вырос на 3,2% 日本銀行は政策金利を0.5%に引き上げた。 Τα επιτόκια 4% ارتفع النفط 2% İran ﬁrst. The ECB held at 2% ',
  emoji: '🚀🚀 $TSLA 📈 +5%!!! 👩‍👩‍👧‍👦 Fed cut 🙌🏽 25bps 😀 to 4% … 💎',
  'broken numbers': '1.2.3% 5–-3% %%% --5% 3/4/5 percent 1/0% 5-1/4-1/2 percent $$$ ½½% 1,2,3,4% Fed rate 2..5% ',
}

const ofLength = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
const read = (text: string): Analysis =>
  analyze({ id: 'test', title: 'Fed cuts rates', text, publishedAt: '2026-03-02' }, engine)

/** Of the processor's own time, so that a busy machine counts for little. */
function cost(text: string): { milliseconds: number; analysis: Analysis } {
  const before = process.cpuUsage()
  const analysis = read(text)
  const { user, system } = process.cpuUsage(before)
  return { milliseconds: (user + system) / 1000, analysis }
}

function exact({ article, findings }: Analysis): boolean {
  return findings.every(({ evidence }) =>
    evidence.every(
      ({ start, end, quote, field }) =>
        ((field === 'title' ? article.title : article.text) ?? '').slice(start, end) === quote,
    ),
  )
}

/** How much dearer than by its length alone a text may be: collecting garbage and colder caches take their part. */
const margin = 2.5

function expectLinear(piece: string, largest: number): void {
  const smallest = ofLength(piece, largest / 16)
  read(smallest)
  const first = Math.min(cost(smallest).milliseconds, cost(smallest).milliseconds)
  for (const times of [2, 4, 8, 16]) {
    const { milliseconds, analysis } = cost(ofLength(piece, (largest / 16) * times))
    expect(exact(analysis)).toBe(true)
    // The floor keeps a hiccup out of very small times.
    expect(milliseconds, `${times} times the text`).toBeLessThan(margin * times * Math.max(first, 20))
  }
}

describe.each(Object.entries(shapes))('%s', (_name, piece) => {
  test('a line of 160,000 characters and its fractions', () => expectLinear(piece, 160_000))
})

test('all of it together, 5 MB', { timeout: 240_000 }, () => {
  const all = Object.values(shapes).map((piece) => ofLength(piece, 2000))
  expectLinear(all.join('\n'), 5_000_000)
})
