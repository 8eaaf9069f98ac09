/** Build step: YAML under models/ becomes dist/models.json, content hash → data; and files that tsc does not copy are copied. */
import { cpSync, chmodSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { modelsFolder, parseYaml, readDataFiles } from '../models.ts'

const dist = fileURLToPath(new URL('..', import.meta.url))
const source = fileURLToPath(new URL('../../src', import.meta.url))

const compiled: Record<string, unknown> = {}
for (const file of readDataFiles(modelsFolder)) if (/\.ya?ml$/.test(file.path)) compiled[file.hash] = parseYaml(file)
writeFileSync(`${dist}/models.json`, JSON.stringify(compiled))
cpSync(`${source}/store/migrations`, `${dist}/store/migrations`, { recursive: true })
chmodSync(`${dist}/cli/main.js`, 0o755)
