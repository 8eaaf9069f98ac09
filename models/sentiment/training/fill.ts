/** Fills the slots of patterns: `{place}` stands for any of the list `place`, whose entries may hold slots again. */
import { randomFrom } from './linear.ts'

export type Lists = Readonly<Record<string, readonly string[]>>

/** The same sentences every run. `numbers` gives the slots that are figures, anew for each sentence. */
export function fill(
  howMany: number,
  seed: number,
  patterns: readonly string[],
  lists: Lists,
  numbers: (random: () => number) => Record<string, string> = () => ({}),
): string[] {
  const random = randomFrom(seed)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!
  return Array.from({ length: howMany }, () => {
    const figures = numbers(random)
    const filled = (pattern: string): string =>
      pattern.replace(/\{(\w+)\}/g, (_, slot: string) => figures[slot] ?? filled(pick(lists[slot]!)))
    return filled(pick(patterns)).replace(/ {2,}/g, ' ').trim()
  })
}
