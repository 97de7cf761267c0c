"""What may stand in an address, and what is made of what may not."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.present.address import (
    HEAVIEST,
    PARAMETERS,
    STEP,
    Kind,
    Reading,
    link,
    on_the_scale,
    read,
    text_of,
)

CODES = ["101", "147", "151", "153", "155", "157", "159", "161"]
WEIGHTS = {"formal": 1.0, "real": 1.0, "charter": 2.0}
OFFERED = {Kind.ONE: CODES, Kind.PICK: CODES, Kind.SEVERAL: CODES, Kind.WEIGHTS: WEIGHTS}

OLD_LINKS = (
    "kommune lang lag med forskel mod egne lignende vaegt aar horisont region landsdel "
    "kommunegruppe indbyggere trin kendt sorter landstal gruppe fra kriterium kriterieorden hvem "
    "kun_criterion kun_level kun_source_kind kun_year tekst ny gammel"
)


def offered(parameter):
    return parameter.allowed or OFFERED.get(parameter.kind, ())


def test_every_name_that_ever_stood_in_a_link_is_still_known():
    assert set(OLD_LINKS.split()) <= set(PARAMETERS)


@pytest.mark.parametrize("parameter", PARAMETERS.values(), ids=PARAMETERS)
def test_what_an_address_does_not_name_is_the_default(parameter):
    assert read(parameter, None, offered(parameter)) == Reading(parameter.usual(offered(parameter)))


@pytest.mark.parametrize("parameter", PARAMETERS.values(), ids=PARAMETERS)
def test_the_default_can_be_written_out(parameter):
    usual = parameter.usual(offered(parameter))
    assert read(parameter, text_of(parameter, usual, offered(parameter)), offered(parameter)) == (
        Reading(usual)
    )


@pytest.mark.parametrize("parameter", PARAMETERS.values(), ids=PARAMETERS)
@given(text=st.text() | st.text(alphabet="0123456789,:.-=formalrnu", max_size=60))
def test_whatever_stands_in_an_address_becomes_a_value_that_can_be(parameter, text):
    there = offered(parameter)
    value = read(parameter, text, there).value
    assert read(parameter, text_of(parameter, value, there), there) == Reading(value)


def test_the_first_that_is_offered_is_the_default_where_the_usual_one_is_not():
    assert PARAMETERS["lag"].usual(["formal", "total"]) == "total"
    assert PARAMETERS["lag"].usual(["formal", "real"]) == "formal"
    assert PARAMETERS["aar"].usual(["2026", "2025"]) == "2026"


def test_what_is_too_much_is_cut_and_what_is_unknown_is_named():
    assert read(PARAMETERS["med"], "101,411,101,147,x,,151", CODES) == Reading(
        ["101", "147", "151"], ("411", "x")
    )
    assert read(PARAMETERS["med"], ",".join(CODES), CODES) == Reading(CODES[:6], cut=2)
    assert read(PARAMETERS["lang"], "xx", ("da", "en")) == Reading("da", ("xx",))
    assert read(PARAMETERS["forskel"], "maybe") == Reading(False, ("maybe",))
    assert read(PARAMETERS["tekst"], "a\0b" + "x" * 300) == Reading("a b" + "x" * 197, cut=103)


@pytest.mark.parametrize(
    ("text", "weight", "cut"),
    [("2", 2, 0), ("2.5", 2.5, 0), ("99", 3, 1), ("-1", 0, 1), ("1.3", 1.5, 1), ("1.2", 1, 1)],
)
def test_weights_are_cut_to_the_steps_of_their_sliders(text, weight, cut):
    found = read(PARAMETERS["vaegt"], f"real:{text}", WEIGHTS)
    assert found == Reading(WEIGHTS | {"real": weight}, cut=cut)


@pytest.mark.parametrize("text", ["real:inf", "real:nan", "real:", "real", "nobody:1", ":1"])
def test_weights_that_cannot_be_are_unknown(text):
    assert read(PARAMETERS["vaegt"], f"charter:0,{text}", WEIGHTS) == Reading(
        WEIGHTS | {"charter": 0.0}, (text,)
    )


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_weight_has_a_place_on_the_scale(weight):
    placed = on_the_scale(weight)
    assert 0 <= placed <= HEAVIEST
    assert placed % STEP == 0
    if 0 <= weight <= HEAVIEST:
        assert abs(placed - weight) <= STEP / 2


def test_a_link_leaves_out_what_is_usual():
    assert link("/ranglisten", lag="total", horisont="8", kommune=None, tekst="") == "/ranglisten"


def test_a_site_alone_has_the_slash_of_its_first_page():
    assert link("https://samspil.example", kommune="630") == "https://samspil.example/?kommune=630"
    assert link("https://samspil.example") == "https://samspil.example/"
    assert link("https://samspil.example/kommunen") == "https://samspil.example/kommunen"


def test_a_link_names_what_is_chosen_in_one_order():
    made = link("/sammenlign", med="630,350", lang="en", kommune="630", tekst="a&b=æ c")
    assert made.startswith("/sammenlign?kommune=630&lang=en&med=630,350&tekst=")
    assert parse_qs(urlsplit(made).query)["tekst"] == ["a&b=æ c"]


def test_a_link_to_a_parameter_that_is_not_declared_is_refused():
    with pytest.raises(KeyError):
        link("/", no_such="x")
