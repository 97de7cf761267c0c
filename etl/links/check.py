"""python -m etl check-links: ask the addresses of the evidence, the longest unasked first."""

import logging
from collections import Counter, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from etl.links.ask import Asker
from etl.links.book import STATES, Link, answered, held, keep
from etl.live.client import Client
from etl.register.apply import apply_corrections
from etl.say import Say
from etl.settings import read_settings
from etl.snapshots import read_snapshots

ATTEMPTS = 2
"""How often one address is asked: there are many, and each has its next turn."""

AT_ONCE = 20
"""So many answers are kept in one go; a killed run loses fewer."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Order:
    """What is asked.

    days: an address asked within so many days is left alone. most: addresses at most; None for
    all. private: also hosts of private networks, to try it out.
    """

    days: int = 30
    most: int | None = None
    private: bool = False


def check_links(folder: Path, order: Order, say: Say, today: date) -> None:
    """Ask, and keep every answer in links.csv; a run that was stopped goes on with the next.

    Raises:
        DataError: the data or the settings are wrong, or nothing can be written.
    """
    wanted = set(apply_corrections(read_snapshots(folder))["source_url"].dropna())
    known = held(folder)
    days = min(order.days, (today - date.min).days)
    due = in_turn(_due(wanted, known, today - timedelta(days)))[: order.most]
    settings = replace(read_settings(folder), attempts=ATTEMPTS)
    new: list[Link] = []
    with Client(settings) as client:
        asker = Asker(client, today.isoformat(), private=order.private)
        try:
            for number, address in enumerate(due, 1):
                new.append(answered(asker.state(address), known.get(address)))
                if len(new) == AT_ONCE:
                    keep(folder, new, wanted)
                    new.clear()
                    log.info("%d of %d addresses asked …", number, len(due))
        finally:
            keep(folder, new, wanted)
    say(_summary(held(folder), len(due), len(wanted)))


def _due(wanted: Iterable[str], known: Mapping[str, Link], since: date) -> list[str]:
    """The addresses that were not asked since that day, the longest unasked first."""
    asked = {each: known[each].checked_on if each in known else "" for each in wanted}
    due = [each for each, day in asked.items() if day <= since.isoformat()]
    return sorted(due, key=lambda each: (asked[each], each))


def in_turn(addresses: Iterable[str]) -> list[str]:
    """The addresses with their hosts in turn, so that no host is asked twice in a row in vain."""
    hosts: dict[str, deque[str]] = {}
    for address in addresses:
        hosts.setdefault(urlsplit(address).netloc, deque()).append(address)
    turns = deque(hosts.values())
    placed = []
    while turns:
        turn = turns.popleft()
        placed.append(turn.popleft())
        if turn:
            turns.append(turn)
    return placed


def _summary(known: Mapping[str, Link], asked: int, wanted: int) -> str:
    counts = Counter(link.state for link in known.values())
    parts = [f"{counts[state]} {state}" for state in STATES if counts[state]]
    return f"{asked} addresses asked; of {wanted}: {', '.join(parts) or 'none asked yet'}"
