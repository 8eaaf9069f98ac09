/** What a digest says that its first edition did not, and what it no longer says: articles come late, and some are taken down. */
import type { Digest, DigestChanges, DigestFact, DigestTheme } from './digest.ts'
import { factOf, standingOf } from './fact-words.ts'
import { toneOf } from './words.ts'

const mostItems = 50
/** A change of tone that is worth a line. */
const leastTurn = 0.1

type Item = DigestChanges['items'][number]

/** null when nothing is different, or when the two do not tell of the same window. */
export function changesSince(first: Digest, firstMadeAt: string, now: Digest): DigestChanges | null {
  if (first.window.from !== now.window.from || first.window.to !== now.window.to) return null
  const items = [
    ...themeChanges(first, now),
    ...factChanges('rates', first.rates, now.rates),
    ...factChanges('policy', first.policy, now.policy),
    ...factChanges('calendar', first.calendar, now.calendar),
  ]
  const articles = now.counts.articles - first.counts.articles
  const stories = now.counts.stories - first.counts.stories
  if (items.length === 0 && articles === 0 && stories === 0) return null
  return {
    firstMadeAt,
    articles,
    stories,
    items: items.slice(0, mostItems),
    more: Math.max(0, items.length - mostItems),
  }
}

/** Shares move with every story that comes; said is only what was told by more or fewer stories, or in another tone. */
function themeChanges(first: Digest, now: Digest): Item[] {
  const told = ({ stories, sentiment }: DigestTheme): string =>
    `${stories} ${stories === 1 ? 'story' : 'stories'}, ${toneOf(sentiment)}`
  const differs = (a: DigestTheme, b: DigestTheme): boolean =>
    a.stories !== b.stories || Math.abs(a.sentiment - b.sentiment) >= leastTurn
  return compared(
    'themes',
    keyed(first.themes, (theme) => theme.theme),
    keyed(now.themes, (theme) => theme.theme),
    {
      what: (theme) => theme.label,
      told,
      differs,
    },
  )
}

function factChanges(section: Item['section'], first: DigestFact[], now: DigestFact[]): Item[] {
  return compared(section, keyed(first, factKey), keyed(now, factKey), {
    what: saying,
    told: saying,
    differs: (a, b) => saying(a) !== saying(b),
  })
}

const saying = ({ finding }: DigestFact): string => [factOf(finding), standingOf(finding)].filter(Boolean).join(', ')

/** What a fact is about, without what it says of it. */
function factKey({ finding }: DigestFact): string {
  if (finding.kind === 'rate') {
    const { type, issuer, subject, basis, low, high } = finding.value
    // Several levels of a yield or an inflation rate may stand side by side; a bank has one.
    return JSON.stringify([type, issuer ?? subject, basis, ...(issuer === undefined ? [low, high] : [])])
  }
  if (finding.kind === 'policy_event') {
    const { type, actor, jurisdiction, action, status, date } = finding.value
    return JSON.stringify([type, actor, jurisdiction, action, status, status === 'happened' ? null : date?.from])
  }
  return JSON.stringify([finding.kind, finding.value])
}

const keyed = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T> =>
  new Map([...rows].reverse().map((row) => [keyOf(row), row]))

function compared<T>(
  section: Item['section'],
  first: Map<string, T>,
  now: Map<string, T>,
  { what, told, differs }: { what: (row: T) => string; told: (row: T) => string; differs: (a: T, b: T) => boolean },
): Item[] {
  const added = [...now].filter(([key]) => !first.has(key))
  const removed = [...first].filter(([key]) => !now.has(key))
  const changed = [...now].flatMap(([key, row]) => {
    const before = first.get(key)
    return before !== undefined && differs(before, row) ? [[before, row] as const] : []
  })
  return [
    ...added.map(([, row]): Item => ({ section, change: 'added', what: what(row), before: null, after: null })),
    ...removed.map(([, row]): Item => ({ section, change: 'removed', what: what(row), before: null, after: null })),
    ...changed.map(([before, row]): Item => ({
      section,
      change: 'changed',
      what: what(row),
      before: told(before),
      after: told(row),
    })),
  ]
}
