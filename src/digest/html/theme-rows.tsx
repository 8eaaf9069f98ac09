/** The themes a reader is not shown whole, a line each; and those that come, come back, or fade. */
import type { FC } from 'hono/jsx'
import { hasShares } from '../baseline.ts'
import type { Digest, DigestTheme } from '../digest.ts'
import { percent, points, shortDate, signed, themesStanding } from '../words.ts'
import { joined, Linked, Said, Standing, Tone, type Links } from './parts.tsx'
import { heads, meansHere, Table } from './table.tsx'

export const ThemeRows: FC<{ themes: DigestTheme[]; digest: Digest; links: Links | undefined }> = ({
  themes,
  digest,
  links,
}) => {
  const shares = hasShares(digest.counts.stories)
  const { date, previous } = digest
  return (
    <Table
      label="Other themes"
      narrow="dense"
      means={meansHere}
      heads={heads(
        'Theme',
        '#Stories',
        ...(shares ? [`#Against ${previous ? shortDate(previous.date, date) : 'before'}`, '#Usually', '#z-score'] : []),
        'Tone',
        'Said',
      )}
      rows={themes.map((theme) => [
        <>
          <Linked href={links?.theme(theme.theme)}>{theme.label}</Linked> <Standing standing={theme.standing} />
        </>,
        shares ? `${theme.stories} (${percent(theme.attention)})` : theme.stories,
        ...(shares
          ? [
              theme.change === null ? '' : points(theme.change),
              theme.baseline === null ? '' : percent(theme.baseline),
              theme.zScore === null ? '' : signed(theme.zScore, 1),
            ]
          : []),
        <Tone score={theme.sentiment} change={theme.sentimentChange} />,
        theme.quotes[0] && <Said about={theme.label} quoted={theme.quotes[0]} links={links} />,
      ])}
    />
  )
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
      <dd>{named(themesStanding(digest, 'new'))}</dd>
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
