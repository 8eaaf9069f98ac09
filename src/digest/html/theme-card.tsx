/** A theme of the day: how much it is told, its course over a month, who plays which part, what is said. */
import type { Child, FC } from 'hono/jsx'
import { tellsShare } from '../baseline.ts'
import type { Digest, DigestTheme } from '../digest.ts'
import { shortDate } from '../date-words.ts'
import { many, percent, points, signed } from '../words.ts'
import { Course } from './course.tsx'
import { joined, Linked, Quote, Standing, Tone, type Links } from './parts.tsx'
import { meansHere, Term } from './table.tsx'

export const ThemeCard: FC<{ theme: DigestTheme; digest: Digest; links: Links | undefined }> = ({
  theme,
  digest,
  links,
}) => (
  <article class="card">
    <div class="head">
      <h3>
        <Linked href={links?.theme(theme.theme)}>{theme.label}</Linked>
      </h3>
      <Standing standing={theme.standing} />
      <Tone score={theme.sentiment} change={theme.sentimentChange} />
    </div>
    {tellsShare(theme, digest) ? (
      <div class="measures">
        <Measures theme={theme} digest={digest} />
        <figure>
          <Course course={theme.course} usual={theme.baseline} />
          <figcaption>
            {theme.course.length - 1} {digest.market ? 'days' : 'such windows'} before
            {theme.baseline !== null && ', dotted: usual level'}
          </figcaption>
        </figure>
      </div>
    ) : (
      <p class="soft">
        {theme.stories} of {many(digest.counts.stories, 'story')}
      </p>
    )}
    <Roles theme={theme} links={links} />
    {theme.quotes.map((quoted) => (
      <Quote quoted={quoted} links={links} />
    ))}
  </article>
)

/** Each figure says what it is measured against: the usual level is not the day before. */
const Measures: FC<{ theme: DigestTheme; digest: Digest }> = ({ theme, digest: { date, counts, previous } }) => (
  <dl class="figures">
    <Figure
      name="of stories"
      anchor="attention"
      value={percent(theme.attention)}
      note={`${theme.stories} of ${counts.stories}`}
    />
    {theme.baseline !== null && (
      <Figure name={`against usual ${percent(theme.baseline)}`} anchor="usual-level" value={points(theme.momentum)} />
    )}
    {previous !== null && theme.change !== null && (
      <Figure name={`against ${shortDate(previous.date, date)}`} anchor="change" value={points(theme.change)} />
    )}
    {theme.zScore !== null && <Figure name="z-score" anchor="z-score" value={signed(theme.zScore, 1)} />}
  </dl>
)

const Figure: FC<{ name: string; anchor: string; value: string; note?: string }> = ({ name, anchor, value, note }) => (
  <div>
    <dt>
      <Term name={name} anchor={anchor} means={meansHere} />
    </dt>
    <dd>
      {value}
      {note !== undefined && <span class="soft"> {note}</span>}
    </dd>
  </div>
)

const shownRoles = 6

const Roles: FC<{ theme: DigestTheme; links: Links | undefined }> = ({ theme, links }) => {
  const part = (head: string, roles: DigestTheme['from'] = []): Child[] =>
    roles.length === 0 ? [] : [<Part head={head} roles={roles} links={links} />]
  const { from, to, imposer, target, goods, winners, losers } = theme
  const flow = [...part('from', from), ...part(from.length > 0 ? '→ to' : 'into', to)]
  const trade = [...part('imposed by', imposer), ...part('aimed at', target), ...part('on', goods)]
  const effect = [...part('▲ gains', winners), ...part('▼ loses', losers)]
  return (
    <>
      {[flow, trade].map((parts) => parts.length > 0 && <p class="role flow">{joined(parts, ' ')}</p>)}
      {effect.length > 0 && <p class="role">{joined(effect, <br />)}</p>}
    </>
  )
}

const Part: FC<{ head: string; roles: DigestTheme['from']; links: Links | undefined }> = ({ head, roles, links }) => (
  <>
    <span class="soft">{head}</span>{' '}
    {joined(
      roles
        .slice(0, shownRoles)
        .map(({ symbol, name }) => (
          <Linked href={symbol === undefined ? undefined : links?.instrument(symbol)}>{name}</Linked>
        )),
    )}
  </>
)
