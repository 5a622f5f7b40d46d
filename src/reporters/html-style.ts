/** The style of the report. Colours are custom properties: a test computes the contrast of every pair that is used. */
export const style = `
:root {
  --paper: #f7f6f2;
  --sheet: #ffffff;
  --ink: #1e2226;
  --quiet: #5a6068;
  --rule: #d9d6cd;
  --accent: #14566e;
  --good: #1d6b3a;
  --error: #a12a1c;
  --error-wash: #fbe8e4;
  --warn: #7a4f00;
  --warn-wash: #f9efd6;
  --del-wash: #f7d3cb;
  --ins-wash: #cfe8d5;
  --band: #dce9ee;
  --subject: #14566e;
  --background: #6a4c93;
  --event: #1d6b3a;
  --comparison: #8a5a00;
  --plan: #a8481c;
  --unknown: #5a6068;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a;
    --sheet: #1c2024;
    --ink: #e6e4de;
    --quiet: #a5abb2;
    --rule: #383e45;
    --accent: #86c5dc;
    --good: #84cf9b;
    --error: #ff9f8f;
    --error-wash: #3d211d;
    --warn: #ecc571;
    --warn-wash: #342b17;
    --del-wash: #5b2a23;
    --ins-wash: #214a2e;
    --band: #23404c;
    --subject: #86c5dc;
    --background: #c3a6e8;
    --event: #84cf9b;
    --comparison: #ecc571;
    --plan: #f2a37c;
    --unknown: #a5abb2;
  }
}
* { box-sizing: border-box; }
html { color-scheme: light dark; scroll-padding-top: 6rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem) 4rem; max-width: 76rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
[hidden] { display: none !important; }
bdi { unicode-bidi: isolate; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
#posts:focus { outline: none; }
h1, h2, h3, p, ul, dl, dd, figure { margin: 0; }
h1 { font-size: .875rem; font-weight: 600; letter-spacing: .04em; color: var(--quiet); }
h2 { margin: 3rem 0 1rem; font-size: 1.25rem; font-weight: 650; letter-spacing: -.01em; }
h3 { display: inline; font-size: 1.0625rem; font-weight: 650; letter-spacing: -.005em; }
code { font: .92em ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; background: color-mix(in srgb, currentColor 9%, transparent); border-radius: 3px; padding: .05em .25em; white-space: pre-wrap; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--sheet); z-index: 3; }

header { padding: 3rem 0 0; }
header p { color: var(--quiet); }
header .verdict { margin: .35rem 0 .5rem; font-size: clamp(1.5rem, 1rem + 2.4vw, 2.25rem); font-weight: 680; line-height: 1.2; letter-spacing: -.02em; color: var(--ink); }
header .verdict .error + .warn::before { content: "and "; color: var(--ink); }
.good { color: var(--good); }
.error { color: var(--error); }
.warn { color: var(--warn); }

#filter {
  display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; margin-top: 1.75rem; padding: .75rem 1rem;
  background: var(--sheet); border: 1px solid var(--rule); border-radius: 8px; font-size: .875rem; z-index: 2;
}
@media (min-width: 60rem) and (min-height: 40rem) { #filter { position: sticky; top: 0; box-shadow: 0 .5rem 1rem -.75rem rgb(0 0 0 / .5); } }
#filter fieldset { display: flex; flex-wrap: wrap; gap: .25rem .9rem; margin: 0; padding: 0; border: 0; }
#filter legend { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
#filter label { display: inline-flex; align-items: center; gap: .4rem; min-height: 1.75rem; }
#filter input[type=radio] { accent-color: var(--accent); margin: 0; }
#filter select, #filter input[type=search], button {
  font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--quiet); border-radius: 5px; padding: .25rem .5rem; max-width: 100%; min-width: 0;
}
button { cursor: pointer; }
button:hover { border-color: var(--accent); color: var(--accent); }
#filter output { margin-left: auto; font-weight: 600; }

summary { cursor: pointer; }
article { margin: 0 0 .75rem; content-visibility: auto; contain-intrinsic-size: auto 4rem; }
.post { background: var(--sheet); border: 1px solid var(--rule); border-radius: 8px; }
.post > summary { display: grid; grid-template-columns: 1rem minmax(0, 1fr) auto 11rem; gap: .25rem 1rem; align-items: center; padding: .8rem 1.1rem; list-style: none; border-radius: 8px; }
.post > summary::-webkit-details-marker { display: none; }
.post > summary::before { content: "›"; font-size: 1.4rem; line-height: 1; color: var(--quiet); text-align: center; }
.post[open] > summary::before { transform: rotate(90deg); }
.post > summary:hover h3 { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; }
.post[open] > summary > .plot { display: none; }
.post[open] > summary > .counts { grid-column: 3 / -1; justify-content: end; }
.path { display: block; font-size: .8125rem; color: var(--quiet); }
.counts { display: flex; flex-wrap: wrap; gap: 0 .75rem; font-size: .875rem; font-weight: 600; }

.plot { display: block; overflow: hidden; }
.band { fill: var(--band); }
.tick { stroke: var(--rule); }
.when { font-size: 11px; fill: var(--quiet); }
.window { fill: none; stroke: var(--accent); stroke-width: 1.5; stroke-dasharray: 1 3; stroke-linecap: round; }
.date { font-size: 15px; fill: var(--ink); text-anchor: middle; }
.outside .date { fill: var(--error); }
.date.end, .arrow.end { text-anchor: end; }
.arrow { font-size: 13px; }
.mark rect { stroke-width: 2; fill: currentColor; stroke: var(--sheet); paint-order: stroke; }
.mark .brief { stroke: currentColor; }
.mark text { fill: currentColor; }
.role-subject { color: var(--subject); }
.role-background { color: var(--background); }
.role-background rect { fill: none; stroke: currentColor; }
.role-event { color: var(--event); }
.role-comparison { color: var(--comparison); }
.role-plan { color: var(--plan); }
.role-plan rect { fill: none; stroke: currentColor; stroke-dasharray: 5 3; }
.role-unknown { color: var(--unknown); }

.mark.found { color: var(--error); }
.thin .mark rect { fill: currentColor; stroke: none; }
.thin .mark .brief, .thin .mark.found rect { stroke: currentColor; }
.thin .mark.found rect { stroke-width: 3; }
.mark .sign { fill: var(--sheet); stroke: var(--error); stroke-width: 4; paint-order: stroke; font-weight: 800; font-size: 15px; text-anchor: middle; }
.timeline { list-style: none; padding: .25rem 1.1rem .9rem; margin: 0 0 .25rem; font-size: .8125rem; border-bottom: 1px solid var(--rule); }
.timeline li { display: grid; grid-template-columns: 8.25rem minmax(0, 3fr) minmax(0, 2fr); gap: 0 1rem; }
.timeline .lane { padding: .15rem 0; font-weight: 600; line-height: 1.35; }
.timeline .own .lane { font-weight: 400; color: var(--quiet); }
.timeline .named { padding: .15rem 0; line-height: 1.35; }
.timeline small { color: var(--quiet); font-size: inherit; }
.timeline .plot { grid-column: 2; height: 100%; min-height: 24px; }
.timeline .tracks-2 { min-height: 48px; }
.timeline .tracks-3 { min-height: 72px; }
.timeline .tracks-4 { min-height: 96px; }
.bad, .bad small { color: var(--error); }
.lane-subject .lane { color: var(--subject); }
.lane-background .lane { color: var(--background); }
.lane-event .lane { color: var(--event); }
.lane-comparison .lane { color: var(--comparison); }
.lane-plan .lane { color: var(--plan); }
.lane-unknown .lane { color: var(--unknown); }

.text { padding: .75rem 1.1rem 1.1rem; }
.l, .t { white-space: pre-wrap; overflow-wrap: anywhere; font: .875rem/1.65 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
.l { position: relative; padding-left: 3.25rem; unicode-bidi: plaintext; }
.l::before { content: attr(data-n); position: absolute; left: 0; width: 2.25rem; text-align: right; color: var(--quiet); font-size: .75rem; line-height: 1.4rem; user-select: none; }
.t { padding-left: 3.25rem; }
.m { color: inherit; border-radius: 2px; text-decoration-line: underline; text-decoration-thickness: 2px; text-underline-offset: .22em; text-decoration-skip-ink: none; }
a.m { cursor: pointer; }
.m.error { background: var(--error-wash); text-decoration-color: var(--error); text-decoration-style: wavy; text-decoration-thickness: 1.5px; }
.m.warn { background: var(--warn-wash); text-decoration-color: var(--warn); text-decoration-style: dashed; }
.m.deep { box-shadow: 0 0 0 1px var(--quiet); }
.m.point::after { content: "‸"; font-weight: 700; }
.m.error.point::after, .m.error::before { color: var(--error); }
.m.warn.point::after, .m.warn::before { color: var(--warn); }
[data-seen]::before { content: attr(data-seen); font-size: .7em; }
.m.off { background: none; text-decoration: none; box-shadow: none; }
.m.off::after, .m.off::before { content: none; }
.fold { margin: .35rem 0; }
.fold > summary { padding: .1rem 0 .1rem 3.25rem; font-size: .8125rem; color: var(--quiet); list-style: none; position: relative; }
.fold > summary::-webkit-details-marker { display: none; }
.fold > summary::before { content: "⋮"; position: absolute; left: 0; width: 2.25rem; text-align: right; font-weight: 700; }
.fold > summary:hover { color: var(--accent); text-decoration: underline; }
.note { margin: .25rem 0 .6rem 3.25rem; border-left: 3px solid currentColor; border-radius: 0 6px 6px 0; font-size: .9375rem; line-height: 1.5; }
.note.error { background: var(--error-wash); }
.note.warn { background: var(--warn-wash); }
.note > summary { padding: .4rem .8rem; list-style-position: inside; }
.note .what, .note .more { color: var(--ink); }
.note .id { margin-left: .5rem; font-size: .8125rem; color: var(--quiet); white-space: nowrap; }
.note .more { padding: 0 .8rem .7rem; max-width: 48rem; }
.note .more > * + * { margin-top: .6rem; }
.repair { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .3rem .8rem; padding: .6rem .8rem; background: var(--sheet); border-radius: 5px; }
.repair dt { font-size: .8125rem; color: var(--quiet); line-height: 1.4rem; }
.repair dd { white-space: pre-wrap; font: .8125rem/1.4rem ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
del { background: var(--del-wash); text-decoration: line-through; text-decoration-color: var(--error); border-radius: 2px; }
ins { background: var(--ins-wash); text-decoration: underline; text-decoration-color: var(--good); border-radius: 2px; }
.related { padding-left: 1.1rem; }

.clean { list-style: none; padding: 0; }
.clean summary { display: grid; grid-template-columns: minmax(0, 1fr) 18rem; gap: .25rem 1.5rem; align-items: center; padding: .5rem 0; }
.clean summary:hover b { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; }
.clean .timeline { padding-left: 0; padding-right: 0; border: 0; }
.clean li { border-bottom: 1px solid var(--rule); content-visibility: auto; contain-intrinsic-size: auto 3.25rem; }
.clean li li { border: 0; content-visibility: visible; }
.clean b { font-weight: 600; }
.rules { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: .75rem 1.5rem; }
.rules dt { font-weight: 600; }
.rules dd { max-width: 48rem; }
.rules dd:target { background: var(--warn-wash); outline: .5rem solid var(--warn-wash); }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule); font-size: .8125rem; color: var(--quiet); }

@media (max-width: 45rem) {
  header { padding-top: 1.75rem; }
  .post > summary { grid-template-columns: .75rem minmax(0, 1fr); padding: .75rem .8rem; }
  .post > summary > .counts, .post > summary > .plot { grid-column: 2; }
  .post[open] > summary > .counts { grid-column: 2; justify-content: start; }
  .timeline, .text { padding-left: .8rem; padding-right: .8rem; }
  .timeline li { grid-template-columns: auto minmax(0, 1fr); gap: 0 .6rem; padding: .1rem 0; }
  .timeline .plot { grid-column: 1 / -1; grid-row: 2; height: auto; }
  .timeline .axis .plot { grid-row: 1; }
  .l, .t { padding-left: 2.1rem; font-size: .8125rem; }
  .l::before { width: 1.5rem; font-size: .6875rem; }
  .fold > summary { padding-left: 2.1rem; }
  .fold > summary::before { width: 1.5rem; }
  .note { margin-left: 0; }
  .clean summary, .rules { grid-template-columns: minmax(0, 1fr); gap: .15rem; }
  .rules dt { margin-top: .75rem; }
  #filter output { margin-left: 0; }
}
@media (prefers-reduced-motion: no-preference) {
  .post > summary::before { transition: transform .15s; }
}
@media (forced-colors: active) {
  .m { text-decoration-color: Highlight; }
  .band { fill: none; stroke: CanvasText; }
  .tick { stroke: GrayText; }
  .mark { color: CanvasText; }
  .window { stroke: CanvasText; }
  .date, .outside .date { fill: CanvasText; }
  .mark.found { color: Highlight; }
}
@media print {
  html { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10pt; background: none; }
  header { padding: 0; }
  #filter, .skip { display: none; }
  article, .clean li { content-visibility: visible; }
  .post, .note, .repair, .l, .timeline li { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .post { border: 0; border-top: 1px solid var(--rule); border-radius: 0; }
  .post > summary { break-after: avoid; padding-left: 0; }
  .timeline, .text { padding-left: 0; padding-right: 0; }
  .note { break-inside: avoid; }
  .note::details-content { content-visibility: visible; }
  .why > a { display: none; }
  a { color: inherit; }
}
`;
