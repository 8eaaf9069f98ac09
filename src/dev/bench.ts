/** `npm run bench -- start|analyze|read`: measurements, each against a peer in the same run. */
const benches: Record<string, () => Promise<{ run: () => Promise<void> | void }>> = {
  start: () => import('./bench/start.ts'),
  analyze: () => import('./bench/analyze.ts'),
  read: () => import('./bench/read.ts'),
}

const chosen = process.argv.slice(2)
const names = chosen.length > 0 ? chosen : Object.keys(benches)
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
