/** Reads what a command was pointed at: a file, standard input (`-`) or a URL. */
import { readFile, stat } from 'node:fs/promises'
import type { Config } from '../config.ts'
import { ThemewireError } from '../errors.ts'
import { isByline } from '../extract/byline.ts'
import type { Page } from '../fetch/fetch-page.ts'
import type { AnalysisInput } from '../types.ts'

export const largestFile = 50 * 1024 * 1024

export const isUrl = (source: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(source)

/** The bytes of a file or of standard input. Throws `file-unreadable` or `too-large`. */
export async function readBytes(source: string): Promise<Buffer> {
  if (source === '-') {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
      size += chunk.length
      if (size > largestFile) throw tooLarge('standard input')
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  }
  try {
    const { size } = await stat(source)
    if (size > largestFile) throw tooLarge(source)
    return await readFile(source)
  } catch (error) {
    if (error instanceof ThemewireError) throw error
    const { code } = error as NodeJS.ErrnoException
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : (error as Error).message
    throw new ThemewireError('file-unreadable', `cannot read ${source}: ${why}`, {
      hint: 'give the path of a file, a URL that starts with http:// or https://, or - for standard input',
    })
  }
}

/** A text as it was typed, or what stands in a file of that name or on standard input (`-`). Throws `usage` where there is none. */
export async function readText(given: string): Promise<string> {
  const isFile = given !== '-' && given.length < 1000 && (await stat(given).catch(() => null))?.isFile() === true
  if (isFile) process.stderr.write(`read from the file ${given}\n`)
  const text =
    isFile || given === '-' ? (await import('../extract/decode.ts')).decodeBytes(await readBytes(given)) : given
  if (text.trim() !== '') return text
  const what = isFile ? given : given === '-' ? 'standard input' : 'the text'
  throw new ThemewireError('usage', `${what} is empty`, {
    hint: 'give a text, the name of a file that holds one, or - for standard input',
  })
}

const tooLarge = (source: string): ThemewireError =>
  new ThemewireError('too-large', `${source} is larger than ${largestFile >> 20} MB`, {
    hint: 'split it, or give the articles as JSON lines',
  })

/** Fetches for a command: guarded like any other fetch. */
export async function fetchFor(config: Config, url: string): Promise<Page> {
  const { fetchPage } = await import('../fetch/fetch-page.ts')
  return fetchPage(url, {
    userAgent: config.userAgent,
    allowPrivate: config.allowHosts,
    clock: () => new Date().toISOString(),
  })
}

/** A file, standard input or URL as input to the analysis. */
export async function readInput(source: string, config: Config): Promise<AnalysisInput> {
  const { decodeBytes } = await import('../extract/decode.ts')
  if (isUrl(source)) {
    const page = await fetchFor(config, source)
    return { id: source, html: decodeBytes(page.body, page.contentType), url: page.finalUrl, fetchedAt: page.fetchedAt }
  }
  const bytes = await readBytes(source)
  const content = decodeBytes(bytes, /\.x?html?$/i.test(source) ? 'text/html' : undefined)
  if (content.trim() === '') {
    throw new ThemewireError('empty-page', `${source === '-' ? 'standard input' : source} is empty`, {
      hint: 'there is nothing to analyse in it',
    })
  }
  if (looksLikeHtml(source, content)) return { id: source, html: content }
  return { id: source, ...splitHeadline(content) }
}

/** A text file by convention: the headline on a line of its own, a blank line or the byline, the body. */
export function splitHeadline(content: string): { title?: string; text: string } {
  const match =
    /^\s*([^\n]{1,300})\r?\n[ \t]*\r?\n/.exec(content) ??
    (isByline(content.trimStart().split('\n', 2)[1] ?? '') ? /^\s*([^\n]{1,300})\r?\n/.exec(content) : null)
  const title = match?.[1]?.trim()
  if (!match || !title || content.slice(match[0].length).trim() === '') return { text: content }
  return { title, text: content.slice(match[0].length) }
}

export const looksLikeHtml = (source: string, content: string): boolean =>
  /\.x?html?$/i.test(source) ||
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|article)\b/i.test(content.slice(0, 4000))
