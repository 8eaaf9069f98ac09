/** The look of a digest, on a page of the site and in a mail: plain, light and dark, one column on a phone, prints well. */
export const style = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--line:#d8dee4;--paper:#fff;--card:#f6f8fa;--link:#0b5cad;--good:#116329;--goodbg:#dafbe1;--bad:#a40e26;--badbg:#ffebe9;--bar:#0b5cad;--mark:#fff3c4}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9ea7b3;--line:#30363d;--paper:#0d1117;--card:#161b22;--link:#79b8ff;--good:#7ee2a0;--goodbg:#12361f;--bad:#ffa198;--badbg:#4a1518;--bar:#79b8ff;--mark:#5c4813}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,button:focus-visible,input:focus-visible,input:focus-within,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
.page{max-width:62rem;margin:0 auto;padding:1rem 1.1rem 4rem}
h1{font-size:1.7rem;line-height:1.2;margin:1.2rem 0 .4rem}
h2{font-size:1.2rem;margin:2.2rem 0 .7rem;padding-bottom:.3rem;border-bottom:1px solid var(--line)}
h3,h4{font-size:1.05rem;margin:0}
p{margin:.5rem 0}
.lead{font-size:1.15rem;max-width:48rem}
.soft{color:var(--soft);font-size:.9rem}
a.term{color:inherit;text-decoration:underline dotted;text-decoration-color:var(--line);text-underline-offset:.2em}a.term:hover{text-decoration-color:currentColor}
.quiet{color:var(--soft);font-style:italic}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.9rem 1rem;margin:.8rem 0}
.head{display:flex;flex-wrap:wrap;gap:.3rem .7rem;align-items:baseline}
.tag{font-size:.78rem;border:1px solid var(--line);border-radius:99px;padding:.05rem .55rem;color:var(--soft);white-space:nowrap}
.tone{font-size:.82rem;border-radius:99px;padding:.05rem .6rem;white-space:nowrap;border:1px solid var(--line)}
.tone.good{color:var(--good);background:var(--goodbg);border-color:transparent}
.tone.bad{color:var(--bad);background:var(--badbg);border-color:transparent}
.tag.new{color:var(--good);border-color:currentColor}
.tag.continuing{border-style:dashed}
.measures{display:flex;flex-wrap:wrap;gap:.5rem 1.6rem;align-items:flex-end;justify-content:space-between;margin:.5rem 0}
.figures{display:flex;flex-wrap:wrap;gap:.3rem clamp(.8rem,2.5vw,1.5rem);margin:0}
.figures dt{color:var(--soft);font-size:.8rem;line-height:1.3}
.figures dd{margin:0;font-size:1.1rem;line-height:1.3;font-variant-numeric:tabular-nums}
.figures dd .soft{font-size:.8rem}
.measures figure{margin:0;flex:none;max-width:100%}.measures figcaption{color:var(--soft);font-size:.72rem;line-height:1.4}
.course{display:block;max-width:100%;height:auto;fill:var(--soft);border-bottom:1px solid var(--line)}
.course .now{fill:var(--bar)}
.course line{stroke:var(--ink);stroke-width:1;stroke-dasharray:2 3}
.flow{font-weight:600}.flow .soft{font-weight:400}
.card blockquote{margin-top:.7rem}
.changes{border-left:4px solid var(--bar)}.changes ul{padding-left:1.1rem;margin:.4rem 0 0}
.sides{display:grid;gap:.4rem 1.4rem;margin-top:.5rem}
@media (min-width:44rem){.sides{grid-template-columns:1fr 1fr}}
.turns,.means{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1rem;margin:.5rem 0}
.turns dt,.means dt{color:var(--soft)}.turns dd,.means dd{margin:0}
.means{font-size:.9rem}
@media (max-width:40rem){.turns,.means{grid-template-columns:1fr;gap:.1rem}.turns dd,.means dd{margin-bottom:.5rem}}
.day{margin:.8rem 0}
.scroll summary{padding:0}
section>h3{margin:1.2rem 0 .3rem}
section>ul{padding-left:1.2rem;margin:.3rem 0}
.role{margin:.25rem 0}
.contents ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;padding:0;margin:.8rem 0 0}
.contents a{display:inline-block;padding:.3rem 0}
summary{cursor:pointer;color:var(--link);font-size:.9rem;padding:.3rem 0;width:fit-content}
summary:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
.moves span{display:block;white-space:nowrap}
td.said{min-width:8rem}
td.said details[open]{min-width:16rem}
blockquote{margin:.6rem 0 0;padding:.1rem 0 .1rem .8rem;border-left:3px solid var(--line)}
blockquote p{margin:0}
blockquote footer{color:var(--soft);font-size:.88rem}
main>ul{padding-left:1.2rem}
ul.facts{list-style:none;padding:0;margin:0}
ul.facts>li{padding:.55rem 0;border-bottom:1px solid var(--line)}
ul.facts>li:last-child{border-bottom:0}
dl.roles{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem;margin:.4rem 0}
dl.roles dt{color:var(--soft)}dl.roles dd{margin:0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.95rem}
table{overflow-wrap:break-word}
th,td{text-align:left;padding:.4rem .7rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top}
thead th{font-weight:600;color:var(--soft);font-size:.85rem}
tbody th{font-weight:400;min-width:9rem}
td{min-width:4.5rem}td.number,th.number{min-width:3.5rem;padding-right:1.4rem}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
h2,h3{scroll-margin-top:1rem}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
.dense td.number{white-space:nowrap}
.dense tbody th{width:32%}.dense td:last-child{width:24%;min-width:7rem}
@media (max-width:40rem){.dense thead a{visibility:hidden}.dense table,.dense tbody,.dense tr,.dense tbody th{display:block;width:auto}.dense thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.dense tr{padding:.5rem 0;border-bottom:1px solid var(--line)}.dense tbody th,.dense td,.dense td.number,.dense td:last-child{border:0;padding:.1rem 0}.dense td,.dense td.number{display:inline-block;min-width:0;padding-right:.9rem;text-align:left}.dense td:last-child{display:block;width:auto}.dense td:empty{display:none}.dense td.number::before{content:attr(data-head) ' ';color:var(--soft);font-size:.8rem}}
@media print{:root{--ink:#000;--paper:#fff;--card:#fff;--soft:#444;--line:#bbb}body{font-size:10.5pt}.page{max-width:none;padding:0}.nav,.skip,.contents,.days,.foot{display:none}.card,tr,.facts>li,blockquote{break-inside:avoid}h2,h3{break-after:avoid}summary,.dense th:last-child,.dense td:last-child{display:none}.dense{overflow:visible}details::details-content{content-visibility:visible;block-size:auto;display:block}a{color:inherit;text-decoration:none}}
`.trim()
