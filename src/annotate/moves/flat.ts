/** Finds what did not move: "The CAC 40 was flat" · "the Topix ended little changed" · "gold held steady at $4,600" · "Shell gave up a 2% gain to close flat". */
import { addFinding, spanOf, type Doc, type Mention, type Sentence } from '../../doc.ts'

const flat =
  /^(?:['’]s)?(?: (?:futures|shares|stock|index|prices|yield))?(?:,| also)? (?:was|were|is|ended|closed|finished|traded|held|remained|stood|settled)(?: the (?:day|week|session|month))? (?:last |broadly |almost |nearly |mostly |virtually |largely |roughly )?(?:flat|little changed|unchanged|steady)\b(?! (?:by|up|down|for))/
/** "Gave up an early gain of 3% to trade flat", "rose as much as 2% but closed little changed": how the day ended. */
const endedFlat =
  /^(?:['’]s)?(?: (?!(?:who|which|whose|that|while|as(?! (?:much|far|low|high|\d))|if|could|may|might|would)\b)[\w.,%$€£’'-]+){1,18}?,? (?:to|and|but|before|only to|then|yet) (?:later )?(?:clos(?:e|ed|ing)|end(?:ed|ing)?|finish(?:ed|ing)?|trad(?:e|ed|ing)|settl(?:e|ed|ing))(?: the (?:day|week|session|month))? (?:broadly |almost |nearly |mostly |virtually |largely |roughly )?(?:flat|little changed|unchanged)\b(?! (?:by|up|down|for))/
const longest = 160

/** One finding for each instrument that is said to stand where it stood; gives their symbols. */
export function addFlat(doc: Doc, sentence: Sentence, mentions: readonly Mention[]): readonly string[] {
  const found: string[] = []
  for (const mention of mentions) {
    if (mention.asSource || mention.type === 'group') continue
    const end = mention.end - sentence.start
    const behind = sentence.text.slice(end, end + longest)
    const ended = endedFlat.exec(behind)
    const to = ended && mention.end + ended[0].length
    const alone = to !== null && !mentions.some(({ start }) => start > mention.end && start < to)
    const said = flat.exec(behind) ?? (alone ? ended : null)
    if (!said) continue
    addFinding(
      doc,
      'move',
      { subject: mention.symbol, direction: 'flat', basis: 'actual' },
      [spanOf(doc, sentence.field, mention.start, mention.end + said[0].length)],
      'little-changed',
      0.8,
    )
    found.push(mention.symbol)
  }
  return found
}
