/** A flag that must be a whole number. */
import { ThemewireError } from '../errors.ts'

/** Throws `usage` when it is none between the bounds. */
export function wholeNumber(flag: string, text: string, low: number, high: number): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isInteger(value) || value < low || value > high) {
    throw new ThemewireError('usage', `${flag} is "${text}", which is no whole number from ${low} to ${high}`)
  }
  return value
}
