/**
 * Finds a central bank's tone from the sentences that speak of its policy or that it says.
 * "The Committee sees inflation risks tilted up" · "Powell said the labor market is cooling" · "The Board judges policy restrictive"
 */
import { addFinding, spanOf, type Annotator, type Sentence } from '../../doc.ts'
import { readBanks } from '../../text/bank-context.ts'
import type { Institutions } from '../../text/institutions.ts'
import { sentenceStance } from './sentence-stance.ts'

const speaks =
  /\b(?:said|says|sees?|saw|added|told|noted|judge[sd]?|expect(?:s|ed)?|warn(?:s|ed)?|signal(?:l?ed|s)|hint(?:s|ed)?|stressed|argued|suggest(?:s|ed)|believes?|committee|board|council|governor|policymakers|statement|members|participants|officials)\b/i
// What others expect of a bank is not its own tone.
const ofOthers =
  /\b(?:economists?|analysts?|strategists?|traders?|investors?|markets?|futures|swaps|polls?|polled|survey(?:ed)?)(?:\s[a-z]+){0,6}\s(?:sees?|expects?|expected|bet(?:s|ting)?|prices?|priced|pricing|forecasts?|predict(?:s|ed)?|think)\b/i
const most = 12

export const stance = (institutions: Institutions): Annotator => ({
  name: 'stance',
  requires: [],
  assigns: ['stance'],
  annotate(doc) {
    const byBank = new Map<string, { sentence: Sentence; sign: number }[]>()
    for (const { piece, bank, hits } of readBanks<Sentence>(doc.sentences, institutions)) {
      if (!bank || piece.zone === 'table' || piece.zone === 'boilerplate' || piece.zone === 'headline') continue
      const named = hits.some(
        ({ value }) =>
          (value.kind === 'bank' && value.code === bank) || (value.kind === 'person' && value.person.of === bank),
      )
      if (
        !speaks.test(piece.text) ||
        ofOthers.test(piece.text) ||
        (!named &&
          !/\b(?:committee|board|council|members|participants|policymakers|it said|s?he said)\b/i.test(piece.text))
      )
        continue
      const { label } = sentenceStance(piece.text)
      const sign = label === 'hawkish' ? 1 : label === 'dovish' ? -1 : 0
      byBank.set(bank, [...(byBank.get(bank) ?? []), { sentence: piece, sign }])
    }
    for (const [issuer, said] of byBank) {
      const toned = said.filter(({ sign }) => sign !== 0)
      if (toned.length === 0) continue
      const score = Math.round((toned.reduce((sum, { sign }) => sum + sign, 0) / said.length) * 1000) / 1000
      const evidence = toned
        .slice(0, most)
        .map(({ sentence }) => spanOf(doc, sentence.field, sentence.start, sentence.end))
      addFinding(doc, 'stance', { issuer, score }, evidence, 'tone-of-a-bank', said.length > 3 ? 0.7 : 0.55)
    }
  },
})
