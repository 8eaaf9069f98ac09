/** A real browser, where Debian's Chromium is installed, and where screenshots go. */
import { existsSync, mkdirSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
export const hasBrowser = existsSync(executablePath)
if (!hasBrowser)
  console.log(`skipped: tests in a browser, for there is no ${executablePath} (Debian: apt-get install chromium)`)

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export const artefacts = 'test-artefacts'
mkdirSync(artefacts, { recursive: true })
