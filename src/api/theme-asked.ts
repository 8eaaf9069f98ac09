/** The theme that a path or a parameter names: told in stored stories, or known to the models and not told yet. */
import { ThemewireError } from '../errors.ts'
import type { Context } from '../queue/context.ts'
import { subjectOf, type Subject } from '../store/names.ts'
import { noSuch } from '../text/nearest.ts'

export interface ThemeAsked {
  readonly theme: Subject & { readonly name: string }
  /** Says that no story tells it, where none does. */
  readonly notes: string[]
}

/** Throws `not-found` for what is neither told nor known, with the nearest that is known. */
export async function themeAsked(context: Context, id: string): Promise<ThemeAsked> {
  const told = await subjectOf(context.store.db, { kind: 'theme', id })
  if (told !== null) return { theme: told, notes: [] }
  const known = await context.themes()
  const untold = known.find((theme) => theme.id === id)
  if (untold !== undefined)
    return {
      theme: { kind: 'theme', id, name: untold.label },
      notes: [`the theme "${id}" is known, and no stored story tells it yet`],
    }
  const names = known.map((theme) => theme.id)
  throw new ThemewireError('not-found', noSuch(`theme "${id}"`, id, names), { hint: 'GET /v1/themes lists them' })
}
