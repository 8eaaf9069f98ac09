/** Fails on an import that goes up a floor, on a circle, on zero files read, and on I/O, clock or chance in the pure rooms. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'

const config = JSON.parse(readFileSync('.dependency-cruiser.json', 'utf8')) as {
  forbidden: NonNullable<NonNullable<ICruiseOptions['ruleSet']>['forbidden']>
  options: ICruiseOptions
}
const { output } = await cruise(
  ['src'],
  { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true },
  config.options.enhancedResolveOptions,
  { tsConfig: extractTSConfig('tsconfig.json') },
)
const result = output as ICruiseResult
const problems = result.summary.violations
  .filter((violation) => violation.rule.severity === 'error')
  .map((violation) => `${violation.rule.name}: ${violation.from} → ${violation.to}`)

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
const read = result.modules.filter((module) => module.source.startsWith('src/')).length
if (read < files.length) problems.push(`only ${read} of ${files.length} files were read`)

// What imports cannot show: globals that reach for the clock, chance or the outside.
const impure =
  /\b(?:Date\.now|Math\.random|performance\.now|process\.(?:env|cwd|hrtime)|fetch|setTimeout|setInterval)\s*\(|\bnew Date\(\)|process\.env/
for (const name of files.filter((name) => /^(?:annotate|extract|text|refine)\//.test(name.replaceAll('\\', '/')))) {
  readFileSync(join('src', name), 'utf8')
    .split('\n')
    .forEach((line, index) => {
      const code = line.replace(/\/\/.*/, '').replace(/^\s*\*.*/, '')
      if (impure.test(code)) problems.push(`pure-rooms: src/${name}:${index + 1}: ${line.trim()}`)
    })
}

for (const problem of problems) console.error(problem)
console.log(`floors: ${read} files, ${result.summary.totalDependenciesCruised} imports, ${problems.length} problems`)
process.exitCode = problems.length > 0 || read === 0 ? 1 : 0
