/** The rules of policy events; each has its cases in cases.ts. */
import { eventForms } from './event-forms.ts'

export const rules = [
  { name: 'bank-moves-its-rate' },
  { name: 'hike-or-cut-as-a-noun' },
  { name: 'hike-or-cut-spoken-of' },
  { name: 'leaves-rates-unchanged' },
  { name: 'pressure-on-reserve-positions' },
  { name: 'rates-go-up-or-down' },
  ...eventForms.flatMap(({ rule, eased = [] }) => [rule].concat(eased)).map((name) => ({ name })),
]
