/** The MCP server: every tool over one way of asking Themewire, whatever carries the messages. */
import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import { CallToolRequestSchema, ErrorCode, ListToolsRequestSchema, McpError } from '@modelcontextprotocol/sdk/types.js'
import { renderMarkdown } from '../digest/render-markdown.ts'
import { asThemewireError, ThemewireError } from '../errors.ts'
import { version } from '../version.ts'
import { outsideText, refusal, type Asking, type Call, type Tool } from './tool.ts'
import { addArticle } from './tools/add-article.ts'
import { articlesLike } from './tools/articles-like.ts'
import { compare } from './tools/compare.ts'
import { digest } from './tools/digest.ts'
import { instrumentOverview } from './tools/instrument-overview.ts'
import { listThemes } from './tools/list-themes.ts'
import { policyEvents } from './tools/policy-events.ts'
import { rates } from './tools/rates.ts'
import { related } from './tools/related.ts'
import { searchArticles } from './tools/search-articles.ts'
import { searchFindings } from './tools/search-findings.ts'
import { themeOverview } from './tools/theme-overview.ts'

/** Every tool. A new one is a file in tools/ and a line here. */
const reading: readonly Tool[] = [
  digest,
  listThemes,
  themeOverview,
  instrumentOverview,
  compare,
  related,
  searchFindings,
  searchArticles,
  articlesLike,
  rates,
  policyEvents,
]
const writing: readonly Tool[] = [addArticle]

const instructions = `Themewire reads market news and keeps what it says as facts with evidence. Start with digest or list_themes, then ask for a theme, an instrument, rates or findings. Every list says how many were found and how to get the rest. Quote the evidence and give its link. ${outsideText.replace('below', 'in answers')}`

/** `write`: offers the tools that add to the store too. */
export function makeMcpServer(ask: Asking, { write }: { readonly write: boolean }): McpServer {
  const tools = new Map([...reading, ...(write ? writing : [])].map((tool) => [tool.listed.name, tool]))
  const mcp = new McpServer(
    { name: 'themewire', title: 'Themewire', version },
    { capabilities: { tools: {} }, instructions },
  )
  // Handled here and not by registerTool, which words a wrong argument as a protocol error without code or hint.
  mcp.server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: [...tools.values()].map((tool) => tool.listed),
  }))
  mcp.server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal, sendNotification }) => {
    const tool = tools.get(params.name)
    if (!tool) return refusal(noTool(params.name, [...tools.keys()]))
    const token = params._meta?.progressToken
    let progress = 0
    const call: Call = {
      signal,
      async progress(message) {
        if (token === undefined) return
        const said = { progressToken: token, progress: (progress += 1), message }
        await sendNotification({ method: 'notifications/progress', params: said })
      },
    }
    return tool.call(ask, params.arguments, call)
  })
  offerDigests(mcp, ask)
  return mcp
}

function noTool(name: string, known: readonly string[]): ThemewireError {
  if (writing.some((tool) => tool.listed.name === name)) {
    return new ThemewireError('unauthorized', `${name} is not offered here: this server only reads`, {
      hint: 'start it with `themewire mcp --allow-write`',
    })
  }
  return new ThemewireError('not-found', `there is no tool "${name.slice(0, 100)}"`, {
    hint: `there are: ${known.join(', ')}`,
  })
}

/** Each digest that was made as a page of Markdown, to be put into a conversation by its user. */
function offerDigests(mcp: McpServer, ask: Asking): void {
  const mimeType = 'text/markdown'
  const uriOf = (date: string): string => `digest://${date}`
  const list = async () => ({
    resources: (await ask((client) => client.digests())).map(({ date, timezone }) => ({
      uri: uriOf(date),
      name: `digest of ${date}`,
      description: `Market themes of ${date} (${timezone})`,
      mimeType,
    })),
  })
  mcp.registerResource(
    'digest',
    new ResourceTemplate(uriOf('{date}'), { list }),
    {
      title: 'Digest of a day',
      description: 'A day of market news, as Markdown; date is YYYY-MM-DD or latest',
      mimeType,
    },
    async (uri, { date }) => {
      try {
        const day = await ask((client) => client.digest(String(date)))
        return { contents: [{ uri: uri.href, mimeType, text: renderMarkdown(day) }] }
      } catch (error) {
        const { code, message, hint } = asThemewireError(error)
        throw new McpError(ErrorCode.InvalidParams, [`${code}: ${message}`, hint].filter(Boolean).join('. '))
      }
    },
  )
}
