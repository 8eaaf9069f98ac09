/** Gold cases of the parts in a theme: who money leaves and who it goes to; who imposes a tariff, on whom and on what. */
import { ignores, reads, type Case } from '../cases.ts'

const tradeStory = {
  title: 'EU puts duties on Chinese cars',
  text: [
    'The European Union put tariffs of up to 35% on Chinese electric cars on Tuesday.',
    'Beijing threatened tariffs on European brandy and pork in reply.',
    'Elsewhere, the United States scrapped its tariff on British steel, which ended a dispute of two years.',
  ].join('\n\n'),
}

export const roleCases: readonly Case[] = [
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'technology' }], to: [{ name: 'small caps' }] },
    'Investors are rotating out of technology and into small caps.',
  ),
  ...reads({ kind: 'theme', theme: 'rotation', to: [{ name: 'energy' }] }, 'Funds dumped software for energy in May.'),
  // A list names all it joins.
  ...reads(
    {
      kind: 'theme',
      theme: 'rotation',
      from: [{ name: 'banks' }],
      to: [{ name: 'utilities' }, { name: 'consumer staples' }],
    },
    'Investors rotated from banks, to utilities and staples.',
  ),
  ...reads(
    {
      kind: 'theme',
      theme: 'rotation',
      from: [{ name: 'banks' }, { name: 'insurers' }],
      to: [{ name: 'utilities' }, { name: 'gold' }],
    },
    'Money rotated out of banks and insurers into utilities and gold on Tuesday.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'software' }], to: [{ name: 'utilities' }] },
    'Money moved out of software into utilities, and banks fell.',
  ),
  // A style that a bare word names, where money leaves one for the other.
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'growth stocks' }], to: [{ name: 'value stocks' }] },
    'Investors rotate from growth to value',
    'Money is moving out of growth and into value, dealers said.',
    'Funds are switching into value and out of growth.',
    'Funds rotated from growth stocks to value.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'momentum stocks' }], to: [{ name: 'quality stocks' }] },
    'Managers are switching from momentum to quality.',
  ),
  // What money leaves is told before what it goes to, with or without a word for the way; what is listed may be described.
  ...reads(
    {
      kind: 'theme',
      theme: 'rotation',
      from: [{ name: 'semiconductors' }],
      to: [{ name: 'utilities' }, { name: 'dividend stocks' }],
    },
    'Money leaves chipmakers for utilities and dull dividend payers',
    'Investors left chipmakers for steady utilities and dull, high-yielding dividend payers.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'semiconductors' }], to: [{ name: 'utilities' }] },
    'Money leaves chipmakers for utilities.',
    'Investors are leaving chipmakers for cheap European utilities.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'Europe' }], to: [{ name: 'Japan' }] },
    'Money is leaving Europe for Japan.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'utilities' }], to: [{ name: 'semiconductors' }] },
    'Investors sold utilities to buy chipmakers.',
    'Fund managers are selling utilities to buy battered chipmakers.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'banks' }], to: [{ name: 'software' }] },
    'Investors swapped banks for software stocks.',
    'Fund managers traded banks for pricey software stocks.',
    'Clients switched out of banks for software.',
  ),
  ...reads(
    { kind: 'theme', theme: 'rotation', from: [{ name: 'growth stocks' }], to: [{ name: 'value stocks' }] },
    'Fund managers are swapping growth for value.',
    'Money leaves growth for value, dealers said.',
  ),
  ...ignores(
    { kind: 'theme', theme: 'rotation' },
    'The company left Europe for Japan.',
    'He left the banks for a software company.',
    'Mexico sold oil to buy wheat.',
    'Chipmakers sold bonds to buy equipment.',
    'The firm traded growth for value to its customers.',
  ),
  ...ignores(
    { kind: 'theme', theme: 'rotation', to: [{ name: 'banks' }] },
    'Money leaves chipmakers for utilities, and high-yielding banks fell.',
    'Money leaves chipmakers for utilities and not banks.',
  ),
  ...ignores(
    { kind: 'theme', theme: 'rotation', to: [{ name: 'value stocks' }] },
    'Investors are rotating out of software, and some see value in utilities.',
    'Money moved from software to utilities, adding to the value of the grid.',
  ),
  ...ignores(
    { kind: 'theme', theme: 'rotation', to: [{ name: 'banks' }] },
    'Money moved out of software into utilities, and banks fell.',
    'Money moved out of software into utilities the banks own.',
  ),
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
  ...reads(
    {
      kind: 'theme',
      theme: 'tariffs',
      imposer: [{ name: 'United States' }],
      target: [{ name: 'Canada' }, { name: 'Mexico' }],
      goods: [{ name: 'steel' }, { name: 'copper' }],
    },
    'Washington imposed tariffs of 25% on steel and copper from Canada and Mexico.',
    'Tariffs on Canadian steel and Mexican copper were imposed by the United States in May.',
  ),
  // The news is what is done, not what it answers; who answers and who is answered impose alike.
  ...reads(
    {
      kind: 'theme',
      theme: 'tariffs',
      imposer: [{ name: 'India' }],
      target: [{ name: 'United States' }],
      goods: [{ name: 'nuts' }],
    },
    'India imposed 25% tariffs on American almonds after Washington put 50% duties on Indian steel.',
  ),
  ...ignores(
    { kind: 'theme', theme: 'tariffs', target: [{ name: 'India' }] },
    'India imposed 25% tariffs on American almonds after Washington put 50% duties on Indian steel.',
  ),
  ...reads(
    {
      kind: 'theme',
      theme: 'tariffs',
      imposer: [{ name: 'China' }, { name: 'United States' }],
      target: [{ name: 'United States' }, { name: 'China' }],
      goods: [{ name: 'soybeans' }, { name: 'pork' }, { name: 'cars' }],
    },
    'China put 34% duties on American soybeans and pork. Washington imposed tariffs on Chinese cars.',
  ),
  // Who lifts a tariff imposes none; a threat counts where nothing stands beside it.
  ...ignores(
    { kind: 'theme', theme: 'tariffs', imposer: [{ name: 'United States' }] },
    'The United States scrapped its tariff on British steel.',
    'Washington lifted its tariffs on British steel.',
  ),
  ...ignores(
    { kind: 'theme', theme: 'tariffs', target: [{ name: 'United Kingdom' }] },
    'The United States scrapped its tariff on British steel.',
    'Washington lifted its tariffs on British steel.',
    'The U.S. tariff on British steel was lifted on Monday.',
    'Tariffs on trucks begin on Monday, London said.',
  ),
  ...reads(
    {
      kind: 'theme',
      theme: 'tariffs',
      imposer: [{ name: 'United States' }],
      target: [{ name: 'Canada' }],
      goods: [{ name: 'lumber' }],
    },
    'Washington lifted its tariff on Canadian lumber to 50%.',
    'Washington refused to lift its tariffs on Canadian lumber.',
    'Washington threatened to put tariffs on Canadian lumber.',
  ),
  ...reads(
    {
      kind: 'theme',
      theme: 'tariffs',
      imposer: [{ name: 'European Union' }],
      target: [{ name: 'China' }],
      goods: [{ name: 'electric vehicles' }],
    },
    tradeStory,
  ),
  ...ignores({ kind: 'theme', theme: 'tariffs', imposer: [{ name: 'China' }] }, tradeStory),
  ...ignores({ kind: 'theme', theme: 'tariffs', target: [{ name: 'United Kingdom' }] }, tradeStory),
  ...ignores({ kind: 'theme', theme: 'tariffs', goods: [{ name: 'pork' }] }, tradeStory),
  ...ignores({ kind: 'theme', theme: 'tariffs', goods: [{ name: 'steel' }] }, tradeStory),
]
