import { describe, expect, test } from 'vitest'
import { openApiDocument } from '../../src/api/app.ts'
import { themewire } from '../../src/client/client.ts'

interface Operation {
  operationId?: string
  summary?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Record<string, unknown> }[]
  requestBody?: { content: Record<string, { schema?: unknown }> }
  responses: Record<string, { description?: string; content?: Record<string, { schema?: unknown }> }>
}
const document = openApiDocument()
const operations = Object.entries(document.paths as Record<string, Record<string, Operation>>).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      operation,
    })),
)

/** Every `$ref` anywhere in a value. */
function refs(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : refs(inner)))
}

test('the document is OpenAPI 3.1 and the same every time', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(JSON.stringify(openApiDocument())).toBe(JSON.stringify(document))
})

test('every route of the design is there', () => {
  const names = operations.map(({ name }) => name).sort()
  expect(names).toEqual(
    [
      'PATCH /v1/feeds/{id}',
      'DELETE /v1/articles/{id}',
      'POST /v1/articles/remove',
      'POST /v1/feeds/discover',
      'GET /v1/feeds/starters',
      'GET /healthz',
      'GET /metrics',
      'GET /v1/articles',
      'POST /v1/articles',
      'GET /v1/articles/{id}',
      'GET /v1/definitions',
      'GET /v1/digests',
      'GET /v1/digests/{date}',
      'POST /v1/digests/{date}',
      'GET /v1/digest',
      'GET /digests.atom',
      'GET /digests.json',
      'GET /v1/events',
      'GET /v1/feeds',
      'POST /v1/feeds',
      'DELETE /v1/feeds/{id}',
      'POST /v1/feeds/{id}/poll',
      'GET /v1/findings',
      'GET /v1/marks',
      'POST /v1/findings/{id}/mark',
      'DELETE /v1/findings/{id}/mark',
      'GET /v1/instruments',
      'GET /v1/instruments/{symbol}',
      'GET /v1/policy-events',
      'GET /v1/queue',
      'GET /v1/queue/failed',
      'POST /v1/queue/retry',
      'GET /v1/rates',
      'GET /v1/search',
      'GET /v1/stories',
      'GET /v1/themes',
      'GET /v1/themes/{id}',
      'GET /v1/themes/{id}/timeline',
      'GET /v1/themes/{id}/related',
      'GET /v1/instruments/{symbol}/related',
      'GET /v1/instruments/{symbol}/timeline',
      'GET /v1/articles/{id}/like',
      'GET /v1/compare',
      'GET /v1/phrase-decisions',
      'DELETE /v1/phrase-decisions/{phrase}',
      'POST /v1/articles/reanalyze',
      'GET /v1/blocked-sources',
      'DELETE /v1/blocked-sources/{host}',
      'GET /v1/alerts',
      'POST /v1/alerts/test',
      'GET /v1/emerging',
      'POST /v1/emerging',
      'GET /v1/tokens',
      'POST /v1/tokens',
      'DELETE /v1/tokens/{id}',
    ].sort(),
  )
})

describe.each(operations)('$name', ({ path, operation }) => {
  test('says what it does, under a name and a tag', () => {
    expect(operation.summary?.length).toBeGreaterThan(10)
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/)
    expect(operation.tags).toHaveLength(1)
  })

  test('describes every parameter, and no parameter takes null', () => {
    for (const parameter of operation.parameters ?? []) {
      expect(parameter.description, `${parameter.name} has no description`).toBeTruthy()
      expect(Object.keys(parameter.schema).length, parameter.name).toBeGreaterThan(0)
      expect(parameter.schema.type, parameter.name).not.toEqual(expect.arrayContaining(['null']))
      expect(parameter.schema.anyOf, parameter.name).not.toEqual(expect.arrayContaining([{ type: 'array' }]))
    }
  })

  test('declares exactly the parameters in its path, as required', () => {
    const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
    expect(declared.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
    for (const parameter of declared) expect(parameter.required).toBe(true)
  })

  test('describes its answer and its errors', () => {
    const good = Object.keys(operation.responses).filter((status) => status.startsWith('2'))
    expect(good).toHaveLength(1)
    for (const [status, response] of Object.entries(operation.responses)) {
      expect(response.description, status).toBeTruthy()
      for (const [type, content] of Object.entries(response.content ?? {})) {
        expect(content.schema, `${status} ${type}`).toBeTruthy()
      }
    }
    expect(operation.responses.default?.content?.['application/json']?.schema).toEqual({
      $ref: '#/components/schemas/Error',
    })
  })
})

test('a list parameter is described as a list of what it takes', () => {
  const { operation } = operations.find(({ name }) => name === 'GET /v1/findings')!
  const kinds = operation.parameters?.find(({ name }) => name === 'kinds')
  expect(kinds).toMatchObject({
    style: 'form',
    explode: false,
    schema: { type: 'array', items: { type: 'string', enum: expect.arrayContaining(['rate', 'theme']) as unknown } },
  })
})

test('operation names are unique and every reference leads somewhere', () => {
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  const known = Object.keys(document.components?.schemas ?? {}).map((name) => `#/components/schemas/${name}`)
  expect(known.length).toBeGreaterThan(20)
  for (const ref of refs(document)) expect(known).toContain(ref)
})

test('the typed client has a method for every operation a program would ask for', () => {
  const client = Object.keys(themewire())
  // Asked for by Prometheus and by feed readers.
  const notOurs = ['metrics', 'digestsAtom', 'digestsJson']
  const asked = operations.map(({ operation }) => operation.operationId).filter((id) => !notOurs.includes(id ?? ''))
  expect(client).toEqual(expect.arrayContaining(asked))
})
