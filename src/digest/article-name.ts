/** What an article is called where it is linked; light, for every command loads it. */

/** Its headline, else its address; one with neither is untitled. */
export const articleName = ({ title, url }: { readonly title: string | null; readonly url: string | null }): string =>
  title?.trim() || url?.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '') || 'Untitled'
