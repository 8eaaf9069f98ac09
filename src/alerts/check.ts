/** What the pipeline file cannot know of its alerts: are there such themes, banks and secrets? Asked before work begins. */
import type { AlertRule, Webhook } from '../alert-rules.ts'
import { ThemewireError } from '../errors.ts'
import type { Models } from '../models.ts'
import { keysOf } from './sign.ts'

/** Throws `bad-pipeline` for the first that is not there. */
export function checkAlerts(
  { alerts, webhooks }: { readonly alerts: readonly AlertRule[]; readonly webhooks: readonly Webhook[] },
  models: Pick<Models, 'themes' | 'institutions'>,
  env: NodeJS.ProcessEnv = process.env,
): void {
  for (const webhook of webhooks) keysOf(webhook, env)
  const themes = new Set(models.themes.themes.map(({ id }) => id))
  const { banks } = models.institutions
  for (const rule of alerts) {
    if ('theme' in rule && rule.theme !== undefined && !themes.has(rule.theme))
      throw missing(rule, 'theme', rule.theme, '`themewire themes` lists those that were found, models/themes/ all')
    const bank = rule.on === 'decision' ? rule.banks?.find((code) => !banks.has(code)) : undefined
    if (bank !== undefined) throw missing(rule, 'bank', bank, `there are: ${[...banks.keys()].join(', ')}`)
  }
}

const missing = (rule: AlertRule, what: string, name: string, hint: string): ThemewireError =>
  new ThemewireError('bad-pipeline', `alert "${rule.name}": there is no ${what} "${name}"`, { hint })
