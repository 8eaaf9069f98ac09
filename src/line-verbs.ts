/** What each `themewire VERB --jsonl` does with one line: a JSON row in, a JSON answer out. */
import { z } from 'zod'
import { analyze, type Engine } from './analyze.ts'
import { errorBody, ThemewireError } from './errors.ts'
import { AnalysisInput } from './types.ts'

const id = z.union([z.string(), z.number()]).transform(String)
const SentimentRow = z.object({
  id,
  text: z.string(),
  targets: z.array(z.object({ start: z.int(), end: z.int() })).optional(),
})
const StanceRow = z.object({ id, text: z.string() })
const FeedLine = z
  .object({ id, base64: z.string().optional(), text: z.string().optional(), url: z.string().optional() })
  .refine((row) => row.base64 !== undefined || row.text !== undefined, { message: 'needs "base64" or "text"' })

const answers = {
  analyze: (row: unknown, engine: Engine) => analyze(parse(AnalysisInput, row), engine),
  async sentiment(row: unknown, engine: Engine) {
    const { targetSentiment } = await import('./annotate/sentiment/target-sentiment.ts')
    const { id, text, targets } = parse(SentimentRow, row)
    return { id, targets: targetSentiment(text, targets, engine.models.sentiment) }
  },
  async stance(row: unknown) {
    const { sentenceStance } = await import('./annotate/stance/sentence-stance.ts')
    const { id, text } = parse(StanceRow, row)
    return { id, ...sentenceStance(text) }
  },
  async feeds(row: unknown) {
    const { readFeed } = await import('./extract/feed.ts')
    const { id, base64, text, url } = parse(FeedLine, row)
    return { id, ...(await readFeed(base64 === undefined ? (text ?? '') : Buffer.from(base64, 'base64'), url)) }
  },
} satisfies Record<string, (row: unknown, engine: Engine) => unknown>
export type LineVerb = keyof typeof answers

/** Answers one line; a bad one gives `{"id", "error": {"code", "message"}}`, never an exception. */
export async function answerLine(verb: LineVerb, line: string, engine: Engine): Promise<string> {
  let row: unknown
  try {
    row = parseJson(line)
    return JSON.stringify(await answers[verb](row, engine))
  } catch (error) {
    return errorLine(row, error)
  }
}

/** The answer to a line that failed; `row` may be anything. */
export const errorLine = (row: unknown, error: unknown): string => {
  const named = (row as { id?: unknown } | null | undefined)?.id
  return JSON.stringify({
    id: typeof named === 'string' || typeof named === 'number' ? String(named) : null,
    error: errorBody(error),
  })
}

export function parseJson(line: string): unknown {
  try {
    return JSON.parse(line) as unknown
  } catch (error) {
    throw new ThemewireError('bad-line', `this line is no JSON: ${(error as Error).message}`, {
      hint: 'give one JSON object a line',
    })
  }
}

function parse<T extends z.ZodType>(schema: T, row: unknown): z.output<T> {
  const parsed = schema.safeParse(row)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ThemewireError('bad-line', `${issue?.path.join('.') || 'row'}: ${issue?.message ?? 'not valid'}`)
}
