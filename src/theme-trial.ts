/** Tries a theme file that is not among the models yet: whether its sentences are judged as it says, and where it is found. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Annotator } from './doc.ts'
import { makeDoc, findingsOf } from './doc.ts'
import { themes } from './annotate/themes/annotate.ts'
import { buildThemes } from './annotate/themes/themes.ts'
import { ThemewireError } from './errors.ts'
import { articleFromText } from './extract/article.ts'
import type { Models } from './models.ts'

export interface ThemeTrial {
  readonly id: string
  readonly label: string
  readonly examples: number
  readonly counterExamples: number
  /** Examples that are not found, counter-examples that are. */
  readonly notFound: readonly string[]
  readonly wronglyFound: readonly string[]
  /** The first sentence that speaks of the theme, or null where the text is not about it. */
  readonly find: (text: string, title?: string | null) => string | null
}

const require = createRequire(import.meta.url)

/** Throws `file-unreadable` and `bad-models`, with the line of what is wrong; a pattern that would take too long is refused. */
export function tryTheme(path: string, models: Models): ThemeTrial {
  const content = textOf(path)
  const theme = buildThemes([{ path, content, data: dataOf(path, content) }], models.themes.vocabulary)
  const [file] = theme.themes
  const annotator: Annotator = themes(theme)
  const find = (text: string, title: string | null = null): string | null => {
    const doc = makeDoc('trial', articleFromText(title === null ? { text } : { text, title }), null)
    annotator.annotate(doc)
    return findingsOf(doc, 'theme')[0]?.evidence[0]?.quote ?? null
  }
  return {
    id: file!.id,
    label: file!.label,
    examples: file!.examples.length,
    counterExamples: file!.counterExamples.length,
    notFound: file!.examples.filter((example) => find(example) === null),
    wronglyFound: file!.counterExamples.filter((example) => find(example) !== null),
    find,
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : 'it is not readable'
    throw new ThemewireError('file-unreadable', `${path} cannot be read: ${why}`, {
      hint: 'name a theme file, such as models/themes/rotation.yml',
    })
  }
}

function dataOf(path: string, content: string): unknown {
  const yaml = require('yaml') as typeof import('yaml')
  try {
    return yaml.parse(content) as unknown
  } catch (error) {
    throw new ThemewireError('bad-models', `${path} is not valid YAML: ${(error as Error).message}`, {
      hint: 'mend the line it names',
    })
  }
}
