/** The site's look: the digest's, and what only pages need. */
import { createHash } from 'node:crypto'
import { style } from '../digest/style.ts'

export const siteStyle = `${style}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.3rem;z-index:3;background:var(--paper);padding:.5rem}
.nav{border-bottom:1px solid var(--line);background:var(--card)}
.nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem .8rem;max-width:62rem;margin:0 auto;padding:.5rem 1.1rem;align-items:center}
.nav a{display:inline-block;padding:.35rem 0;text-decoration:none;color:var(--ink)}
.nav a:hover{text-decoration:underline}
.nav a[aria-current]{font-weight:600;box-shadow:inset 0 -2px var(--link)}
.nav .name{font-weight:700;letter-spacing:-.01em}
.foot{border-top:1px solid var(--line);color:var(--soft)}.foot ul{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;max-width:62rem;margin:0 auto;padding:.7rem 1.1rem 1.5rem;font-size:.9rem}.foot a{display:inline-block;padding:.35rem 0}
form.search{display:flex;flex-wrap:wrap;gap:.6rem;margin:1rem 0;align-items:flex-end}
.field{display:flex;flex-direction:column;gap:.15rem;flex:1 1 10rem;min-width:min(10rem,100%)}.field>span{font-size:.82rem;color:var(--soft)}.field input,.field select{width:100%}
input,select,button{font:inherit;padding:.45rem .7rem;border:1px solid var(--line);border-radius:6px;background:var(--paper);color:var(--ink)}
input{flex:1;min-width:0;min-height:2.75rem}input[name]{min-width:min(8rem,100%)}select,button{min-height:2.75rem}button{cursor:pointer;background:var(--card)}
.text p{max-width:44rem;margin:.9rem 0;line-height:1.7}
mark{background:none;color:inherit;border-bottom:2px dotted var(--line)}
mark.instrument,mark.move,mark.rate,mark.policy_event,mark.stance{background:var(--mark);border-radius:2px;border-bottom-color:transparent}
mark.hit{background:var(--mark);border-bottom:0;padding:0 .1em}
mark.rate,mark.policy_event{border-bottom:2px solid var(--bar)}
mark.move{border-bottom:2px solid var(--soft)}
mark a{color:inherit;text-decoration:none}
mark a:hover,mark a:focus-visible{text-decoration:underline}
.tip{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;user-select:none}
a:hover>.tip,a:focus-visible>.tip{position:fixed;left:0;right:0;bottom:0;width:auto;height:auto;clip-path:none;white-space:normal;z-index:2;background:var(--ink);color:var(--paper);padding:.7rem 1.1rem;font:1rem/1.45 system-ui,sans-serif;display:flex;flex-wrap:wrap;gap:.1rem 1.2rem}
.anchor{scroll-margin-top:4rem}
.anchor:target+mark,.anchor:target+.anchor+mark,.anchor:target+.anchor+.anchor+mark{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
.reading{display:grid;gap:0 2.5rem}
.reading section{min-width:0}
@media (min-width:60rem){.reading>section:last-child{position:sticky;top:0;align-self:start;max-height:100vh;overflow-y:auto;padding:0 .6rem 1rem .3rem;scrollbar-gutter:stable}.reading{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}}
ol.findings{padding-left:1.6rem;margin:0}
ol.findings li{padding:.4rem 0;scroll-margin-top:1rem}
ol.findings p{margin:.1rem 0}.words{color:inherit;text-decoration-color:var(--line)}.words:hover{text-decoration-color:currentColor}
.kind{font-size:.78rem;color:var(--soft);border:1px solid var(--line);border-radius:4px;padding:0 .4rem}
.timeline{display:block;max-width:100%;height:auto;margin:.5rem 0}
.scroll>.timeline{max-width:none}@media (min-width:48rem){.scroll>.timeline{width:100%}}
.chart.narrow{display:none}@media (max-width:40rem){.chart.wide{display:none}.chart.narrow{display:block}}.chart .timeline{width:100%}
.latest{direction:rtl}.latest>*{direction:ltr}
.timeline rect{fill:var(--bar)}.timeline line{stroke:var(--line)}.timeline text{fill:var(--soft);font-size:11px}
.timeline rect.good{fill:var(--good)}.timeline rect.bad{fill:var(--bad)}.timeline rect.even{fill:var(--soft)}
.timeline circle{fill:var(--paper);stroke:var(--bar);stroke-width:2}.timeline circle.happened{fill:var(--bar)}.timeline line.now{stroke:var(--ink);stroke-dasharray:2 3}
.facts.line{border-left:2px solid var(--line);margin-left:.4rem}.facts.line>li{position:relative;padding-left:1.2rem}.facts.line>li::before{content:'';position:absolute;left:-.42rem;top:.95rem;width:.7rem;height:.7rem;border-radius:50%;border:2px solid var(--bar);background:var(--paper)}.facts.line>li.happened::before{background:var(--bar)}
.boards{columns:2 22rem;column-gap:2.5rem;margin-bottom:1.5rem}.boards section{padding-top:.6rem}.boards h3{break-after:avoid}.boards tr{break-inside:avoid}.boards th,.boards td,.boards .number{min-width:0;padding:.3rem .6rem .3rem 0}.boards tbody th{width:46%}.boards .step{display:block;color:var(--soft);font-size:.8rem}.boards td:last-child{width:5.6rem;padding-right:0}
.fact{padding:.55rem 0;border-bottom:1px solid var(--line)}
.do{display:inline}.do button,details .search button{min-height:2.4rem;padding:.3rem .8rem}
.said{border-left:4px solid var(--bar);background:var(--card);padding:.6rem .9rem;border-radius:4px}
.trouble{border-left:3px solid var(--bad);padding-left:.7rem}
.tag.failing{color:var(--bad);border-color:currentColor}.tag.ok{color:var(--good);border-color:currentColor}
fieldset{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20rem,100%),1fr));border:0;padding:0;margin:1rem 0}legend{font-weight:600;padding:0}
.choice{display:flex;gap:.6rem;align-items:baseline;padding:.3rem 0}.choice input{flex:none;min-width:0;min-height:0;width:1.15rem;height:1.15rem;margin:.2rem 0 0;align-self:start}
mark.sought{background:var(--mark);border-bottom:0;box-shadow:inset 0 -3px var(--link)}.seeking mark:not(.sought){background:none}
ol.findings li.sought{background:var(--card);outline:2px solid var(--link);outline-offset:.3rem;border-radius:4px}
.terms>div{padding:.6rem 0;border-bottom:1px solid var(--line);scroll-margin-top:1rem}.terms dt{font-weight:600}.terms dd{margin:.15rem 0 0;max-width:48rem}
.route{border-bottom:1px solid var(--line)}.route summary{width:auto;padding:.55rem 0;color:inherit;font-size:1rem}.route summary code{font-weight:600;color:var(--link)}.route[open]{padding-bottom:.6rem}
.fields{margin:.3rem 0 .6rem}.fields>div{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:0 1rem;padding:.35rem 0;border-top:1px solid var(--line)}.fields dt .tag{margin-left:.5rem}.fields dd{margin:0;min-width:0}
@media (max-width:40rem){.fields>div{grid-template-columns:1fr}}
summary h2{display:inline;border:0;margin:0}
.schema{padding:.5rem 0}code{font-size:.92em;overflow-wrap:anywhere}
.pages{display:flex;gap:1.5rem;margin:1rem 0}
.days{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;margin-top:1rem}.days>*{white-space:nowrap}
@media (max-width:40rem){.nav ul{flex-wrap:nowrap;overflow-x:auto;scrollbar-width:none}.nav li{flex:none}}
.stack td:last-child{min-width:12rem}
@media (max-width:40rem){.stack thead a{visibility:hidden}.stack table,.stack tbody,.stack tr,.stack tbody th,.stack td{display:block}.stack tbody th{border:0;padding:.1rem 0}.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.stack tr{padding:.5rem 0;border-bottom:1px solid var(--line)}.stack td,.stack td.number{border:0;padding:.1rem 0 .1rem 6.5rem;text-align:left;min-height:1.6em}.stack td:empty{display:none}.stack td::before{content:attr(data-head);float:left;width:6rem;margin-left:-6.5rem;color:var(--soft);font-size:.85rem}}
.month{max-width:34rem;table-layout:fixed;margin:1rem 0}.month caption{text-align:left;font-weight:600;padding:.4rem 0}.month th,.month td{padding:.35rem .2rem;min-width:2.4rem}.month a{display:inline-block;padding:.2rem .5rem;border:1px solid transparent;border-radius:6px}.month a.kept{border-color:var(--link)}
:target:not(.anchor){outline:2px solid var(--link);outline-offset:3px;border-radius:4px}
`

/** Changes with the style, so that a browser may keep it. */
export const styleHref = `/style.css?${createHash('sha256').update(siteStyle).digest('hex').slice(0, 12)}`
