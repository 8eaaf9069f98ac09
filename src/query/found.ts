/** How a count is told that may have been broken off. Apart from the schemas, which the command line loads only when it needs them. */

/** How many match, for people: `12`, or `10,000 or more`. */
export const foundOf = ({ found, atLeast = false }: { found: number; atLeast?: boolean }): string =>
  atLeast ? `${found.toLocaleString('en')} or more` : String(found)
