"""How many actors there are and what each has."""

import pytest

from cxr_desktop.cluster_run.plan import ClusterOptions, Crew, Machine, crew_of, device_of
from cxr_desktop.domain.errors import CxrError


@pytest.mark.parametrize(
    ("asked", "machines", "expected"),
    [
        (ClusterOptions(), [Machine(2, 0)], Crew(1, 2, 0, 1)),
        (ClusterOptions(), [Machine(8, 0), Machine(7, 0)], Crew(3, 4, 0, 3)),
        (ClusterOptions(actors=2), [Machine(2, 0)], Crew(2, 1, 0, 2)),
        (ClusterOptions(actors=100), [Machine(32, 0), Machine(32, 0)], Crew(100, 1, 0, 64)),
        (ClusterOptions(cpus_per_actor=1), [Machine(2, 0), Machine(1, 0)], Crew(3, 1, 0, 3)),
        (ClusterOptions(cpus_per_actor=2, gpus_per_actor=0.25), [Machine(16, 1), Machine(64, 0)], Crew(4, 2, 0.25, 4)),
        (ClusterOptions(actors=10, cpus_per_actor=0.1), [Machine(1, 0)], Crew(10, 0.1, 0, 10)),
    ],
)
def test_what_is_left_open_is_filled_from_what_the_machines_have(asked, machines, expected):
    assert crew_of(asked, machines) == expected


def test_an_actor_that_fits_nowhere_is_said_before_anything_waits_for_it():
    with pytest.raises(CxrError, match="offers 1 core and 1 GPU,"):
        crew_of(ClusterOptions(cpus_per_actor=1, gpus_per_actor=1), [Machine(8, 0)])
    with pytest.raises(CxrError, match="no machine of the cluster offers 9"):
        crew_of(ClusterOptions(cpus_per_actor=9), [Machine(8, 0), Machine(8, 0)])


def test_a_share_of_a_core_is_still_one_thread():
    assert Crew(1, 0.1, 0, 1).cores == 1
    assert Crew(1, 3.5, 0, 1).cores == 3


def test_a_gpu_is_used_where_actors_have_a_share_of_one_and_nowhere_else():
    assert device_of("auto", 0.5) == "cuda"
    assert device_of("auto", 0) == "cpu"
    assert device_of("cpu", 0.5) == "cpu"
    with pytest.raises(CxrError, match="--gpus-per-actor"):
        device_of("cuda", 0)
