/** Whom an article calls by a full name before it says the surname alone: "Richard Parsons, a director", later "Parsons". */
import type { NameHit } from './find-names.ts'

/** The commonest given names in US news; a surname behind one is a person's. */
const given = new Set(
  (
    'aaron adam alan albert alex alexander alice allen amy andrea andrew andy angela ann anna anne anthony art arthur barbara barry ben benjamin ' +
    'bernard beth betty bill bob bobby brad bradley brandon brenda brett brian bruce bryan carl carol caroline catherine charles charlie chris ' +
    'christian christina christine christopher chuck claire claude colin craig cynthia dale dan daniel dave david dean deborah dennis diana diane ' +
    'dick don donald donna doug douglas ed eddie edward eileen elizabeth ellen emily emma eric erik eugene eva evan francis frank fred frederick ' +
    'gary gene george gerald gerard gil gilbert glenn gordon greg gregory guy hank hans harold harry harvey heather helen henry howard hugh ian ' +
    'irene jack jacob jake james jamie jan jane janet jason jay jean jeff jeffrey jennifer jeremy jerome jerry jessica jill jim jimmy joan joe joel ' +
    'john johnny jon jonathan jordan jose joseph josh joshua joyce juan judith judy julia julian julie justin karen karl kate katherine kathleen ' +
    'kathy keith kelly ken kenneth kevin kim kirk kurt kyle larry laura lauren lawrence lee leo leon leonard leslie lewis linda lisa liz louis louise ' +
    'lucy luis luke lynn marc marcus margaret maria marie mario mark martha martin marty mary matt matthew maurice max megan melissa michael michelle ' +
    'mike mitch mitchell mohamed nancy naomi natalie nathan neil nicholas nick nicole nigel norman oliver oscar pam pamela pat patricia patrick paul ' +
    'paula pedro peter phil philip phillip rachel ralph randy ray raymond rebecca renee rex richard rick rob robert robin rod roger roland ron ronald ' +
    'rose ross roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sergio seth sharon sheila shirley simon sophie stan ' +
    'stanley stefan stephanie stephen steve steven stewart stuart sue susan suzanne sylvia ted teresa terry theresa thomas tim timothy tina todd tom ' +
    'tommy tony tracy trevor tyler victor victoria vincent virginia walter warren wayne wendy wilbur will william zach'
  ).split(' '),
)

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'judge', 'senator', 'professor'])

/** "Jack" alone is a person before it is Jack Henry & Associates. */
export const isGivenName = (key: string): boolean => given.has(key)

/** Keys of single-word names that follow a given name or a title somewhere in the article, unless a company's name begins so ("Charles Schwab"). */
export function peopleIn(names: readonly NameHit[]): ReadonlySet<string> {
  const people = new Set<string>()
  for (const { key, words, from, to } of names) {
    const previous = words[from - 1]
    const first = words[from]!
    if (to - from !== 1 || !previous?.capital || !first.joined || previous.possessive) continue
    if (given.has(previous.norm) || titles.has(previous.norm)) people.add(key)
  }
  return people
}
