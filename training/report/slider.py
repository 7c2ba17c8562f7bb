"""The part of the page that moves: threshold and prevalence as sliders over counts that the page carries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from math import log10
from typing import Any

from training.report.parts import Report, e, label

_LEAST_PREVALENCE, _MOST_PREVALENCE = 0.001, 0.5


def slider(report: Report) -> Iterator[str]:
    """Sliders, the counts they show, and the rows that the page's script reads."""
    yield '<h2>A threshold of your choice</h2><p class="second">Counts and rates are those of these images; '
    yield "predictive values follow from the rates and from how common the class is among your patients. Intervals are "
    yield "95 % (Wilson).</p>"
    names = sorted(report["classes"], key=lambda name: name != report["positive"])
    options = "".join(f'<option value="{e(name)}">{label(report, name)}</option>' for name in names)
    prior = min(max(report["prevalence"], _LEAST_PREVALENCE), _MOST_PREVALENCE)
    yield '<div class="try"><div>'
    yield f'<label>Class<select id="of">{options}</select></label>'
    yield '<label>Flag at a probability of at least <output id="at-value"></output>'
    yield '<input id="at" type="range" min="0" max="1" step="1"></label>'
    yield '<label>How common it is among your patients <output id="prior-value"></output>'
    yield f'<input id="prior" type="range" min="-3" max="-0.301" step="0.001" value="{log10(prior):.3f}"></label>'
    yield '<table><thead><tr><th>These images</th><th class="number">flagged</th><th class="number">not flagged</th>'
    yield "</tr></thead><tbody>"
    for words, left, right in (("have it", "tp", "fn"), ("do not", "fp", "tn")):
        yield f'<tr><td>{words}</td><td class="number" id="{left}"></td><td class="number" id="{right}"></td></tr>'
    yield "</tbody></table>"
    yield '</div><div><div class="rates">'
    for key, words, below in (
        ("se", "Sensitivity", '<span class="span" id="se-span"></span>'),
        ("sp", "Specificity", '<span class="span" id="sp-span"></span>'),
        ("ppv", "PPV", '<span class="span">of the flagged have it</span>'),
        ("npv", "NPV", '<span class="span">of the others do not</span>'),
    ):
        yield f'<div><span class="name">{words}</span><b id="{key}"></b>{below}</div>'
    yield '</div><div class="thousand"><span class="second">Of 1,000 such patients</span>'
    for words, first, second in (("sick", "found", "lost"), ("well", "alarm", "rest")):
        bars = f'<i class="{first}" id="w-{first}"></i><i class="{second}" id="w-{second}"></i>'
        yield f'<p id="{words}-words"></p><div class="stack">{bars}</div>'
    yield '<p class="span"><i class="key found"></i>found &ensp;<i class="key lost"></i>missed &ensp;'
    yield '<i class="key alarm"></i>flagged without it</p></div></div></div>\n'
    start = {
        q["finding"]: q["threshold"] for q in report["operating_points"] if q["target"].startswith("sensitivity 0.95")
    }
    rows = {name: dict(report["thresholds"][name]) | {"start": start.get(name, 0.5)} for name in names}
    yield f'<script type="application/json" id="thresholds">{_json(rows)}</script>\n'


def _json(value: Any) -> str:
    """JSON that cannot end its own element."""
    return json.dumps(value, allow_nan=False).replace("<", "\\u003c")
