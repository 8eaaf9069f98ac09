/** What sources disagree on: themes and instruments that some stories tell well of and others badly. */
import type { InstrumentTold } from '../store/instruments-told.ts'
import type { Place } from '../store/told.ts'
import type { Disagreement } from './digest.ts'
import { apart, byStory, groupBy, order } from './stories.ts'
import type { ThemeTold } from './themes.ts'

const mostShown = 6
/** Their tone follows a price, which two stories tell of at two moments: that is no disagreement. */
const opinions: ReadonlySet<InstrumentTold['type']> = new Set(['equity', 'group'])
const prices = new Set(['index-moves', 'oil-prices'])

interface SideDraft {
  readonly stories: number
  readonly quote: Place
}
/** An instrument is named by its quoted finding. */
export interface DisagreementDraft {
  readonly kind: Disagreement['about']['kind']
  readonly id: string
  readonly positive: SideDraft
  readonly negative: SideDraft
}

/** Told most on its weaker side first, then most in all. */
export function disagreementsOf(
  themes: readonly ThemeTold[],
  instruments: readonly InstrumentTold[],
): DisagreementDraft[] {
  const all = [...themesApart(themes), ...instrumentsApart(instruments)]
  const weaker = ({ positive, negative }: DisagreementDraft): number => Math.min(positive.stories, negative.stories)
  const told = ({ positive, negative }: DisagreementDraft): number => positive.stories + negative.stories
  return all
    .sort((a, b) => weaker(b) - weaker(a) || told(b) - told(a) || order(a.kind, b.kind) || order(a.id, b.id))
    .slice(0, mostShown)
}

function themesApart(rows: readonly ThemeTold[]): DisagreementDraft[] {
  return [...groupBy(rows, (row) => row.value.theme)].flatMap(([id, findings]) => {
    if (prices.has(id)) return []
    const stories = byStory(findings)
    const positive = stories.filter(({ score }) => score >= apart)
    const negative = stories.filter(({ score }) => score <= -apart)
    const [well, badly] = [positive[0], negative[0]]
    if (!well || !badly) return []
    return [
      {
        kind: 'theme' as const,
        id,
        positive: { stories: positive.length, quote: well },
        negative: { stories: negative.length, quote: badly },
      },
    ]
  })
}

const instrumentsApart = (told: readonly InstrumentTold[]): DisagreementDraft[] =>
  told.flatMap(({ symbol, type, positive, negative, wellTold, badlyTold }) =>
    wellTold && badlyTold && opinions.has(type)
      ? [
          {
            kind: 'instrument' as const,
            id: symbol,
            positive: { stories: positive, quote: wellTold },
            negative: { stories: negative, quote: badlyTold },
          },
        ]
      : [],
  )
