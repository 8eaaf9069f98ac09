/** Every command, in the order the help lists them. A new one is a file in commands/ and a line here. */
import type { Command } from 'commander'
import { declareAdd } from './commands/add.ts'
import { declareAlerts } from './commands/alerts.ts'
import { declareAnalyze } from './commands/analyze.ts'
import { declareArticles } from './commands/articles.ts'
import { declareBackup } from './commands/backup.ts'
import { declareCompletion } from './commands/completion.ts'
import { declareDemo } from './commands/demo.ts'
import { declareDigest } from './commands/digest.ts'
import { declareDoctor } from './commands/doctor.ts'
import { declareFeeds } from './commands/feeds.ts'
import { declareFindings } from './commands/findings.ts'
import { declareForget } from './commands/forget.ts'
import { declareInstruments } from './commands/instruments.ts'
import { declareMcp } from './commands/mcp.ts'
import { declareModels } from './commands/models.ts'
import { declarePolicy } from './commands/policy.ts'
import { declareQueue } from './commands/queue.ts'
import { declareRates } from './commands/rates.ts'
import { declareRead } from './commands/read.ts'
import { declareReanalyze } from './commands/reanalyze.ts'
import { declareRetain } from './commands/retain.ts'
import { declareSearch } from './commands/search.ts'
import { declareSentiment } from './commands/sentiment.ts'
import { declareStance } from './commands/stance.ts'
import { declareStories } from './commands/stories.ts'
import { declareThemes } from './commands/themes.ts'
import { declareTokens } from './commands/tokens.ts'
import { declareUp } from './commands/up.ts'
import { declareWorker } from './commands/worker.ts'

export const commands: readonly ((program: Command) => void)[] = [
  declareDemo,
  declareUp,
  declareAdd,
  declareAnalyze,
  declareReanalyze,
  declareRead,
  declareThemes,
  declareFindings,
  declareInstruments,
  declareRates,
  declarePolicy,
  declareArticles,
  declareStories,
  declareSearch,
  declareDigest,
  declareAlerts,
  declareQueue,
  declareFeeds,
  declareWorker,
  declareMcp,
  declareSentiment,
  declareStance,
  declareModels,
  declareDoctor,
  declareTokens,
  declareForget,
  declareRetain,
  declareBackup,
  declareCompletion,
]
