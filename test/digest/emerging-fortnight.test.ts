/** A fortnight of invented stories: one phrase bursts, one is steady, one fades, one sleeps, one pair of words only meets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDigest } from '../../src/digest/build.ts'
import { emergingOf } from '../../src/digest/digest-words.ts'
import { decidePhrase, type PhraseDecision } from '../../src/store/phrase-decisions.ts'
import type { Digest, EmergingPhrase } from '../../src/digest/digest.ts'
import { date, emptyStore, market, tell, timezone } from './market-store.ts'

const bursting = 'ghost tonnage'
const steady = 'copper premium'
const fading = 'levy holiday'
const dormant = 'shelf merger'
const chance = 'harvest ledger'

/** Days before the digest's → stories of that day that tell it. */
const told: Record<string, Partial<Record<number, number>>> = {
  [bursting]: { 0: 3, 1: 1 },
  [steady]: Object.fromEntries(Array.from({ length: 14 }, (_, day) => [day, 2])),
  [fading]: { 6: 4, 5: 4, 1: 1 },
  [dormant]: { 12: 4, 11: 4 },
  [chance]: { 0: 3 },
}
const perDay = 8
const days = 14
const clerks = 'amber birch cedar delta ember fjord grove heron inlet jetty kayak lemur maple nylon ochre pearl'.split(
  ' ',
)

/** No two stories are near to each other; the words of the chance pair stand in all of them, apart. */
function textOf(day: number, place: number): string {
  const word = (step: number): string => clerks[(day * 5 + place * 3 + step * (day + 2) * (place + 1)) % clerks.length]!
  const phrases = Object.entries(told).flatMap(([phrase, stories]) => {
    const first = phrase === steady ? 6 : phrase === chance ? 3 : 0
    return place >= first && place < first + (stories[day] ?? 0)
      ? [`Lender ${word(1)} ${place} asked about the ${phrase}.`]
      : []
  })
  return [
    ...phrases,
    `Near quay ${day * 100 + place} the harvest went to ${word(2)} and ${word(3)}.`,
    `Then ${word(4)} read the ledger while ${word(5)} of ${word(6)} slept.`,
    `Some harvest was left at ${day * 31 + place * 7}, as ${word(7)} and ${word(8)} wrote in a ledger.`,
  ].join(' ')
}

let filled: Awaited<ReturnType<typeof emptyStore>>
let digest: Digest

beforeAll(async () => {
  filled = await emptyStore()
  for (let day = days - 1; day >= 0; day--) {
    for (let place = 0; place < perDay; place++) {
      const at = Date.parse(`${date}T14:00:00Z`) - day * 86_400_000 + place * 60_000
      await tell(filled.store.db, {
        slug: `desk-${day}-${place}`,
        title: `Desk ${day * 10 + place}`,
        text: textOf(day, place),
        at: new Date(at).toISOString(),
        says: () => [],
      })
    }
  }
  digest = await build()
}, 120_000)
afterAll(() => filled.close())

const build = (): Promise<Digest> => buildDigest(filled.store.db, { date, timezone, market })
const decide = (decided: Pick<PhraseDecision, 'phrase' | 'decision'> & { name?: string; into?: string }) =>
  decidePhrase(filled.store.db, { name: null, into: null, decidedAt: '2026-03-14T08:00:00Z', ...decided })
const statesOf = (phrases: readonly EmergingPhrase[]) => phrases.map(({ phrase, state }) => [phrase, state])
const undecide = () => filled.store.db.deleteFrom('phrase_decision').execute()

describe('a fortnight', () => {
  it('is of stories that count one by one', () => {
    expect(digest.counts).toMatchObject({ stories: perDay, historyDays: days - 1 })
  })

  it('has what bursts, fades and sleeps; neither what is steady nor what only met', () => {
    expect(statesOf(digest.emerging)).toEqual([
      [bursting, 'active'],
      [fading, 'fading'],
      [dormant, 'dormant'],
    ])
  })

  it('has each with its figures, its first and last day and a sentence', () => {
    const [first, second, third] = digest.emerging
    expect(first).toMatchObject({ stories: 3, storiesThisWeek: 4, firstSeen: '2026-03-12', lastSeen: date })
    // 3 of 8 stories; 112 stories in 14 days, of which 4 tell it.
    expect(first?.weight).toBeCloseTo((3 / 8) * Math.log(1 + 8 / 4), 4)
    expect(first?.quotes).toHaveLength(2)
    expect(second).toMatchObject({ stories: 0, storiesThisWeek: 9, firstSeen: '2026-03-07', lastSeen: '2026-03-12' })
    expect(second?.quotes.map(({ quote }) => quote.includes(fading))).toEqual([true])
    expect(third).toMatchObject({ stories: 0, storiesThisWeek: 0, firstSeen: '2026-03-01', lastSeen: '2026-03-02' })
    expect(third?.quotes.map(({ quote }) => quote.includes(dormant))).toEqual([true])
    expect(third && emergingOf(third)).toBe(
      'dormant, no story this week, first told Sunday, 1 March 2026, last told Monday, 2 March 2026',
    )
  })

  it('has the same phrases, ids and states when it is read again', async () => {
    expect((await build()).emerging).toEqual(digest.emerging)
  })

  it.each([
    ['a steady phrase that was promoted', { phrase: steady, decision: 'promoted', name: 'Dear copper' }, 'Dear copper'],
    ['a chance pair that was', { phrase: chance, decision: 'promoted' }, chance],
    [
      'a name for one that sleeps',
      { phrase: dormant, decision: 'promoted', name: 'Mergers at rest' },
      'Mergers at rest',
    ],
    ['another name for one that sleeps', { phrase: dormant, decision: 'merged', into: 'merger pause' }, 'merger pause'],
  ] as const)('keeps what was decided: %s', async (_what, decided, label) => {
    await decide(decided)
    const { emerging } = await build()
    expect(emerging.map((phrase) => phrase.label)).toContain(label)
    expect(emerging.filter(({ phrase }) => phrase === dormant && label === 'merger pause')).toEqual([])
    await undecide()
  })

  it.each([bursting, fading, dormant])('is silent on what was silenced: %s', async (phrase) => {
    await decide({ phrase, decision: 'silenced' })
    expect(statesOf((await build()).emerging)).toEqual(statesOf(digest.emerging).filter(([shown]) => shown !== phrase))
    await undecide()
  })
})
