/** The client is for programs that know nothing of Themewire's insides: importing it must not load them. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Every module that importing `file` loads: imports that are types only are gone at run time. */
function loads(file: URL, seen = new Set<string>()): Set<string> {
  seen.add(file.pathname)
  const source = readFileSync(file, 'utf8')
  for (const [, clause = '', from = ''] of source.matchAll(/^(?:import|export) ([^'"]*)from '([^']+)'/gm)) {
    if (clause.startsWith('type ')) continue
    if (!from.startsWith('.')) seen.add(from)
    else if (!seen.has(new URL(from, file).pathname)) loads(new URL(from, file), seen)
  }
  return seen
}

test('loads its own three files and the errors, and no package', () => {
  const root = new URL('../../src/', import.meta.url)
  const loaded = [...loads(new URL('client/client.ts', root))].map((name) => name.replace(root.pathname, ''))
  expect(loaded.sort()).toEqual(['client/client.ts', 'client/event-stream.ts', 'client/request.ts', 'errors.ts'])
})
