/** Hostile text for rates, policy, stance and quotes: no exception, exact evidence, time that grows with the length and no faster. */
import { describe, expect, test } from 'vitest'
import { policy } from '../../src/annotate/policy/annotate.ts'
import { quotes } from '../../src/annotate/quotes/annotate.ts'
import { rates } from '../../src/annotate/rates/annotate.ts'
import { stance } from '../../src/annotate/stance/annotate.ts'
import { makeDoc, type Doc } from '../../src/doc.ts'
import { loadModels } from '../../src/models.ts'

const { institutions } = loadModels()
const annotators = [rates, policy, stance, quotes].map((make) => make(institutions))

function read(text: string): Doc {
  const doc = makeDoc(
    'hostile',
    {
      url: null,
      canonicalUrl: null,
      title: null,
      authors: [],
      siteName: null,
      publishedAt: '2026-01-28',
      publishedPrecision: 'day',
      language: 'en',
      text,
      tables: '',
      wordCount: 0,
      contentHash: '',
    },
    '2026-01-28',
  )
  for (const annotator of annotators) annotator.annotate(doc)
  return doc
}

const milliseconds = (text: string): number => {
  const before = process.cpuUsage()
  read(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const kinds: Record<string, string> = {
  'one line without an end': 'the Fed cut rates by 5% in July 2025 and inflation rose to 3% ',
  'all capitals': 'THE FED RAISES RATES BY 25 BPS TO 5%. ',
  'broken numbers': '1.2.3% 5–-3% %%% -–% ',
  'open quotation marks': '“He said ',
  'voters without end': 'Voting against were Ann Bee, ',
  'mixed scripts': 'ставка 5 % 利率 🏦 rate ½% ',
  'broken lines': 'the board of the\nbank kept rates at\n',
}

describe.each(Object.entries(kinds))('%s', (_name, piece) => {
  test('evidence is exact', () => {
    const text = piece.repeat(200)
    for (const { evidence } of read(text).findings) {
      for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote)
    }
  })

  test('four times the text takes no more than eight times as long', () => {
    const short = piece.repeat(Math.ceil(50_000 / piece.length))
    milliseconds(short)
    // The floor keeps a busy machine's hiccups out of very small times.
    expect(milliseconds(short.repeat(4))).toBeLessThan(8 * Math.max(milliseconds(short), 60))
  })
})
