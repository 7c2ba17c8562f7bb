"""Stylesheet and script of the training report: dark and light, ink on paper in print; no library, nothing loaded."""

STYLE = """
:root { --window:#0F1215; --panel:#161A1F; --raised:#1D232A; --line:#2A313A; --row:#20262D; --track:#252C34;
  --text:#E6EAEE; --second:#A3AEB9; --faint:#8793A0; --accent:#4C9FE6; --warn:#E0A33B; --found:#4BA38B; --lost:#E5634D;
  --s0:#56A9EC; --s1:#E8A33D; --s2:#3DBD95; --s3:#D98CB8; --s4:#E5704F; --s5:#B9A8F0; --s6:#C7C36A; --s7:#9AA5B1;
  color-scheme: dark light; }
@media (prefers-color-scheme: light) { :root { --window:#FFFFFF; --panel:#F4F6F8; --raised:#E9EDF1; --line:#CDD4DB;
  --row:#E2E7EC; --track:#DFE5EA; --text:#14181D; --second:#46515C; --faint:#5C6772; --accent:#1467B3; --warn:#8A5A00;
  --found:#1D705C; --lost:#B23A26; --s0:#1467B3; --s1:#A86200; --s2:#007A5A; --s3:#A34C80; --s4:#B2431F; --s5:#6A55B8;
  --s6:#6F6B12; --s7:#5C6772; } }
* { box-sizing: border-box; }
html { background: var(--window); }
body { margin: 0 auto; max-width: 1180px; padding: 32px 32px 64px; color: var(--text); overflow-wrap: break-word;
  font: 14px/1.5 Inter, "Noto Sans", "Segoe UI", system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1 { font-size: 24px; font-weight: 600; line-height: 1.25; margin: 0; }
h2 { font-size: 17px; font-weight: 600; margin: 56px 0 4px; }
h3 { font-size: 14px; font-weight: 600; margin: 24px 0 8px; }
p { margin: 0; max-width: 78ch; }
.second { color: var(--second); } .faint { color: var(--faint); }
h2 + p.second { margin-bottom: 16px; } h3 + p.second { margin-bottom: 8px; }
header { display: flex; justify-content: space-between; align-items: flex-end; gap: 32px; }
header .about { text-align: right; color: var(--second); }
.notice { margin-top: 24px; padding: 12px 16px; border-radius: 6px; background: var(--panel);
  border-left: 3px solid var(--warn); }
.notice b { color: var(--warn); font-weight: 600; }
.notice ul { margin: 6px 0 0; padding-left: 18px; max-width: 92ch; } .notice li { margin: 3px 0; }
.headline { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 16px; margin-top: 24px; }
.headline > div { background: var(--panel); border-radius: 8px; padding: 16px; }
.headline .name { color: var(--second); font-size: 13px; line-height: 1.35; min-height: 2.7em; }
.headline .value { font-size: 32px; font-weight: 600; line-height: 1.3; }
.headline .span { color: var(--second); font-size: 13px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
table.wide { width: 100%; }
th { font-size: 12px; font-weight: 500; color: var(--faint); text-align: left; padding: 0 20px 6px 0;
  border-bottom: 1px solid var(--line); vertical-align: bottom; }
td { padding: 6px 20px 6px 0; border-bottom: 1px solid var(--row); vertical-align: baseline; white-space: nowrap; }
td.words { white-space: normal; }
th:last-child, td:last-child { padding-right: 0; }
.number { text-align: right; }
tr.mean td { color: var(--second); }
tr.inner td { border-bottom-color: transparent; padding-bottom: 0; }
summary { cursor: pointer; color: var(--accent); margin: 16px 0 8px; }
.beside { display: flex; flex-wrap: wrap; gap: 24px 64px; align-items: flex-start; margin-top: 12px; }
.beside > div { flex: 1 1 380px; }
.span { color: var(--second); font-size: 12px; }
.of { display: inline-block; min-width: 76px; }
.confusion td, .confusion th { padding: 8px 14px; text-align: right; border: 0; }
.confusion td.cell { min-width: 68px; border-radius: 4px; border: 2px solid var(--window); }
.confusion th.truth { text-align: left; color: var(--text); font-size: 13px; vertical-align: baseline; }
.bar { display: inline-block; position: relative; width: 132px; height: 7px; border-radius: 3px;
  background: var(--track); margin-right: 10px; vertical-align: 1px; }
.bar i { position: absolute; left: 0; top: 0; bottom: 0; border-radius: 3px; background: var(--accent); }
.bar s { position: absolute; top: -2px; bottom: -2px; border: 1px solid var(--text); border-width: 0 1px;
  background: linear-gradient(var(--text), var(--text)) center / 100% 1px no-repeat; opacity: .75; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 400px), 1fr)); gap: 16px;
  margin-top: 12px; }
.figures.small { grid-template-columns: repeat(auto-fill, minmax(min(100%, 250px), 1fr)); }
.figure { background: var(--panel); border-radius: 8px; padding: 12px; break-inside: avoid; }
.figure svg { display: block; width: 100%; height: auto; max-height: 440px; }
.try { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 24px 40px; background: var(--panel);
  border-radius: 8px; padding: 20px; }
.try label { display: block; color: var(--second); margin-bottom: 16px; }
.try output { float: right; color: var(--text); font-weight: 600; }
.try input, .try select { display: block; width: 100%; margin-top: 4px; accent-color: var(--accent); }
.try select { background: var(--raised); color: var(--text); border: 1px solid var(--line); border-radius: 4px;
  padding: 6px 8px; font: inherit; }
.rates { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; }
.rates b { display: block; font-size: 24px; font-weight: 600; line-height: 1.3; }
.rates .name { color: var(--second); font-size: 12px; }
.stack { display: flex; height: 12px; border-radius: 3px; overflow: hidden; background: var(--track); margin: 3px 0; }
.stack i { display: block; min-width: 0; }
.found { background: var(--found); } .lost { background: var(--lost); } .alarm { background: var(--warn); }
.key { display: inline-block; width: 9px; height: 9px; border-radius: 2px; margin: 0 5px 0 0; }
.thousand { margin-top: 20px; } .thousand p { margin-top: 10px; }
.gallery { display: grid; grid-template-columns: repeat(auto-fill, minmax(172px, 1fr)); gap: 16px; margin-top: 12px; }
figure { margin: 0; break-inside: avoid; }
.picture { position: relative; background: #000; border-radius: 4px; overflow: hidden; aspect-ratio: 1; }
.picture img { position: absolute; width: 100%; height: 100%; object-fit: contain; }
.picture:hover .map { opacity: 0; }
figcaption { margin-top: 6px; font-size: 12px; line-height: 1.4; color: var(--second); }
figcaption b { color: var(--text); font-weight: 600; } .miss figcaption b { color: var(--lost); }
.ramp { display: inline-block; width: 96px; height: 7px; border-radius: 3px; margin: 0 6px; vertical-align: 1px; }
footer { margin-top: 56px; padding-top: 16px; border-top: 1px solid var(--line); color: var(--second); }
@media (max-width: 860px) { .headline { grid-template-columns: 1fr 1fr; } .try { grid-template-columns: 1fr; }
  .rates { grid-template-columns: 1fr 1fr; } header { display: block; } header .about { text-align: left; } }
@media print {
  :root { --window:#fff; --panel:#fff; --raised:#fff; --line:#CDD4DB; --row:#E2E7EC; --track:#DCE2E8; --text:#14181D;
    --second:#46515C; --faint:#5C6772; --accent:#1467B3; --warn:#8A5A00; --found:#1D705C; --lost:#B23A26; --s0:#1467B3;
    --s1:#A86200; --s2:#007A5A; --s3:#A34C80; --s4:#B2431F; --s5:#6A55B8; --s6:#6F6B12; --s7:#5C6772;
    color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 11px; }
  .figure, .headline > div, .try { border: 1px solid var(--line); }
  .bar, .bar i, .stack i, img, .cell { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""

SCRIPT = """
(function () {
  var rows = JSON.parse(document.getElementById('thresholds').textContent);
  var of = document.getElementById('of'), at = document.getElementById('at'), prior = document.getElementById('prior');
  function put(id, text) { document.getElementById(id).textContent = text; }
  function percent(v) { return v === null ? 'none' : (100 * v).toFixed(1) + ' %'; }
  function wilson(k, n) {
    if (!n) return '';
    var z = 1.959964, p = k / n, d = 1 + z * z / n, c = (p + z * z / (2 * n)) / d;
    var h = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / d;
    return percent(Math.max(0, c - h)) + ' to ' + percent(Math.min(1, c + h));
  }
  function width(id, share) { document.getElementById(id).style.width = 100 * share + '%'; }
  function count(v) { return v > 0 && v < 0.95 ? 'fewer than 1' : Math.round(v).toLocaleString('en'); }
  function show() {
    var r = rows[of.value], i = +at.value, tp = r.tp[i], fp = r.fp[i], tn = r.tn[i], fn = r.fn[i];
    var sick = tp + fn, well = tn + fp, q = Math.pow(10, +prior.value);
    var se = sick ? tp / sick : null, sp = well ? tn / well : null;
    var a = (se || 0) * q, b = (1 - (sp || 0)) * (1 - q), c = (sp || 0) * (1 - q), d = (1 - (se || 0)) * q;
    put('at-value', r.threshold[i].toPrecision(3));
    put('prior-value', percent(q));
    put('se', percent(se)); put('se-span', wilson(tp, sick));
    put('sp', percent(sp)); put('sp-span', wilson(tn, well));
    put('ppv', percent(a + b && se !== null && sp !== null ? a / (a + b) : null));
    put('npv', percent(c + d && se !== null && sp !== null ? c / (c + d) : null));
    put('tp', tp); put('fn', fn); put('fp', fp); put('tn', tn);
    put('sick-words', count(1000 * q) + ' have it: ' + count(1000 * a) + ' flagged, ' + count(1000 * d) + ' missed');
    put('well-words', count(1000 * (1 - q)) + ' do not: ' + count(1000 * b) + ' flagged, ' + count(1000 * c) + ' not');
    width('w-found', se || 0); width('w-lost', se === null ? 0 : 1 - se);
    width('w-alarm', sp === null ? 0 : 1 - sp);
  }
  function choose() {
    var r = rows[of.value], best = 0;
    at.max = r.threshold.length - 1;
    r.threshold.forEach(function (t, i) { if (t <= r.start) best = i; });
    at.value = best;
    show();
  }
  of.addEventListener('change', choose);
  at.addEventListener('input', show);
  prior.addEventListener('input', show);
  choose();
}());
"""
