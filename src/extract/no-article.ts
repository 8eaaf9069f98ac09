/** Says why a page holds no article: a consent question, a robot check, a paywall, a script not run, or nothing at all. Pure. */
import { ThemewireError } from '../errors.ts'
import { countWords } from './normalize-text.ts'

/** What a page says to its reader when it asks for consent; news about consent speaks of others, not of "we" and "you". */
const consent = [
  /before you continue|\bmit werbung weiterlesen/i,
  /\bwe (?:value|care about|respect) your privacy|\byour privacy (?:choices|settings)|\bprivacy preference cent(?:er|re)/i,
  /\b(?:accept|reject|agree to|allow|decline) (?:all|and (?:close|continue))\b|\bakzeptieren\b|\baccepter et\b|\baceptar y\b/i,
  /\b(?:manage|change|confirm|set|withdraw|review) (?:my |your )?(?:privacy|cookies?|consent|preferences|choices|options)\b/i,
  /\b(?:we|our)\s(?:.{0,40}\s)?partners?\b|\bunsere partner\b|\bnos (?:\d+ )?partenaires\b|\bnuestros socios\b|\bi nostri partner\b/i,
  /\b(?:we use|our use of|(?:web)?site uses|form of|mithilfe von|des|usamos|utilizziamo) cookies\b/i,
  /\bcookie (?:settings|policy|preferences|notice|list)\b|\b(?:strictly necessary|targeting|performance|functional) cookies\b/i,
  /\bstored?(?: and\/or| or| and) (?:access(?:ed)?|retrieve) information\b|\bpersonenbezogene daten\b|\bdonnées personnelles\b|\bdatos personales\b/i,
  /\bwithdraw (?:my|your) consent\b|\byour consent\b|\bzustimmung\b|\bvotre consentement\b|\bsu consentimiento\b|\bil tuo consenso\b/i,
]
const robotTitle =
  /^(?:just a moment|attention required|access (?:to this page has been )?denied|are you a robot|robot check|human verification|security check|pardon our interruption|403\b|forbidden|request (?:blocked|rejected))/i
const robot =
  /are you a robot|verify(?:ing)? (?:that )?you are (?:a )?human|confirm (?:that )?you(?:['’]re| are) (?:a )?human|press (?:&|and) hold|you have been blocked|checking your browser|enable javascript and cookies|(?:unusual|suspicious) (?:activity|traffic) (?:from|on|coming from) (?:your|this)|you(?:['’]re| are) not a (?:ro)?bot|access to this page has been denied|cloudflare ray id/i
const paywall =
  /subscribe (?:now |today )?to (?:continue|read|keep|unlock)|to (?:continue|keep) reading|(?:article|content|story) is (?:reserved )?(?:for|available to|only for|exclusive|exclusively for) (?:our )?(?:subscribers|members|paying|premium|registered)|subscribers only|unlock this (?:article|story)/i
const offer = /already a (?:subscriber|member)|create (?:a|your) free account|choose your (?:plan|subscription)/i
const script =
  /\b(?:enable|turn on|activate|requires?|needs?) javascript\b|\bjavascript (?:is|has been) (?:disabled|not available|not enabled|required|turned off)/i
const missing = /^(?:error )?404\b|\bpage (?:not found|does(?: not|n['’]t) exist)\b|^not found$/i

const shortWords = 12

/** Throws `consent-page`, `paywall-page` or `empty-page` when what was read is no article; `titles` are its headline and the browser's, `whole` is all text of the page. */
export function refuseNoArticle(text: string, titles: readonly (string | null)[], whole: string): void {
  const words = countWords(text)
  if (words >= 600) return
  const short = words < shortWords
  // What stands beside an article, however short that is, says nothing of it: many pages ask for consent in a corner.
  const shown = `${titles.join('\n')}\n${short ? whole.slice(0, 5000) : text}`
  const asks = consent.filter((pattern) => pattern.test(shown)).length
  if (asks >= (words < 250 ? 3 : 5)) {
    throw new ThemewireError('consent-page', 'this page only asks for consent to cookies; the article is behind it', {
      hint: 'open it in a browser, agree or refuse, and add the text itself',
    })
  }
  if (words < 150 && (robot.test(shown) || titles.some((title) => robotTitle.test(title ?? '')))) {
    throw new ThemewireError(
      'consent-page',
      'this page only checks whether the reader is a robot; the article is behind it',
      { hint: 'open it in a browser and add the text itself' },
    )
  }
  const offered = text.length > 200 ? shown : `${shown}\n${whole.slice(0, 5000)}`
  if ((words < 40 && paywall.test(offered)) || (short && offer.test(shown))) {
    throw new ThemewireError('paywall-page', 'this page shows no article, only an offer to subscribe', {
      hint: 'add the text itself, if you may read it',
    })
  }
  if (words < 60 && script.test(shown)) throw empty('this page shows nothing until a script has run')
  if (words < 80 && titles.some((title) => missing.test(title ?? '')))
    throw empty('this page says that there is no such page')
  if (short) throw empty(words === 0 ? 'there is no text on this page' : `there are only ${words} words on this page`)
}

const empty = (message: string): ThemewireError =>
  new ThemewireError('empty-page', message, {
    hint: 'the page may be built by a script, or be no article; look at it in a browser, or add the text itself',
  })
