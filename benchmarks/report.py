"""How fast the report for a browser is written, opened and filtered: `python -m benchmarks.report`.

In a real browser: the time until the page can be used, and from a click to the frame that shows what it did. Two
reports with 20,000 findings: in 200 drafts, and in one. Nothing here is a test.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit, Fix
from speechlint.findings.report import FileReport
from speechlint.formats.source import Source
from speechlint.reporters.html import HTML
from speechlint.reporters.registry import Run
from speechlint.text.span import Span

ROUNDS = 7
LINE = "各队按时出发，沿途做好登记，当日的数据当日上报。\n"
RULES = ("typo/a", "wording/b", "script/c")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
# From the click until the browser has drawn what came of it, in milliseconds.
CLICK = """async (selector) => {
    const start = performance.now();
    document.querySelector(selector).click();
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 0)));
    return performance.now() - start;
}"""
CLICKS = {
    "filter by family": "#families [data-filter=script]",
    "and by severity": "#severities .error",
    "all again": "#clear",
    "accept a fix": "#card .yes",
    "open another draft": "#files .row[aria-posinset='3']",
}


def run_of(drafts: int, findings: int) -> Run:
    """So many drafts with so many findings each."""
    found = tuple(_finding(i) for i in range(findings))
    reports = (FileReport(Source(LINE * findings, f"{number:03}.txt"), found) for number in range(drafts))
    return Run(tuple(reports), {}, Path.cwd())


def _finding(i: int) -> Diagnostic:
    span = Span(i * len(LINE) + 2, i * len(LINE) + 4)
    fix = Fix("改为“准时”", (Edit(span, "准时"),), Applicability.SAFE)
    return Diagnostic(RULES[i % 3], span, f"第{i}处“按时”应为“准时”", Severity(1 + i % 3), fix)


def opened(browser: Browser, file: Path) -> tuple[Page, float]:
    """The page in a context of its own, and how many milliseconds it took until it could be used."""
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    start = time.perf_counter()
    page.goto(file.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    return page, 1000 * (time.perf_counter() - start)


def measure(browser: Browser, file: Path, drafts: int, findings: int) -> None:
    start = time.perf_counter()
    file.write_text("".join(HTML.pieces(run_of(drafts, findings))), encoding="utf-8")
    written = time.perf_counter() - start
    print(
        f"{drafts} drafts, {drafts * findings} findings: {file.stat().st_size / 1e6:.1f} MB, written in {written:.2f} s"
    )
    times: dict[str, list[float]] = {"open the report": []}
    for _ in range(ROUNDS):
        page, took = opened(browser, file)
        times["open the report"].append(took)
        for name, selector in CLICKS.items():
            if page.locator(selector).count():
                times.setdefault(name, []).append(page.evaluate(CLICK, selector))
        nodes = page.evaluate("document.querySelectorAll('*').length")
        page.context.close()
    for name, took_each in times.items():
        print(f"  {name:<20} {statistics.median(took_each):6.0f} ms, worst {max(took_each):6.0f}")
    print(f"  {'elements':<20} {nodes:6}")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
        for drafts, findings in ((200, 100), (1, 20_000)):
            measure(browser, Path(folder, "report.html"), drafts, findings)
        browser.close()


if __name__ == "__main__":
    main()
