/** Finds what did not move: "The CAC 40 was flat" · "the Topix ended little changed" · "gold held steady at $4,600". */
import { addFinding, spanOf, type Doc, type Mention, type Sentence } from '../../doc.ts'

const flat =
  /^(?:['’]s)?(?: (?:futures|shares|stock|index|prices|yield))?(?:,| also)? (?:was|were|is|ended|closed|finished|traded|held|remained|stood|settled)(?: the (?:day|week|session|month))? (?:last |broadly |almost |nearly |mostly |virtually |largely |roughly )?(?:flat|little changed|unchanged|steady)\b(?! (?:by|up|down|for))/
const longest = 90

/** One finding for each instrument that is said to stand where it stood. */
export function addFlat(doc: Doc, sentence: Sentence, mentions: readonly Mention[]): void {
  for (const mention of mentions) {
    if (mention.asSource || mention.type === 'group') continue
    const end = mention.end - sentence.start
    const said = flat.exec(sentence.text.slice(end, end + longest))
    if (!said) continue
    addFinding(
      doc,
      'move',
      { subject: mention.symbol, direction: 'flat', basis: 'actual' },
      [spanOf(doc, sentence.field, mention.start, mention.end + said[0].length)],
      'little-changed',
      0.8,
    )
  }
}
