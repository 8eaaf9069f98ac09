/** Reads a server-sent event stream (text/event-stream, as the HTML standard defines it) into typed events. */
import type { FindingRow, QueueState } from '../query.ts'

export type ServerEvent =
  | { readonly event: 'finding'; readonly id: string; readonly data: FindingRow }
  | { readonly event: 'article'; readonly id: string; readonly data: ArticleEvent }
  | { readonly event: 'progress'; readonly id: string; readonly data: QueueState[] }

/** An article has been worked off. */
export interface ArticleEvent {
  readonly id: string
  readonly status: string
  readonly title: string | null
  readonly url: string | null
  readonly findings: number
}

const names: readonly string[] = ['finding', 'article', 'progress'] satisfies ServerEvent['event'][]

/** Gives each event as it arrives; ends when the server ends the stream or `signal` aborts. Comments and unknown events are passed over. */
export async function* readEvents(response: Response, signal: AbortSignal): AsyncGenerator<ServerEvent> {
  if (!response.body) return
  let rest = ''
  let id = ''
  const decoder = new TextDecoder()
  for await (const chunk of chunksOf(response.body, signal)) {
    rest += decoder.decode(chunk, { stream: true })
    const blocks = rest.split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const event = readBlock(block, id)
      if (event) yield event
      id = event?.id ?? id
    }
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  const stop = (): void => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', stop)
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) return
      yield value
    }
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    signal.removeEventListener('abort', stop)
    stop()
  }
}

/** `id` is the last one seen, which holds until another comes. */
function readBlock(block: string, id: string): ServerEvent | null {
  const fields = { event: '', id, data: '' }
  for (const line of block.split('\n')) {
    const [, name, value = ''] = /^(event|id|data): ?(.*)$/.exec(line) ?? []
    if (name === 'data') fields.data += (fields.data ? '\n' : '') + value
    else if (name === 'event' || name === 'id') fields[name] = value
  }
  if (!names.includes(fields.event) || fields.data === '') return null
  return { event: fields.event, id: fields.id, data: JSON.parse(fields.data) as unknown } as ServerEvent
}
