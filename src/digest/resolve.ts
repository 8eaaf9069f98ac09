/** From drafts, which know where a finding stands, to what a digest holds: the finding itself and the sentence it stands in. */
import type { Kysely } from 'kysely'
import type { FindingRow } from '../query.ts'
import type { Database } from '../store/schema.ts'
import { findingsAt, keyOf, type Place } from '../store/told.ts'
import type { DigestFact, DigestInstrument, DigestTheme, Disagreement, Quoted } from './digest.ts'
import type { DisagreementDraft } from './disagreements.ts'
import type { FactDraft, Stated } from './facts.ts'
import type { InstrumentDraft } from './instruments.ts'
import { movesShown, type Day } from './moves.ts'
import { quotingFor } from './quoting.ts'
import type { ThemeDraft } from './themes.ts'

export interface Drafts {
  readonly themes: readonly ThemeDraft[]
  readonly facts: readonly Stated[]
  readonly instruments: readonly InstrumentDraft[]
  readonly disagreements: readonly DisagreementDraft[]
}

export interface Resolver {
  readonly theme: (draft: ThemeDraft) => DigestTheme
  readonly fact: (draft: Stated) => DigestFact
  readonly instrument: (draft: InstrumentDraft) => DigestInstrument
  readonly disagreement: (draft: DisagreementDraft) => Disagreement
}

/** Reads the findings of all drafts, and the texts of their articles, once. `older`: stories told before the window. */
export async function resolverFor(
  db: Kysely<Database>,
  drafts: Drafts,
  { older, day }: { readonly older: ReadonlySet<string>; readonly day: Day },
): Promise<Resolver> {
  const findings = await findingsAt(db, placesOf(drafts))
  const at = (place: Place): FindingRow => {
    const finding = findings.get(keyOf(place))
    if (!finding) throw new Error(`there is no finding at ${keyOf(place)}`)
    return finding
  }
  const movesOf = ({ moves }: InstrumentDraft): FactDraft<'move'>[] =>
    movesShown(
      moves.map((move) => ({ ...move, finding: at(move.told) })),
      day,
    )
  const shown = drafts.instruments.map((draft) => ({ ...draft, moves: movesOf(draft) }))
  const quoteOf = await quotingFor(db, placesOf({ ...drafts, instruments: shown }).map(at))
  const quoted = (place: Place): Quoted => {
    const finding = at(place)
    const told = finding.source.storyId !== null && older.has(finding.source.storyId)
    return { quote: quoteOf(finding), source: finding.source, finding: finding.id, ...(told ? { update: true } : {}) }
  }
  const fact = ({ told, stories, update }: Stated): DigestFact => {
    const finding = at(told)
    return { finding, stories, quote: quoteOf(finding), update }
  }
  return {
    fact,
    theme: (draft) => ({ ...draft, quotes: draft.quotes.map(quoted) }),
    instrument: (draft) => {
      const { quote, moves: _, ...counts } = draft
      const finding = at(quote)
      if (finding.kind !== 'instrument') throw new Error(`${keyOf(quote)} is no instrument`)
      const { name, exchange, type } = finding.value
      return { ...counts, name, exchange, type, moves: movesOf(draft).map(fact), quote: quoted(quote) }
    },
    disagreement: ({ kind, id, positive, negative }) => ({
      about: { kind, id, label: labelOf(at(positive.quote)) },
      positive: { stories: positive.stories, quote: quoted(positive.quote) },
      negative: { stories: negative.stories, quote: quoted(negative.quote) },
    }),
  }
}

const placesOf = ({ themes, facts, instruments, disagreements }: Drafts): Place[] => [
  ...themes.flatMap((theme) => theme.quotes),
  ...[...facts, ...instruments.flatMap(({ moves }) => moves)].map(({ told }) => told),
  ...instruments.map(({ quote }) => quote),
  ...disagreements.flatMap(({ positive, negative }) => [positive.quote, negative.quote]),
]

const labelOf = (finding: FindingRow): string =>
  finding.kind === 'theme' ? finding.value.label : finding.kind === 'instrument' ? finding.value.name : finding.kind
