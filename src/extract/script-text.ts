/** The article where it is only in script data: JSON-LD `articleBody`, and the data that script-built pages are filled from. Pure, bounded. */
import { normalizeText } from './normalize-text.ts'
import { parseHtml } from './parse-html.ts'
import { readBlocks } from './blocks.ts'
import { renderBlocks } from './render.ts'

const maxScript = 6_000_000
const maxNodes = 300_000
/** Keys under which publishing systems keep a story or a paragraph of it. */
const bodyKey =
  /^(?:articleBody|body|bodyHtml|body_html|bodyText|content|contentHtml|html|text|rawText|story|storyBody|value|paragraph|children|markup|copy|article_body|fullText)$/i

/** Texts that may be the article, longest first; at most five. */
export function scriptTexts(articleBody: string | null, scripts: readonly string[]): string[] {
  const found = articleBody === null ? [] : [articleBody]
  for (const script of scripts) {
    if (
      script.length < 1500 ||
      script.length > maxScript ||
      !/content_elements|__NEXT_DATA__|articleBody|"body|"content|"paragraph|"text"|"html"/i.test(script)
    )
      continue
    const data = jsonIn(script)
    if (data !== undefined) collect(data, found)
  }
  return found
    .filter((text) => text.length > 400)
    .sort((a, b) => b.length - a.length)
    .slice(0, 5)
    .map(asText)
}

/** The JSON a script is, or assigns to its first variable. */
function jsonIn(script: string): unknown {
  const trimmed = script.trim()
  const starts = /^[{[]/.test(trimmed)
    ? [0]
    : [...trimmed.slice(0, 20_000).matchAll(/=\s{0,3}(?=\{)/g)]
        .slice(0, 8)
        .map((match) => match.index + match[0].length)
  for (const start of starts) {
    const end = start === 0 ? trimmed.length : endOfObject(trimmed, start)
    try {
      return JSON.parse(trimmed.slice(start, end)) as unknown
    } catch {
      // Not this one: a program, or an object of another kind.
    }
  }
  return undefined
}

/** The place after the brace that closes the one at `start`. */
function endOfObject(text: string, start: number): number {
  let depth = 0
  let quoted = false
  for (let i = start; i < text.length; i++) {
    const sign = text[i]
    if (quoted) {
      if (sign === '\\') i++
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return i + 1
  }
  return text.length
}

/** Single long texts under a telling key, and lists whose members each hold a paragraph. */
function collect(data: unknown, found: string[]): void {
  const queue: unknown[] = [data]
  for (let at = 0; at < queue.length && at < maxNodes; at++) {
    const value = queue[at]
    if (typeof value !== 'object' || value === null) continue
    if (Array.isArray(value)) {
      const paragraphs = value.map((member) => paragraphOf(member)).filter((text) => text !== '')
      if (paragraphs.length >= 3) found.push(paragraphs.join('\n\n'))
    }
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string') {
        if (inner.length > 600 && bodyKey.test(key) && /[.!?]["”’]?\s/.test(inner)) found.push(inner)
      } else if (typeof inner === 'object' && inner !== null) queue.push(inner)
    }
  }
}

/** The prose in one member of a list: its text under a telling key, through at most four levels. */
function paragraphOf(member: unknown, level = 0): string {
  if (typeof member === 'string') return level > 0 && member.length > 0 ? member : prose(member)
  if (typeof member !== 'object' || member === null || level > 4) return ''
  if (Array.isArray(member))
    return member
      .slice(0, 500)
      .map((part) => paragraphOf(part, level + 1))
      .join('')
  const parts: string[] = []
  for (const [key, inner] of Object.entries(member)) if (bodyKey.test(key)) parts.push(paragraphOf(inner, level + 1))
  const text = parts.sort((a, b) => b.length - a.length)[0] ?? ''
  return level > 0 ? text : prose(text)
}

const prose = (text: string): string =>
  text.length >= 40 && /[.!?:]["”’)]?(?:\s*<\/p>)?$/.test(text.trimEnd()) ? text : ''

function asText(text: string): string {
  if (!/<(?:p|br|div|li|h[1-6])\b/i.test(text))
    return normalizeText(text.includes('&') || text.includes('<') ? plain(text) : text)
  const { $ } = parseHtml(text)
  return normalizeText(renderBlocks(readBlocks($.root().get(0)!).blocks))
}

const plain = (text: string): string =>
  text
    .split(/\n+/)
    .map((line) => parseHtml(`<p>${line}</p>`).$.root().text())
    .join('\n\n')

/**
 * The script's text in place of the visible one, when it is clearly more of the same article: a third longer, and holding half of the
 * visible paragraphs, or the page shows next to nothing.
 */
export function betterText(visible: string, candidates: readonly string[]): string | null {
  const shown = visible.split('\n').filter((line) => line.length > 60)
  for (const candidate of candidates) {
    if (candidate.length < visible.length * 1.3 || candidate.length < 500) continue
    const folded = fold(candidate)
    const held = shown.filter((line) => folded.includes(fold(line).slice(0, 60))).length
    if (shown.length === 0 || visible.length < 300 || held >= shown.length * 0.5) return candidate
  }
  return null
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
