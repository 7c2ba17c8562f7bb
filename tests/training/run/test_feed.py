"""Batches and their shares."""

import multiprocessing
import os
import signal

import pytest

from tests.training.small_runs import InventedImages, recipe_of
from training.run.feed import Feed, batch_edges, worker_count


def test_batches_cover_every_image_once_and_none_holds_a_single_one():
    assert batch_edges(10, 4) == [(0, 4), (4, 8), (8, 10)]
    assert batch_edges(9, 4) == [(0, 4), (4, 9)]
    assert batch_edges(8, 4) == [(0, 4), (4, 8)]
    assert batch_edges(1, 4) == [(0, 1)]
    assert batch_edges(3, 1) == [(0, 1), (1, 2), (2, 3)]


@pytest.mark.parametrize("world", [1, 2, 3])
def test_the_processes_share_every_batch(world):
    recipe = recipe_of(batch_size=4)
    feeds = [Feed(recipe, InventedImages(recipe, 9), InventedImages(recipe, 5), 0, r, world) for r in range(world)]
    for number, batches in enumerate(zip(*(feed.training(0) for feed in feeds), strict=True)):
        assert sum(batch.real for batch in batches) == (4, 5)[number]
        assert all(len(batch.images) for batch in batches)
    places = [p for feed in feeds for _, part in feed.validation() for p in part]
    assert sorted(places) == list(range(5))


def test_a_process_without_an_image_gets_one_that_does_not_count():
    recipe = recipe_of(batch_size=2)
    feed = Feed(recipe, InventedImages(recipe, 2), InventedImages(recipe, 0), 0, 2, 3)
    (batch,) = feed.training(0)
    assert (len(batch.images), batch.real) == (1, 0)


@pytest.mark.skipif(os.name == "nt", reason="needs signals")
def test_workers_outlive_a_signal_to_the_whole_group_and_end_with_the_feed():
    recipe = recipe_of()
    feed = Feed(recipe, InventedImages(recipe, 64), InventedImages(recipe, 0), 1)
    batches = feed.training(0)
    next(batches)
    (worker,) = multiprocessing.active_children()
    os.kill(worker.pid, signal.SIGTERM)
    assert len(list(batches)) == 7
    feed.close()
    assert not worker.is_alive()


def test_minus_one_chooses_the_number_of_workers():
    assert worker_count(-1) in {1, 2}
    assert worker_count(0) == 0
