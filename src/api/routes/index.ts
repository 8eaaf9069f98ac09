/** Every route of the API; a new one is a file here and a line in this list. */
import type { Endpoint } from '../endpoint.ts'
import { addArticles } from './add-articles.ts'
import { addFeed } from './add-feed.ts'
import { addToken } from './add-token.ts'
import { alerts } from './alerts.ts'
import { article } from './article.ts'
import { articles } from './articles.ts'
import { like } from './articles-like.ts'
import { changeFeed } from './change-feed.ts'
import { compare } from './compare.ts'
import { decidePhrase } from './decide-phrase.ts'
import { definitions } from './definitions.ts'
import { digest } from './digest.ts'
import { atomFeed, jsonFeed } from './digest-feeds.ts'
import { digests } from './digests.ts'
import { discoverFeeds } from './discover-feeds.ts'
import { emerging } from './emerging.ts'
import { events } from './events.ts'
import { feeds } from './feeds.ts'
import { findings } from './findings.ts'
import { health } from './health.ts'
import { instrument } from './instrument.ts'
import { instrumentTimeline } from './instrument-timeline.ts'
import { instruments } from './instruments.ts'
import { keepDigestRoute } from './keep-digest.ts'
import { markFinding } from './mark-finding.ts'
import { marks } from './marks.ts'
import { metrics } from './metrics.ts'
import { phraseDecisions, undecide } from './phrase-decisions.ts'
import { policyEvents } from './policy-events.ts'
import { pollFeed } from './poll-feed.ts'
import { queue } from './queue.ts'
import { queueFailed } from './queue-failed.ts'
import { queueRetry } from './queue-retry.ts'
import { rates } from './rates.ts'
import { relatedToInstrument, relatedToTheme } from './related.ts'
import { blockedSources } from './blocked-sources.ts'
import { liftSource } from './lift-source.ts'
import { reanalyze } from './reanalyze.ts'
import { removeArticle } from './remove-article.ts'
import { removeArticles } from './remove-articles.ts'
import { removeFeed } from './remove-feed.ts'
import { revokeToken } from './revoke-token.ts'
import { search } from './search.ts'
import { starterFeeds } from './starter-feeds.ts'
import { stories } from './stories.ts'
import { theme } from './theme.ts'
import { testAlert } from './test-alert.ts'
import { themes } from './themes.ts'
import { timeline } from './timeline.ts'
import { unmarkFinding } from './unmark-finding.ts'
import { windowDigest } from './window-digest.ts'
import { tokens } from './tokens.ts'

export const endpoints: readonly Endpoint[] = [
  articles,
  article,
  like,
  addArticles,
  reanalyze,
  removeArticle,
  removeArticles,
  blockedSources,
  liftSource,
  findings,
  marks,
  markFinding,
  unmarkFinding,
  rates,
  policyEvents,
  themes,
  theme,
  timeline,
  relatedToTheme,
  emerging,
  decidePhrase,
  phraseDecisions,
  undecide,
  instruments,
  instrument,
  instrumentTimeline,
  relatedToInstrument,
  compare,
  stories,
  search,
  alerts,
  testAlert,
  digests,
  digest,
  keepDigestRoute,
  windowDigest,
  atomFeed,
  jsonFeed,
  feeds,
  addFeed,
  starterFeeds,
  discoverFeeds,
  changeFeed,
  removeFeed,
  pollFeed,
  queue,
  queueFailed,
  queueRetry,
  events,
  tokens,
  addToken,
  revokeToken,
  definitions,
  health,
  metrics,
]
