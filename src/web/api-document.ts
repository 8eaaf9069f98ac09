/** What a reference page shows of an OpenAPI document, and a schema in a line: "list of string", "integer, 1 to 1000". */

export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly enum?: readonly (string | number | boolean | null)[]
  readonly const?: string | number | boolean | null
  readonly default?: string | number | boolean | null
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>

export interface Operation {
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly description?: string
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
}

export interface ApiDocument {
  readonly info: { readonly version: string; readonly description: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** A schema in words; names of others are parts of their own, to be linked. */
export type TypePart = string | { readonly schema: string }

export function typeParts(schema: Schema): TypePart[] {
  if (schema.$ref !== undefined) return [{ schema: schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1) }]
  if (schema.const !== undefined) return [JSON.stringify(schema.const)]
  if (schema.enum) return [schema.enum.map((value) => String(value)).join(' · ')]
  if (schema.allOf) return between(schema.allOf, ' with ')
  const choice = schema.anyOf ?? schema.oneOf
  if (choice) return between(choice, ' or ')
  if (schema.items) return ['list of ', ...typeParts(schema.items)]
  const types = [schema.type ?? 'any value'].flat()
  return [`${types.join(' or ')}${rangeOf(schema)}`]
}

const between = (schemas: readonly Schema[], word: string): TypePart[] =>
  schemas.flatMap((schema, i) => (i === 0 ? typeParts(schema) : [word, ...typeParts(schema)]))

/** Whole numbers have a range of their own that nobody asked for. */
function rangeOf({ minimum, maximum }: Schema): string {
  const [low, high] = [minimum, maximum].map((end) => (end === undefined || Math.abs(end) > 1e9 ? undefined : end))
  if (low !== undefined && high !== undefined) return `, ${low} to ${high}`
  return low !== undefined ? `, at least ${low}` : high !== undefined ? `, at most ${high}` : ''
}

export interface Field {
  readonly name: string
  readonly schema: Schema
  readonly required: boolean
}

/** Fields of an object, those of its parts and of objects written out in it: `meta.found`, `rows[].price`. */
export function fieldsOf(schema: Schema, before = ''): Field[] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const at = `${before}${name}`
    const inner = field.items ? fieldsOf(field.items, `${at}[].`) : fieldsOf(field, `${at}.`)
    return [{ name: at, schema: field, required: schema.required?.includes(name) ?? false }, ...inner]
  })
  return [
    ...own,
    ...[schema.allOf, schema.anyOf, schema.oneOf].flatMap((all) => (all ?? []).flatMap((one) => fieldsOf(one, before))),
  ]
}
