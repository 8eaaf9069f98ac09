/** What marks text that is not the article's own; `quote-rows` reads tables in the text, `quote-widget` those beside it. */
export const rules = [{ name: 'quote-rows' }, { name: 'quote-widget' }] as const
