/** Takes out of the article's own container what is not the article: prompts, credits, link lists, bylines. Every step is named. Pure. */
import type { Block } from './blocks.ts'
import { normalizeLine } from './normalize-text.ts'

/** What is known of the article from its metadata, to know repetitions of it by. */
export interface Known {
  readonly title: string | null
  readonly authors: readonly string[]
}

const prompts: readonly (readonly [string, RegExp])[] = [
  [
    'advertisement',
    /^(?:-+\s*)?(?:advertisements?|advert|ad|sponsored(?: content)?|promoted|(?:article|story) continues|(?:article|story) continues (?:below|after)(?: this)?(?: advertisement| ad)?|scroll to continue(?: reading)?(?: with content)?|continue reading(?: below)?|page \d+ of \d+|loading[.…]*|skip advertisement|skip to (?:content|main|navigation)|ad(?:vertisement)? - page continues below|advertisement - story continues below)(?: ?-+)?[.:]?$/i,
  ],
  [
    'read more',
    /^[[(*•▶►»>\s]{0,4}(?:read(?:\s+(?:more|next|also|on|the full|our full|full))?|more|also read|see also|related(?:\s+(?:articles?|stories|story|content|reading|posts?|news|links?|topics?|video))?|recommended(?: (?:reading|stories|for you))?|don['’]t miss|must read|watch(?: now| more| next)?|listen(?: now)?|up next|next up|dig deeper|go deeper|further reading|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|check out|this might be interesting to you|more (?:from|on|about) [^:.]{2,60}|best prices? (?:today|right now)|view(?:ing)? (?:more|all|on|gallery|\d+ (?:images?|photos?))|explore more|learn more|find out more|shop now|buy (?:now|it|at|on)|get (?:it|started|the (?:app|mag|full recipe)))(?=[\s:–—|-]|$)/i,
  ],
  [
    'follow',
    /^(?:follow|like|find|join|add)\s+(?:us|me|our|\w+(?:\s\w+)?)\s+(?:on|at|for)\s+(?:social|facebook|twitter|x|instagram|linkedin|youtube|whatsapp|telegram|google|threads|tiktok|flipboard|bluesky)\b/i,
  ],
  [
    'newsletter',
    /\b(?:sign up (?:for|to|here|now|today)|subscribe (?:to|here|now|today)|newsletters?|get (?:our|the) (?:latest|best|daily|weekly|top)[^.]{0,60}(?:inbox|email)|(?:delivered|straight|sent) (?:straight |directly )?(?:to|into) your (?:inbox|email)|download the [\w ]{2,30} app|click here to (?:subscribe|sign|read|download|join|get)|free trial|become a (?:member|subscriber)|already a (?:member|subscriber)|not a subscriber)\b/i,
  ],
  [
    'embedded post',
    /^(?:view this post on|a post shared by|this (?:post|video|content) (?:is|can)[^.]{0,40}(?:unavailable|not available|hosted)|pic\.twitter\.com|https?:\/\/t\.co\/)|pic\.twitter\.com\/\w+\)?$|^— [^@]{2,60}\(@\w{1,20}\)/i,
  ],
  [
    'share',
    /^(?:share(?:\s+(?:this|on|via|full article|article|post|the)\b.{0,40})?|tweet|pin(?: it)?|email|print|save|copy link|link copied|facebook|twitter|whatsapp|linkedin|reddit|comments?|\d+ comments?|no comments?(?: yet)?|comments? (?:are|is) (?:closed|off)|leave a (?:comment|reply)|add a comment|gift (?:this )?article|bookmark|listen to (?:this )?(?:article|story)|\d+(?:\.\d+)?k? (?:shares?|views?|likes?))[.:]?$/i,
  ],
  [
    'rights',
    /^(?:©|\(c\)|copyright)\s?.{0,160}$|\ball rights reserved\b|^(?:this (?:article|story|post|copy) (?:was |is |has been )?(?:originally |first )?(?:published|appeared|for your personal)|.{0,60}may not be (?:reproduced|published|broadcast))|^republish (?:this|our) (?:article|articles|story|stories)\b|\bunder a creative commons\b/i,
  ],
  [
    'affiliate',
    /\b(?:(?:may|might) (?:earn|receive|get|collect) (?:a |an )?(?:small |affiliate )?(?:commission|compensation|kickback)|affiliate (?:links?|commission)|(?:contains?|using) affiliate|independently (?:selected|chosen|reviewed) by (?:our|the))\b/i,
  ],
  [
    'appeal',
    /\b(?:contribute as little as|(?:support|fund)(?:ing)? (?:our|independent|quality|free|local|nonprofit) (?:journalism|reporting|newsroom|media|news)|(?:your|reader) (?:support|contributions?|donations?|help) (?:makes?|keeps?|helps?|allows?|means)|donate (?:now|today)|(?:keep|keeps) our (?:news|journalism|reporting|site) free)\b/i,
  ],
  ['not text', /^(?:\{"[^"]{1,60}":|\[\{"|loading(?:\s?error)?(?: loading)?$|loading\.{3}$)/i],
  [
    'contact',
    /^[—–-]?\s*(?:.{0,60}\bcan be reached (?:at|by)|(?:contact|email|reach|write to|send (?:tips|comments|feedback)).{0,80}@|have (?:a|any) (?:tip|question|story)|got a (?:tip|story))/i,
  ],
]

/** Ends of captions: who took the picture. */
const credit =
  /(?:^|[\s(|[])(?:(?:photo|image|picture|video|illustration|graphic|lead image|source images?|icons?)s?(?: credits?| source| courtesy| illustration)?(?: by| of|:|,| \/)|credits?:|courtesy(?: of|:)|photograph(?:s|y|er)?(?: by|:)|screenshot(?::| by| via))\s?[^.!?]{2,80}[.)\]]?$|(?:getty images|shutterstock|istock(?:photo)?|alamy|ap photo|unsplash|pexels|imagn|usa today sports)[^.!?]{0,40}[.)\]]?$|^(?:photo|image|source|credit)s?:/i

/** Headings that open what no longer belongs to the article. */
const stopHeading =
  /^(?:related(?:\s.{0,30})?|recommended(?:\s.{0,30})?|read (?:more|next|also)|more (?:from|on|stories|articles|news|like|great|in|about)\b.{0,40}|you (?:may|might|could) (?:also )?(?:like|enjoy|be interested)\b.{0,30}|about the (?:authors?|writer)|(?:meet )?the authors?|author bio|leave a (?:comment|reply)|comments?|\d+ comments?|share(?: this.{0,20})?|follow us.{0,30}|subscribe.{0,40}|newsletter.{0,30}|sign up.{0,40}|references|citations|bibliography|footnotes|works cited|further reading|see also|popular (?:posts|articles|stories|now)|latest (?:news|stories|articles|posts)|trending(?: now)?|most (?:read|popular|viewed)|what to read next|keep reading|up next|editor['’]?s['’]? picks?|top stories|recent posts|tags|topics|categories|in this (?:article|section|series|guide)|(?:table of )?contents|on this page|jump to(?: section)?|contact(?: us| information)?|disclaimer|disclosures?|share your thoughts|sponsored(?: content)?|advertisement|get started(?: today| now)?|ready to get started\??)\s*[:.]?$/i
/** Of those, the ones over a list of what the article itself holds, which ends where the list does. */
const contentsHeading = /^(?:in this .*|(?:table of )?contents.*|on this page.*|jump to.*)$/i

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const dateLine = new RegExp(
  `^(?:(?:first |last |originally )?(?:published|updated|posted|modified|reviewed|created|written)(?: on| at| by)?:?\\s|on )?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s)?(?:${month}\\s\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)?\\s${month}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})`,
  'i',
)
const metaLine =
  /^(?:by\b|written by|reviewed by|edited by|medically reviewed|fact[- ]checked|updated|last updated|published|posted|\d+ ?(?:min(?:ute)?s?|hours?|days?|weeks?|months?)(?: read| ago)?\b|reading time|estimated read|views?|category|tags?:|topics?:|filed under|share|home\b|back to|skip to|key facts?$|follow\b|add .{0,20} on google)/i

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const isSentence = (block: Block): boolean =>
  block.kind !== 'heading' &&
  block.text.length >= 60 &&
  /[.!?…:"”’)\]]$/.test(block.text) &&
  block.linkChars < block.text.length * 0.5

/** Marks what is removed with the step's name; the others stay as they are. */
export function pruneBlocks(blocks: readonly Block[], known: Known): void {
  const alive = (): Block[] => blocks.filter((block) => block.removedBy === null)
  removeRepeated(blocks)
  removePrompts(blocks)
  removeLinkLists(alive())
  removeSections(alive())
  trimStart(alive(), known)
  trimEnd(alive(), known)
  removeEmptyHeadings(blocks)
}

/** A paragraph stands once: summaries and layouts for small screens repeat them. */
function removeRepeated(blocks: readonly Block[]): void {
  const seen = new Set<string>()
  for (const block of blocks) {
    if (block.text.length < 80 || block.kind === 'code') continue
    if (seen.has(block.text)) block.removedBy = 'repeated'
    seen.add(block.text)
  }
}

function removePrompts(blocks: readonly Block[]): void {
  for (const block of blocks) {
    const { text } = block
    if (block.removedBy !== null || block.kind === 'code') continue
    if (text.length > 300 && !/^\{"/.test(text)) continue
    for (const [name, pattern] of prompts) {
      if (!pattern.test(text)) continue
      const linked = block.linkChars > 0 || block.strongChars > text.length * 0.5 || text.length < 40
      const needsLink = name === 'read more' || name === 'newsletter' || name === 'follow'
      if (block.kind === 'heading' && name === 'read more') break
      if (needsLink && !linked) break
      block.removedBy = name
      break
    }
    if (block.removedBy === null && text.length < 250 && block.kind !== 'heading' && credit.test(text))
      block.removedBy = 'credit'
    if (
      block.removedBy === null &&
      block.kind === 'paragraph' &&
      block.linkChars >= text.length * 0.9 &&
      text.length < 200
    ) {
      block.removedBy = 'only a link'
    }
  }
}

/** Lists whose items are links: contents of the page, related pages. */
function removeLinkLists(blocks: readonly Block[]): void {
  for (let from = 0; from < blocks.length;) {
    let to = from + 1
    const { kind, group } = blocks[from]!
    if (kind === 'item') while (to < blocks.length && blocks[to]!.kind === 'item' && blocks[to]!.group === group) to++
    if (kind === 'item' && to - from >= 2) {
      const list = blocks.slice(from, to)
      const linked = list.filter((block) => block.linkChars + block.anchorChars >= block.text.length * 0.8).length
      if (linked >= list.length * 0.7) for (const block of list) block.removedBy = 'list of links'
    }
    from = to
  }
}

function removeSections(blocks: readonly Block[]): void {
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0)
  let seen = 0
  for (let i = 0; i < blocks.length; i++) {
    const head = blocks[i]!
    seen += head.text.length
    const isHead =
      head.kind === 'heading' ||
      (head.text.length < 60 && (head.strongChars > head.text.length * 0.8 || head.kind === 'paragraph'))
    if (head.removedBy !== null || !isHead || !stopHeading.test(head.text)) continue
    head.removedBy = 'heading of another part'
    const short = contentsHeading.test(head.text)
    for (let j = i + 1; j < blocks.length; j++) {
      const block = blocks[j]!
      const ends =
        head.kind === 'heading' ? block.kind === 'heading' && block.level <= head.level : block.kind === 'heading'
      if (ends || (isSentence(block) && (short || seen < total * 0.6))) break
      block.removedBy = `under "${head.text.slice(0, 40)}"`
    }
  }
}

/** What stands before the first sentence: title again, byline, date, reading time. */
function trimStart(blocks: readonly Block[], known: Known): void {
  const title = fold(known.title ?? '')
  const authors = new Set(known.authors.map(fold))
  for (const block of blocks.slice(0, 40)) {
    const folded = fold(block.text)
    if (isSentence(block) && block.text.length > 120) break
    if (
      folded === title ||
      (block.level === 1 && title !== '' && (title.startsWith(folded) || folded.startsWith(title)))
    ) {
      block.removedBy = 'title again'
    } else if (
      block.text.length < 120 &&
      block.kind !== 'heading' &&
      (metaLine.test(block.text) || dateLine.test(block.text) || authors.has(folded))
    ) {
      block.removedBy = 'byline or date'
    }
  }
}

/** What stands after the last sentence, and a last line about the author. */
function trimEnd(blocks: readonly Block[], known: Known): void {
  const names = known.authors.map((name) => normalizeLine(name)).filter((name) => name.includes(' '))
  const firstNames = names.map((name) => name.split(' ', 1)[0]!)
  for (let i = blocks.length - 1, kept = 0; i > 0 && kept < 4; i--) {
    const block = blocks[i]!
    const bio =
      names.some((name) => block.text.startsWith(name)) ||
      (job.test(block.text) && firstNames.some((name) => block.text.startsWith(`${name} is a`))) ||
      /^(?:about the author|—\s?\S+ \S+ is a )/i.test(block.text)
    if (
      bio &&
      /\b(?:is|was|covers|writes|has|joined|reports|can be|contributed|spent|specializ\w+)\b/.test(block.text)
    ) {
      block.removedBy = 'about the author'
    } else if (
      kept === 0 &&
      !isSentence(block) &&
      (block.kind === 'heading' || block.linkChars > block.text.length * 0.4)
    ) {
      block.removedBy = 'after the end'
    } else kept++
  }
}

const job =
  /^\S+ is an? [^.]{0,60}\b(?:editor|writer|reporter|journalist|correspondent|columnist|contributor|producer|critic)\b/i

/** Headings over nothing: what they announced was taken out. */
function removeEmptyHeadings(blocks: readonly Block[]): void {
  let next: Block | undefined
  let lost = false
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i]!
    if (block.removedBy !== null) {
      lost = true
      continue
    }
    if (
      block.kind === 'heading' &&
      (next === undefined || (lost && next.kind === 'heading' && next.level <= block.level))
    ) {
      block.removedBy = 'heading over nothing'
      continue
    }
    next = block
    lost = false
  }
}
