/** `npm run bench -- start|analyze|read`: measurements, each against a peer in the same run; `-- query`: against limits, on large stores. */
const benches: Record<string, () => Promise<{ run: () => Promise<void> | void }>> = {
  start: () => import('./bench/start.ts'),
  analyze: () => import('./bench/analyze.ts'),
  read: () => import('./bench/read.ts'),
  query: () => import('./bench/query.ts'),
}

const chosen = process.argv.slice(2)
// Its stores take minutes to make, so it is run when it is asked for.
const names = chosen.length > 0 ? chosen : Object.keys(benches).filter((name) => name !== 'query')
for (const name of names) {
  const load = benches[name]
  if (!load) {
    console.error(`no benchmark "${name}"; there are ${Object.keys(benches).join(', ')}`)
    process.exitCode = 2
    break
  }
  console.log(name)
  await (await load()).run()
}
