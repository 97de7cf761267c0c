"""A first visit over a real network: bytes, and time to the map against Streamlit alone."""

from dataclasses import dataclass
from statistics import median

from browser.served import PROJECT, chromium, served, wait_until_compressed
from playwright.sync_api import Browser

from bench.limits import verdict
from bench.relay import Relay, relayed

ROUNDS = 3
MEGABYTES = 3.0
SHARE = 0.5
"""The time to the map, as a share of what `streamlit run dashboard.py` takes, is at most this."""

MINUTES = 5 * 60_000
MAP = ".choroplethlayer path"


@dataclass(frozen=True)
class Profile:
    """A reader's line and machine: bits a second, seconds of latency, how much slower a CPU."""

    name: str
    down: float
    latency: float
    slower: int


PROFILES = [
    Profile("desktop, 10 Mbit/s", 10e6, 0, 1),
    Profile("slow phone, 1.6 Mbit/s", 1.6e6, 0.15, 4),
]


def measure() -> None:
    """Print bytes and times of both servers in both profiles."""
    with chromium() as browser:
        with served(PROJECT / "dashboard.py") as address:
            plain = _visits(browser, address)
        with served(PROJECT / "server.py") as address:
            wait_until_compressed(address)
            ours = _visits(browser, address)
    for profile in PROFILES:
        (size, time), (plain_size, plain_time) = ours[profile], plain[profile]
        print(
            f"  {profile.name}: {size:.2f} MB against {plain_size:.2f} "
            f"({verdict(size, MEGABYTES, 'MB')}); map after {time:.1f} s / {plain_time:.1f} s "
            f"= {time / plain_time:.2f} ({verdict(time / plain_time, SHARE)})"
        )


def _visits(browser: Browser, address: str) -> dict[Profile, tuple[float, float]]:
    """Megabytes of a whole first visit and seconds to its map, the medians in each profile."""
    found = {}
    for profile in PROFILES:
        with relayed(address, profile.down, profile.latency) as relay:
            _visit(browser, relay, profile)  # the server's own first answer is slower
            visits = [_visit(browser, relay, profile) for _ in range(ROUNDS)]
        found[profile] = tuple(map(median, zip(*visits, strict=True)))
    return found


def _visit(browser: Browser, relay: Relay, profile: Profile) -> tuple[float, float]:
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.set_default_timeout(MINUTES)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": profile.slower})
    before = relay.received
    page.goto(relay.address, wait_until="commit")
    page.locator(MAP).first.wait_for(state="attached")
    seconds = page.evaluate("performance.now()") / 1000
    page.get_by_text("ukendt er ikke nul").last.wait_for()
    page.wait_for_load_state("networkidle")
    page.context.close()
    return (relay.received - before) / 1e6, seconds
