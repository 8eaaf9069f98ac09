/** Knows who makes policy: central banks, their people and rates, economies and other authorities, by every name the press uses. */
import { z } from 'zod'
import { ThemewireError } from '../errors.ts'
import { phraseFinder, type PhraseHit } from './name-finder.ts'
import type { Token } from './tokens.ts'

const names = z.array(z.string()).default([])
const InstitutionsFile = z.object({
  banks: z.array(
    z.object({
      code: z.string(),
      economy: z.string(),
      name: z.string(),
      names,
      committees: names,
      rates: names,
      /** Rates of the bank that are not its policy rate. */
      reserve: names,
      /** Names that other banks' rates go by too ("the cash rate"). */
      shared: names,
    }),
  ),
  economies: z.array(z.object({ code: z.string(), name: z.string(), names, adjectives: names, places: names })),
  authorities: z.array(
    z.object({ name: z.string(), economy: z.string().nullable(), names, figures: z.boolean().default(false) }),
  ),
  offices: z.array(z.object({ economy: z.string(), names })),
})
const PeopleFile = z.object({
  people: z.array(
    z.object({
      name: z.string(),
      of: z.string(),
      role: z.string(),
      names,
      from: z.string().default(''),
      to: z.string().default(''),
    }),
  ),
})

const RatesFile = z.record(z.string(), z.record(z.string(), z.tuple([z.number(), z.number()])))

export interface PastLevel {
  /** The day it was decided, `YYYY-MM-DD`. */
  readonly day: string
  readonly low: number
  readonly high: number
}

export type Bank = z.infer<typeof InstitutionsFile>['banks'][number]
export type Person = z.infer<typeof PeopleFile>['people'][number]

/** Who or what a name stands for. `bank` is a central bank's code where one is meant. */
export type Named =
  | { readonly kind: 'bank'; readonly code: string }
  | {
      readonly kind: 'rate'
      readonly code: string
      readonly name: string
      readonly policy: boolean
      readonly shared: boolean
    }
  | { readonly kind: 'person'; readonly person: Person; readonly surname: boolean }
  | { readonly kind: 'economy'; readonly code: string; readonly how: 'name' | 'adjective' | 'place' }
  | { readonly kind: 'authority'; readonly name: string; readonly economy: string | null; readonly figures: boolean }
  | { readonly kind: 'office'; readonly economy: string }

export type NamedHit = PhraseHit<Named>

/** The economy whose figures a statistics office, or a ministry that counts like one, gives out. */
export const officeOf = (named: Named): string | null =>
  named.kind === 'office' || (named.kind === 'authority' && named.figures) ? named.economy : null

export interface Institutions {
  readonly banks: ReadonlyMap<string, Bank>
  /** The bank that sets an economy's rate. */
  readonly bankOf: ReadonlyMap<string, string>
  readonly economyNames: ReadonlyMap<string, string>
  readonly people: readonly Person[]
  /** Each bank's policy rate through the years, earliest first. */
  readonly pastLevels: ReadonlyMap<string, readonly PastLevel[]>
  readonly find: (tokens: readonly Token[]) => NamedHit[]
  /** A surname alone, for articles that gave the full name or speak of the person's bank. */
  readonly bySurname: ReadonlyMap<string, readonly Person[]>
}

const surnameOf = (name: string): string => name.slice(name.lastIndexOf(' ') + 1)

function read<S extends z.ZodType>(schema: S, data: unknown, file: string): z.infer<S> {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  throw new ThemewireError('bad-models', `models/${file}: ${issue.path.join('.')}: ${issue.message}`, {
    hint: 'mend the entry it names',
  })
}

/** Compiles `models/institutions.yml`, `models/people.yml` and `models/policy-rates.yml`; throws `bad-models` naming the entry that is wrong. */
export function buildInstitutions(institutionsFile: unknown, peopleFile: unknown, ratesFile: unknown): Institutions {
  const file = read(InstitutionsFile, institutionsFile, 'institutions.yml')
  const { people } = read(PeopleFile, peopleFile, 'people.yml')
  const levels = read(RatesFile, ratesFile, 'policy-rates.yml')
  const entries: [string, Named][] = []
  const economyOf = new Map(file.economies.map((economy) => [economy.code, economy]))
  for (const bank of file.banks) {
    const value: Named = { kind: 'bank', code: bank.code }
    const { names, adjectives } = economyOf.get(bank.economy) ?? { names: [], adjectives: [] }
    const central = [...names, ...adjectives].map((name) => `${name} central bank`)
    for (const name of [bank.name, ...bank.names, ...bank.committees, ...central]) entries.push([name, value])
    for (const name of bank.rates) {
      entries.push([
        name,
        {
          kind: 'rate',
          code: bank.code,
          name,
          policy: !bank.reserve.includes(name),
          shared: bank.shared.includes(name),
        },
      ])
    }
  }
  for (const person of people) {
    for (const name of [person.name, ...person.names]) entries.push([name, { kind: 'person', person, surname: false }])
  }
  for (const economy of file.economies) {
    for (const name of [economy.name, ...economy.names]) {
      entries.push([name, { kind: 'economy', code: economy.code, how: 'name' }])
    }
    for (const name of economy.adjectives) {
      entries.push([name, { kind: 'economy', code: economy.code, how: 'adjective' }])
    }
    for (const name of economy.places) entries.push([name, { kind: 'economy', code: economy.code, how: 'place' }])
  }
  for (const authority of file.authorities) {
    const { name, economy, figures } = authority
    const value: Named = { kind: 'authority', name, economy, figures }
    for (const name of authority.names) entries.push([name, value])
  }
  for (const { economy, names } of file.offices)
    for (const name of names) entries.push([name, { kind: 'office', economy }])
  const bySurname = new Map<string, Person[]>()
  for (const person of people) {
    const surname = surnameOf(person.name)
    bySurname.set(surname, [...(bySurname.get(surname) ?? []), person])
  }
  return {
    banks: new Map(file.banks.map((bank) => [bank.code, bank])),
    bankOf: new Map(file.banks.map((bank) => [bank.economy, bank.code])),
    economyNames: new Map(file.economies.map((economy) => [economy.code, economy.name])),
    people,
    pastLevels: new Map(
      Object.entries(levels).map(([code, byDay]) => [
        code,
        Object.entries(byDay)
          .map(([day, [low, high]]) => ({ day, low, high }))
          .sort((a, b) => a.day.localeCompare(b.day)),
      ]),
    ),
    find: phraseFinder(entries),
    bySurname,
  }
}

/**
 * The signed change in basis points that a level decided on a day makes, from the table of earlier levels; null where the table
 * does not know the level before, or the step it would make is not the one that was said.
 */
export function changeTo(
  institutions: Institutions,
  code: string,
  level: { low: number; high: number },
  day: string,
  sign: 1 | -1,
): number | null {
  // The decision itself may stand in the table, dated by its day or the day before the report.
  const before = institutions.pastLevels.get(code)?.findLast((past) => past.day < day && past.low !== level.low)
  if (!before) return null
  const change = Math.round((level.low - before.low) * 100)
  return Math.sign(change) === sign && Math.abs(change) <= 100 ? change : null
}
