/** Gold cases of quotes. */
import { ignores, reads, type Case } from '../cases.ts'

export const cases: Case[] = [
  ...reads(
    { kind: 'quote', speaker: 'Jane Doe', role: 'chief U.S. economist', affiliation: 'Rowe Partners' },
    '“Rates will fall,” said Jane Doe, chief U.S. economist at Rowe Partners.',
  ),
  ...reads(
    {
      kind: 'quote',
      speaker: 'Mara Lindt',
      role: 'chief economist',
      affiliation: 'Rowan Partners',
      text: 'Growth is not the trouble here',
      verb: 'said',
    },
    '“Growth is not the trouble here,” said Mara Lindt, chief economist at Rowan Partners.',
  ),
  ...reads(
    { kind: 'quote', speaker: 'Mara Lindt', text: 'Rates will stay where they are', verb: 'said' },
    'Mara Lindt said: “Rates will stay where they are.”'.replace('are.”', 'are”'),
  ),
  ...reads(
    { kind: 'quote', speaker: 'Mara Lindt', text: 'It is early to call the turn', verb: 'added' },
    '“Growth is not the trouble here,” said Mara Lindt. “It is early to call the turn,” she added.',
  ),
  ...reads(
    { kind: 'quote', speaker: 'Paul Aydin', text: 'We will wait, and then we will move', verb: 'said' },
    '“We will wait,” said Paul Aydin, “and then we will move.”'.replace('move.”', 'move”'),
  ),
  ...ignores(
    'quote',
    'The so-called “great rotation of all time” went on.',
    'He called it “a very big number” of sorts.',
  ),
  ...reads(
    { kind: 'quote', speaker: 'Lorna Petri', role: 'Chief Financial Officer' },
    '“The shopper came back for curtains this spring,” said Chief Financial Officer Lorna Petri.',
  ),
]
