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
  ...reads(
    { kind: 'quote', speaker: 'Nadia Ferro', verb: 'said' },
    '“Orders are thin everywhere,” said Paul Aydin, who runs the fund.\n\nNadia Ferro of Lindgate Asset Management was of good cheer. “They will come back in the autumn,” she said.',
    '“Orders are thin everywhere,” said Paul Aydin. Half of the shops lose money, noted Nadia Ferro of Lindgate, and they borrow more. “They will come back in the autumn,” she said.',
    '“Orders are thin everywhere,” said Paul Aydin. Prices will fall, Ms. Nadia Ferro argued. “They will come back in the autumn,” she said.',
  ),
  ...reads(
    { kind: 'quote', speaker: 'Henning Holt', role: 'portfolio manager', verb: 'said' },
    '“We call it a pause in the boom,” said Nadia Ferro. “A fall of a tenth is where we buy,” said Henning Holt, a portfolio manager at Rowe.',
  ),
  ...ignores(
    { kind: 'quote', verb: 'added' },
    '“Orders are thin everywhere,” said Mr. Paul Aydin. “They will come back in the autumn,” she added.',
    '“Orders are thin everywhere,” said Paul Aydin. Quartz Lane lost a tenth of its worth. “They will come back in the autumn,” she added.',
  ),
  ...reads(
    { kind: 'quote', speaker: 'Nadia Ferro', role: 'Chief Executive', verb: 'said' },
    'Chief Executive Nadia Ferro said: “We are in no hurry to sell.” She added that the dividend was safe.',
  ),
  ...reads(
    { kind: 'quote', speaker: 'Henning Holt', verb: 'said' },
    "In Oslo, the fund's head, Henning Holt, said there was “no reason to sell what others fear.”",
  ),
  ...reads(
    { kind: 'quote', speaker: 'Jerome Powell', role: 'Fed Chair' },
    '“We are not on a preset course,” Fed Chair Jerome Powell said.',
  ),
  ...reads(
    { kind: 'quote', speaker: 'Nadia Ferro', affiliation: 'Lindgate Asset Management' },
    '“Margins have turned at last,” said Nadia Ferro of Lindgate Asset Management.',
    '“Margins have turned at last,” Nadia Ferro of Lindgate Asset Management said.',
    'Nadia Ferro of Lindgate Asset Management, a strategist, said: “Margins have turned at last.”',
  ),
]
