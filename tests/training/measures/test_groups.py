"""Areas by age and by view."""

import numpy as np

from training.data.sample import Sample
from training.measures.groups import by_group


def test_a_group_has_an_area_where_ten_images_stand_on_each_side():
    samples = [
        Sample(id="", file="", label="covid19" if i % 2 else "normal", split="test", view="AP" if i < 20 else "")
        for i in range(38)
    ]
    p = np.array([[0.9, 0.1] if s.label == "covid19" else [0.2, 0.8] for s in samples])
    groups = by_group(samples, p, ("covid19", "normal"), lambda s: s.view)
    assert list(groups) == ["AP", "not recorded"]
    assert groups["AP"]["images"] == 20
    assert groups["AP"]["auc"]["covid19"]["auc"] == 1.0
    assert groups["not recorded"] == {"images": 18, "per_class": {"covid19": 9, "normal": 9}, "auc": {}}
