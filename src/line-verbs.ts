/** What each `themewire VERB --jsonl` does with one line: a JSON row in, a JSON answer out. */
import { z } from 'zod'
import { analyze, type Engine } from './analyze.ts'
import { errorBody, ThemewireError, type ErrorCode } from './errors.ts'
import { noSuch } from './text/nearest.ts'
import { AnalysisInput } from './types.ts'

const id = z.union([z.string(), z.number()])
const text = z.string().refine((text) => text.trim() !== '', { message: 'is empty' })
const SentimentRow = z.strictObject({
  id,
  text,
  targets: z.array(z.strictObject({ start: z.int(), end: z.int() })).optional(),
})
const StanceRow = z.strictObject({ id, text })
const FeedLine = z
  .strictObject({ id, base64: z.string().optional(), text: z.string().optional(), url: z.string().optional() })
  .refine((row) => row.base64 !== undefined || row.text !== undefined, { message: 'needs "base64" or "text"' })

const answers = {
  analyze: (row: unknown, engine: Engine) => analyze(parseRow(AnalysisInput, row), engine),
  async sentiment(row: unknown, engine: Engine) {
    const { targetSentiment } = await import('./annotate/sentiment/target-sentiment.ts')
    const { id, text, targets } = parseRow(SentimentRow, row)
    return { id, targets: targetSentiment(text, targets, engine.models.sentiment) }
  },
  async stance(row: unknown) {
    const { sentenceStance } = await import('./annotate/stance/sentence-stance.ts')
    const { id, text } = parseRow(StanceRow, row)
    return { id, ...sentenceStance(text) }
  },
  async feeds(row: unknown) {
    const { readFeed } = await import('./extract/feed.ts')
    const { id, base64, text, url } = parseRow(FeedLine, row)
    return { id, ...(await readFeed(base64 === undefined ? (text ?? '') : Buffer.from(base64, 'base64'), url)) }
  },
} satisfies Record<string, (row: unknown, engine: Engine) => object>
export type LineVerb = keyof typeof answers

/** An answer as it is printed, and what it says is wrong; null where it is none of an error. */
export interface LineAnswer {
  readonly json: string
  readonly error: ErrorCode | null
}

/** Answers one line, under its id as it was given; a bad one gives `{"id", "error": {"code", "message"}}`, never an exception. */
export async function answerLine(verb: LineVerb, line: string, engine: Engine): Promise<LineAnswer> {
  let row: unknown
  try {
    row = parseJson(line)
    const answer = await answers[verb](row, engine)
    return { json: JSON.stringify({ ...answer, id: idOf(row) }), error: null }
  } catch (error) {
    return errorAnswer(row, error)
  }
}

/** The answer to a line that failed; `row` may be anything. */
export function errorAnswer(row: unknown, error: unknown): LineAnswer {
  const body = errorBody(error)
  return { json: JSON.stringify({ id: idOf(row), error: body }), error: body.code }
}

function idOf(row: unknown): string | number | null {
  const named = (row as { id?: unknown } | null | undefined)?.id
  return typeof named === 'string' || typeof named === 'number' ? named : null
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

/** A line's content; throws `bad-line`. A key that is not known is refused: dropped, an article would lose its date without a word. */
export function parseRow<S extends z.ZodObject>(schema: S, row: unknown): z.output<S> {
  const parsed = schema.safeParse(row)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  // A key written wrong is why another is missing, so it is told first.
  const issue = issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0]
  const where = issue?.path.join('.') ?? ''
  if (issue?.code !== 'unrecognized_keys')
    throw new ThemewireError('bad-line', `${where || 'row'}: ${issue?.message ?? 'not valid'}`)
  const known = Object.keys(schema.shape)
  const key = issue.keys[0] ?? ''
  throw new ThemewireError('bad-line', noSuch(`"${key}"${where && ` in ${where}`}`, key, where ? [] : known), {
    hint: `a line takes ${known.map((key) => `"${key}"`).join(', ')}`,
  })
}
