/** Gold cases of themes: where they stand, what the words around make of them, who money leaves and who it goes to. */
import { ignores, reads, type Case } from '../cases.ts'

const story = (first: string): string =>
  [
    first,
    'Trading was quiet before the long weekend.',
    'Dealers in Frankfurt went home early.',
    'The canteen stayed open, a porter said.',
    'Volumes were a third below the average.',
  ].join('\n\n')

export const cases: readonly Case[] = [
  ...reads(
    { kind: 'theme', theme: 'rate-cuts' },
    { title: 'Central bank cuts its key rate', text: story('It was windy.') },
  ),
  ...reads(
    { kind: 'theme', theme: 'tariffs', sentiment: { label: 'negative' } },
    'Importers of bicycles face new tariffs from July.',
    { title: 'Importers count the cost', text: 'New tariffs on bicycles hurt importers.\n\nShops will pay more, too.' },
  ),
  ...reads(
    { kind: 'theme', theme: 'housing' },
    `The town slept.\n\n${story('Nobody spoke.')}\n\nHome sales fell again. Mortgage applications dropped.\n\nHouse prices slid.`,
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'technology' }], to: [{ name: 'small caps' }] },
    'Investors are rotating out of technology and into small caps.',
  ),
  ...reads({ kind: 'theme', theme: 'rotation', to: [{ name: 'energy' }] }, 'Funds dumped software for energy in May.'),
  ...reads(
    {
      kind: 'theme',
      theme: 'tariffs',
      imposer: [{ name: 'United States' }],
      target: [{ name: 'Mexico' }],
      goods: [{ name: 'trucks' }],
    },
    'Washington imposed tariffs of 25 percent on trucks from Mexico.',
  ),
  ...reads(
    { kind: 'theme', theme: 'tariffs', imposer: [{ name: 'China' }], goods: [{ name: 'soybeans' }] },
    'China put tariffs on American soybeans.',
    'Beijing slapped duties on soybeans.',
  ),
  // What fades is told the other way round.
  ...reads(
    { kind: 'theme', theme: 'recession-risk', sentiment: { label: 'positive' } },
    'Recession fears fade as orders recover.',
  ),
  ...reads(
    { kind: 'theme', theme: 'recession-risk', sentiment: { label: 'negative' } },
    'Recession fears grow as orders dry up.',
  ),
  ...reads(
    { kind: 'theme', theme: 'ai-fatigue', sentiment: { label: 'negative' } },
    'AI fatigue hits the shares of server makers.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', sentiment: { label: 'negative' } },
    'The rotation out of software into banks has stalled.',
  ),
  // No phrase names it; its words do.
  ...reads(
    { kind: 'theme', theme: 'oil-supply' },
    'Barrels leave the Gulf more slowly, and refiners pay more for cargoes.',
  ),
  // A passing word does not make a theme.
  ...ignores('theme', 'The board meets on Tuesday in Oslo.', `${story('The mayor opened a bridge.')} Gold was up.`),
]
