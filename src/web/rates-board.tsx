/** The latest level that was reported of each bank's rate, each yield, inflation and so on. */
import type { FC } from 'hono/jsx'
import { heads, Table } from '../digest/html/table.tsx'
import { bankName, measureName } from '../digest/names.ts'
import { dateWords, levelOf, shortDate, signed } from '../digest/words.ts'
import type { FindingRow } from '../query.ts'
import { rateTypes, type FindingOf } from '../types.ts'
import { links } from './layout.tsx'
import { publishedOf } from './published.ts'

export type RateRow = FindingRow & FindingOf<'rate'>

/** "Riksbank (RIKSBANK)", and the code alone where the press calls it so; "UK inflation". */
export function rateOf({ value: { issuer, subject, type } }: RateRow): string {
  if (issuer === undefined) return measureName(subject ?? '', type)
  const name = bankName(issuer).replace(/^the /, '')
  return name.toUpperCase() === issuer ? name : `${name} (${issuer})`
}
export const stepOf = ({ value: { action, changeBps } }: RateRow): string =>
  [action, changeBps ? `${signed(changeBps, 0)} bp` : ''].filter(Boolean).join(' ')
export const timeOf = ({ value: { date } }: RateRow): string => (date?.from ? dateWords(date.from) : '')

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
  const latest = new Map<string, RateRow>()
  for (const row of rows) {
    const key = `${row.value.type} ${rateOf(row)}`
    if (row.value.low !== null && row.value.high !== null && !latest.has(key)) latest.set(key, row)
  }
  return (
    <div class="boards">
      {rateTypes.map((type) => {
        const board = [...latest.values()].filter(({ value }) => value.type === type)
        const stepped = board.some((row) => stepOf(row) !== '')
        return board.length === 0 ? null : (
          <section aria-labelledby={`board-${type}`}>
            <h3 id={`board-${type}`}>{titles[type]}</h3>
            <Table
              label={titles[type]}
              narrow="dense"
              heads={stepped ? heads('Of', '#Level', 'Step', 'Reported') : heads('Of', '#Level', 'Reported')}
              rows={board
                .sort((a, b) => (rateOf(a) < rateOf(b) ? -1 : 1))
                .map((row) => [
                  rateOf(row),
                  levelOf(row.value),
                  ...(stepped ? [stepOf(row)] : []),
                  <a href={links.article(row.source.articleId, row.id)}>
                    {shortDate(publishedOf(row.source).replace(/,.*/, ''))}
                  </a>,
                ])}
            />
          </section>
        )
      })}
    </div>
  )
}
