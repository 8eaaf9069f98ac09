/** A cheap guess at the language of a text, by script and by its commonest small words. Pure. */

const smallWords: Record<string, string> = {
  en: 'the of and to in that is for on with as was at by it from be are this have has an or which not but will their',
  de: 'der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass',
  fr: 'le la les des et en un une du que est pour qui dans par sur au pas plus ce avec sont se il elle ont ses cette',
  es: 'el la los las de que y en un una por con para del se es al lo como más su pero sus fue ha entre este',
  it: 'il la di che e un una per in del della non con sono è da al dei le gli alla nel anche più ha come si',
  pt: 'o os de que e do da em um uma para com não por mais dos as no na foi ao das é se como mas pelo',
  nl: 'de het een van en in is dat op te zijn voor met die niet aan er om ook als bij door naar heeft wordt',
  sv: 'och i att det som en på är av för med till den har de inte om ett men var jag från vid efter',
  da: 'og i at det er en til på som af for med den har ikke de der et fra var men han vil kan',
  no: 'og i det er en til på som av for med den har ikke de at et fra var men han vil kan etter',
  fi: 'ja on ei että se oli mutta myös kun hän ovat joka kuin mukaan vuoden sen ole jo sekä',
  pl: 'i w na z do się nie że to jest o po za od jak przez ale dla jego tym są oraz tego',
  tr: 've bir bu da de için ile olarak çok daha gibi olan kadar sonra ise ancak en',
  id: 'yang dan di ini itu dengan untuk dari dalam tidak pada akan ke juga oleh sebagai ada',
}
const languagesOf = new Map<string, string[]>()
for (const [language, words] of Object.entries(smallWords)) {
  for (const word of words.split(' ')) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language])
}

const scripts: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30FF]/g],
  ['ko', /[\uAC00-\uD7AF]/g],
  ['zh', /[\u4E00-\u9FFF]/g],
  ['ru', /[\u0400-\u04FF]/g],
  ['ar', /[\u0600-\u06FF]/g],
  ['he', /[\u0590-\u05FF]/g],
  ['el', /[\u0370-\u03FF]/g],
  ['th', /[\u0E00-\u0E7F]/g],
  ['hi', /[\u0900-\u097F]/g],
]

/** ISO 639-1 code, or null where the text is too short to tell. Reads at most the first 4,000 characters. */
export function guessLanguage(text: string): string | null {
  const sample = text.slice(0, 4000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < 40) return null
  for (const [language, script] of scripts) {
    if ((sample.match(script)?.length ?? 0) > letters * (language === 'ja' ? 0.1 : 0.3)) return language
  }
  const counts = new Map<string, number>()
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  for (const word of words)
    for (const language of languagesOf.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (!best || best[1] < Math.max(2, words.length * 0.06)) return null
  if (second && second[1] === best[1]) return null
  // One word again and again is an abbreviation ("Est. $1.20 vs Est. $1.10"), not a language.
  const different = new Set(words.filter((word) => languagesOf.get(word)?.includes(best[0])))
  return different.size >= 3 || best[0] === 'en' ? best[0] : null
}

/** Countries that write the day before the month, of those whose sites are in English, and in which every site is. */
const dayFirstDomains =
  /\.(?:uk|au|nz|ie|in|za|sg|my|hk|ng|ke|pk|lk|mt|ae|de|at|fr|be|es|pt|it|nl|dk|no|se|fi|pl|cz|gr|tr|ru|br|mx|ar)$/

/** Is "3/4/2024" the third of April here? By the page's own language tag, else by the country of its address. */
export function isDayFirst(tag: string | null, url: string | null): boolean {
  const [language = '', region] = (tag ?? '').toLowerCase().split(/[-_]/)
  if (region !== undefined && /^[a-z]{2}$/.test(region)) return !/^(?:us|ph|ca)$/.test(region) && language.length === 2
  if (language !== '' && language !== 'en') return true
  return url !== null && URL.canParse(url) && dayFirstDomains.test(new URL(url).hostname)
}
