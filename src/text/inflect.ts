/** The written forms of an English word: "cut" → cut, cuts, cutting · "rise" → rises, rose, risen, rising · "rally" → rallied. */

const irregular: Record<string, string> = {
  be: 'is are was were been being',
  beat: 'beat beats beaten beating',
  become: 'became become becomes becoming',
  begin: 'began begun begins beginning',
  bid: 'bid bids bidding',
  blow: 'blew blown blows blowing',
  break: 'broke broken breaks breaking',
  bring: 'brought brings bringing',
  build: 'built builds building',
  buy: 'bought buys buying',
  catch: 'caught catches catching',
  choose: 'chose chosen chooses choosing',
  cling: 'clung clings clinging',
  come: 'came come comes coming',
  cut: 'cut cuts cutting',
  deal: 'dealt deals dealing',
  do: 'did does done doing',
  draw: 'drew drawn draws drawing',
  drive: 'drove driven drives driving',
  fall: 'fell fallen falls falling',
  feed: 'fed feeds feeding',
  feel: 'felt feels feeling',
  find: 'found finds finding',
  flee: 'fled flees fleeing',
  fly: 'flew flown flies flying',
  forbid: 'forbade forbidden forbids forbidding',
  get: 'got gotten gets getting',
  give: 'gave given gives giving',
  go: 'went gone goes going',
  grow: 'grew grown grows growing',
  hit: 'hit hits hitting',
  hold: 'held holds holding',
  hurt: 'hurt hurts hurting',
  keep: 'kept keeps keeping',
  lay: 'laid lays laying',
  lead: 'led leads leading',
  leave: 'left leaves leaving',
  lend: 'lent lends lending',
  lose: 'lost loses losing',
  make: 'made makes making',
  meet: 'met meets meeting',
  outdo: 'outdid outdone outdoes outdoing',
  overcome: 'overcame overcomes overcoming',
  pay: 'paid pays paying',
  put: 'put puts putting',
  rebuild: 'rebuilt rebuilds rebuilding',
  ride: 'rode ridden rides riding',
  rise: 'rose risen rises rising',
  run: 'ran run runs running',
  say: 'said says saying',
  see: 'saw seen sees seeing',
  seek: 'sought seeks seeking',
  sell: 'sold sells selling',
  send: 'sent sends sending',
  set: 'set sets setting',
  shake: 'shook shaken shakes shaking',
  shed: 'shed sheds shedding',
  shine: 'shone shined shines shining',
  shoot: 'shot shoots shooting',
  shrink: 'shrank shrunk shrinks shrinking',
  shut: 'shut shuts shutting',
  sink: 'sank sunk sinks sinking',
  slide: 'slid slides sliding',
  speak: 'spoke spoken speaks speaking',
  spend: 'spent spends spending',
  split: 'split splits splitting',
  spread: 'spread spreads spreading',
  spring: 'sprang sprung springs springing',
  stand: 'stood stands standing',
  steal: 'stole stolen steals stealing',
  stick: 'stuck sticks sticking',
  strike: 'struck strikes striking',
  sweep: 'swept sweeps sweeping',
  swing: 'swung swings swinging',
  take: 'took taken takes taking',
  tell: 'told tells telling',
  think: 'thought thinks thinking',
  throw: 'threw thrown throws throwing',
  weather: 'weathered weathers weathering',
  win: 'won wins winning',
  withdraw: 'withdrew withdrawn withdraws withdrawing',
  write: 'wrote written writes writing',
}
// Two-syllable verbs whose last consonant is doubled though a rule of thumb would not say so, and the other way round.
const doubled = /^(?:[^aeiou]*[aeiou][bdgk-nprt]|[a-z]*(?:cel|[bmr]mit|[er]fer|nfer|[^a]bel|trol|cur|quip|pel))$/
const undoubled = /(?:[aeiou]{2}.|[wxy])$/

/** Singular and plural. */
export function nounForms(word: string): string[] {
  if (!/^[a-z]{2,}$/.test(word)) return [word]
  if (/(?:[sxz]|ch|sh)$/.test(word)) return word.endsWith('ss') || !word.endsWith('s') ? [word, `${word}es`] : [word]
  if (/[^aeiou]y$/.test(word)) return [word, `${word.slice(0, -1)}ies`]
  return [word, `${word}s`]
}

/** All forms of a verb, the plural of the like-spelt noun included. */
export function verbForms(word: string): string[] {
  const known = irregular[word]
  if (known) return [word, ...known.split(' ')]
  if (!/^[a-z]{2,}$/.test(word)) return [word]
  const forms = nounForms(word)
  if (word.endsWith('e')) forms.push(`${word}d`, `${word.endsWith('ee') ? word : word.slice(0, -1)}ing`)
  else if (/[^aeiou]y$/.test(word)) forms.push(`${word.slice(0, -1)}ied`, `${word}ing`)
  else if (doubled.test(word) && !undoubled.test(word)) {
    const last = word.at(-1)!
    forms.push(`${word}${last}ed`, `${word}${last}ing`)
  } else forms.push(`${word}ed`, `${word}ing`)
  return [...new Set(forms)]
}
