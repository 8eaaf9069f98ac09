/** All rows of a list, page by page. */
import type { Page } from '../query.ts'

const pageSize = 1000

export async function everyRow<T>(list: (page: { limit: number; cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const rows: T[] = []
  let cursor: string | null = null
  do {
    const page: Page<T> = await list({ limit: pageSize, ...(cursor === null ? {} : { cursor }) })
    rows.push(...page.data)
    cursor = page.meta.next
  } while (cursor !== null)
  return rows
}
