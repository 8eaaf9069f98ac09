/** Forms that work without script: a button that does one thing, a select, and what is said when it is done. */
import type { Child, FC } from 'hono/jsx'

/** A button on its own. `fields` go along unseen; `about` tells a screen reader which of many such buttons this is. */
export const Do: FC<{ to: string; label: string; about?: string; fields?: Readonly<Record<string, string>> }> = ({
  to,
  label,
  about,
  fields = {},
}) => (
  <form method="post" action={to} class="do">
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button aria-label={about === undefined ? undefined : `${label}: ${about}`}>{label}</button>
  </form>
)

export const Select: FC<{
  name: string
  label: string
  any?: string
  options: readonly (readonly [value: string, text: string])[]
  chosen: string | undefined
}> = ({ name, label, any, options, chosen }) => (
  <Field label={label}>
    <select name={name}>
      {any !== undefined && <option value="">{any}</option>}
      {options.map(([value, text]) => (
        <option value={value} selected={chosen === value}>
          {text}
        </option>
      ))}
    </select>
  </Field>
)

export const Field: FC<{ label: string; children?: Child }> = ({ label, children }) => (
  <label class="field">
    <span>{label}</span>
    {children}
  </label>
)

/** What every list can be narrowed by: fields of its own, the window of publication, its order. Works by the address alone. */
export const FilterForm: FC<{
  path: string
  query: Readonly<Record<string, string>>
  /** Absent: it has one order. */
  orders?: readonly (readonly [value: string, text: string])[]
  children?: Child
}> = ({ path, query, orders, children }) => (
  <form class="search" action={path} role="search">
    {children}
    <Field label="Published from">
      <input type="date" name="time_from" value={query['time_from']?.slice(0, 10)} />
    </Field>
    <Field label="Before">
      <input type="date" name="time_to" value={query['time_to']?.slice(0, 10)} />
    </Field>
    {orders && <Select name="sort" label="Order" options={orders} chosen={query['sort']} />}
    <button>Show</button>
  </form>
)

export const latestFirst = [
  ['latest', 'latest first'],
  ['earliest', 'earliest first'],
] as const

/** An address is handed in. */
export const AddressForm: FC<{ to: string; label: string; example: string }> = ({ to, label, example }) => (
  <form method="post" action={to} class="search">
    <Field label={label}>
      <input type="url" name="url" required maxlength={4096} placeholder={example} />
    </Field>
    <button>Add</button>
  </form>
)

/** What was just done, by a word in the address: nothing that somebody else could write there is shown. */
export const Said: FC<{ words: Readonly<Record<string, string>>; said: string | undefined }> = ({ words, said }) =>
  said !== undefined && Object.hasOwn(words, said) ? (
    <p role="status" class="said">
      {words[said]}
    </p>
  ) : (
    <></>
  )
