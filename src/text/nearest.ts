/** Names near to one that is not known: "rotaton" → "rotation", "APPL" → "AAPL". */

const mostShown = 3

/** At most three, the nearest first; none that differs in more than a third of its letters. */
export function nearestTo(name: string, names: readonly string[]): string[] {
  const asked = name.toLowerCase()
  const most = Math.max(1, Math.floor(asked.length / 3))
  return names
    .map((known) => ({ known, far: editsBetween(asked, known.toLowerCase(), most) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || (a.known < b.known ? -1 : 1))
    .slice(0, mostShown)
    .map(({ known }) => known)
}

/** `there is no "published"; do you mean "publishedAt"?`; `what` is the name with what it would be: `theme "rotaton"`. */
export function noSuch(what: string, name: string, known: readonly string[]): string {
  const [near] = nearestTo(name, known)
  return `there is no ${what}${near === undefined ? '' : `; do you mean "${near}"?`}`
}

/** Letters added, left out, changed or exchanged with the next (optimal string alignment); `most + 1` for anything beyond. */
function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : most + 1
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same, swapped))
    }
    ;[before, row] = [row, next]
  }
  return Math.min(row[b.length]!, most + 1)
}
