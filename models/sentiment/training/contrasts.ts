/** Sentences that say one thing of one and another of another, made up from patterns; marks as in written.txt. */
import { fill, type Lists } from './fill.ts'

const howMany = 7000

export const contrastSentences = (): string[] => fill(howMany, 11, patterns, lists)

const lists: Lists = {
  who: ['Orbis', 'Velora Systems', 'Ferrox', 'Tarn Group', 'Halden Motors', 'small caps', 'chipmakers', 'the big technology companies', 'the seven giants', 'regional lenders', 'Lakeside Bancorp', 'the Small Company Index', 'oil producers', 'copper', 'the euro', 'sterling', 'Mercato', 'Quill', 'Bramble Foods', 'Nordvik', 'energy stocks', 'airlines', 'Calder Energy', 'the blue-chip index', 'Marlin', 'Treasuries'], // prettier-ignore
  broker: ['Harbor Bank', 'Kestrel Securities', 'Meridian Research', 'Fitchley', 'Oakmont Capital'],
  rises: ['rises', 'surge', 'jumps', 'climbed', 'rallied', 'gained {percent}', 'rose {percent}', 'was up {percent}', 'soar', 'advances', 'rebounded', 'hit a record', 'outperformed', 'added {percent}', 'leapt {percent}', 'edged higher', 'beat forecasts', 'lifted its outlook', 'won approval', 'shines', 'recovered', 'returned to profit', 'roared back'], // prettier-ignore
  falls: ['falls', 'slumps', 'slid', 'dropped {percent}', 'lost {percent}', 'was down {percent}', 'tumbled', 'sinks', 'retreated', 'plunged {percent}', 'fell short of forecasts', 'cut its outlook', 'struggles', 'stumbled', 'gave up {percent}', 'shed {percent}', 'languishes', 'lagged', 'faltered', 'edged lower', 'swung to a loss', 'warned on profit', 'slipped to a low', 'collapsed', 'sold off', 'sell off sharply'], // prettier-ignore
  stalls: ['rally stalls', 'rally fades', 'run of gains ends', 'advance loses steam', 'momentum fizzles', 'boom cools', 'dominance wanes', 'recovery falters', 'comeback runs out of breath', "rally came to a halt"], // prettier-ignore
  eases: ['losses narrow', 'slump eases', 'decline slows', 'sell-off ends', 'slide comes to a halt', 'troubles fade', 'debt shrinks', 'costs fall', 'woes ease'], // prettier-ignore
  as: ['as', 'while', ', while', 'even as', ', but', 'and', ';', ', whereas'],
  aside: ['', '', '', ', which reports next week ,', ', once a favorite ,', ', the biggest of its kind ,', ', long ignored ,', ', down sharply last year ,', ', up sharply last year ,'], // prettier-ignore
  under: ['', '', 'on Monday', 'this year', 'under the weight of higher rates', 'on strong demand', 'in early trading', 'after the decision', 'since January'], // prettier-ignore
  losses: ['losses', 'costs', 'bad loans', 'expenses', 'debts', 'delays', 'job cuts', 'charges', 'risks'],
  costs: ['losses', 'costs', 'bad loans', 'expenses', 'debts', 'delays', 'job cuts', 'charges', 'outflows'],
  goods: ['profit', 'sales', 'orders', 'margins', 'revenue', 'earnings', 'demand', 'deliveries', 'inflows'],
  shrank: ['narrowed', 'shrank', 'fell', 'declined', 'dropped', 'eased', 'halved', 'were cut', 'narrow', 'shrink', 'fall', 'ease'], // prettier-ignore
  swelled: ['soared', 'rose', 'grew', 'jumped', 'increased', 'surged', 'doubled', 'mounted', 'soar', 'rise', 'surge', 'mount'], // prettier-ignore
  posted: ['posted', 'reported', 'posts', 'reports', 'had', 'announced', 'recorded', 'expects', 'is heading for'],
  smaller: ['smaller-than-expected', 'narrower', 'smaller', 'narrower-than-expected', 'lower', 'shrinking', 'lower-than-forecast', 'much reduced'], // prettier-ignore
  larger: ['bigger-than-expected', 'wider', 'larger', 'wider-than-expected', 'higher', 'growing', 'higher-than-forecast', 'record'], // prettier-ignore
  loss: ['loss', 'quarterly loss', 'net loss', 'first-quarter loss', 'operating loss', 'deficit', 'cash outflow', 'bad-loan charge'], // prettier-ignore
  profit: ['profit', 'quarterly profit', 'net profit', 'fourth-quarter profit', 'operating profit', 'dividend', 'margin', 'order book'], // prettier-ignore
  didNot: ['did not', 'failed to', 'could not', 'is unlikely to', 'will not', "didn't", 'was unable to', 'no longer expects to'], // prettier-ignore
  good: ['beat estimates', 'recover', 'win approval', 'grow', 'rise', 'meet its target', 'gain customers', 'raise its outlook', 'improve'], // prettier-ignore
  bad: ['cut its outlook', 'miss estimates', 'default', 'fall', 'lose customers', 'face a fine', 'collapse', 'weaken'],
  fade: ['fade', 'recede', 'ease', 'are waning', 'evaporate', 'have cooled', 'subside'],
  fallen: ['stumbled', 'fallen', 'slumped', 'lost its way', 'tumbled {percent}', 'slipped', 'struggled', 'collapsed'],
  risen: ['recovered', 'risen', 'rallied', 'found its feet', 'climbed {percent}', 'rebounded', 'thrived', 'soared'],
  investors: ['Investors', 'Fund managers', 'Traders', 'Buyers', 'Big funds', 'Money managers'],
  outdo: ['beats', 'beat', 'outpaces', 'outpaced', 'outperforms', 'outshines', 'overtakes', 'overtook', 'outsells', 'pulls ahead of'], // prettier-ignore
  yet: ['while still', 'though', 'although', 'however', 'if still', 'while'],
  sound: ['strong', 'profitable', 'well run', 'fundamentally sound', 'growing', 'admired', 'dominant', 'rich in cash'],
  shaky: ['loss-making', 'deep in debt', 'weak', 'troubled', 'unloved', 'under fire'],
  sag: ['languish', 'drift lower', 'slide', 'fall', 'sag', 'lose ground', 'go nowhere', 'slip {percent}'],
  climb: ['climb', 'recover', 'jump', 'rally', 'edge up', 'gain {percent}', 'find buyers'],
  money: ['the dollar', 'the yen', 'sterling', 'the euro', 'the Swiss franc', 'the Australian dollar', 'the peso', 'the rupee', 'the yuan', 'the rand', 'the lira', 'the won', 'the krona', 'the real'], // prettier-ignore
  firmed: ['rose {percent}', 'strengthened', 'gained {percent}', 'climbed', 'firmed', 'advanced', 'jumped {percent}', 'hit a two-year high', 'was up {percent}', 'soared', 'edged up'], // prettier-ignore
  weakened: ['fell {percent}', 'weakened', 'lost {percent}', 'slid', 'eased', 'dropped', 'sank {percent}', 'hit a record low', 'was down {percent}', 'plunged', 'edged down'], // prettier-ignore
  versus: ['against', 'against', 'versus', 'vs', 'to the disadvantage of'],
  toward: ['against', 'against', 'versus', 'vs', 'to the benefit of'],
  percent: ['2%', '0.4 percent', '7%', '11%', '1.3 percent', '5 per cent', 'nearly 15%', 'more than 3%'],
}

const patterns: readonly string[] = [
  '[{who}|+]{aside} {rises} {under} {as} [{who}|-] {falls} {under}',
  '[{who}|-]{aside} {falls} {under} {as} [{who}|+] {rises} {under}',
  '[{who}|+] {rises} {as} [{who}|-] {stalls} {under}',
  '[{who}|-] {stalls} {under} {as} [{who}|+] {rises}',
  '[{who}|+] {eases} {as} [{who}|-] {falls}',
  '[{who}|+] {eases} {under}',
  '[{who}|-] {stalls} {under}',
  '[{who}|+] {rises} {under}',
  '[{who}|-] {falls} {under}',
  '[{who}|+] and [{who}|+] {rises} {under} {as} [{who}|-] {falls}',
  '[{who}|-] and [{who}|-] {falls} {under} {as} [{who}|+] {rises}',
  '{losses} at [{who}|+] {shrank} {under}',
  '{costs} at [{who}|-] {swelled} {under}',
  '[{who}|+] {shrank} its {losses} {under}',
  'The {losses} of [{who}|+] {shrank}',
  'The {costs} of [{who}|-] {swelled}',
  "[{who}|+]'s {losses} {shrank} {under}",
  "[{who}|-]'s {costs} {swelled} {under}",
  "[{who}|+]'s {goods} {swelled} {under}",
  "[{who}|-]'s {goods} {shrank} {under}",
  '{goods} at [{who}|+] {swelled} {under}',
  '{goods} at [{who}|-] {shrank} {under}',
  '[{who}|+] {posted} a {smaller} {loss} {under}',
  '[{who}|-] {posted} a {larger} {loss} {under}',
  '[{who}|-] {posted} a {smaller} {profit} {under}',
  '[{who}|+] {posted} a {larger} {profit} {under}',
  "[{who}|+]'s {loss} was {smaller} than a year earlier",
  "[{who}|-]'s {profit} was {smaller} than a year earlier",
  'Despite {losses} that {shrank} , [{who}|-] {falls} {under}',
  'Despite {costs} that {swelled} , [{who}|+] {rises} {under}',
  'Although {goods} {swelled} , [{who}|-] {falls} {under}',
  'Although {goods} {shrank} , [{who}|+] {rises} {under}',
  '[{who}|-] {falls} {under} even though {goods} {swelled}',
  '[{who}|+] {rises} {under} even though {goods} {shrank}',
  '[{who}|-] {didNot} {good} {under}',
  '[{who}|-] {didNot} {good}',
  '[{who}|-] {didNot} {good} , the company said',
  '[{who}|+] {didNot} {bad} {under}',
  'There is no sign that [{who}|-] will {good}',
  'Fears about [{who}|+] {fade}',
  'Hopes for [{who}|-] {fade}',
  '[{who}|-]{aside} has {fallen}',
  '[{who}|+]{aside} has {risen}',
  '[{who}|0] was little changed {as} [{who}|+] {rises}',
  '[{who}|0] was little changed {as} [{who}|-] {falls}',
  '[{who}|+] {outdo} [{who}|-] {under}',
  '[{who}|+] {outdo} [{who}|-]',
  '[{money}|+] {firmed} {versus} [{money}|-] {under}',
  '[{money}|-] {weakened} {toward} [{money}|+] {under}',
  '[{money}|+] {firmed} {versus} [{money}|-] and [{money}|-]',
  '[{money}|-] {weakened} {toward} [{money}|+] and [{money}|+] {under}',
  '[{who}|-], {yet} {sound}, has seen its shares {sag} {under}',
  'Even [{who}|-] and [{who}|-] , {yet} {sound} , have seen their prices {sag} {as} money goes elsewhere',
  'Even [{who}|-] , {yet} {sound} , has seen its stock {sag} {as} investors turn to [{who}|+]',
  '[{who}|+], {yet} {shaky}, has seen its shares {climb} {under}',
  'Even [{who}|+] , {yet} {shaky} , saw its price {climb} {under}',
  'Though {sound} , [{who}|-] {falls}',
  '[{who}|-] trails [{who}|+] {under}',
  '[{who}|-] lost ground to [{who}|+] {under}',
  '[{who}|+] took market share from [{who}|-]',
  'The growth of [{who}|+] will outpace that of [{who}|-]',
  'The results of [{who}|+] were better than those of [{who}|-]',
  '{investors} shift from [{who}|-] to [{who}|+] {under}',
  '{investors} moved money out of [{who}|-] and into [{who}|+] {under}',
  '{investors} are favoring [{who}|+] over [{who}|-]',
  '{investors} sold [{who}|-] to buy [{who}|+]',
  '{investors} flock to [{who}|+] {under}',
  '{investors} flee [{who}|-] {under}',
  '{investors} turned away from [{who}|-] {under}',
  'Flows went from [{who}|-] toward [{who}|+] {under}',
  'The biggest losers are [{who}|-] and [{who}|-]',
  'The victims of the shift are [{who}|-]',
  'Among the casualties was [{who}|-]',
  'The biggest winners are [{who}|+] and [{who}|+]',
  '[{who}|+] emerged as the new leader {as} [{who}|-] {falls}',
  'Among the beneficiaries is [{who}|+]',
  'Most exposed to the tariffs are [{who}|-] , [{who}|-] and [{who}|-]',
  'Analysts worry about the thin margins of [{who}|-]',
  '[{who}|+] is well placed to benefit from lower taxes {under}',
  '[{who}|-] suffers from higher taxes {under}',
  '[{who}|-] , burdened by debt , {falls} {under}',
  '[{who}|+] , once burdened by debt , {rises} {under}',
  'The main risk for [{who}|-] is a return of inflation',
  '[{broker}|0] raised its rating on [{who}|+] to buy',
  '[{broker}|0] cut its rating on [{who}|-] to sell',
  '[{broker}|0] downgrades [{who}|-]',
  '[{broker}|0] upgrades [{who}|+]',
  '[{who}|-] {falls} after downgrade by [{broker}|0]',
  '[{who}|+] {rises} after upgrade by [{broker}|0]',
  'Analysts at [{broker}|0] see trouble ahead for [{who}|-]',
  'Analysts at [{broker}|0] expect [{who}|+] to recover',
  '"This is overdone," said an analyst at [{broker}|0] after [{who}|-] {falls}',
  '[{who}|0] bought shares of [{who}|+]',
  '[{who}|-] sued [{who}|-] over patents',
  '[{who}|0] sued [{who}|-] over unpaid bills',
  '[{who}|0] will supply [{who}|0] from next year',
  '[{who}|+] won an order from [{who}|0]',
  '[{who}|-] lost an order to [{who}|+]',
]
