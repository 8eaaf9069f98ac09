/**
 * Loads the data in `models/`: YAML and TSV files a person edits.
 * The build compiles YAML to JSON, addressed by content, so an edited file is parsed afresh and an unedited one costs nothing.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildGazetteer, type Gazetteer } from './annotate/instruments/gazetteer.ts'
import type { SentimentModel } from './annotate/sentiment/model.ts'
import { readTheme } from './annotate/themes/theme-file.ts'
import { buildThemes, type ThemeSet } from './annotate/themes/themes.ts'
import { ThemewireError } from './errors.ts'
import { buildSites, type Sites } from './extract/sites.ts'
import { readListingsFile } from './listings-file.ts'
import { buildInstitutions, type Institutions } from './text/institutions.ts'
import { readSentimentModel } from './sentiment-model.ts'
import { readVocabulary, type Vocabulary } from './text/vocabulary.ts'
import { readThemeWeights } from './theme-weights.ts'

/** Everything the annotators know of the world. Parts are built when first used. */
export interface Models {
  /** Changes whenever any file under `models/` does, or the listings are refreshed. */
  readonly version: string
  /** Site rules of `sites.yml`. */
  readonly sites: Sites
  /** Names and symbols of all instruments, from `instruments/`. */
  readonly gazetteer: Gazetteer
  /** Every theme of `themes/`, compiled into one matcher. */
  readonly themes: ThemeSet
  /** The word lists and sector names of `vocabulary.yml`. */
  readonly vocabulary: Vocabulary
  /** What sentiment is read by: the trained model of `sentiment/`. */
  readonly sentiment: SentimentModel
  /** Central banks, their people and rates, economies and authorities, from `institutions.yml`, `people.yml`, `policy-rates.yml`. */
  readonly institutions: Institutions
}

export const modelsFolder = fileURLToPath(new URL('../models/', import.meta.url))

const hashOf = (content: string): string => createHash('sha256').update(content).digest('hex').slice(0, 24)

/** One file of `models/`, read. */
export interface DataFile {
  /** Path below the folder, with forward slashes. */
  readonly path: string
  /** Where it is, as a person finds it. */
  readonly place: string
  readonly hash: string
  readonly content: string
}

/** Reads the data files of a models folder; throws `bad-models` when it cannot be read. */
export function readDataFiles(folder: string): DataFile[] {
  if (!existsSync(folder)) {
    throw new ThemewireError('bad-models', `there is no models folder at ${folder}`, {
      hint: 'reinstall the package, or point THEMEWIRE_MODELS at a copy of its models/ folder',
    })
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|tsv)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const content = readFileSync(file, 'utf8')
      return { path: relative(folder, file).replaceAll('\\', '/'), place: file, hash: hashOf(content), content }
    })
}

const require = createRequire(import.meta.url)
let compiled: Record<string, unknown> | undefined

/** YAML parsed once at build: content hash → data. Absent when run from the source, and that is fine. */
function compiledData(): Record<string, unknown> {
  const file = new URL('./models.json', import.meta.url)
  compiled ??= existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {}
  return compiled
}

/** The data in a YAML file; throws `bad-models` with the line on a syntax error. */
export function parseYaml(file: DataFile): unknown {
  const ready = compiledData()[file.hash]
  if (ready !== undefined) return ready
  const yaml = require('yaml') as typeof import('yaml')
  try {
    return yaml.parse(file.content) as unknown
  } catch (error) {
    throw new ThemewireError('bad-models', `${file.place} is not valid YAML: ${(error as Error).message}`, {
      hint: 'mend the line it names; `themewire doctor` checks all files',
    })
  }
}

/** The data of one YAML file of the folder; undefined when it is not there. */
function dataOf(files: readonly DataFile[], path: string): unknown {
  const file = files.find((file) => file.path === path)
  return file && parseYaml(file)
}

const listingsPath = 'instruments/listings.tsv'

/** Refreshed listings take the shipped ones' place, unless those have changed since. */
function withListings(files: readonly DataFile[], listingsFile: string | undefined): readonly DataFile[] {
  const refreshed = listingsFile === undefined ? undefined : readListingsFile(listingsFile)
  if (!refreshed) return files
  return files.map((file) =>
    file.path === listingsPath && file.hash === refreshed.origin.over
      ? { ...file, hash: hashOf(refreshed.table), content: refreshed.table }
      : file,
  )
}

/** The shipped listing table of a models folder, which refreshed listings are merged over. */
export function shippedListings(folder: string): DataFile {
  const file = readDataFiles(folder).find(({ path }) => path === listingsPath)
  if (file) return file
  throw new ThemewireError('bad-models', `${folder} has no ${listingsPath}`, { hint: 'reinstall the package' })
}

const isTheme = ({ path }: DataFile): boolean => /^themes\/[^/]+\.ya?ml$/.test(path)

export interface KnownTheme {
  readonly id: string
  readonly label: string
}

/** The themes of a models folder by name, `chosen` of them where ids are given; throws `bad-models` for a file that is wrong. */
export const knownThemes = (folder: string, chosen?: readonly string[]): KnownTheme[] =>
  readDataFiles(folder)
    .filter(isTheme)
    .map((file) => readTheme(file.place, file.content, parseYaml(file)))
    .filter(({ id }) => chosen?.includes(id) !== false)
    .map(({ id, label }) => ({ id, label }))

/** Loads models from a folder, with the listings of `listingsFile` when there are any for it. */
export function loadModels(
  folder: string = process.env['THEMEWIRE_MODELS'] ?? modelsFolder,
  listingsFile?: string,
): Models {
  const files = withListings(readDataFiles(folder), listingsFile)
  let institutions: Institutions | undefined
  let sites: Sites | undefined
  let gazetteer: Gazetteer | undefined
  let words: Vocabulary | undefined
  let themes: ThemeSet | undefined
  let sentiment: SentimentModel | undefined
  const vocabulary = (): Vocabulary => (words ??= readVocabulary(dataOf(files, 'vocabulary.yml')))
  return {
    version: hashOf(files.map((file) => `${file.path}:${file.hash}`).join('\n')).slice(0, 12),
    get institutions() {
      return (institutions ??= buildInstitutions(
        dataOf(files, 'institutions.yml'),
        dataOf(files, 'people.yml'),
        dataOf(files, 'policy-rates.yml'),
      ))
    },
    get sites() {
      return (sites ??= buildSites(dataOf(files, 'sites.yml')))
    },
    get gazetteer() {
      return (gazetteer ??= buildGazetteer({
        listings: files.find((file) => file.path === listingsPath)?.content ?? '',
        companies: dataOf(files, 'instruments/companies.yml'),
        indices: dataOf(files, 'instruments/indices.yml'),
        currencies: dataOf(files, 'instruments/currencies.yml'),
        commodities: dataOf(files, 'instruments/commodities.yml'),
        crypto: dataOf(files, 'instruments/crypto.yml'),
        bonds: dataOf(files, 'instruments/bonds.yml'),
        groups: dataOf(files, 'instruments/groups.yml'),
      }))
    },
    get themes() {
      const sources = files.filter(isTheme)
      return (themes ??= buildThemes(
        sources.map((file) => ({ path: file.place, content: file.content, data: parseYaml(file) })),
        vocabulary(),
        {
          industries: files.find((file) => file.path === 'instruments/industries.tsv')?.content.trimEnd() ?? '',
          aboutness: readThemeWeights(folder),
        },
      ))
    },
    get vocabulary() {
      return vocabulary()
    },
    get sentiment() {
      return (sentiment ??= readSentimentModel(
        folder,
        dataOf(files, 'sentiment/model.yml'),
        dataOf(files, 'sentiment/words.yml'),
      ))
    },
  }
}
