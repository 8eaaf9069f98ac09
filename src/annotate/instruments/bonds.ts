/** Government bonds by country and tenor, spelled out: US10Y is "10-year Treasury yield", "ten-year Treasuries", "10-year U.S. Treasury note". */
import { z } from 'zod'
import { tenorWords } from '../../text/tenors.ts'

const Country = z.strictObject({
  name: z.string(),
  before: z.array(z.string()),
  after: z.array(z.string()),
  plain: z.array(z.string()),
})
export const BondFile = z.strictObject({ tenors: z.array(z.int()), countries: z.record(z.string(), Country) })

export interface Bond {
  readonly symbol: string
  readonly name: string
  readonly names: readonly string[]
}

/** All bonds of the file; `US` without a tenor ("Treasuries") is `USGOVT`. */
export function governmentBonds(file: z.output<typeof BondFile>): Bond[] {
  const bonds: Bond[] = []
  for (const [code, country] of Object.entries(file.countries)) {
    bonds.push({ symbol: `${code}GOVT`, name: `${country.name}s`, names: country.plain })
    for (const tenor of file.tenors) {
      const tenors = [`${tenor} year`, `${tenorWords.get(tenor) ?? tenor} year`]
      const names = tenors.flatMap((spelled) => [
        ...country.after.map((noun) => `${spelled} ${noun}`),
        ...country.before.flatMap((owner) => [
          `${owner} ${spelled}`,
          ...country.after.map((noun) => `${owner} ${spelled} ${noun}`),
        ]),
        ...(code === 'US' ? [`benchmark ${spelled}`, `yield on the ${spelled}`] : []),
      ])
      bonds.push({
        symbol: `${code}${tenor}Y`,
        name: `${country.name.replace(/^US Treasury$/, 'US')} ${tenor}-year`,
        names,
      })
    }
  }
  return bonds
}
