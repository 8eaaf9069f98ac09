/** What gold cases cannot show: everyday texts, wild input, growth with length, and symbols that never collide. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildGazetteer } from '../../src/annotate/instruments/gazetteer.ts'
import { loadModels } from '../../src/models.ts'
import { analyzeArticle, makePipeline } from '../../src/pipeline.ts'
import type { Finding } from '../../src/types.ts'
import { articleOf } from './article.ts'

const models = loadModels()
const pipeline = makePipeline(
  {
    name: 'test',
    version: '1',
    annotators: ['tables', 'instruments', 'moves'],
    refiners: ['merge-duplicates', 'by-relevance'],
  },
  models,
)
const find = (text: string, title: string | null = null): Finding[] =>
  analyzeArticle('test', articleOf(text, title), pipeline, models).findings

const everyday = [
  'It is now or never. All of us are on our way home, and so are they. Are you in?',
  'The gap between the two houses is narrow, and a cat can just about squeeze through it.',
  'My visa for the trip came late, so I spent the morning at the consulate in the rain.',
  'She cut an apple in half and gave the bigger piece to her brother. Apple trees lined the road.',
  'The coach set a target of ten wins. Target practice starts at nine, and everyone must bring ear protection.',
  'In chess, a block can be a good defence. Block the bishop first, then think about the rook.',
  'President Ford pardoned his predecessor. Harrison Ford played no president that year.',
  'The Delta variant arrived in summer. The river delta floods every spring, as farmers know.',
  'Meta is a prefix. A meta joke is a joke about jokes, and few find it funny.',
  'Snow fell on the hills. A single snowflake melted on her sleeve before she could look at it closely.',
  'The oracle at the temple spoke in riddles. Pilgrims travelled for weeks to hear the Oracle.',
  'He plays the fox in the school play. His sister is the wolf, and their friend Jack is the tree.',
  'Best wishes for a good start. Cheers to the best man, who lost the ring and found it in the cake.',
  'The carnival came to town with a big wheel and a band. Children ate candy floss and waved flags.',
  'A key fits one lock. Hold the key with two fingers, turn it gently and push the door.',
  'The match was won in extra time. Home fans sang, and the visitors went to the station in silence.',
  'You can see the sun, the moon and two planets tonight if the sky stays clear over the lake.',
  'Grandmother poured cream into the coffee and told us about the gold ring that she lost at the fair.',
  'Our dog eats well, sleeps well and runs like the wind. Its real name is Duke.',
  'The general store sells nails, rope, tea and post cards. It opens at eight and shuts at six.',
  'All is well on the farm. On Sunday we are going to see one of the new barns, and you can come along.',
  'Jack Miller plays the violin. Last night Miller said he would rather dance, and his aunt agreed with him.',
  'Mrs Ross waters her roses at dawn. Ross sells some of them at the market and gives the rest to the nurses.',
  'In Cleveland the ferry is late again. People in Miami would laugh, but people in Toronto know the feeling.',
  'We took the train from Hanover to Phoenix Street and walked home by way of the old city gate.',
  'American poets and British painters met in a Greek village. The Indonesian cook made supper for all of them.',
  'The fast runner in lane five has a good chance. Her coach says that speed is no gift but a habit.',
  'NOTICE TO ALL SWIMMERS: SHOWER BEFORE YOU GO IN. KEEP TO THE RIGHT. NO RUNNING ON DECK.',
  'Open the lid, add salt, and let the pot simmer low. A pinch of sage does it good; so does cream.',
  'The knight rode a black horse to the castle. A raven sat on the gate and a fox slept in the hay.',
  'It was a rush to catch the tide. The coral was bright, the water clear, and a whale rose far off.',
  'Our teacher asked us to map the river, name each lake and list ten cities of the north.',
  'A bumble bee and a hornet live by the shed. The honest gardener lets them be, as do his neighbours.',
  'Southern California was hot last week, while New Zealand had snow. The South Pacific lay in between.',
  'She is on the block committee and he is on the board of the school; both have a beautiful garden.',
  'Pass the peas, pour the tea, and tell me about your trip. Was the hotel clean? Did the sun shine?',
  'First Solar eclipse of my life! We saw it through smoked glass from the roof of the science hall.',
  'The lion king of the puppet show lost an eye. A stitch in time saved the rest, said the tailor.',
  'Cardinal birds and robins come to feed at eight. The crane by the pond waits for frogs, as cranes do.',
  'May was wet and June was dry. August, they say, will bring both; nobody I know believes the almanac.',
]

test('everyday paragraphs name next to no instrument', () => {
  const said = everyday.flatMap((text) => find(text).map((finding) => JSON.stringify(finding.value).slice(0, 80)))
  expect(everyday.length).toBe(40)
  expect(said.length, said.join('\n')).toBeLessThanOrEqual(2)
})

test('fixed lists never collide with a ticker', () => {
  const fixed = ['^GSPC', '^DJT', '^SPXEW', 'USD=X', 'GC=F', 'BTC-USD', 'US10Y', 'GBGOVT', '@MAG7']
  for (const symbol of fixed) {
    expect(models.gazetteer.instrument(symbol), symbol).toBeDefined()
    expect(symbol, symbol).not.toMatch(/^[A-Z]{1,5}(?:\.[A-Z])?$/)
  }
})

test('a broken curated file is named with its entry', () => {
  const files = {
    listings: '',
    companies: { AAPL: { nams: ['Apple'] } },
    indices: {},
    currencies: {},
    commodities: {},
    crypto: {},
    bonds: {},
    groups: {},
  }
  expect(() => buildGazetteer(files)).toThrow(/companies\.yml, AAPL/)
})

test('a quoted source matters little, the headline matters most', () => {
  const found = find('Analysts at Goldman Sachs expect more.', 'Nvidia opens a plant')
  const relevance = (symbol: string): number | undefined => {
    const finding = found.find((one) => one.kind === 'instrument' && one.value.symbol === symbol)
    return finding?.kind === 'instrument' ? finding.value.relevance : undefined
  }
  expect(relevance('NVDA')).toBe(1)
  expect(relevance('GS')).toBeLessThanOrEqual(0.2)
})

describe('wild input', () => {
  test.each([
    '1.2.3% rose 5–-3% %%%',
    'fell fell fell 5%5%5%',
    '($$$$A:B (NYSE:',
    '🚀 $TSLA 🚀 +5%',
    'TESLA FELL 5% TO 300',
    '\u0000',
  ])('%s', (text) => expect(Array.isArray(find(text))).toBe(true))

  test('evidence is exact whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(
        'Apple',
        ' (NASDAQ: AAPL) ',
        ' fell 5% ',
        '\n',
        'S&P 500',
        " Nvidia's ",
        ' the dollar ',
        ' 10-year Treasury ',
        '. ',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        for (const { evidence } of find(text)) {
          for (const span of evidence) expect(text.slice(span.start, span.end)).toBe(span.quote)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('time grows with the length, not its square', () => {
    const once = 'Shares of Nvidia (NASDAQ: NVDA) fell 5% while the First Bank of the First City rose 3% to 12.5 '
    const time = (text: string): number => {
      const started = process.hrtime.bigint()
      find(text)
      return Number(process.hrtime.bigint() - started) / 1e6
    }
    time(once.repeat(500))
    const short = Math.min(time(once.repeat(500)), time(once.repeat(500)))
    const long = Math.min(time(once.repeat(8000)), time(once.repeat(8000)))
    // Doubled four times: 16 times the work, where a square would be 256.
    expect(long / Math.max(short, 1)).toBeLessThan(40)
  })
})
