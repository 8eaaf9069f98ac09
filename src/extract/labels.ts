/** What class names, ids and roles say of a part of a page: words publishers everywhere use, none of them one site's own. Pure. */

/** Parts that are never the article, whatever they hold, matched at word starts of class names and ids. */
const junkWords = String.raw`
  ad ads advert\w* adsense adslot adunit admanager dfp gpt taboola outbrain sponsor(?:ed|ship|s)?
  promo(?:s|tion|tions|box|ted)? affiliate cookie\w* consent gdpr onetrust banner popup modal overlay lightbox
  regwall newsletter\w* subscri\w* signup opt-?in mailchimp mailing donat(?:e|ion) share\w* sharing sharebar
  social\w* addtoany addthis sharedaddy shareaholic follow-?us related\w* recirc\w* recommend\w* readmore
  read-?next read-?also more-?(?:from|stories|news|on|articles|posts) most-?(?:read|popular|viewed|recent)
  trending popular latest(?:-?(?:news|posts|stories|articles))? also-?(?:like|read) up-?next
  next-?(?:article|post|story) prev(?:ious)?-?(?:article|post|story|next) suggest\w* teaser\w*
  comment(?:s|list|ary-?list|-?list|-?form|-?area|-?section|-?count|-?respond)? disqus\w* respond discussion
  livefyre nav navbar navigation menu submenu breadcrumb\w* crumbs? pagination pager paging toc jump-?links?
  skip-?(?:link|to) toolbar topbar masthead sidebar\w* side-?bar rail right-?rail aside widget\w* footer\w*
  foot colophon copyright disclaimer disclosure legal
  author-?(?:bio|box|info|card|block|details|profile|about|desc\w*|wrap\w*|section|bottom|footer)
  about-?(?:the-?)?author\w* bio biography authorbox contributor-?bio post-?author byline\w* dateline timestamp
  publish(?:ed)?-?date pub-?date post-?(?:meta|date|info|tags|nav\w*|footer|bottom)
  entry-?(?:meta|date|footer|tags|header-?meta) article-?(?:meta|tags|info|footer|topics) meta-?(?:info|data)
  metadata byline-?wrapper tags? tag-?(?:list|cloud|links) taglist topics?-?list cat-?links categories
  caption\w* figcaption photo-?credit image-?credit img-?credit credits? wp-?caption\w*
  gallery-?(?:caption|nav) slideshow-?nav visually-?hidden sr-?only screen-?reader-?(?:text|only)
  screenreader\w* a11y-?hidden noprint no-?print print-?only d-?none print(?:er)?-?(?:button|link|friendly)?
  rating ratings votes? poll survey quiz quote-?(?:widget|box|table|strip) ticker-?(?:tape|bar|widget)
  market-?data stock-?(?:widget|ticker|quote|chart) tradingview\w*
  video-?(?:player|js|container|wrapper|embed|playlist) jw-?player jwplayer brightcove player audio-?player
  playlist podcast-?player listen login log-?in sign-?in register search-?(?:form|box|bar|results) searchform
  twitter-?tweet instagram-?media tiktok-?embed fb-post reddit-?embed bluesky-?embed error
  alert-?(?:banner|bar) notification\w* tooltip backtotop back-?to-?top call-?to-?action cta download-?app
  app-?promo
`.trim()
const junk = new RegExp(String.raw`(?:^|[\s_-])(?:${junkWords.split(/\s+/).map(String).join('|')})(?=$|[\s_\d-])`)
/** Class names written as one run of words, `RelatedArticles`, `shareTools`, after being lower-cased. */
const junkRuns =
  /related(?:articles?|posts?|content|stories|links|news)|recommended|newsletter|socialshare|share(?:buttons?|tools?|links?|bar)|sharing|authorbio|authorbox|advertisement|outbrain|taboola|promobox|readmore|relatedbox|breadcrumb|sidebar|cookie|comments(?:section|list|area)|mostpopular|mostread|trendingnow/

/** Words that keep a part whatever else its label says: it is, or holds, the article. */
const bodyWords =
  /(?:^|[\s_-])(?:article-?(?:body|content|text|copy|main|container|page|wrapper|inner)|story-?(?:body|content|text|copy|main)|post-?(?:body|content|text|entry|article)|entry-?(?:content|body|text)|body-?(?:copy|content|text)|main-?(?:content|body|article|text)|content-?(?:body|main|article|area|text|wrapper)|page-?content|rich-?text\w*|wysiwyg|prose|blog-?(?:content|body|post))(?=$|[\s_\d-])/
const bodyRuns =
  /articlebody|storybody|articlecontent|postcontent|entrycontent|storycontent|bodycontent|contentbody|blogcontent|richtext/

const junkRoles = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tooltip alert form tablist status'.split(
    ' ',
  ),
)
const junkTags = new Set(['nav', 'footer', 'aside', 'form', 'figcaption', 'address', 'fieldset', 'menu'])

export const looksLikeBody = (label: string): boolean => label !== '' && (bodyWords.test(label) || bodyRuns.test(label))

/** Why a part is junk by its tag, role, label or style, or null. */
export function junkReason(name: string, label: string, attributes: Record<string, string>): string | null {
  if (junkTags.has(name)) return `<${name}>`
  const { role, style, hidden } = attributes
  if (role !== undefined && junkRoles.has(role.toLowerCase())) return `role ${role}`
  if (hidden !== undefined && hidden !== 'until-found') return 'hidden'
  if (attributes['aria-hidden'] === 'true') return 'aria-hidden'
  if (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return 'hidden by style'
  if (label === '') return null
  // `hidden md:block` is hidden on small screens only.
  if (/(?:^|\s)hidden(?:\s|$)/.test(label) && !/:(?:block|flex|grid|inline)/.test(label)) return 'label "hidden"'
  const word = junk.exec(label) ?? junkRuns.exec(label)
  return word && !looksLikeBody(label) ? `label "${word[0].replace(/[^a-z]/g, '')}"` : null
}
