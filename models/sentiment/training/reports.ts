/** Sentences as company reports write them, made up from patterns: what no labelled source has enough of. */
import { fill, type Lists } from './fill.ts'
import type { Label } from './sources.ts'

const howMany = 3000

/** Sentences with the tone towards the company that reports. */
export const reportSentences = (): [string, Label][] =>
  fill(howMany, 7, patterns, lists, figures).map((text) => {
    const [label, sentence] = text.split(' | ') as [Label, string]
    return [sentence, label]
  })

/** `low` and `high` are two amounts of one kind. */
function figures(random: () => number): Record<string, string> {
  const unit = units[Math.floor(random() * units.length)]!
  const low = 1 + random() * 90
  const high = low * (1.04 + random() * 0.8)
  const amount = (value: number): string => unit.replace('#', value.toFixed(random() < 0.7 ? 1 : 0))
  const shares = [random() * 20, random() * 20].sort((a, b) => a - b).map((value) => value.toFixed(1))
  return {
    low: amount(low),
    high: amount(high),
    lowShare: `${shares[0]}%`,
    highShare: `${shares[1]}%`,
    percent: `${Math.ceil(random() * 45)}${['%', ' percent', ' per cent', ' pct'][Math.floor(random() * 4)]}`,
    count: String(10 + Math.floor(random() * 900)),
    year: String(2003 + Math.floor(random() * 20)),
  }
}

const units = ['EUR #mn', 'EUR # mn', '#mn euro', 'EUR # million', '$ # million', '$#m', 'USD #m', 'SEK # mn', '# million euros', 'GBP #m', 'NOK # billion', '€# million'] // prettier-ignore

const lists: Lists = {
  company: ['The company', 'The group', 'Nordvik', 'Talvi Oyj', 'Hansa Metall', 'Lumo Corp', 'Ostra AB', 'Berg & Sohn', 'Aurelia plc', 'Kestrel Inc'], // prettier-ignore
  asset: ['net sales', 'operating profit', 'net profit', 'pretax profit', 'turnover', 'revenue', 'order intake', 'EBITDA', 'EBIT', 'earnings per share', 'operating income', 'gross margin', 'order backlog', 'sales', 'cash flow from operations', 'net interest income', 'comparable profit', 'the number of passengers', 'deliveries', 'passenger traffic', 'market share'], // prettier-ignore
  loss: ['operating loss', 'net loss', 'pretax loss', 'loss before tax', 'loss', 'loss per share'],
  cost: ['costs', 'raw material costs', 'financing costs', 'loan losses', 'net debt', 'credit losses', 'restructuring costs', 'interest expenses'], // prettier-ignore
  period: ['in the first quarter', 'in the second quarter of {year}', 'for the nine months to September', 'in {year}', 'for the full year', 'in the period', 'in the January to June period', 'in the third quarter'], // prettier-ignore
  ago: ['a year earlier', 'a year ago', 'in the corresponding period of {year}', 'in the year-ago period', 'in the same quarter last year', 'in {year}', 'the year before'], // prettier-ignore
  rose: ['rose', 'increased', 'grew', 'climbed', 'improved', 'went up', 'jumped', 'surged', 'was up', 'totaled'],
  fell: ['fell', 'decreased', 'declined', 'dropped', 'slipped', 'went down', 'shrank', 'was down', 'weakened', 'totaled'], // prettier-ignore
  roseOnly: ['rose', 'increased', 'grew', 'climbed', 'improved', 'jumped', 'surged', 'went up', 'was up'],
  fellOnly: ['fell', 'decreased', 'declined', 'dropped', 'slipped', 'plunged', 'went down', 'was down'],
  narrowed: ['narrowed', 'shrank', 'decreased', 'was reduced'],
  widened: ['widened', 'grew', 'deepened', 'increased'],
  product: ['cranes', 'elevators', 'paper machines', 'base stations', 'pumps', 'software', 'engines', 'tractors', 'packaging lines', 'ferries', 'valves', 'ventilation systems'], // prettier-ignore
  place: ['Finland', 'Poland', 'Russia', 'China', 'the Baltic countries', 'Sweden', 'India', 'Brazil', 'Germany', 'Estonia', 'Texas'], // prettier-ignore
  staff: ['employees', 'jobs', 'people', 'workers', 'positions'],
  office: ['chief financial officer', 'head of sales', 'chairman of the board', 'director of research', 'country manager', 'senior vice president'], // prettier-ignore
  business: ['measuring instruments', 'forest products', 'logistics services', 'mobile games', 'dairy products', 'steel tubes', 'consulting services', 'wireless networks'], // prettier-ignore
}

const patterns: readonly string[] = [
  ...each('positive', [
    '{company} said its {asset} {rose} to {high} from {low} {ago} .',
    '{asset} {rose} to {high} {period} , compared with {low} {ago} .',
    '{asset} {rose} by {percent} to {high} {period} .',
    '{company} reported {asset} of {high} {period} , up from {low} {ago} .',
    '{company} posted {asset} of {high} {period} as against {low} {ago} .',
    '{asset} was {high} , up from {low} {ago} .',
    '{asset} totalled {high} , compared to {low} {ago} .',
    '{period} , {asset} {roseOnly} {percent} year-on-year .',
    '{company} expects its {asset} to grow by over {percent} {period} .',
    '{company} raised its estimate of {asset} for {year} .',
    '{company} turned to a profit of {low} from a loss of {high} {ago} .',
    'Profit for the period was {low} , compared with a loss of {low} {ago} .',
    '{company} moved from a loss of {low} to a profit of {high} .',
    'The result turned from a loss of {low} into a profit of {low} .',
    '{asset} {period} : {high} ( {low} ) .',
    '{asset} amounted to {high} ( {year} : {low} ) .',
    'The {cost} of {company} {fellOnly} {percent} .',
    '{company} cut its {cost} to {low} from {high} {ago} .',
    '{loss} {narrowed} to {low} from {high} {ago} .',
    '{company} said its {loss} {narrowed} to {low} {period} from {high} {ago} .',
    '{cost} fell to {low} from {high} {ago} .',
    'The {asset} margin rose to {highShare} from {lowShare} {ago} .',
    '{company} has won an order worth {high} to supply {product} to {place} .',
    '{company} has been awarded a contract for {product} in {place} , valued at {high} .',
    '{company} received an order for {count} {product} from a customer in {place} .',
    'The agreement strengthens the position of {company} in {place} .',
    'Demand for {product} is expected to remain strong {period} .',
    '{company} will hire {count} {staff} at its plant in {place} to meet demand .',
    '{company} expands its production of {product} in {place} .',
    'The new {product} cut energy use by {percent} and improve efficiency .',
    'The board proposes to raise the dividend to {high} .',
    'The acquisition is expected to generate annual synergies of {low} .',
    'The savings will improve {asset} by {low} a year .',
  ]),
  ...each('negative', [
    '{company} said its {asset} {fell} to {low} from {high} {ago} .',
    '{asset} {fell} to {low} {period} , compared with {high} {ago} .',
    '{asset} {fell} by {percent} to {low} {period} .',
    '{company} reported {asset} of {low} {period} , down from {high} {ago} .',
    '{company} posted {asset} of {low} {period} as against {high} {ago} .',
    '{asset} was {low} , down from {high} {ago} .',
    '{asset} totalled {low} , compared to {high} {ago} .',
    '{period} , {asset} {fellOnly} {percent} year-on-year .',
    '{company} swung to a loss of {low} from a profit of {high} {ago} .',
    'Loss for the period was {low} , compared with a profit of {low} {ago} .',
    '{company} moved from a profit of {low} to a loss of {high} .',
    'The result turned from a profit of {low} into a loss of {low} .',
    '{asset} {period} : {low} ( {high} ) .',
    '{asset} amounted to {low} ( {year} : {high} ) .',
    'The {cost} of {company} {roseOnly} {percent} .',
    '{loss} {widened} to {high} from {low} {ago} .',
    '{company} made a {loss} of {high} {period} , compared to a {loss} of {low} {ago} .',
    'The {asset} margin fell to {lowShare} from {highShare} {ago} .',
    '{company} lowered its outlook for {asset} {period} .',
    '{company} issued a profit warning .',
    '{company} will cut {count} {staff} in {place} .',
    '{company} is to lay off {count} {staff} and close its plant in {place} .',
    '{company} started negotiations on the temporary layoff of {count} {staff} .',
    '{cost} rose to {high} from {low} {ago} .',
    'Demand for {product} has weakened in {place} .',
    'The customer in {place} cancelled its order for {product} .',
    'The strike will cost {company} {low} a week .',
    '{company} writes down {high} on its business in {place} .',
    'Delivery of the {product} to {place} will be delayed .',
  ]),
  ...each('neutral', [
    '{company} is based in {place} and makes {business} .',
    '{company} has {count} {staff} in {place} and its sales were {high} in {year} .',
    '{company} had {asset} of {high} in {year} .',
    'The value of the contract is {high} .',
    'The value of the deal was not disclosed .',
    'The financial details of the transaction were not given .',
    'The order consists of {count} {product} .',
    'Deliveries of the {product} will start in the second half of {year} .',
    'The plant in {place} will be completed in {year} .',
    '{company} has agreed to buy a maker of {product} in {place} .',
    '{company} has sold its {product} business to a company in {place} .',
    '{company} has appointed a new {office} , effective {year} .',
    '{company} will publish its results for {year} on 12 February .',
    'The annual general meeting will be held in {year} .',
    'The shares of {company} are listed on the exchange in {place} .',
    'A total of {count} shares were subscribed for with the options .',
    '{company} holds {percent} of the votes .',
    '{company} offers {business} to customers in {place} .',
    'The {product} are used in {place} .',
    'The {product} will be delivered to {place} in {year} .',
    '{company} and its partner will develop {product} together .',
    '{company} opened an office in {place} .',
    'The company serves customers in {place} , {place} and {place} .',
    'The share capital of {company} is {high} .',
    'The investment is worth about {high} .',
    'The board proposes a dividend of {low} for {year} .',
    '{company} said its {asset} was {high} , unchanged from {ago} .',
    'The transfer of {count} {staff} to the new company takes place in {year} .',
  ]),
]

function each(label: Label, patterns: readonly string[]): string[] {
  return patterns.map((pattern) => `${label} | ${pattern}`)
}
