/** What marks text that is not the article's own; `quote-rows` is the only one that gives a finding. */
export const rules = [{ name: 'quote-rows' }] as const
