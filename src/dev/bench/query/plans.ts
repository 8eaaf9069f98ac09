/** How the database answers a statement: which indexes it reads, and which tables whole. */
import type { SqlPool } from '../../../store/sql-pool.ts'

export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}
export interface Plan {
  readonly indexes: ReadonlySet<string>
  /** Tables read from end to end. */
  readonly whole: ReadonlySet<string>
}

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Plans?: readonly Node[]
}

/** `seqScans: false` asks for the plan that a large table would have: one is read whole only where no index serves. */
export async function planOf(pool: SqlPool, statement: Statement, { seqScans = true } = {}): Promise<Plan> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    if (!seqScans) await client.query('SET LOCAL enable_seqscan = off')
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${statement.sql}`, statement.parameters)
    const [{ Plan: root }] = (rows[0] as { 'QUERY PLAN': [{ Plan: Node }] })['QUERY PLAN']
    const nodes = [...everyNode({ 'Node Type': 'Result', Plans: [root] })]
    return {
      indexes: new Set(nodes.flatMap((node) => node['Index Name'] ?? [])),
      whole: new Set(nodes.flatMap((node) => node.Plans?.flatMap((child) => wholeUnder(node, child)) ?? [])),
    }
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

/** What stops at a limit, as counting to a bound does, is not read from end to end. */
const wholeUnder = (parent: Node, { 'Node Type': type, 'Relation Name': table }: Node): string[] =>
  type === 'Seq Scan' && table !== undefined && parent['Node Type'] !== 'Limit' ? [table] : []

function* everyNode(node: Node): Generator<Node> {
  yield node
  for (const child of node.Plans ?? []) yield* everyNode(child)
}

/** Grow with the articles read. */
export const largeTables: readonly string[] = ['article', 'revision', 'finding', 'story', 'analysis']
