/** Blocks as text: paragraphs parted by a blank line, list items and table rows by a line end, cells by a tab. Pure. */
import type { Block } from './blocks.ts'

export function renderBlocks(blocks: readonly Block[]): string {
  let text = ''
  let before: Block | undefined
  for (const block of blocks) {
    if (before) text += separator(before, block)
    text += block.text
    before = block
  }
  return text
}

function separator(before: Block, block: Block): string {
  if (before.kind === 'cell' && block.kind === 'cell') {
    if (before.group === block.group) return '\t'
    return table(before) === table(block) ? '\n' : '\n\n'
  }
  return before.kind === 'item' && block.kind === 'item' && before.group === block.group ? '\n' : '\n\n'
}

function table(block: Block): unknown {
  let region = block.group
  while (region && region.element.name !== 'table') region = region.parent
  return region
}
