"""The fewest that reach a threshold: counted by hand, and against trying every choice."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from samspil.analysis.reach import fewest, first_to_reach


def test_counted_by_hand():
    gains = {"a": 30.0, "b": 20.0, "c": 20.0, "d": 5.0}
    assert fewest(10, gains, 10) == (0, ())
    assert fewest(10, gains, 40) == (1, ("a",))
    assert fewest(10, gains, 46) == (2, ("a", "b", "c"))
    assert fewest(10, gains, 85) == (4, ("a", "b", "c", "d"))
    assert fewest(10, gains, 86) == (None, ())


def test_fractions_reach_what_they_equal():
    thirds = dict.fromkeys("abc", 1 / 3)
    assert fewest(0, thirds, 1) == (3, ("a", "b", "c"))


def test_what_adds_nothing_is_among_no_few():
    assert fewest(0, {"nothing": 0.0, "all": 5.0}, 5) == (1, ("all",))


@given(st.lists(st.integers(0, 9), max_size=6), st.integers(0, 30))
def test_no_choice_of_fewer_does_and_each_that_is_named_is_part_of_one(values, threshold):
    gains = {f"c{n}": float(value) for n, value in enumerate(values)}
    needed, named = fewest(0, gains, threshold)
    by_size = {
        size: [set(c) for c in combinations(gains, size) if sum(gains[i] for i in c) >= threshold]
        for size in range(len(gains) + 1)
    }
    smallest = next((size for size, choices in by_size.items() if choices), None)
    assert needed == smallest
    if needed:
        useful = {i for choice in by_size[needed] for i in choice if gains[i] > 0}
        assert set(named) == useful


def test_the_first_that_will_do_are_chosen_by_hand():
    gains = {"a": 5.0, "b": 20.0, "c": 30.0, "d": 20.0}
    assert first_to_reach(10, gains, 10) == ()
    assert first_to_reach(10, gains, 90) == ()
    assert first_to_reach(10, gains, 15) == ("a",)
    assert first_to_reach(10, gains, 45) == ("a", "c")  # with b and a it is 35
    assert first_to_reach(10, gains, 60) == ("b", "c")
    assert first_to_reach(10, gains, 80) == ("b", "c", "d")


@given(st.lists(st.integers(0, 9), max_size=6), st.integers(0, 30))
def test_of_the_choices_of_so_few_the_first_in_order_is_taken(values, threshold):
    gains = {f"c{n}": float(value) for n, value in enumerate(values)}
    needed, _ = fewest(0, gains, threshold)
    chosen = first_to_reach(0, gains, threshold)
    if not needed:
        assert chosen == ()
        return
    # combinations() goes through them in the order of what it is given.
    choices = (c for c in combinations(gains, needed) if sum(gains[i] for i in c) >= threshold)
    assert chosen == next(choices)
