/** New phrases: told by several stories of the day, by far fewer of the days before; names, themes and habits are none. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDigest } from '../../src/digest/build.ts'
import { decidePhrase, type PhraseDecision } from '../../src/store/phrase-decisions.ts'
import type { Digest } from '../../src/digest/digest.ts'
import { date, emptyStore, equity, market, tell, timezone, type Told } from './market-store.ts'

let filled: Awaited<ReturnType<typeof emptyStore>>
let digest: Digest

const story = (slug: string, at: string, text: string, says: Told['says'] = () => []): Told => ({
  slug,
  title: `On ${slug}`,
  text,
  at,
  says,
})
const dayBefore = (days: number): string => new Date(Date.parse(`${date}T16:00:00Z`) - days * 86_400_000).toISOString()

beforeAll(async () => {
  filled = await emptyStore()
  const { db } = filled.store
  for (let days = 2; days <= 13; days++) {
    for (let desk = 1; desk <= 5; desk++) {
      await tell(
        db,
        story(
          `earlier-${days}-${desk}`,
          dayBefore(days),
          `Day ${days} of month ${desk * 17} brought record profits to dealer ${days * desk}, said desk ${days * 7 + desk}.`,
        ),
      )
    }
  }
  await tell(
    db,
    story(
      'first',
      dayBefore(1),
      'Somebody on a trading desk spoke of paper silicon, chips that exist in contracts only.',
    ),
  )
  await tell(
    db,
    story(
      'one',
      `${date}T10:00:00-04:00`,
      'Paper silicon is what lenders worry about now. Record profits did not help Harbor Tools.',
      (at) => [equity('HBT', 'Harbor Tools', 0.5, 0, at('Harbor Tools'))],
    ),
  )
  await tell(
    db,
    story(
      'two',
      `${date}T12:00:00-04:00`,
      'Analysts asked how much paper silicon the builders had sold. Record profits were reported, and small caps rose.',
      (at) => [equity('^RUT', 'Russell 2000', 0.5, 0, at('small caps'))],
    ),
  )
  await tell(db, story('three', `${date}T13:00:00-04:00`, 'In other news, small caps rose while bond dealers slept.'))
  digest = await buildDigest(db, { date, timezone, market })
})
afterAll(() => filled.close())

const again = (): Promise<Digest> => buildDigest(filled.store.db, { date, timezone, market })
const decide = (decided: Pick<PhraseDecision, 'phrase' | 'decision'> & { name?: string; into?: string }) =>
  decidePhrase(filled.store.db, { name: null, into: null, decidedAt: '2026-03-14T08:00:00Z', ...decided })

describe('new phrases of a day', () => {
  it('are those that several stories share and nobody told until this week, each with its sentences', () => {
    expect(digest.emerging.map((phrase) => phrase.phrase)).toEqual(['paper silicon'])
    const [phrase] = digest.emerging
    expect(phrase).toMatchObject({ stories: 2, storiesThisWeek: 3, firstSeen: '2026-03-12' })
    expect(phrase?.quotes.map((quoted) => quoted.quote)).toEqual([
      'Paper silicon is what lenders worry about now.',
      'Analysts asked how much paper silicon the builders had sold.',
    ])
  })

  it('are the same with every run over the same store', async () => {
    expect((await again()).emerging).toEqual(digest.emerging)
    expect(digest.emerging[0]).toMatchObject({ label: 'paper silicon', state: 'active' })
    expect(digest.emerging[0]?.id).toMatch(/^[\da-f]{12}$/)
  })

  it.each([
    ['a name', { phrase: 'Paper  silicon', decision: 'promoted', name: 'Chips on paper' }, ['Chips on paper']],
    ['silence, in any number', { phrase: 'paper silicons', decision: 'silenced' }, []],
    [
      'another phrase that it is',
      { phrase: 'paper silicon', decision: 'merged', into: 'contract chips' },
      ['contract chips'],
    ],
  ] as const)('keep what was decided: %s', async (_what, decided, labels) => {
    const { db } = filled.store
    await db.deleteFrom('phrase_decision').execute()
    await decide(decided)
    // Twice is once, and it holds for every digest from then on.
    await decide(decided)
    expect((await again()).emerging.map(({ label }) => label)).toEqual(labels)
    await db.deleteFrom('phrase_decision').execute()
  })

  it('stay when promoted, though they are as old as the store', async () => {
    await decide({ phrase: 'record profits', decision: 'promoted' })
    expect((await again()).emerging.map(({ phrase }) => phrase)).toContain('record profits')
    await filled.store.db.deleteFrom('phrase_decision').execute()
  })

  it.each([
    ['itself', 'paper silicon'],
    ['one that was merged', 'silicon papers'],
  ])('are not merged into %s', async (_what, into) => {
    await decide({ phrase: 'silicon papers', decision: 'merged', into: 'contract chips' })
    await expect(decide({ phrase: 'paper silicon', decision: 'merged', into })).rejects.toMatchObject({
      code: 'bad-request',
    })
    await filled.store.db.deleteFrom('phrase_decision').execute()
  })

  it('are not told of a store that is itself new', async () => {
    const fresh = await emptyStore()
    for (const slug of ['a', 'b'])
      await tell(
        fresh.store.db,
        story(slug, `${date}T1${slug === 'a' ? 0 : 2}:00:00-04:00`, `Lender ${slug} spoke of paper silicon.`),
      )
    expect((await buildDigest(fresh.store.db, { date, timezone, market })).emerging).toEqual([])
    await fresh.close()
  })
})
