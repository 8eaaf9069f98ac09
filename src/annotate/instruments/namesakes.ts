/** What bears a company's name and is not the company: "Wells Fargo Center", "the MSCI world index", "editing by Gerald McCormick", "NYSE Amex". */
import type { Sentence } from '../../doc.ts'

const venue =
  /^ (?:Arena|Ballpark|Bowl|Cent(?:er|re)|Classic|Cup|Field|Garden|Hall|Invitational|Marathon|Mile|Open|Park|Place|Plaza|Prize|Stadium|Theat(?:er|re)|Tower|Trophy)\b/

const index =
  /^(?:\/\S+)?(?: (?:\p{Lu}[\p{L}.&-]*|of|all-country|all-share|bond|commodity|emerging|equit(?:y|ies)|global|hous(?:e|ing)|market|price|share|stock|world)){0,6} (?:barometer|gauge|[Ii]nd(?:ex|exes|ices)|[Ss]urveys?)\b/u
const measured = /\b(?:as measured|gauged|tracked) by $/i
const markets = /^ (?:all-country|emerging|world) /i

/** Judged by the words around the mention; offsets into the sentence's field. */
export function isNamesake(sentence: Sentence, start: number, end: number): boolean {
  const { text } = sentence
  const before = text.slice(Math.max(0, start - sentence.start - 40), start - sentence.start)
  const after = text.slice(end - sentence.start, end - sentence.start + 120)
  return (
    venue.test(after) ||
    (sentence.field === 'text' && (index.test(after) || markets.test(after) || measured.test(before))) ||
    /\bNYSE $/.test(before) ||
    /\bFederal Reserve $/.test(before) ||
    isNewsroomCredit(text.slice(Math.max(0, start - sentence.start - 300), start - sentence.start))
  )
}

/** "(Reporting by A and B; editing by Gerald E.": who made the article is no part of it. */
function isNewsroomCredit(before: string): boolean {
  const credit = Math.max(...['eporting by ', 'diting by ', 'riting by '].map((words) => before.lastIndexOf(words)))
  return credit >= 0 && !before.includes(')', credit)
}
