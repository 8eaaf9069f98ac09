/** What a person can do about a feed that fails or a job that failed, by the code of its reason. */
import type { ErrorCode } from '../errors.ts'

const advice: Partial<Record<ErrorCode, string>> = {
  'http-gone': 'The address leads nowhere any more. Look for the new one on the publisher’s site.',
  'http-error':
    'The publisher’s server refused or broke. It is tried again by itself; if that goes on, open the address in a browser.',
  'fetch-timeout': 'The publisher’s server was too slow. It is tried again by itself.',
  'fetch-failed': 'No connection came about. Check the address, and that this machine has a way out.',
  'bad-url': 'The address is not well formed. Copy it from a browser.',
  'bad-feed':
    'What is there is no RSS, Atom or JSON feed. Give the address of the page instead: its feeds are looked for.',
  'address-refused': 'The address leads into a private network, where Themewire does not go.',
  'robots-refused': 'The publisher asks programs to stay away (robots.txt). There is nothing to mend here.',
  'source-refused': 'This source was taken down. `themewire forget --source HOST --lift` lets it in again.',
  'unsupported-type': 'It is no page and no text. There is nothing to read.',
  'too-large': 'It is larger than what is read.',
  'too-many-redirects': 'The address leads in circles, often to a log-in. Open it in a browser.',
  'empty-page': 'No article was found in the page; it may exist only after running script.',
  'consent-page': 'The publisher shows a consent page instead of the article.',
  'paywall-page': 'The article is for subscribers.',
  'not-text': 'It is no text. There is nothing to read.',
  'analysis-timeout': 'The analysis took too long. Try again; if it fails again, report the article.',
  'analysis-failed': 'The analysis broke. Try again; if it fails again, report the article.',
  'store-unreachable': 'The database did not answer. Try again when it does.',
}

/** Empty where there is nothing better to say than to try again. */
export const adviceOn = (code: string): string =>
  Object.hasOwn(advice, code) ? advice[code as ErrorCode]! : 'Try again; the log of the server may say more.'
