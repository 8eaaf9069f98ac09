/** The guess at a language: English headlines are short of small words, and other languages' words stand in them by accident. */
import { describe, expect, it } from 'vitest'
import { guessLanguage } from '../../src/extract/language.ts'

describe('guessLanguage', () => {
  it.each([
    ['Harbor Tools Reports Q3 EPS $0.41 vs $0.38 Est., Sales $1.2B vs $1.1B Est.', null],
    ['Brightline Q4 Volume Grew 11%, Averaged 10.9M Contracts Per Day in Dec. vs Est.', null],
    ['The central bank said that inflation is likely to fall, and that it will act if it does not.', 'en'],
    ['Die Anleger haben am Freitag Aktien von Banken gekauft und Software verkauft, sagte ein Händler.', 'de'],
    ['La banque centrale a relevé ses taux et les marchés ont reculé dans la journée de vendredi.', 'fr'],
    ['Los mercados cayeron el viernes por la decisión de un banco que no se esperaba en la región.', 'es'],
    [
      '日本銀行は金曜日に政策金利を引き上げた。市場は円高で反応し、株価は下落した。投資家は次の会合に注目している。',
      'ja',
    ],
    ['Too short', null],
  ])('%s', (text, language) => {
    expect(guessLanguage(text)).toBe(language)
  })
})
