/** Reads the messages PGlite answers with into results as node-postgres gives them. */
import type { PGlite } from '@electric-sql/pglite'
import type { SqlField, SqlNotification, SqlResult } from './sql-pool.ts'
import { parserOf } from './sql-types.ts'

type Messages = Awaited<ReturnType<PGlite['execProtocolStream']>>
type Message = Messages[number]

export interface Reply {
  readonly results: SqlResult[]
  readonly error: Error | null
  /** Transaction status after it: idle, in a transaction, in a failed one. */
  readonly status: 'I' | 'T' | 'E'
  readonly notifications: SqlNotification[]
}

export function readReply(messages: Messages): Reply {
  const results: SqlResult[] = []
  const notifications: SqlNotification[] = []
  let error: Error | null = null
  let status: Reply['status'] = 'I'
  let current = emptyResult()
  let parsers: ((text: string) => unknown)[] = []
  for (const message of messages as (Message & Record<string, unknown>)[]) {
    if (message instanceof Error) error ??= asDatabaseError(message)
    else if (message.name === 'rowDescription') {
      current.fields = message['fields'] as SqlField[]
      parsers = current.fields.map((field) => parserOf(field.dataTypeID))
    } else if (message.name === 'dataRow') {
      const row: Record<string, unknown> = {}
      const values = message['fields'] as (string | null)[]
      for (let index = 0; index < values.length; index += 1) {
        const value = values[index]!
        row[current.fields[index]!.name] = value === null ? null : parsers[index]!(value)
      }
      current.rows.push(row)
    } else if (message.name === 'commandComplete') {
      const words = String(message['text']).split(' ')
      const count = Number(words.at(-1))
      current.command = words[0] ?? ''
      current.rowCount = Number.isNaN(count) ? null : count
      results.push(current)
      current = emptyResult()
    } else if (message.name === 'readyForQuery') status = message['status'] as Reply['status']
    else if (message.name === 'notification') {
      notifications.push({
        channel: String(message['channel']),
        payload: String(message['payload']),
        processId: Number(message['processId']),
      })
    }
  }
  return { results: results.length > 0 ? results : [current], error, status, notifications }
}

const emptyResult = (): SqlResult => ({ command: '', rowCount: null, rows: [], fields: [], oid: 0 })

/** The engine's error object has no stack of ours; its fields (code, detail, constraint …) are kept. */
function asDatabaseError(source: Error): Error {
  const fields = Object.fromEntries(Object.entries(source).filter(([key]) => key !== 'message' && key !== 'stack'))
  return Object.assign(new Error(source.message), fields, { name: 'error' })
}
