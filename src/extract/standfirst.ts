/** The standfirst: the sentence or two under the headline that many pages keep outside the article's own container. Pure. */
import type { Block, PageBlocks } from './blocks.ts'
import type { Metadata } from './metadata.ts'

const label =
  /(?:^|[\s_-])(?:deck|dek|standfirst|sub-?title|sub-?head(?:line|ing)?|lede|strap-?line|intro|summary|excerpt|article-?sub\w*|tagline)(?=$|[\s_-])|subheadline|standfirst|article__dek/

/** The block under the headline that the page's description repeats, or that is named so; null when it is in the text already. */
export function standfirst({ blocks }: PageBlocks, kept: readonly Block[], metadata: Metadata): Block | null {
  const [first] = kept
  if (!first) return null
  const headline = blocks.findIndex((block) => block.level === 1 || block.text === metadata.title)
  const start = blocks.indexOf(first)
  if (headline < 0 || headline >= start) return null
  const description = fold(metadata.description ?? '').slice(0, 50)
  const inText = kept.slice(0, 3).map((block) => fold(block.text).slice(0, 50))
  for (const block of blocks.slice(headline + 1, Math.min(start, headline + 16))) {
    const folded = fold(block.text)
    if (block.text.length < 35 || block.text.length > 500 || block.linkChars > block.text.length * 0.3) continue
    const repeated = description.length >= 25 && folded.startsWith(description)
    if (!repeated && !label.test(block.region.label) && !label.test(block.region.parent?.label ?? '')) continue
    if (inText.some((text) => folded.startsWith(text) || text.startsWith(folded.slice(0, 50)))) return null
    return { ...block, kind: 'paragraph', removedBy: null }
  }
  return null
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
