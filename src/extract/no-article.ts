/** Says why a page holds no article: a consent question, a robot check, a paywall, or nothing at all. Pure. */
import { ThemewireError } from '../errors.ts'
import { countWords } from './normalize-text.ts'

const consent = [
  /before you continue/i,
  /we (?:value|care about|respect) your privacy/i,
  /\b(?:accept|reject|agree to|allow) all\b/i,
  /\bmanage (?:my |your )?(?:privacy|cookie|consent|preferences|settings|options)/i,
  /\b(?:we|our|and) (?:and )?(?:our )?(?:\d+ )?partners\b.{1,60}\b(?:store|use|process|access)\b/i,
  /\buse (?:of )?cookies\b/i,
  /\bconsent\b/i,
]
const robot =
  /are you a robot|verify (?:that )?you are (?:a )?human|checking your browser|enable javascript and cookies|unusual (?:activity|traffic)|access (?:to this page has been )?denied|security check/i
const paywall =
  /subscribe (?:now )?to (?:continue|read|keep)|to (?:continue|keep) reading|already a (?:subscriber|member)|this (?:article|content|story) is (?:for|available to|only for|exclusive)|create (?:a|your) free account|subscribers only/i

const shortWords = 12

/** Throws `consent-page`, `paywall-page` or `empty-page` when what was read is no article; `whole` is all text of the page. */
export function refuseNoArticle(text: string, title: string | null, whole: string): void {
  const words = countWords(text)
  if (words >= 250) return
  const shown = `${title ?? ''} ${text.length > 200 ? text : whole.slice(0, 5000)}`
  const asks = consent.filter((pattern) => pattern.test(shown)).length
  if (asks >= 3) {
    throw new ThemewireError('consent-page', 'this page only asks for consent to cookies; the article is behind it', {
      hint: 'open it in a browser, agree or refuse, and add the text itself',
    })
  }
  if (words < 80 && robot.test(shown)) {
    throw new ThemewireError(
      'consent-page',
      'this page only checks whether the reader is a robot; the article is behind it',
      {
        hint: 'open it in a browser and add the text itself',
      },
    )
  }
  if (words < 40 && paywall.test(shown)) {
    throw new ThemewireError('paywall-page', 'this page shows no article, only an offer to subscribe', {
      hint: 'add the text itself, if you may read it',
    })
  }
  if (words < shortWords) {
    throw new ThemewireError(
      'empty-page',
      words === 0 ? 'there is no text on this page' : `there are only ${words} words on this page`,
      {
        hint: 'the page may be built by a script, or be no article; look at it in a browser, or add the text itself',
      },
    )
  }
}
