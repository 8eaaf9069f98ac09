/** What the words around a company's name say: "shares of Target", "Target reports" support it; "President Ford", "Total revenue" do not. */
import type { Sentence } from '../../doc.ts'
import type { NameHit } from './find-names.ts'
import type { Word } from './words.ts'

export const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const securities = set(
  'shares share stock stocks inc corp corporation co plc ltd holdings shareholders investors bonds debt options calls puts eps earnings revenue ' +
    'revenues sales profit profits ceo cfo coo chairman chief executive president spokesman spokeswoman spokesperson executives management board ' +
    'unit subsidiary dividend buyback guidance adr adrs q1 q2 q3 q4 fy',
)
const deeds = set(
  'reported reports report announced announces announce posted posts declared declares agreed agrees plans planned unveiled unveils ' +
    'launched launches acquires acquired buys bought sells sold prices priced files filed raised raises cut cuts lowers lowered ' +
    'reaffirms appoints appointed names named beats misses missed beat completes completed closes enters receives received secures signs ' +
    'wins awarded provides updates schedules hires recalls recalled settles sues upgraded downgraded initiates commences prices ' +
    'issues grants partners collaborates expands opens rolls confirms guides spikes halted resumes trading ' +
    'upsizes proposes intends regains gets shares lifts swings slashes doubles invests introduces delays extends ruled',
)
/** What people do as well as companies. */
const sayings = set(
  'said says sees expects expected warns warned denies will is has was had would could hits hit confirms',
)
export const rises = set(
  'jumped stood rose rises rise rising risen gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping surge surges surged surging soar ' +
    'soars soared soaring rally rallies rallied rallying advance advances advanced add adds added up higher rebound rebounds rebounded recover recovered ' +
    'spike spiked leap leaps leapt fell falls fall falling fallen drop drops dropped dropping slid slide slides sliding slip slips slipped slipping ' +
    'crash crashes crashed slump slumps slumped collapsed cratered tanked sank whipsawed tumble tumbles tumbled tumbling plunge plunges plunged sink sinks sank shed sheds lose loses lost losing decline declines declined declining ' +
    'dip dips dipped retreat retreats retreated ease eases eased easing down lower flat unchanged steady edged edges inched ticked hit hits hitting ' +
    'touched touches tops breaks traded trades trading trade closed closes closing ended ends settled settles finished opened hovered hovering weakened weakens weaken ' +
    'weaker weakness strengthened strengthens strengthen stronger strength firmed softer firmer swung snapped extended breached crossed topped near ' +
    'record high highs low lows points percent pct index futures price prices priced ounce barrel bushel tonne ton rate rates market markets yield ' +
    'yields against versus bought buy sell selling demand exports imports supplies supply inventories output stockpiles',
)
const before = set(
  'shares stock of at by from in on with for maker giant retailer carmaker automaker chipmaker lender airline bank company like rival',
)
/** What is done to companies by who goes to law. */
const prosecuting = set(
  'sued sues suing fined fines fining accused accuses accusing prosecuted probed probes probing investigated investigates against',
)
/** What courts and regulators have to do with a company: "the Meta ruling". */
const affairs = set('ruling verdict lawsuit antitrust merger takeover settlement')
const calendar = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
)
const persons = set(
  'mr mrs ms dr president senator sen judge justice sir lord professor prof king queen prince pope saint st captain general',
)
const ratings = set(
  'upgrades downgrades upgraded downgraded maintains reiterates initiates initiated raises lowers cuts increases boosts pt target coverage buy sell hold neutral overweight ' +
    'underweight outperform underperform',
)

export const at = (words: readonly Word[], index: number): Word | undefined => words[index]

interface Style {
  /** Most words begin with a capital: a headline in title case, where capitals say nothing. */
  readonly title: boolean
  /** Speaks of ratings and price targets. */
  readonly rating: boolean
}
const styles = new WeakMap<readonly Word[], Style>()

/** Looked at once for each sentence, as it may hold many names. */
export function styleOf(words: readonly Word[]): Style {
  const known = styles.get(words)
  if (known) return known
  const long = words.filter((word) => word.norm.length > 3)
  const style = {
    title: long.length > 0 && long.filter((word) => word.capital).length / long.length > 0.6,
    rating: words.some((word) => ratings.has(word.norm)),
  }
  styles.set(words, style)
  return style
}

/** How much speaks for a company behind a name that is also an everyday word or a place; 2 and more is enough. */
export function companySupport(hit: NameHit): number {
  const { words, from, to, sentence } = hit
  const previous = at(words, from - 1)
  const next = at(words, to)
  const last = words[to - 1]!
  const { title, rating } = styleOf(words)
  let score = 0
  if (next && securities.has(next.norm)) score += opensFigure(hit) ? 1 : 3
  // "Employers cut jobs": many of them, as far as the sentence's start tells.
  else if (next && deeds.has(next.norm))
    score += from === 0 && !(!title && to === 1 && /[^s]s$/.test(last.norm)) ? 3 : title ? 1 : 2
  else if (movesBySize(hit, last.possessive)) score += 3
  // "Cognizant Sees …": in a headline's first place only who acts says or sees.
  else if (next && sayings.has(next.norm))
    score += from === 0 && title && /^(?:confirms|denies|expects|said|says|sees|warns)$/.test(next.norm) ? 2 : 1
  // "Ford to build a plant", as headlines say what comes.
  else if (next?.norm === 'to' && from === 0) score += 3
  else if (next && rises.has(next.norm) && from === 0) score += 1
  // "Apple, which has …": a comma and a relative clause or participle.
  else if (
    next &&
    !next.joined &&
    /^(?:which|whose|the|once|a|an|up|down|its|maker|owner)$/.test(next.norm) &&
    from === 0
  )
    score += title ? 0 : 2
  if (last.possessive || (from > 0 && last.capital && next && affairs.has(next.norm))) score += 1
  if (to - from > 1) score += 1
  // A line all in capitals: "TALKS ON DEBT".
  if (previous?.shouted && next?.shouted && last.shouted) score -= 3
  if (previous) {
    if (previous.norm === 'of' && at(words, from - 2)?.norm === 'shares') score += 3
    else if (persons.has(previous.norm)) score -= 4
    else if (prosecuting.has(previous.norm)) score += 3
    else if (before.has(previous.norm)) score += 1
    if (title && previous.norm === 'on' && rating) score += 3
    if (title && ratings.has(previous.norm)) score += 3
  }
  if (!title) {
    if (from > 0 && last.capital) score += 1
    // Part of a longer proper name: "Gerald Ford", "Target Field".
    if (
      previous?.capital &&
      !calendar.has(previous.norm) &&
      words[from]!.joined &&
      !previous.possessive &&
      from > 1 &&
      adjacent(previous, words[from]!)
    )
      score -= 3
    if (next?.capital && next.joined && !last.possessive && adjacent(last, next) && !securities.has(next.norm))
      score -= 3
  } else if (from > 0 && sentence.field === 'text' && !next) score -= 1
  return score
}

/** "Total revenue rose": an everyday word that begins a sentence may only say which figure is meant. */
const opensFigure = ({ words, from, to }: NameHit): boolean =>
  from === 0 && to === 1 && !words[0]!.possessive && !styleOf(words).title && figures.has(words[to]?.norm ?? '')
const figures = set(
  'revenue revenues sales profit profits earnings eps debt dividend guidance management investors shareholders',
)

/** "rose 3%", "has fallen nearly 5 percent": a size right behind the verb. */
function movesBySize({ words, to, sentence }: NameHit, possessive: boolean): boolean {
  const verb = /^(?:has|have|had|was|were|is|are)$/.test(words[to]?.norm ?? '') ? to + 1 : to
  return (
    !possessive &&
    rises.has(words[verb]?.norm ?? '') &&
    words.slice(verb + 1, verb + 5).some((word) => isSize(word, sentence))
  )
}

/** A number, but none of something that is counted: "48,000 jobs". */
function isSize({ norm, end }: Word, { text, start }: Sentence): boolean {
  if (!/^\d/.test(norm)) return false
  const counted = /^(?:,\d{3})* ([a-z]+)/.exec(text.slice(end - start, end - start + 40))
  return !counted || measures.has(counted[1]!)
}
const measures = set(
  'percent per pct point points basis bps cent cents pence euro euros yen to at on in by for after from before and as but of while with amid following this',
)

/** "Reynolds American", "Circuit City": a capital right before, in running text, makes it the end of another name. */
export function endsAnotherName(hit: NameHit): boolean {
  const { words, from } = hit
  const first = words[from]!
  const previous = at(words, from - 1)
  return (
    previous !== undefined &&
    !styleOf(words).title &&
    first.joined &&
    previous.capital &&
    !previous.shouted &&
    !previous.possessive &&
    !calendar.has(previous.norm) &&
    !openers.has(previous.norm) &&
    !/^\d/.test(previous.norm) &&
    adjacent(previous, first)
  )
}

/** "Hess Corp", where the listed one is Hess Midstream: a legal form right behind makes the name complete. */
export function isAnotherCompany(hit: NameHit, registered: string): boolean {
  const next = at(hit.words, hit.to)
  if (!next?.capital || !next.joined || !/^(?:inc|corp|corporation|ltd|limited|plc|co|llc)$/.test(next.norm))
    return false
  return isShortForm(hit, registered)
}

/** "Terra" for Terra Innovatum: less than the proper name. */
export function isShortForm(hit: NameHit, registered: string): boolean {
  const proper = registered.split(/[ -]/).filter((word) => !legalForm.test(word))
  return proper.length > hit.to - hit.from
}

/** "Grand Canyon Park", "Williams & Connolly", "Dana Whitlow": a capital right behind, in running text, makes it the start of another name; of a company everybody knows rather of its product or unit. */
export function startsAnotherName(hit: NameHit, registered: string, known: boolean): boolean {
  const { words, to } = hit
  const last = words[to - 1]!
  const next = at(words, to)
  if (!next?.capital || !next.joined || last.possessive || styleOf(words).title || legalForm.test(last.norm))
    return false
  if (known && next.norm !== 'and') return false
  const beyond = next.norm === 'and' ? at(words, to + 1) : next
  return (
    beyond !== undefined &&
    beyond.capital &&
    beyond.joined &&
    adjacent(last, next) &&
    !/^\d/.test(beyond.norm) &&
    !securities.has(beyond.norm) &&
    !legalForm.test(beyond.norm) &&
    !registered.toLowerCase().includes(beyond.norm) &&
    !calendar.has(beyond.norm) &&
    !deeds.has(beyond.norm)
  )
}

const legalForm =
  /^(?:the|&|and|inc|incorporated|corp|corporation|company|co|ltd|limited|plc|group|holdings?|n\.?v|s\.?a|ag|se|international)[.,]?$/i

/** Words that begin a sentence with a capital and are no name: "Shares", "The", "Rival". */
const openers = set(
  'the a an in on at by of for from with as and but or if when while after before since though although like unlike both shares stock rival its ' +
    'their his her this that these those to is was are were has had why how what where who now meanwhile however then also even only over under ' +
    'about across among amid analysts investors chipmaker carmaker automaker retailer lender drugmaker airline bank company giant maker group',
)

/** "Jeffrey Schmid": a capitalised word right before, in running text, makes a single word a surname or the end of another name. */
export function isSurname(hit: NameHit): boolean {
  const { words, from } = hit
  const previous = at(words, from - 1)
  if (!previous || styleOf(words).title) return false
  return (
    persons.has(previous.norm) ||
    (from > 1 &&
      previous.capital &&
      !previous.shouted &&
      !previous.possessive &&
      !calendar.has(previous.norm) &&
      adjacent(previous, words[from]!))
  )
}

/** Side by side, or with the full stop of an initial between: "Gerald E. McCormick". */
export const adjacent = (left: Word, right: Word): boolean =>
  right.start - left.end <= (left.end - left.start === 1 ? 2 : 1)
