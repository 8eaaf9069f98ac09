/** What `themewire models show` prints: the version and folder of the models, and where the listings come from. */
import type { Config } from '../config.ts'
import { listingsFileIn, readListingsFile } from '../listings-file.ts'
import { loadModels, shippedListings } from '../models.ts'
import { plain, print } from './terminal.ts'
import { count } from './update-listings.ts'

export async function showModels(config: Config, json: boolean): Promise<void> {
  const file = listingsFileIn(config.folder)
  const shipped = shippedListings(config.modelsFolder)
  const refreshed = readListingsFile(file)
  const stale = refreshed !== undefined && refreshed.origin.over !== shipped.hash
  const inUse = refreshed && !stale ? refreshed : undefined
  const shown = {
    version: loadModels(config.modelsFolder, file).version,
    folder: config.modelsFolder,
    listings: {
      count: count(inUse?.table ?? shipped.content),
      source: inUse?.origin.source ?? null,
      fetchedAt: inUse?.origin.fetchedAt ?? null,
      stale,
    },
  }
  if (json) return print(`${JSON.stringify(shown, null, 2)}\n`)
  const from = inUse
    ? `of ${inUse.origin.fetchedAt.slice(0, 10)}, from ${plain(inUse.origin.source)}`
    : 'that come with the package'
  await print(`models    version ${shown.version} in ${plain(shown.folder)}\n`)
  await print(`listings  ${shown.listings.count} ${from}\n`)
  if (stale) {
    await print(
      `          those in ${plain(file)} are left out: they belong to another version of the package; run \`themewire models update\`\n`,
    )
  }
}
