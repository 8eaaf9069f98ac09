/** A theme of the day: how much it is told, its course over a month, who plays which part, what is said. */
import type { FC } from 'hono/jsx'
import type { Digest, DigestTheme } from '../digest.ts'
import { attentionOf, percent, rolesOf } from '../words.ts'
import { Linked, Quote, Tone, type Links } from './parts.tsx'

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
      <Tone score={theme.sentiment} change={theme.sentimentChange} />
      {theme.standing !== null && theme.standing !== 'continuing' && <span class="tag">{theme.standing}</span>}
      <Course course={theme.course} />
    </div>
    <p class="soft">{attentionOf(theme, digest)}</p>
    {rolesOf(theme).map((role) => (
      <p class="role">{role}</p>
    ))}
    {theme.quotes.slice(0, 1).map((quoted) => (
      <Quote quoted={quoted} links={links} />
    ))}
    {theme.quotes.length > 1 && (
      <details>
        <summary>
          {theme.quotes.length - 1} more {theme.quotes.length === 2 ? 'sentence' : 'sentences'} on {theme.label}
        </summary>
        {theme.quotes.slice(1).map((quoted) => (
          <Quote quoted={quoted} links={links} />
        ))}
      </details>
    )}
  </article>
)

const high = 24
const step = 5

/** A bar a day, today last; a dot on the ground where a day had stories but not of this theme. */
export const Course: FC<{ course: (number | null)[] }> = ({ course }) => {
  const highest = Math.max(...course.map((share) => share ?? 0), 0.01)
  return (
    <svg
      class="course"
      width={course.length * step}
      height={high}
      viewBox={`0 0 ${course.length * step} ${high}`}
      role="img"
      aria-label={`Attention over ${course.length} days, highest ${percent(highest)}, at the end ${percent(course.at(-1) ?? 0)}`}
    >
      {course.map((share, i) => {
        if (share === null) return null
        const tall = Math.max(1, Math.round((share / highest) * high))
        return (
          <rect
            class={i === course.length - 1 ? 'now' : undefined}
            x={i * step}
            y={high - tall}
            width={step - 1}
            height={tall}
          />
        )
      })}
    </svg>
  )
}
