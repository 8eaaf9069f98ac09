/**
 * Finds policy events: what an authority did, will do, may do or will not do.
 * "The Fed held rates at 3.50% to 3.75%" · "Congress passed the bill in July" · "Powell's term expires in May 2026"
 */
import { addFinding, type Annotator, type Sentence } from '../../doc.ts'
import { readBanks } from '../../text/bank-context.ts'
import type { Institutions } from '../../text/institutions.ts'
import { readDecisions } from './decisions.ts'
import { readEvents } from './events.ts'

export const policy = (institutions: Institutions): Annotator => ({
  name: 'policy',
  requires: ['rate'],
  assigns: ['policy_event'],
  annotate(doc) {
    const readings = readBanks<Sentence>(doc.sentences, institutions).filter(({ piece }) => isRead(piece))
    const events = [...readDecisions(doc, readings, institutions), ...readEvents(doc, readings, institutions)]
    for (const { value, evidence, rule, confidence } of events) {
      addFinding(doc, 'policy_event', value, evidence, rule, confidence)
    }
  },
})

const isRead = (sentence: Sentence): boolean => sentence.zone !== 'table' && sentence.zone !== 'boilerplate'
