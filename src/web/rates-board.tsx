/** The latest level that was reported of each bank's rate, each yield, inflation and so on. */
import type { FC } from 'hono/jsx'
import { heads, Table } from '../digest/html/table.tsx'
import { bankName, measureName } from '../digest/names.ts'
import { publishedDay, shortDate, whenWords } from '../digest/date-words.ts'
import { levelOf, signed } from '../digest/words.ts'
import type { FindingRow } from '../query.ts'
import { rateTypes, type FindingOf } from '../types.ts'
import { links } from './layout.tsx'

export type RateRow = FindingRow & FindingOf<'rate'>

/** "Riksbank (RIKSBANK)", and the code alone where the press calls it so; "UK inflation". */
export function rateOf({ value: { issuer, subject, type } }: RateRow): string {
  if (issuer === undefined) return measureName(subject ?? '', type)
  const name = bankName(issuer).replace(/^the /, '')
  return name.toUpperCase() === issuer ? name : `${name} (${issuer})`
}
export const stepOf = ({ value: { action, changeBps } }: RateRow): string =>
  [action, changeBps ? `${signed(changeBps, 0)} bp` : ''].filter(Boolean).join(' ')
export const timeOf = ({ value: { date } }: RateRow): string => whenWords(date)

const titles: Readonly<Record<RateRow['value']['type'], string>> = {
  policy_rate: 'Policy rates',
  bond_yield: 'Bond yields',
  inflation: 'Inflation',
  mortgage_rate: 'Mortgage rates',
  lending_rate: 'Lending rates',
  unemployment: 'Unemployment',
  gdp_growth: 'Growth',
  spread: 'Spreads',
}

/** `rows`: actual rates, latest report first. A bank has one level; what is a bound ("above 5%") is none. */
export const RatesBoard: FC<{ rows: readonly RateRow[] }> = ({ rows }) => {
  const latest = latestOf(rows)
  const newest = latest.map(({ source }) => source.publishedAt ?? '').reduce((a, b) => (a > b ? a : b), '')
  return (
    <div class="boards">
      {rateTypes.map((type) => {
        const board = latest.filter(({ value }) => value.type === type)
        return board.length === 0 ? null : (
          <section aria-labelledby={`board-${type}`}>
            <h3 id={`board-${type}`}>{titles[type]}</h3>
            <Table
              label={titles[type]}
              heads={heads('Of', '#Level', 'Reported')}
              rows={board
                .sort((a, b) => (rateOf(a) < rateOf(b) ? -1 : 1))
                .map((row) => [
                  rateOf(row),
                  <>
                    {levelOf(row.value)}
                    {stepOf(row) && <span class="step">{stepOf(row)}</span>}
                    {heldEarlier(row) && <span class="step">{heldEarlier(row)}</span>}
                  </>,
                  <a href={links.article(row.source.articleId, row.id)}>{reportedOn(row, newest)}</a>,
                ])}
            />
          </section>
        )
      })}
    </div>
  )
}

/** "12 March", with its year where that is not the newest row's. */
export const reportedOn = ({ source: { publishedAt, publishedPrecision } }: RateRow, newest: string): string =>
  publishedAt === null ? 'undated' : shortDate(publishedDay(publishedAt, publishedPrecision), newest)

/** When it held, where that is of an earlier year than the report. */
export function heldEarlier({ value: { date }, source: { publishedAt } }: RateRow): string {
  if (!date?.from || publishedAt === null || date.from.slice(0, 4) >= publishedAt.slice(0, 4)) return ''
  return whenWords(date)
}

/** One of each: of two that say when they hold the later, else the one that was reported last. */
export function latestOf(rows: readonly RateRow[]): RateRow[] {
  const latest = new Map<string, RateRow>()
  for (const row of rows) {
    if (row.value.low === null || row.value.high === null) continue
    const key = `${row.value.type} ${rateOf(row)}`
    const known = latest.get(key)
    if (!known || holdsLater(row, known)) latest.set(key, row)
  }
  return [...latest.values()]
}

function holdsLater(one: RateRow, other: RateRow): boolean {
  const [day, than] = [one.value.date?.from, other.value.date?.from]
  return !!day && !!than && day.slice(0, than.length) > than.slice(0, day.length)
}
