/** The HTTP API, drawn from the server's own OpenAPI document: every route with its parameters, bodies and answers. */
import type { Child, FC } from 'hono/jsx'
import { fieldsOf, typeParts, type ApiDocument, type Field, type Operation, type Schema } from '../api-document.ts'
import { Layout } from '../layout.tsx'
import type { Page } from '../page.ts'

export const referencePage: Page = {
  path: '/reference',
  async show(client) {
    const { info, paths, components } = (await client.openapi()) as ApiDocument
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    )
    const tags = [...new Set(routes.map(({ operation }) => operation.tags[0] ?? 'other'))].sort()
    return (
      <Layout title="HTTP API" at="/reference">
        <h1>HTTP API</h1>
        <p class="lead">{info.description}</p>
        <p>
          Version {info.version}. For programs: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).{' '}
          <a href="/definitions">What the numbers mean</a>. Every answer that is not 2xx is an{' '}
          <a href="#schema-Error">Error</a> with a code and what to do about it.
        </p>
        <nav class="contents" aria-label="Parts of the API">
          <ul>
            {[...tags, 'schemas'].map((tag) => (
              <li>
                <a href={`#${tag}`}>{capital(tag)}</a>
              </li>
            ))}
          </ul>
        </nav>
        {tags.map((tag) => (
          <section aria-labelledby={tag}>
            <h2 id={tag}>{capital(tag)}</h2>
            {routes
              .filter(({ operation }) => (operation.tags[0] ?? 'other') === tag)
              .map((route) => (
                <Route {...route} />
              ))}
          </section>
        ))}
        <section aria-labelledby="schemas">
          <h2 id="schemas">Schemas</h2>
          {Object.entries(components.schemas)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, schema]) => (
              <Schema name={name} schema={schema} />
            ))}
        </section>
      </Layout>
    )
  },
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const Route: FC<{ path: string; method: string; operation: Operation }> = ({ path, method, operation }) => {
  const { summary, description, parameters = [], requestBody, responses } = operation
  return (
    <details class="route">
      <summary>
        <code>
          {method} {path}
        </code>{' '}
        <span class="soft">{summary}</span>
      </summary>
      {description && <p>{description}</p>}
      <Fields
        label={`Parameters of ${method} ${path}`}
        fields={parameters.map(({ name, schema, required, description: told }) => ({
          name,
          required: required ?? false,
          schema: told === undefined ? schema : { ...schema, description: told },
        }))}
      />
      {requestBody && (
        <p>
          Body: <Contents content={requestBody.content} />
        </p>
      )}
      {Object.entries(responses)
        .filter(([status]) => status !== 'default')
        .map(([status, { description: told, content = {} }]) => (
          <p>
            <strong>{status}</strong> {told} <Contents content={content} />
          </p>
        ))}
      {method === 'GET' && !path.includes('{') && (
        <p>
          <a href={path}>Ask it now</a>
        </p>
      )}
    </details>
  )
}

const Contents: FC<{ content: Readonly<Record<string, { schema?: Schema }>> }> = ({ content }) => (
  <>
    {Object.entries(content).map(([type, { schema }], i) => (
      <>
        {i > 0 && '; '}
        <code>{type}</code> {schema && <Shape schema={schema} />}
      </>
    ))}
  </>
)

/** What an answer holds, by the names of its schemas: "data: list of FindingRow, meta: Meta". */
const Shape: FC<{ schema: Schema }> = ({ schema }) =>
  schema.properties === undefined ? (
    <Type schema={schema} />
  ) : (
    <span class="soft">
      {Object.entries(schema.properties).map(([name, field], i) => (
        <>
          {i > 0 && ', '}
          {name}: <Type schema={field} />
        </>
      ))}
    </span>
  )

const Type: FC<{ schema: Schema }> = ({ schema }) => (
  <>
    {typeParts(schema).map((part): Child =>
      typeof part === 'string' ? part : <a href={`#schema-${part.schema}`}>{part.schema}</a>,
    )}
  </>
)

const Fields: FC<{ label: string; fields: readonly Field[] }> = ({ label, fields }) =>
  fields.length === 0 ? (
    <></>
  ) : (
    <dl class="fields" aria-label={label}>
      {fields.map(({ name, schema, required }) => (
        <div>
          <dt>
            <code>{name}</code>
            {required && <span class="tag">required</span>}
          </dt>
          <dd>
            <span class="soft">
              <Type schema={schema} />
              {schema.default !== undefined && `; ${String(schema.default)} unless told`}
            </span>
            {schema.description && <div>{schema.description}</div>}
          </dd>
        </div>
      ))}
    </dl>
  )

const Schema: FC<{ name: string; schema: Schema }> = ({ name, schema }) => {
  const fields = fieldsOf(schema)
  return (
    <section class="schema" aria-labelledby={`schema-${name}`}>
      <h3 id={`schema-${name}`}>{name}</h3>
      {schema.description && <p class="soft">{schema.description}</p>}
      {(fields.length === 0 || schema.properties === undefined) && (
        <p>
          <Type schema={schema} />
        </p>
      )}
      {fields.length > 0 && (
        <details>
          <summary>
            {fields.length} {fields.length === 1 ? 'field' : 'fields'}
            <span class="tip"> of {name}</span>
          </summary>
          <Fields label={`Fields of ${name}`} fields={fields} />
        </details>
      )}
    </section>
  )
}
