/** The themes a reader is not shown whole, a line each; and those that come, come back, or fade. */
import type { FC } from 'hono/jsx'
import { tellsShare } from '../baseline.ts'
import type { Digest, DigestTheme } from '../digest.ts'
import { shortDate } from '../date-words.ts'
import { areAllNew, themesStanding } from '../digest-words.ts'
import { percent, points, signed } from '../words.ts'
import { joined, Linked, Said, Standing, Tone, type Links } from './parts.tsx'
import { heads, meansHere, Table } from './table.tsx'

export const ThemeRows: FC<{ themes: DigestTheme[]; digest: Digest; links: Links | undefined }> = ({
  themes,
  digest,
  links,
}) => {
  const { date, previous } = digest
  const figure = (head: string, told: (theme: DigestTheme) => string): Figures => ({
    head,
    told: (theme) => (tellsShare(theme, digest) ? told(theme) : ''),
  })
  // A column that no theme fills says nothing.
  const figures = [
    figure(`#Against ${previous ? shortDate(previous.date, date) : 'before'}`, ({ change }) =>
      change === null ? '' : points(change),
    ),
    figure('#Usually', ({ baseline }) => (baseline === null ? '' : percent(baseline))),
    figure('#z-score', ({ zScore }) => (zScore === null ? '' : signed(zScore, 1))),
  ].filter(({ told }) => themes.some((theme) => told(theme) !== ''))
  return (
    <Table
      label="Other themes"
      narrow="dense"
      means={meansHere}
      heads={heads('Theme', '#Stories', ...figures.map(({ head }) => head), 'Tone', 'Said')}
      rows={themes.map((theme) => [
        <>
          <Linked href={links?.theme(theme.theme)}>{theme.label}</Linked> <Standing standing={theme.standing} />
        </>,
        tellsShare(theme, digest) ? `${theme.stories} (${percent(theme.attention)})` : theme.stories,
        ...figures.map(({ told }) => told(theme)),
        <Tone score={theme.sentiment} change={theme.sentimentChange} />,
        theme.quotes[0] && <Said about={theme.label} quoted={theme.quotes[0]} links={links} />,
      ])}
    />
  )
}

interface Figures {
  readonly head: string
  readonly told: (theme: DigestTheme) => string
}

/** New, returning and fading themes, by name; each line says when it is empty. */
export const Turns: FC<{ digest: Digest; links: Links | undefined }> = ({ digest, links }) => {
  const named = (themes: DigestTheme[]) =>
    themes.length === 0
      ? 'none'
      : joined(
          themes.map(({ theme, label, stories }) => (
            <>
              <Linked href={links?.theme(theme)}>{label}</Linked> <span class="soft">{stories}</span>
            </>
          )),
        )
  return (
    <dl class="turns">
      <dt>New</dt>
      <dd>{areAllNew(digest) ? 'every theme above' : named(themesStanding(digest, 'new'))}</dd>
      <dt>Returning</dt>
      <dd>{named(themesStanding(digest, 'returning'))}</dd>
      <dt>Fading</dt>
      <dd>
        {digest.fading.length === 0
          ? 'none'
          : joined(
              digest.fading.map(({ theme, label, attention, attentionBefore, baseline }) => (
                <>
                  <Linked href={links?.theme(theme)}>{label}</Linked>{' '}
                  <span class="soft">
                    {percent(attention)}, was {percent(attentionBefore)}
                    {baseline !== null && `, usually ${percent(baseline)}`}
                  </span>
                </>
              )),
            )}
      </dd>
    </dl>
  )
}
