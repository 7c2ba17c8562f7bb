from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxr_desktop.domain.conflict import Namesakes, person_of
from tests.worklist.samples import header

KEYS = "abcdef"
STEPS = st.lists(
    st.tuples(
        st.sampled_from(KEYS),
        st.none() | st.tuples(st.sampled_from(("", "1", "2")), st.sampled_from(("", "MILLER^A", "Miller^B", "SMITH"))),
    ),
    max_size=40,
)


@given(STEPS)
def test_who_contradicts_whom_follows_from_the_studies_that_are_there(steps):
    namesakes = Namesakes()
    there: dict[str, tuple[str, str]] = {}
    flags = dict.fromkeys(KEYS, False)
    for key, said in steps:
        if said is None:
            told = namesakes.remove(key)
            there.pop(key, None)
        else:
            told = namesakes.put(key, header("/a", patient_id=said[0], patient_name=said[1]))
            if said[0]:
                there.setdefault(key, said)
        assert key not in told
        for each in (*told, key):
            flags[each] = namesakes.contradicts(each)
        for each in KEYS:
            patient, name = there.get(each, ("", ""))
            mine = person_of(header("/a", patient_name=name))
            others = [
                person_of(header("/a", patient_name=n)) for k, (p, n) in there.items() if p == patient and k != each
            ]
            expected = each in there and any(mine.is_not(other) for other in others)
            assert namesakes.contradicts(each) == expected
            assert flags[each] == expected  # who was not told need not be
