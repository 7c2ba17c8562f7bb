"""The report's stylesheet: the window's roles and sizes (dark), and ink on paper when it is printed."""

STYLE = """
:root { --window:#0F1215; --panel:#161A1F; --raised:#1D232A; --line:#2A313A; --row:#20262D; --track:#252C34;
  --text:#E6EAEE; --second:#9AA5B1; --faint:#8793A0; --accent:#4C9FE6; --tick:#AEB8C2;
  --above:#E5634D; --between:#E0A33B; --below:#4BA38B; color-scheme: dark; }
* { box-sizing: border-box; }
html { background: var(--window); }
body { margin: 0 auto; max-width: 1280px; padding: 32px 32px 64px; color: var(--text);
  font: 13px/1.5 Inter, "Noto Sans", "Segoe UI", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1 { font-size: 22px; font-weight: 600; line-height: 1.25; margin: 0; }
h2 { font-size: 15px; font-weight: 600; margin: 48px 0 12px; }
h3 { font-size: 15px; font-weight: 600; line-height: 1.3; margin: 0; }
p { margin: 0; }
a { color: inherit; text-decoration: none; }
a:hover, a:focus-visible { color: var(--accent); }
.second { color: var(--second); } .faint { color: var(--faint); }
.caption { font-size: 11px; color: var(--faint); letter-spacing: .02em; }
header { display: flex; justify-content: space-between; align-items: flex-end; gap: 32px; }
header .about { text-align: right; color: var(--second); }
.notice { display: flex; gap: 12px; align-items: baseline; margin-top: 24px; padding: 12px 16px; border-radius: 6px;
  background: var(--panel); border-left: 3px solid var(--between); font-size: 15px; }
.notice + .notice { margin-top: 8px; }
.notice b { color: var(--between); font-weight: 600; white-space: nowrap; }
.counts { display: flex; flex-wrap: wrap; gap: 8px 40px; margin: 32px 0 0; padding: 0; list-style: none; }
.counts li { display: flex; flex-direction: column; color: var(--second); }
.counts b { font-size: 22px; font-weight: 600; line-height: 1.3; color: var(--text); }
table { border-collapse: collapse; width: 100%; }
th { font-size: 11px; font-weight: 500; color: var(--faint); text-align: left; padding: 0 16px 8px 0;
  border-bottom: 1px solid var(--line); vertical-align: bottom; }
td { padding: 8px 16px 8px 0; border-bottom: 1px solid var(--row); vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; white-space: nowrap; }
.worklist td { height: 52px; }
.worklist .risk { width: 148px; }
.worklist .kind { white-space: nowrap; }
.worklist td:last-child { width: 27%; }
.worklist .name { font-size: 15px; line-height: 1.35; }
.risk .value { font-size: 15px; font-weight: 600; }
.bar { position: relative; height: 5px; border-radius: 3px; background: var(--track); margin: 6px 0 2px; }
.bar i { display: block; height: 100%; border-radius: 3px; background: var(--second); }
.bar s { position: absolute; top: -2px; bottom: -2px; width: 1px; background: var(--tick); }
.above { --mark: var(--above); } .between { --mark: var(--between); } .below { --mark: var(--below); }
.bar.above i, .bar.between i, .bar.below i { background: var(--mark); }
.band { white-space: nowrap; } .band.above, .band.between, .band.below { color: var(--mark); }
.failed { color: var(--between); } .failed::before { content: "\\25B3\\00A0"; }
.study { margin-top: 16px; padding: 16px; border-radius: 8px; background: var(--panel); display: grid;
  grid-template-columns: minmax(0, 1fr) 304px; gap: 0 24px; break-inside: avoid; }
.study > .head { grid-column: 1 / -1; display: flex; justify-content: space-between; gap: 24px; margin-bottom: 12px; }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(248px, 1fr)); gap: 12px; align-content: start;
  align-items: start; }
figure { margin: 0; }
.pictures figure:only-child { max-width: 272px; }
figure img { display: block; width: 100%; height: auto; max-height: 460px; object-fit: contain; background: #000;
  border-radius: 4px; }
.unscored .pictures figure { max-width: 200px; }
figcaption { margin-top: 6px; font-size: 11px; color: var(--second); }
.scale { display: flex; align-items: center; gap: 8px; }
.scale .ramp { flex: 0 1 132px; height: 6px; border-radius: 3px; }
.findings { display: grid; grid-template-columns: 96px 1fr 40px; gap: 8px 12px; align-items: center;
  margin: 4px 0 16px; }
.findings .bar { margin: 0; }
.score { font-size: 34px; font-weight: 600; line-height: 1.15; }
dl { display: grid; grid-template-columns: 96px minmax(0, 1fr); gap: 4px 12px; margin: 0; font-size: 12px;
  align-content: start; }
dt { color: var(--faint); } dd { margin: 0; overflow-wrap: anywhere; }
.model { display: grid; grid-template-columns: 1fr 1fr; gap: 24px 48px; }
.model dl { grid-template-columns: 120px minmax(0, 1fr); font-size: 13px; }
.model ul { margin: 0; padding-left: 16px; }
.points { margin-top: 24px; }
footer { margin-top: 48px; padding-top: 16px; border-top: 1px solid var(--line); color: var(--second); }
@media (max-width: 900px) { .study, .model { grid-template-columns: minmax(0, 1fr); gap: 16px; } }
@media print {
  :root { --window:#fff; --panel:#fff; --raised:#fff; --line:#CDD4DB; --row:#E2E7EC; --track:#DCE2E8; --text:#14181D;
    --second:#4A5561; --faint:#5C6772; --tick:#14181D; --above:#B23A26; --between:#855600; --below:#1D705C;
    color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 11px; }
  .study { border: 1px solid var(--line); }
  .bar, .bar i, .bar s, .ramp, img { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
