"""What is kept for all readers is bounded by its size."""

import pickle
import threading
import tracemalloc

import pytest
from visiting import PAGES, visit

from components import state
from samspil.memory import Memory

LARGE = 20_000_000


def test_large_answers_never_take_more_than_their_share(frozen):
    tracemalloc.start()
    with state.reading(state.Opened(frozen)):
        for number in range(10):
            assert len(state.once(lambda _: bytearray(LARGE), "large", number)) == LARGE
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < state.MEMORY.limit + LARGE
    assert state.MEMORY.size <= state.MEMORY.limit


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_whole_without_room_to_keep_anything(page, monkeypatch):
    monkeypatch.setattr(state, "MEMORY", Memory(0))
    assert not visit(page, kommune="630").exception
    assert state.MEMORY.size == 0


def test_what_was_used_last_is_kept():
    memory, made = Memory(500), []

    def ask(key):
        return memory.get(key, lambda: made.append(key) or "x" * 200)

    for key in ("a", "b", "a", "c", "a", "b"):
        ask(key)
    assert made == ["a", "b", "c", "b"]
    assert memory.size <= memory.limit


def test_an_answer_that_is_too_large_drives_nothing_out():
    memory = Memory(500)
    memory.get("small", lambda: "x")
    before = memory.size
    memory.get("large", lambda: "x" * 1000)
    assert memory.size == before


def test_a_reader_who_changes_an_answer_changes_it_for_nobody_else():
    memory = Memory(500)
    for _ in range(3):
        answer = memory.get("list", lambda: [1])
        assert answer == [1]
        answer.append(2)


def test_a_failure_is_not_kept():
    memory = Memory(500)
    with pytest.raises(ZeroDivisionError):
        memory.get("key", lambda: 1 / 0)
    assert memory.get("key", lambda: 1) == 1


def test_what_many_ask_for_at_once_is_made_once():
    memory, made, started = Memory(500), [], threading.Barrier(8)

    def make():
        made.append(1)
        return "answer"

    def reader():
        started.wait()
        assert memory.get("key", make) == "answer"

    readers = [threading.Thread(target=reader) for _ in range(8)]
    for thread in readers:
        thread.start()
    for thread in readers:
        thread.join()
    assert len(made) == 1


def test_functions_that_are_named_alike_never_answer_for_one_another(frozen):
    def question(answer):
        return lambda house: answer

    with state.reading(state.Opened(frozen)):
        for answer in ("one", "another"):
            with pytest.raises((pickle.PicklingError, AttributeError)):
                assert state.ask(question(answer)) == "no answer that could be kept"
