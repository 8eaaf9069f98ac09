/** Several names and as many sizes told in order: "Apple and Tesla fell 2% and 3%" · "Apple, Tesla and Ford rose 1%, 2% and 3%" · "… 2% and 3%, respectively". */
import type { Mention, Sentence } from '../../doc.ts'
import type { Cue, Size } from './sizes.ts'
import { jointSubjects } from './subjects.ts'

export interface Paired {
  readonly subject: Mention
  readonly direction: 'up' | 'down'
  readonly size: Size
}

/** As many names before the sentence's first verb as sizes after it; only where "respectively" says so. */
export function respectively(sentence: Sentence, mentions: readonly Mention[], sizes: readonly Size[]): Paired[] {
  if (!/\brespectively\b/i.test(sentence.text)) return []
  const first = sizes.find((size) => size.cue)
  if (!first?.cue) return []
  const cueAt = sentence.start + Math.min(first.start, first.cue.start)
  const seen = new Set<string>()
  const names = mentions.filter((mention) => {
    if (mention.end > cueAt || mention.asSource || seen.has(mention.symbol)) return false
    seen.add(mention.symbol)
    return true
  })
  return pair(names, sizes.slice(sizes.indexOf(first)), first.cue)
}

/** The names listed with `subject` and the sizes listed from `sizes[at]`, when they are as many. */
export function inOrder(
  sentence: Sentence,
  mentions: readonly Mention[],
  subject: Mention,
  sizes: readonly Size[],
  at: number,
): Paired[] {
  const listed = listedFrom(sentence.text, sizes, at)
  const { cue } = listed[0]!
  if (!cue || listed.length < 2) return []
  return pair([...jointSubjects(sentence, mentions, subject)].reverse().concat(subject), listed, cue)
}

/** "2%, 3% and 4%": sizes with nothing between them, the first of which has the verb. */
function listedFrom(text: string, sizes: readonly Size[], at: number): readonly Size[] {
  let end = at + 1
  while (end < sizes.length && !sizes[end]!.cue && between.test(text.slice(sizes[end - 1]!.end, sizes[end]!.start)))
    end++
  return sizes.slice(at, end)
}

const between = /^(?:,|,? and)(?: (?:about|almost|around|nearly|over|roughly))? $/

const pair = (names: readonly Mention[], sizes: readonly Size[], { direction }: Cue): Paired[] =>
  names.length === sizes.length && sizes.length > 1
    ? names.map((subject, i) => ({ subject, direction, size: sizes[i]! }))
    : []
