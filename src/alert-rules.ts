/** What a pipeline file says of alerts: rules that news is held against, and the webhooks that hear of it. */
import { z } from 'zod'

const units = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const
/** "90m", "24h", "7d"; as milliseconds. */
const duration = z
  .string()
  .regex(/^\d{1,4}[mhd]$/, 'is a time such as 90m, 24h or 7d')
  .transform((text) => Number(text.slice(0, -1)) * units[text.at(-1) as keyof typeof units])
const name = z.string().regex(/^[a-z0-9-]{1,60}$/, 'is a name of small letters, digits and hyphens')
const stories = z.int().min(1)

const common = {
  name,
  /** After an alert the rule is silent about the same theme, instrument or bank for so long. */
  cooldown: duration.default(units.d),
  /** Names of `webhooks`; with none an alert is only shown. */
  webhooks: z.array(name).default([]),
}

/** A theme has more attention in the last 24 hours than is usual for it: 30 windows of 24 hours before, at least ten with stories. */
const ThemeSpike = z
  .strictObject({
    on: z.literal('theme-spike'),
    ...common,
    /** Absent: any. */
    theme: z.string().optional(),
    /** Standard deviations above its usual attention, at least. */
    z: z.number().positive().optional(),
    /** Times its usual attention, at least. */
    ratio: z.number().min(1).optional(),
    /** Stories of the theme in the last 24 hours, at least. */
    stories: stories.default(3),
  })
  .refine(({ z, ratio }) => z !== undefined || ratio !== undefined, { message: 'needs "z" or "ratio"' })

/** The tone of the last 24 hours against that of the 7 days before. */
const SentimentSwing = z
  .strictObject({
    on: z.literal('sentiment-swing'),
    ...common,
    theme: z.string().optional(),
    ticker: z.string().optional(),
    /** Difference of mean scores (−1..1), in either direction. */
    by: z.number().positive().max(2),
    /** Stories on either side, at least. */
    stories: stories.default(3),
  })
  .refine(({ theme, ticker }) => (theme === undefined) !== (ticker === undefined), {
    message: 'needs one of "theme" and "ticker"',
  })

/** A central bank has decided on its rate. */
const Decision = z.strictObject({
  on: z.literal('decision'),
  ...common,
  /** Codes: FED, ECB, BOE …; absent: any. */
  banks: z.array(z.string()).min(1).optional(),
  actions: z
    .array(z.enum(['hike', 'cut', 'hold']))
    .min(1)
    .optional(),
  /** Stories of the last 24 hours that say so, at least. */
  stories: stories.default(1),
})

/** An article is about an instrument and about a theme. */
const TickerWithTheme = z.strictObject({
  on: z.literal('ticker-with-theme'),
  ...common,
  ticker: z.string(),
  theme: z.string(),
  /** Of either, 0..1. */
  relevance: z.number().min(0).max(1).default(0.3),
})

export const AlertRule = z.discriminatedUnion('on', [ThemeSpike, SentimentSwing, Decision, TickerWithTheme], {
  error: 'must have "on": theme-spike, sentiment-swing, decision or ticker-with-theme',
})
export type AlertRule = z.output<typeof AlertRule>
export type RuleOf<K extends AlertRule['on']> = Extract<AlertRule, { on: K }>

/** Who is told. The secret that signs is never in the file itself. */
export const Webhook = z
  .strictObject({
    name,
    url: z.url({ protocol: /^https?$/, error: 'is no http(s) address' }),
    secret: z.union([z.strictObject({ env: z.string().min(1) }), z.strictObject({ file: z.string().min(1) })], {
      error: 'must name where the secret is: {env: NAME} or {file: path}',
    }),
    /** It may lie in a private network, and be called without encryption. */
    private: z.boolean().default(false),
  })
  .refine(({ url, private: inside }) => inside || url.startsWith('https:'), {
    message: 'must be https, unless "private: true" says that it lies in your own network',
    path: ['url'],
  })
export type Webhook = z.output<typeof Webhook>

/** For `superRefine`: names are used once, and a rule names webhooks that there are. */
export function checkNames(
  { alerts, webhooks }: { alerts: readonly AlertRule[]; webhooks: readonly Webhook[] },
  context: z.RefinementCtx,
): void {
  const complain = (path: (string | number)[], message: string): void =>
    context.addIssue({ code: 'custom', path, message })
  for (const [list, entries] of Object.entries({ alerts, webhooks })) {
    entries.forEach((entry, index) => {
      if (entries.findIndex((other) => other.name === entry.name) < index)
        complain([list, index, 'name'], `"${entry.name}" is there twice`)
    })
  }
  alerts.forEach((rule, index) => {
    const missing = rule.webhooks.find((one) => !webhooks.some((webhook) => webhook.name === one))
    if (missing !== undefined) complain(['alerts', index, 'webhooks'], `there is no webhook "${missing}" in this file`)
  })
}
