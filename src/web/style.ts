/** The site's look: the digest's, and what only pages need. */
import { style } from '../digest/style.ts'

export const siteStyle = `${style}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
.nav{border-bottom:1px solid var(--line);background:var(--card)}
.nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1rem;max-width:62rem;margin:0 auto;padding:.5rem 1.1rem;align-items:center}
.nav a{display:inline-block;padding:.35rem 0;text-decoration:none;color:var(--ink)}
.nav a:hover{text-decoration:underline}
.nav a[aria-current]{font-weight:600;box-shadow:inset 0 -2px var(--link)}
.nav .name{font-weight:700;letter-spacing:-.01em}
form.search{display:flex;gap:.5rem;margin:1rem 0}
input,button{font:inherit;padding:.45rem .7rem;border:1px solid var(--line);border-radius:6px;background:var(--paper);color:var(--ink)}
input{flex:1;min-width:0}button{cursor:pointer;background:var(--card)}
.text p{max-width:44rem;margin:.9rem 0}
mark{background:var(--mark);color:inherit;padding:.05em .1em;border-radius:3px}
mark sup{font-size:.7em;margin-left:.1em}mark a{text-decoration:none}
.days{display:flex;justify-content:space-between;gap:1rem;margin-top:1rem}
:target{outline:2px solid var(--link);outline-offset:3px;border-radius:4px}
`
