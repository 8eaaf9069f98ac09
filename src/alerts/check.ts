/** What the pipeline file cannot know of its alerts: are there such themes, banks and secrets? Asked before work begins. */
import type { AlertRule, Webhook } from '../alert-rules.ts'
import { asThemewireError, ThemewireError } from '../errors.ts'
import type { Models } from '../models.ts'
import { keysOf } from './sign.ts'

/** Throws `bad-pipeline` for all that are not there. */
export function checkAlerts(
  { alerts, webhooks }: { readonly alerts: readonly AlertRule[]; readonly webhooks: readonly Webhook[] },
  models: Pick<Models, 'themes' | 'institutions'>,
  env: NodeJS.ProcessEnv = process.env,
): void {
  const wrong = [
    ...webhooks.flatMap((webhook) => errorOf(() => keysOf(webhook, env))),
    ...alerts.flatMap((rule) => missingIn(rule, models)),
  ]
  const [first] = wrong
  if (first === undefined) return
  if (wrong.length === 1) throw first
  const hints = [...new Set(wrong.flatMap(({ hint }) => hint ?? []))]
  throw new ThemewireError('bad-pipeline', wrong.map(({ message }) => message).join('; '), { hint: hints.join('; ') })
}

function missingIn(
  rule: AlertRule,
  { themes, institutions }: Pick<Models, 'themes' | 'institutions'>,
): ThemewireError[] {
  const theme = 'theme' in rule ? rule.theme : undefined
  const isUnknown = theme !== undefined && !themes.themes.some(({ id }) => id === theme)
  const banks = rule.on === 'decision' ? (rule.banks ?? []) : []
  return [
    ...(isUnknown
      ? [missing(rule, 'theme', theme, '`themewire themes` lists those that were found, models/themes/ all')]
      : []),
    ...banks
      .filter((code) => !institutions.banks.has(code))
      .map((code) => missing(rule, 'bank', code, `there are: ${[...institutions.banks.keys()].join(', ')}`)),
  ]
}

function errorOf(check: () => unknown): ThemewireError[] {
  try {
    check()
    return []
  } catch (error) {
    return [asThemewireError(error)]
  }
}

const missing = (rule: AlertRule, what: string, name: string, hint: string): ThemewireError =>
  new ThemewireError('bad-pipeline', `alert "${rule.name}": there is no ${what} "${name}"`, { hint })
