/** A pipeline file: what runs. Feeds, annotators in order, theme set, digest schedule; YAML that a person edits. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { z } from 'zod'
import { AlertRule, checkNames, Webhook } from './alert-rules.ts'
import { ThemewireError } from './errors.ts'

const timezone = z.string().refine(isTimezone, { message: 'is no IANA time zone, such as America/New_York' })

export const PipelineFile = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/, 'is a name of small letters, digits and hyphens'),
  /** Polled while `up` or `worker` runs. */
  feeds: z
    .array(
      z.strictObject({
        url: z.url(),
        minutes: z.int().min(1).max(1440).default(15),
        keep: z.array(z.string()).optional(),
        block: z.array(z.string()).optional(),
      }),
    )
    .default([]),
  annotators: z.array(z.string()).min(1),
  refiners: z.array(z.string()).default([]),
  /** How long articles are kept, by publication; absent: for ever. */
  retention: z
    .strictObject({
      articles: z
        .string()
        .regex(/^[1-9]\d{0,4} days?$/, 'is a number of days, such as 400 days')
        .transform((text) => Number.parseInt(text, 10)),
    })
    .optional(),
  /** Theme ids to look for; absent: all of models/themes. */
  themes: z.array(z.string()).optional(),
  /** What readers are told of at once, and where. */
  alerts: z.array(AlertRule).default([]),
  webhooks: z.array(Webhook).default([]),
  digest: z
    .strictObject({
      /** What times are told in, and the zone of `at`. */
      timezone: timezone.default('America/New_York'),
      /** From then on a date's digest is the one to read. */
      at: z
        .string()
        .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is a time such as 07:00')
        .default('07:00'),
      /** A digest's day runs from close to close; 24:00 makes calendar days. */
      market: z
        .strictObject({
          close: z
            .string()
            .regex(/^(?:[01]\d:[0-5]\d|2[0-3]:[0-5]\d|24:00)$/, 'is a time such as 16:00, or 24:00')
            .default('16:00'),
          zone: timezone.default('America/New_York'),
          /** Monday's digest goes back to Friday's close. */
          weekend: z.boolean().default(true),
          /** Days without trading belong to the next one that has some; early closes cut the day. Absent: weekdays are all alike. */
          holidays: z.literal('new-york').optional(),
        })
        .prefault({ holidays: 'new-york' }),
    })
    .prefault({}),
})
export type PipelineSettings = z.output<typeof PipelineFile> & { readonly version: string; readonly file: string }

function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}

const require = createRequire(import.meta.url)

/** Reads and validates a pipeline file; throws `bad-pipeline` with every place that is wrong. */
export function readPipelineFile(file: string): PipelineSettings {
  if (!existsSync(file)) {
    throw new ThemewireError('bad-pipeline', `there is no pipeline file at ${file}`, {
      hint: 'give one with --pipeline or THEMEWIRE_PIPELINE, or unset it for the one that comes with the package',
    })
  }
  const content = readFileSync(file, 'utf8')
  const yaml = require('yaml') as typeof import('yaml')
  const counter = new yaml.LineCounter()
  const document = yaml.parseDocument(content, { lineCounter: counter })
  const [syntax] = document.errors
  if (syntax)
    throw bad(file, {
      line: counter.linePos(syntax.pos[0]).line,
      message: syntax.message.split('\n')[0] ?? 'not valid YAML',
    })
  const parsed = PipelineFile.superRefine(checkNames).safeParse(document.toJS())
  if (!parsed.success) {
    const lineOf = (path: readonly PropertyKey[]): number => {
      const node = document.getIn(path, true) ?? document.getIn(path.slice(0, -1), true)
      const range = yaml.isNode(node) ? node.range : null
      return range ? counter.linePos(range[0]).line : 1
    }
    const wrong = parsed.error.issues.map(({ path, message }) => ({
      line: lineOf(path),
      message: `${path.map(String).join('.') || 'file'}: ${message}`,
    }))
    throw bad(file, ...wrong.toSorted((a, b) => a.line - b.line))
  }
  const version = createHash('sha256').update(content).digest('hex').slice(0, 12)
  return { ...parsed.data, version, file }
}

const bad = (
  file: string,
  ...wrong: readonly { readonly line: number; readonly message: string }[]
): ThemewireError => {
  const told = wrong.map(({ line, message }) => `line ${line}: ${message}`).join('; ')
  return new ThemewireError('bad-pipeline', `${basename(file)}, ${told}`, { hint: `mend ${file}` })
}
