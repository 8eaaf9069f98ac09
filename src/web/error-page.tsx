/** What went wrong, in a sentence, and what to do about it. */
import type { FC } from 'hono/jsx'
import type { ThemewireError } from '../errors.ts'
import { Layout } from './layout.tsx'

export const ErrorPage: FC<{ error: ThemewireError }> = ({ error }) => (
  <Layout title={error.code === 'not-found' ? 'Not found' : 'That did not work'}>
    <h1>{error.code === 'not-found' ? 'Not found' : 'That did not work'}</h1>
    <p class="lead">{error.message}</p>
    {error.hint && <p>{error.hint}</p>}
  </Layout>
)
