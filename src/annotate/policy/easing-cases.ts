/** Gold cases of tariffs and sanctions that are taken away, lessened or put off, and of what only has such verbs beside it. */
import { ignores, reads, type Case } from '../cases.ts'

const onWednesday = { publishedAt: '2026-03-18' }
const tariff = { kind: 'policy_event', type: 'tariff', rule: 'tariff-is-eased' } as const
const imposed = { kind: 'policy_event', type: 'tariff', rule: 'tariff-is-imposed' } as const
const sanction = { kind: 'policy_event', type: 'sanction', rule: 'sanctions-are-eased' } as const

export const easingCases: Case[] = [
  ...reads({ ...tariff, actor: 'United States', status: 'happened' }, 'Washington scrapped its tariffs on steel.'),
  ...reads({ ...tariff, actor: 'United States' }, 'Washington is exempting coffee from its tariffs.'),
  ...reads({ ...tariff, actor: 'India', status: 'happened' }, 'India removed import duties on cotton.'),
  ...reads(
    { ...tariff, status: 'happened' },
    'Canada dropped its retaliatory tariffs on American orange juice.',
    'Brussels rolled back most of its tariffs on Indian steel.',
    'The United States exempted Swiss watches from its tariffs.',
    'The United States spared Mexico from new tariffs.',
    'China cut tariffs on American soybeans to 10% from 25%.',
    'Turkey halved its tariffs on American cars.',
    'The European Union paused its retaliatory tariffs for 90 days.',
    'Tariffs on lumber were abolished by the United States.',
    "Canada's tariffs on American steel expired on Sunday.",
  ),
  ...reads(
    { ...tariff, status: 'scheduled' },
    {
      text: 'Japan will suspend tariffs on beef in June.',
      ...onWednesday,
    },
  ),
  ...reads({ ...tariff, status: 'possible' }, 'Exporters urged Brussels to withdraw tariffs on solar panels.'),
  ...reads({ ...tariff, status: 'denied' }, 'Washington refused to lift its tariffs on steel.'),
  ...reads({ ...imposed, status: 'happened' }, 'Washington lifted its tariffs on Chinese cars to 100% from 25%.'),
  ...ignores(
    { kind: 'policy_event', type: 'tariff' },
    'Tariffs have cut exports from Germany by a tenth.',
    'Higher tariffs slashed profits at a carmaker of Japan.',
    'Stocks in Brazil dropped on tariffs and a weak currency.',
    "The carmaker slashed its forecast after Washington's tariffs.",
    'Talks between Brussels and Ottawa have convinced traders that the duties on cheese will soon be removed.',
    'Washington and Beijing ended the tariff war of last year.',
  ),
  ...reads(
    { ...sanction, actor: 'United States', status: 'happened' },
    'The United States lifted sanctions on the shipping line.',
    'Washington rolled back sanctions on two banks of Serbia.',
  ),
]
