/** Lines that belong to the page, not to the article: disclaimers, widget captions, share prompts, credits. */

const captions =
  /^(?:(?:recent|latest|stock|market) quotes?|view more|view comments|read (?:more|next|also|full story)\b.{0,80}|symbol\s+(?:price|last)\b.{0,40}|photo (?:for article|by|credit)\b.{0,80}|image (?:source|credit)\b.{0,80}|advertisement|sponsored(?: content)?|share this(?: article)?\b.{0,40}|(?:share|tweet|email|print|copy link|follow us)(?: on \w+)?|related (?:articles|stories|links|news)\b.{0,40}|see also\b.{0,80}|most (?:read|popular)|trending(?: now)?|click here\b.{0,120}|sign up\b.{0,120}|subscribe\b.{0,120}|download the app\b.{0,60}|listen to this article\b.{0,40}|\d+ min(?:ute)? read)$/i
const notices = [
  /\bquotes? (?:are )?delayed (?:at least|by)\b/i,
  /\bstock quote api\b/i,
  /\bby accessing this page\b/i,
  /\b(?:is|are|does|should) not (?:be (?:construed|considered|taken) as |constitute |intended (?:as|to be) )?(?:any )?(?:financial|investment|legal|trading)(?:,? (?:or|and|financial|investment|legal|tax|trading))* advice\b/i,
  /\bfor (?:informational|information|educational) purposes only\b/i,
  /\ball rights reserved\b/i,
  /^©/,
  /\b(?:author|writer|we) (?:has|have|holds?|held) no (?:position|positions|business relationship)\b/i,
  /\bdisclosure: (?:none|the author|i\/we)\b/i,
  /\bpast performance is no(?:t| guarantee)\b/i,
  /\bforward-looking statements? (?:within|are|involve|contained)\b/i,
  /\bmarket data (?:provided|powered|supplied) by\b/i,
  /^\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled) by \p{Lu}/u,
]

/** Is the line a caption or notice of the page? `text` is one sentence. */
export function isBoilerplate(text: string): boolean {
  if (text.length > 1200) return false
  return captions.test(text) || notices.some((notice) => notice.test(text))
}
