/** Gold cases of decisions told beside something else: a figure and a day belong to the subject of their own verb. */
import { ignores, reads, type Case } from '../cases.ts'

const decision = (actor: string, action: string, more: object, ...texts: string[]): Case[] =>
  reads(
    { kind: 'policy_event', type: 'rate_decision', actor, action, status: 'happened', ...more },
    ...texts.map((text) => ({ text, publishedAt: '2026-11-12' })),
  )
const no = (more: object, ...texts: string[]): Case[] =>
  ignores({ kind: 'policy_event', type: 'rate_decision', ...more }, ...texts)

const unstated = { low: null, high: null, changeBps: null }
const onWednesday = { from: '2026-11-11', to: '2026-11-11', precision: 'day' }

const newSubject: Case[] = [
  ...decision(
    'FED',
    'cut',
    { rate: unstated, date: onWednesday },
    'The Fed cut rates on Wednesday and unemployment rose to 4.6%.',
    'The Fed cut rates on Wednesday as unemployment rose to 4.6%.',
    'The Fed cut rates on Wednesday, the unemployment rate rose to 4.6% and payrolls shrank.',
    'Unemployment rose to 4.6% and the Fed cut rates on Wednesday.',
    'The Fed cut rates on Wednesday and Treasury yields dropped, the 10-year falling 6 basis points to 4.05%.',
    'The Fed cut rates on Wednesday and economists expect unemployment to rise to 4.7% in March.',
  ),
  ...decision(
    'FED',
    'hold',
    { rate: { low: null, high: null, changeBps: 0 }, date: onWednesday },
    'The Fed held rates on Wednesday and the two-year yield fell 5 basis points to 3.50%.',
    'The Fed held rates on Wednesday, and the 10-year yield fell to 4.10%.',
    'The Fed held rates on Wednesday and sterling, which had gained, fell 0.4%.',
  ),
  ...decision(
    'ECB',
    'cut',
    { rate: unstated },
    'The European Central Bank cut rates on Thursday and the German 10-year yield rose 3 basis points to 2.71%.',
  ),
  ...decision(
    'ECB',
    'cut',
    { rate: { low: 2, high: 2 } },
    'Inflation slowed to 2.1% in October and the European Central Bank cut its deposit rate to 2%.',
  ),
  ...decision(
    'ECB',
    'hold',
    { rate: { low: 2, high: 2 } },
    'The Fed cut rates by a quarter point to 3.75% and the ECB left its deposit rate at 2%.',
  ),
  ...decision(
    'BOC',
    'hold',
    { rate: { low: 2.25 }, date: onWednesday },
    'On Wednesday the Fed cut rates and the Bank of Canada held its rate at 2.25%.',
  ),
  ...decision(
    'RBA',
    'hike',
    { rate: unstated, date: { from: '2026-11-12' } },
    'The Reserve Bank of Australia raised rates and the jobless rate climbed to 4.5% in September.',
  ),
  ...decision(
    'BOJ',
    'hike',
    { rate: { low: 0.75, changeBps: null } },
    'The Bank of Japan raised rates to 0.75% and the yield on 10-year Japanese government bonds rose 4 basis points to 1.95%.',
  ),
  ...decision(
    'RIKSBANK',
    'cut',
    { rate: { low: 1.75 } },
    'Norges Bank held rates and the Riksbank lowered its to 1.75%.',
  ),
  ...no(
    { action: 'hike' },
    'The Fed cut rates on Wednesday and unemployment rose to 4.6%.',
    'The Fed cut rates on Wednesday as unemployment rose to 4.6%.',
    'The Fed cut rates and raised its growth forecast to 2.1%.',
  ),
]

const sameSubject: Case[] = [
  ...decision('FED', 'cut', { rate: unstated }, 'The Fed cut rates and raised its growth forecast.'),
  ...decision(
    'FED',
    'cut',
    { rate: { low: 3.5, high: 3.75, changeBps: -25 } },
    'The Fed cut rates by a quarter point on Wednesday, and the target range now stands at 3.5% to 3.75%.',
    'The Fed cut rates by a quarter point as joblessness rose to 4.6%, lowering the target range to 3.5% to 3.75%.',
  ),
  ...decision('FED', 'cut', { rate: { low: 3.5 } }, 'As inflation slowed to 2.1%, the Fed cut rates to 3.5%.'),
  ...decision(
    'FED',
    'cut',
    { rate: { low: 3.5 }, date: { from: '2026-05' } },
    'The Fed cut rates in January and lowered them again to 3.5% in May.',
  ),
  ...decision(
    'FED',
    'hike',
    { rate: { low: null, changeBps: 25 } },
    'The Fed raised rates by 25 basis points and signalled two more increases to 5.25% by June.',
  ),
  ...decision(
    'FED',
    'cut',
    { rate: { low: 3.75 } },
    'The Fed cut rates for a second straight meeting and the third time this year to 3.75%.',
  ),
  ...reads(
    { kind: 'policy_event', actor: 'FED', action: 'cut', status: 'possible', rate: unstated },
    'Traders now see less chance that the Federal Reserve lowers rates in December, and the 10-year Treasury yield rose 8 basis points to 4.36%.',
  ),
]

export const clauseCases: Case[] = [...newSubject, ...sameSubject]
