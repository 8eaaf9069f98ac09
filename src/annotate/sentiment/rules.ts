/** Sentiment adds no finding of its own: it fills in what instruments and themes are said to be. Its cases stand in cases.ts. */
export const rules: readonly { readonly name: string }[] = []
