/** Opens the store of a folder and commits rows until it is killed, saying each on its output once it is committed. */
import { openStore } from '../../src/store/connect.ts'

const store = await openStore({ folder: process.argv[2]! })
store.setAddress('http://127.0.0.1:8321', 'a key')
await store.pool.query('CREATE TABLE IF NOT EXISTS public.kept (n int PRIMARY KEY, half int)')
const { rows } = await store.pool.query('SELECT coalesce(max(n), 0)::int AS last FROM public.kept')
for (let n = (rows[0] as { last: number }).last + 1; ; n += 1) {
  const client = await store.pool.connect()
  await client.query('BEGIN')
  await client.query('INSERT INTO public.kept VALUES ($1, 1)', [n])
  await client.query('UPDATE public.kept SET half = 2 WHERE n = $1', [n])
  await client.query('COMMIT')
  client.release()
  process.stdout.write(`${n}\n`)
}
