/** Turns what words say by the words they belong to: "losses … narrow" is relief, "higher costs" a worsening, "did not beat" negated. */
import type { Word } from '../../text/words.ts'
import { bitOf } from './word-classes.ts'

const { up, down, good, bad, burden, not, fade, relieved, worsened, negated } = bitOf
const burdenReach = 6
const directionReach = 3
const negationReach = 3
/** What stands between a direction and a burden that caused it, not one that moved: "fell on debt fears". */
const causes = new Set('on amid after due over from by with despite as because for in'.split(' '))

/** Changes the class bits of a sentence's words in place. */
export function turn(words: readonly Word[], classes: Int32Array, clauses: readonly number[]): void {
  const original = Int32Array.from(classes)
  for (let i = 0; i < words.length; i++) {
    if (original[i]! & burden) {
      const at = directionFor(i, words, original, clauses)
      if (at !== null) {
        const falls = original[at]! & (down | fade)
        classes[at] = (classes[at]! & ~(up | down | good | bad | fade)) | (falls ? relieved : worsened)
      }
    }
    if (original[i]! & not) {
      for (let at = i + 1; at <= Math.min(words.length - 1, i + negationReach); at++) {
        if (clauses[at] !== clauses[i]) break
        if (original[at]! & (up | down | good | bad)) {
          classes[at] = (classes[at]! & ~(up | down | good | bad)) | negated
          break
        }
      }
    }
  }
}

/** The direction that a burden takes: the next one after it, or else one right before it. */
function directionFor(
  i: number,
  words: readonly Word[],
  classes: Int32Array,
  clauses: readonly number[],
): number | null {
  const moves = up | down | fade
  for (let at = i - 1; at >= Math.max(0, i - directionReach); at--) {
    if (clauses[at] !== clauses[i] || causes.has(words[at]!.lower)) break
    if (classes[at]! & moves && !(classes[at]! & burden)) return at
  }
  for (let at = i + 1; at <= Math.min(words.length - 1, i + burdenReach); at++) {
    if (clauses[at] !== clauses[i]) break
    if (classes[at]! & moves) return at
  }
  return null
}
