/** What is wrong with a value, in one style for the HTTP API and the tools: `must be at least 1`. */
import type { z } from 'zod'

const nameOf: Readonly<Record<string, string>> = { int: 'a whole number', object: 'an object' }

/** Without the name of the value, which comes before it. */
export function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : `must be at least ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string'
        ? `must have at most ${issue.maximum} characters`
        : issue.origin === 'array'
          ? `must have at most ${issue.maximum} entries`
          : `must be at most ${issue.maximum}`
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`
    case 'invalid_type':
      if (issue.message.endsWith('received undefined')) return 'is missing'
      return issue.expected === 'array'
        ? 'must be a list'
        : `must be ${nameOf[issue.expected] ?? `a ${issue.expected}`}, given once`
    case 'custom':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return issue.message
  }
}
