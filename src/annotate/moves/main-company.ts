/** The company an article is about, for shares that name none: "Shares lost 3.5%" · "The stock edged up 0.8%" · "Both stocks fell about 2%". */
import type { Doc, Mention, Sentence } from '../../doc.ts'
import type { MentionsOf } from './subjects.ts'

const isCompany = ({ type, asSource }: Mention): boolean => type === 'equity' && !asSource

const ofMarkets =
  /\b(?:stocks|wall street|markets|(?:asian|equity|european|global|share|stock) market|futures|shares (?:climb|close|drop|edge|end|fall|gain|jump|open|rally|rise|slide|slip|steady))\b/i

/** Is the headline about a market? */
const isOfMarkets = ({ article, mentions }: Doc): boolean =>
  ofMarkets.test(article.title ?? '') ||
  mentions.some(({ sentence, type }) => sentence.field === 'title' && (type === 'index' || type === 'group'))

/** The only company of the headline. */
function titled({ mentions }: Doc): Mention | undefined {
  const [first, ...others] = mentions.filter((mention) => mention.sentence.field === 'title' && isCompany(mention))
  return others.every(({ symbol }) => symbol === first?.symbol) ? first : undefined
}

/** The company of all that the text has named so far, when it is one. */
function onlyOneSoFar(doc: Doc, sentence: Sentence): Mention | undefined {
  let only: Mention | undefined
  for (const mention of doc.mentions) {
    if (mention.sentence.index >= sentence.index || mention.sentence.zone === 'table') continue
    if (mention.type === 'index' || mention.type === 'group') return undefined
    if (!isCompany(mention)) continue
    if (only && only.symbol !== mention.symbol) return undefined
    only = mention
  }
  return only
}

/** Whose shares those are that nobody near is said to own; `near` is the company named last before. */
export function mainCompany(doc: Doc, sentence: Sentence, near: Mention | undefined): Mention | undefined {
  if (isOfMarkets(doc)) return near?.sentence.field === 'title' ? undefined : near
  const before = doc.sentences[sentence.index - 1]
  const opens = before?.paragraph !== sentence.paragraph || before.field !== sentence.field
  return (opens ? titled(doc) : undefined) ?? near ?? onlyOneSoFar(doc, sentence) ?? titled(doc)
}

const pair =
  /^["“]?(?:both|the two|each)(?: (?:of the )?(?:shares|stocks|companies|banks|lenders|retailers|\w*makers))?(?: (?:have|had|were|are|also|then|ended|closed|finished))* $/i
const furthestBack = 3

/** The two companies that "both stocks" are: those of the sentences right before, when they are two. */
export function bothCompanies(doc: Doc, sentence: Sentence, mentionsOf: MentionsOf, cue: number): readonly Mention[] {
  if (cue > 60 || !pair.test(sentence.text.slice(0, cue))) return []
  const found = new Map<string, Mention>()
  for (let back = 1; back <= furthestBack && found.size < 2; back++) {
    const earlier = doc.sentences[sentence.index - back]
    if (earlier?.field !== sentence.field) break
    for (const mention of mentionsOf(earlier).slice(0, 20)) if (isCompany(mention)) found.set(mention.symbol, mention)
  }
  return found.size === 2 ? [...found.values()] : []
}
