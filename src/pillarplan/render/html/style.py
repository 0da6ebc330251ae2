"""How the page looks: by day, by night, on a telephone, and on paper."""

COLOURS = """
:root {
  color-scheme: light;
  --paper: #fbfaf7; --card: #ffffff; --ink: #1d2127; --quiet: #5b626d;
  --rule: #e3dfd6; --track: #d3cec2;
  --now: #0b6e69; --soft: #d5eae7; --aim: #b0470c; --warm: #f6dfcc;
  --today: #b3261e; --rest: #f1ede3;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --paper: #13161a; --card: #1b1f25; --ink: #e8e6e1; --quiet: #a4abb5;
    --rule: #2e343c; --track: #454c56;
    --now: #5cc8bd; --soft: #1d4744; --aim: #f0a36b; --warm: #55361f;
    --today: #ff8a80; --rest: #232932;
  }
}
"""

TEXT = """
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 62rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, Inter,
    "Helvetica Neue", "Liberation Sans", Arial, sans-serif;
  overflow-wrap: anywhere; font-variant-numeric: tabular-nums;
}
h1, h2 {
  font-family: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia,
    "Liberation Serif", serif;
  font-weight: 600; line-height: 1.15; letter-spacing: -0.01em; text-wrap: balance;
}
h1 { font-size: clamp(2rem, 6vw, 3.2rem); margin: 0.1em 0 0.2em; }
h2 { font-size: 1.6rem; margin: 0 0 1rem; }
h3, h4 { font-size: 1rem; line-height: 1.35; margin: 0; }
h3, h4, p, li, dd, td { unicode-bidi: plaintext; }
p { margin: 0 0 1rem; }
small { font-size: 0.8125rem; color: var(--quiet); font-weight: 400; }
a { color: inherit; text-decoration-color: var(--now); text-underline-offset: 0.2em; }
a:hover { color: var(--now); }
ol, ul { list-style: none; margin: 0; padding: 0; }
section { margin-top: 3.5rem; }
.quiet, .dates, .meta { color: var(--quiet); font-size: 0.9375rem; }
.eyebrow {
  margin: 0; color: var(--now); font-weight: 600; font-size: 0.8125rem;
  letter-spacing: 0.08em; text-transform: uppercase;
}
.badge {
  display: inline-block; padding: 0 0.5em; border-radius: 1em;
  background: var(--soft); font-size: 0.75rem; font-weight: 600; line-height: 1.6;
}
.facts {
  display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
  gap: 1px; margin: 1.5rem 0; background: var(--rule); border: 1px solid var(--rule);
  border-radius: 10px; overflow: hidden;
}
.facts div { background: var(--card); padding: 0.75rem 1rem; }
.facts dt { font-size: 0.8125rem; color: var(--quiet); }
.facts dd { margin: 0; font-size: 1.125rem; font-weight: 600; }
.hand {
  margin: 0; padding: 0.6rem 1rem; border-left: 4px solid var(--now);
  background: var(--soft); border-radius: 0 8px 8px 0;
}
"""

TABLES = """
table {
  border-collapse: collapse; width: 100%; margin-bottom: 1rem; font-size: 0.9375rem;
}
th, td { padding: 0.35rem 0.5rem; text-align: start; vertical-align: top; }
th:first-child { padding-left: 0; }
tr > :last-child { padding-right: 0; }
thead th { color: var(--quiet); font-size: 0.8125rem; vertical-align: bottom; }
tbody tr { border-top: 1px solid var(--rule); }
tbody th { font-weight: 400; }
.number { text-align: end; white-space: nowrap; }
.beside {
  display: grid; grid-template-columns: 1fr 1fr; gap: 1.5rem 3rem; align-items: center;
  margin-bottom: 1rem;
}
figure { margin: 0; }
.pair { display: grid; grid-template-columns: 2fr 3fr; gap: 0 1rem; }
.pair small { display: block; }
.legend {
  display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin: 0 0 0.75rem;
  font-size: 0.8125rem; color: var(--quiet);
}
.legend span { display: inline-flex; align-items: center; gap: 0.35rem; }
"""

PICTURES = """
svg { display: block; overflow: visible; }
svg text { fill: var(--quiet); font-size: 0.75rem; }
.strip, .shape, .trend { width: 100%; }
.shape { overflow: hidden; }
.shape text { fill: var(--ink); font-size: 0.875rem; }
.track, .track svg { position: relative; width: 100%; }
svg .track { stroke: var(--track); stroke-width: 1; }
.dot { fill: var(--track); }
.way { stroke: var(--aim); stroke-width: 2; stroke-dasharray: 2 4; }
.moved { stroke: var(--now); stroke-width: 3; }
.now { fill: var(--now); stroke: var(--paper); stroke-width: 1.5; }
.before { fill: var(--paper); stroke: var(--now); stroke-width: 2; }
.target { stroke: var(--aim); stroke-width: 3.5; stroke-linecap: round; }
.level { stroke: var(--now); stroke-width: 2; stroke-linecap: round; }
.rated { fill: var(--now); }
.edge { stroke: var(--rule); }
.goal { stroke: var(--aim); stroke-width: 1.5; stroke-dasharray: 5 4; }
.lane { display: grid; grid-template-columns: 2fr 3fr; gap: 0 1rem; }
.lane > span { padding: 0.25rem 0; font-size: 0.9375rem; line-height: 1.35; }
.lane > span small { display: block; }
.lane.group { margin-top: 0.75rem; border-top: 1px solid var(--rule); }
.group h3 { padding-top: 0.35rem; }
div.track { min-height: 26px; }
.scale div.track { min-height: 20px; }
.track svg { position: absolute; inset: 0; height: 100%; }
.month { stroke: var(--rule); }
.today { stroke: var(--today); stroke-width: 1.5; }
.break { fill: var(--rest); }
.bar { stroke-width: 1.5; }
.learn { fill: var(--soft); stroke: var(--now); }
.apply { fill: var(--warm); stroke: var(--aim); }
.learn.done { fill: var(--now); }
.apply.done { fill: var(--aim); }
.dropped { fill: none; stroke: var(--quiet); stroke-dasharray: 3 3; }
.rate { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
"""

ENTRIES = """
.items h3 {
  margin: 2rem 0 0.75rem; color: var(--quiet); font-size: 0.8125rem;
  letter-spacing: 0.08em; text-transform: uppercase;
}
article {
  margin-bottom: 0.75rem; padding: 1rem 1.25rem; background: var(--card);
  border: 1px solid var(--rule); border-left: 4px solid var(--now); border-radius: 8px;
}
article.apply { border-left-color: var(--aim); }
article.dropped { border-left-color: var(--track); }
article h4 { font-size: 1.0625rem; }
article.dropped h4 > :first-child { text-decoration: line-through; }
article p { margin: 0.2rem 0; }
article dl { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0.35rem 1rem; }
article dl { margin: 0.75rem 0 0; font-size: 0.9375rem; }
dt { color: var(--quiet); }
article dd { margin: 0; }
.trends {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr));
  gap: 1.5rem 2rem;
}
.trends small { display: block; }
.entries li {
  display: grid; grid-template-columns: 14rem 1fr auto; gap: 0.1rem 1.5rem;
  padding: 0.5rem 0; border-top: 1px solid var(--rule);
}
.whole { grid-column: 1 / -1; }
"""

NARROW = """
@media screen and (max-width: 40rem) {
  body { padding: 1.5rem 1rem 3rem; }
  section { margin-top: 2.5rem; }
  .beside, .pair, .lane, .entries li { grid-template-columns: minmax(0, 1fr); }
  .lane { padding-bottom: 0.25rem; }
  .lane.scale > span { display: none; }
  article { padding: 0.875rem 1rem; }
  article dl { grid-template-columns: 1fr; gap: 0 0; }
  article dd { margin-bottom: 0.5rem; }
  th, td { padding: 0.35rem 0.3rem; }
}
"""

PAPER = """
@page { size: A4; margin: 16mm 15mm; }
@media print {
  :root { --paper: #ffffff; font-size: 8.5pt; }
  body { padding: 0; max-width: none; print-color-adjust: exact; }
  section { margin-top: 9mm; }
  h1 { font-size: 26pt; }
  article { padding: 0.6rem 1rem; }
  article, tr, li, figure, .lane, .facts { break-inside: avoid; }
  h2, h3, .legend, .group, thead { break-after: avoid; }
  h4 a[href^="http"]::after {
    content: " " attr(href); color: var(--quiet); font-weight: 400; font-size: 8pt;
  }
}
"""

STYLE = COLOURS + TEXT + TABLES + PICTURES + ENTRIES + NARROW + PAPER
