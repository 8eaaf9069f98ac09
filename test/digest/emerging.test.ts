/** New phrases: told by several stories of the day, by none until days ago; names, themes and habits are none. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDigest } from '../../src/digest/build.ts'
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
    await tell(
      db,
      story(
        `earlier-${days}`,
        dayBefore(days),
        `Day ${days} brought record profits and little else, said desk ${days}.`,
      ),
    )
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
