/** What is derived is up to date: README tables, help, OpenAPI; and every dependency has its reason. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { derivedFiles } from '../../src/dev/docs.ts'

describe('derived documentation', async () => {
  for (const [file, content] of await derivedFiles()) {
    it(`${file} is as \`npm run docs\` writes it`, () => {
      expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')).toBe(content)
    })
  }
})
