/** British and American spellings of one word, as market news has them. "centres" → "centers" */

/** American, British. */
const pairs: readonly (readonly [string, string])[] = [
  ['aluminum', 'aluminium'],
  ['analog', 'analogue'],
  ['behavior', 'behaviour'],
  ['catalog', 'catalogue'],
  ['center', 'centre'],
  ['color', 'colour'],
  ['datacenter', 'datacentre'],
  ['defense', 'defence'],
  ['favor', 'favour'],
  ['fiber', 'fibre'],
  ['fulfillment', 'fulfilment'],
  ['gray', 'grey'],
  ['harbor', 'harbour'],
  ['installment', 'instalment'],
  ['jewelry', 'jewellery'],
  ['labor', 'labour'],
  ['license', 'licence'],
  ['liter', 'litre'],
  ['meter', 'metre'],
  ['modeling', 'modelling'],
  ['neighbor', 'neighbour'],
  ['offense', 'offence'],
  ['program', 'programme'],
  ['rumor', 'rumour'],
  ['skeptic', 'sceptic'],
  ['sulfur', 'sulphur'],
  ['theater', 'theatre'],
  ['tire', 'tyre'],
  ['traveler', 'traveller'],
]
const both = (from: 0 | 1): ReadonlyMap<string, string> =>
  new Map(pairs.flatMap((pair) => ['', 's'].map((plural) => [pair[from] + plural, pair[1 - from]! + plural] as const)))
const toAmerican = both(1)
const toBritish = both(0)

/** Of a word in small letters. */
export const american = (word: string): string => toAmerican.get(word) ?? word.replace(/isation(s?)$/, 'ization$1')
const british = (word: string): string => toBritish.get(word) ?? word.replace(/ization(s?)$/, 'isation$1')

/** A phrase in small letters as both write it: once where they write it alike. */
export const spellingsOf = (phrase: string): string[] => [
  ...new Set([american, british].map((spell) => phrase.split(' ').map(spell).join(' '))),
]
