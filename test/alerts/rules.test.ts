/** Alert rules in the pipeline file: what is wrong is said with its line, and secrets are never in the file or in an error. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { checkAlerts } from '../../src/alerts/check.ts'
import { keysOf, signatureOf } from '../../src/alerts/sign.ts'
import { ThemewireError } from '../../src/errors.ts'
import { loadModels } from '../../src/models.ts'
import { readPipelineFile, type PipelineSettings } from '../../src/pipeline-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'themewire-alerts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function settings(text: string): PipelineSettings {
  const file = join(folder, 'pipeline.yml')
  writeFileSync(file, `name: mine\nannotators: [tables]\n${text}`)
  return readPipelineFile(file)
}
const problem = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    expect(error).toBeInstanceOf(ThemewireError)
    expect((error as ThemewireError).code).toBe('bad-pipeline')
    return (error as Error).message
  }
  throw new Error('nothing was refused')
}

const webhooks = `webhooks:
  - name: desk
    url: https://hooks.example/desk
    secret: { env: DESK_SECRET }
`
const good = `alerts:
  - { name: oil, on: theme-spike, theme: oil-supply, z: 2, stories: 4, cooldown: 90m, webhooks: [desk] }
  - { name: nvda, on: sentiment-swing, ticker: NVDA, by: 0.5 }
  - { name: fed, on: decision, banks: [FED], actions: [cut, hike] }
  - { name: chips, on: ticker-with-theme, ticker: NVDA, theme: chip-controls }
${webhooks}`

describe('the pipeline file', () => {
  it('takes four kinds of rule', () => {
    const { alerts } = settings(good)
    expect(alerts).toMatchObject([
      { on: 'theme-spike', cooldown: 5_400_000, webhooks: ['desk'] },
      { on: 'sentiment-swing', cooldown: 86_400_000, stories: 3, webhooks: [] },
      { on: 'decision', stories: 1 },
      { on: 'ticker-with-theme', relevance: 0.3 },
    ])
    expect(settings('')).toMatchObject({ alerts: [], webhooks: [] })
  })

  it.each<[what: string, text: string, says: RegExp]>([
    ['an unknown kind', 'alerts:\n  - { name: a, on: rumour }', /line 4: alerts\.0\.on: must have "on": theme-spike, /],
    ['a spike of no size', 'alerts:\n  - { name: a, on: theme-spike }', /line 4: alerts\.0: needs "z" or "ratio"/],
    ['a swing of nothing', 'alerts:\n  - { name: a, on: sentiment-swing, by: 1 }', /one of "theme" and "ticker"/],
    ['a parameter of another kind', 'alerts:\n  - { name: a, on: decision, z: 2 }', /Unrecognized key: "z"/],
    ['a cool-down without unit', 'alerts:\n  - { name: a, on: decision, cooldown: "24" }', /a time such as 90m, 24h/],
    [
      'an unknown webhook',
      'alerts:\n  - { name: a, on: decision, webhooks: [desk] }',
      /no webhook "desk" in this file/,
    ],
    [
      'a name used twice',
      'alerts:\n  - { name: a, on: decision }\n  - { name: a, on: decision }',
      /line 5: .*"a" is there twice/,
    ],
    [
      'each of several',
      'alerts:\n  - { name: a, on: rumour }\n  - { name: b, on: theme-spike }\n  - { name: c, on: decision, cooldown: "24" }',
      /line 4: alerts\.0\.on: .*; line 5: alerts\.1: needs .*; line 6: alerts\.2\.cooldown: /,
    ],
    [
      'a webhook in the clear',
      webhooks.replace('https', 'http'),
      /line 5: webhooks\.0\.url: must be https, unless "private: true"/,
    ],
    ['a webhook that is no address', webhooks.replace('https://hooks.example', 'hooks'), /no http\(s\) address/],
    ['a secret in the file', webhooks.replace('{ env: DESK_SECRET }', 'whsec_abc'), /must name where the secret is/],
  ])('refuses %s', (_what, text, says) => {
    expect(problem(() => settings(text))).toMatch(says)
  })
})

describe('before work begins', () => {
  const models = loadModels()
  const env = { DESK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}` }

  it('themes, banks and secrets have to be there', () => {
    expect(() => checkAlerts(settings(good), models, env)).not.toThrow()
    expect(problem(() => checkAlerts(settings(good), models, {}))).toBe(
      'webhook "desk": the environment variable DESK_SECRET holds no secret',
    )
    expect(problem(() => checkAlerts(settings(good.replace('oil-supply', 'oil')), models, env))).toBe(
      'alert "oil": there is no theme "oil"',
    )
    expect(problem(() => checkAlerts(settings(good.replace('FED', 'FRB')), models, env))).toBe(
      'alert "fed": there is no bank "FRB"',
    )
    const twice = settings(good.replace('oil-supply', 'oil').replace('FED', 'FRB, BOX'))
    expect(problem(() => checkAlerts(twice, models, env))).toBe(
      'alert "oil": there is no theme "oil"; alert "fed": there is no bank "FRB"; alert "fed": there is no bank "BOX"',
    )
  })

  it.each([
    ['too short', `whsec_${Buffer.alloc(8).toString('base64')}`, /a secret of 8 bytes: it has to have 24 to 64/],
    ['no base64', 'hunter2!hunter2!hunter2!hunter2!', /no base64/],
  ])('a secret that is %s is refused and not repeated', (_what, secret, says) => {
    const message = problem(() => checkAlerts(settings(good), models, { DESK_SECRET: secret }))
    expect(message).toMatch(says)
    expect(message).not.toContain(secret.slice(6))
  })

  it('a secret may lie in a file, and two may hold while one is being replaced', () => {
    const file = join(folder, 'secret')
    const [one, two] = [Buffer.alloc(24, 1), Buffer.alloc(32, 2)]
    writeFileSync(file, `whsec_${one.toString('base64')} ${two.toString('base64')}\n`)
    const [webhook] = settings(webhooks.replace('{ env: DESK_SECRET }', `{ file: ${file} }`)).webhooks
    const keys = keysOf(webhook!)
    expect(keys).toEqual([one, two])
    expect(signatureOf(keys, { id: 'a', timestamp: 1, body: '{}' }).split(' ')).toHaveLength(2)
  })

  it('signs as the specification’s own example does', () => {
    const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64')
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' }
    expect(signatureOf([key], message)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })
})
