"""The report as its reader uses it, in a real browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from speechlint import Config, Linter, fix_text
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Edit, Fix
from speechlint.findings.report import FileReport, Suppressed
from speechlint.formats.source import Source
from speechlint.reporters.labels import FAMILIES
from speechlint.reporters.registry import Run
from speechlint.text.span import Span
from tests.reporters.browser.conftest import Opener
from tests.reporters.formats import DISPLAY, NASTY, SAFE, UNSAFE, fix, nasty_run, report_of, run_of, written

SPEECH = """\
在全县冬修水利动员会上的讲话

同志们:
    去年修渠12公里,受益群众近3000多户。请XX副县长通报情况。
一、把渠修好
X县十年九旱,水库蓄水不足四成。
三、把水管好
"""


def checked(text: str, path: str = "a.txt", **keys: str) -> FileReport:
    linter = Linter(Config(select=("punctuation", "number", "placeholder", "numbering")))
    return linter.check(Source(text, path, **keys))


def run_over(*reports: FileReport) -> Run:
    return run_of(*reports, rules=Linter(Config()).catalogue.by_id)


def rows(page: Page) -> list[str]:
    """What the list of findings says, row by row."""
    return page.locator("#list .row .said").all_inner_texts()


def marked(page: Page) -> list[str]:
    return page.locator("#draft mark").all_inner_texts()


def saved(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.click("#save")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


# --- what is shown -----------------------------------------------------------------------------------------------------


def test_the_draft_stands_there_with_its_marks(opened: Opener) -> None:
    report = checked(SPEECH)
    page = opened(run_over(report))
    shown = page.locator("#draft .line").all_inner_texts()
    assert "\n".join(line.removesuffix("\n") for line in shown) == SPEECH
    assert marked(page) == [found.span.of(SPEECH) for found in report.kept]
    assert [row.lstrip("●▲○") for row in rows(page)] == [found.message for found in report.kept]
    assert page.title() == "文稿检查报告"
    count = len(report.kept)
    assert page.inner_text("#sum").startswith(f"1 个文件，共 {count} 处：错误 ")


def test_in_english(opened: Opener) -> None:
    page = opened(run_over(checked(SPEECH))._replace(language="en"))
    assert page.inner_text("h1") == "Report on drafts"
    assert re.fullmatch(r"1 file, \d+ findings: \d+ errors?, \d+ warnings?", page.inner_text("#sum"))
    assert page.get_attribute("html", "lang") == "en"


def test_nothing_was_found(opened: Opener) -> None:
    page = opened(run_of(report_of(text="好。\n"), report_of(text="", path="b.txt")))
    assert page.inner_text("#sum") == "2 个文件，没有发现问题"
    assert page.inner_text("#list") == "这一份没有发现问题。"
    for key in "jkarJKi":
        page.keyboard.press(key)
    assert saved(page) == ("a（改后）.txt", "好。\n".encode())


def test_no_file_at_all(opened: Opener) -> None:
    page = opened(run_of())
    page.keyboard.press("j")
    assert page.inner_text("#sum") == "0 个文件，没有发现问题"


def test_overlapping_findings_share_the_stretch(opened: Opener) -> None:
    text = "甲乙丙丁戊己\n庚辛\n"
    spans = {"typo/a": (0, 4), "wording/b": (2, 5), "script/c": (3, 3), "number/d": (5, 8)}
    found = [Diagnostic(rule, Span(*span), rule, Severity.ERROR) for rule, span in spans.items()]
    page = opened(run_of(report_of(*found, text=text)))
    pieces = [
        (mark.inner_text(), mark.get_attribute("data-i"), mark.get_attribute("class").split()[0])
        for mark in page.locator("#draft mark").all()
    ]
    assert pieces == [
        ("甲乙", "0", "f-typo"),
        ("丙", "1 0", "f-wording"),  # the shorter one colours it
        ("", "2", "f-script"),
        ("丁", "1 0", "f-wording"),
        ("戊", "1", "f-wording"),
        ("己", "3", "f-number"),
        ("庚", "3", "f-number"),
    ]
    for _ in spans:
        page.keyboard.press("j")
    both = page.locator("#draft mark").nth(1)
    assert both.get_attribute("title") == "wording/b\ntypo/a"
    assert both.evaluate("mark => getComputedStyle(mark).boxShadow").count("inset") == 3  # two lines, a gap
    chosen = []
    for _ in range(3):
        both.click()
        chosen.append(page.inner_text("#card .said"))
    assert chosen == ["wording/b", "typo/a", "wording/b"]


def test_nasty_words_are_text(opened: Opener) -> None:
    page = opened(nasty_run(show_suppressed=True))
    seen = ""
    for _ in NASTY:
        seen += (
            page.inner_text("#name") + page.inner_text("#draft") + page.inner_text("#card") + page.inner_text("#list")
        )
        page.keyboard.press("i")
        seen += page.inner_text("#page")
        page.keyboard.press("Escape")
        page.keyboard.press("J")
    assert page.locator("img, iframe, object, embed, link, base, a").count() == 0
    assert page.locator("script").count() == 2
    assert seen.count("<script>alert(1)</script>") >= 5 and seen.count("onerror=alert(1)") >= 5
    assert seen.count("{{ 7 * 7 }}") >= 5
    assert "\u202e" not in seen and "U+202E" in seen
    assert "\x1b" not in seen and "U+001B" in seen


def test_the_policy_forbids_what_the_page_does_not_need(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(written("html", nasty_run()), encoding="utf-8")
    page = browser.new_page()
    asked: list[str] = []
    refused: list[tuple[str, str | None]] = []
    page.on("requestfinished", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: refused.append((request.url, request.failure)))
    page.goto(file.as_uri())
    done = page.evaluate(
        """async () => {
            window.done = [];
            const script = document.createElement("script");
            script.textContent = "done.push('script')";
            document.body.append(script);
            const box = document.createElement("div");
            box.innerHTML = "<img src='https://example.org/x.png' onerror=\\"done.push('handler')\\">";
            document.body.append(box);
            try { await fetch("https://example.org/"); done.push("fetch"); } catch {}
            try { setTimeout("done.push('timer')", 0); } catch {}
            await new Promise((go) => setTimeout(go, 200));
            return done;
        }"""
    )
    page.context.close()
    assert done == []
    assert asked == [file.as_uri()]
    assert set(refused) <= {("https://example.org/x.png", "csp"), ("https://example.org/", "csp")}


# --- filters -------------------------------------------------------------------------------------------------------------


def three_drafts() -> Run:
    return run_over(
        checked(SPEECH, "讲话/一.txt"),
        checked("会议在X市召开,X市干部到会。\n", "讲话/二.txt"),
        checked("好。\n", "讲话/三.txt"),
    )


def expected(run: Run, **wanted: str) -> list[str]:
    """The messages of the first draft that has some, and that pass."""
    for report in run.reports:
        found = [
            found.message
            for found in report.kept
            if found.family == wanted.get("family", found.family)
            and found.severity.word == wanted.get("severity", found.severity.word)
            and found.rule == wanted.get("rule", found.rule)
        ]
        if found:
            return found
    return []


def said(page: Page) -> list[str]:
    return [row.lstrip("●▲○") for row in rows(page)]


def test_filter_by_family(opened: Opener) -> None:
    run = three_drafts()
    page = opened(run)
    page.click("#families [data-filter=number]")
    assert said(page) == expected(run, family="number")
    assert len(marked(page)) == len(said(page))
    assert page.locator("#files .row .name").all_inner_texts() == ["一.txt"]
    page.click("#families [data-filter=placeholder]")
    assert page.locator("#files .row .name").all_inner_texts() == ["一.txt", "二.txt"]
    page.click("#clear")
    assert said(page) == expected(run)
    assert page.locator("#files .row .name").all_inner_texts() == ["一.txt", "二.txt", "三.txt"]


def test_a_filter_keeps_the_focus(opened: Opener) -> None:
    page = opened(three_drafts())
    page.focus("#families [data-filter=number]")
    for pressed in ("true", "false"):
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.dataset.filter") == "number"
        assert page.get_attribute("#families [data-filter=number]", "aria-pressed") == pressed


def test_counts_are_those_that_a_click_would_leave(opened: Opener) -> None:
    run = three_drafts()
    page = opened(run)
    everything = [found for report in run.reports for found in report.kept]
    counts = page.locator("#families button").evaluate_all(
        "all => Object.fromEntries(all.map(each => [each.dataset.filter, Number(each.querySelector('.count').textContent)]))"
    )
    assert counts == {name: sum(found.family == name for found in everything) for name in counts}
    assert sum(counts.values()) == len(everything)
    page.click("#severities .warning")
    left = page.locator("#families button").evaluate_all(
        "all => all.map(each => Number(each.querySelector('.count').textContent))"
    )
    assert sum(left) == sum(found.severity is Severity.WARNING for found in everything)
    widths = page.locator("#families .bar i").evaluate_all("all => all.map(each => parseFloat(each.style.width))")
    assert max(widths) == 100


def test_filter_by_severity_rule_and_state(opened: Opener) -> None:
    run = three_drafts()
    page = opened(run)
    page.click("#severities .warning")
    assert said(page) == expected(run, severity="warning")
    page.click("#severities .warning")
    page.select_option("#rules", "placeholder/latin-mask")
    assert said(page) == expected(run, rule="placeholder/latin-mask")
    page.keyboard.press("J")
    assert page.inner_text("#name") == "讲话/二.txt"
    page.select_option("#rules", "")
    page.select_option("#states", "accepted")
    assert page.inner_text("#list") == "没有符合筛选的问题。"
    page.select_option("#states", "mendable")
    assert said(page) == [found.message for found in run.reports[1].kept if found.fix or found.suggestions]


def test_find(opened: Opener) -> None:
    page = opened(three_drafts())
    page.keyboard.press("/")
    page.keyboard.type("X市")
    expect(page.locator("#files .row")).to_have_count(1)
    assert page.inner_text("#name") == "讲话/二.txt"
    assert said(page) and all("X市" in each for each in said(page))
    page.keyboard.press("Escape")
    expect(page.locator("#files .row")).to_have_count(3)
    page.fill("#search", "LATIN-MASK")
    expect(page.locator("#files .row")).to_have_count(2)


# --- decisions -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", [SPEECH, SPEECH.replace("\n", "\r\n"), SPEECH.replace("受益", "受𠮷益")])
def test_what_is_saved_is_what_fix_gives(opened: Opener, text: str) -> None:
    wanted = fix_text(text, select=("punctuation", "number", "placeholder", "numbering"))
    assert wanted.applied
    page = opened(run_over(checked(text)))
    page.click("#safe")
    assert saved(page) == ("a（改后）.txt", wanted.text.encode())
    assert page.locator("#safe").is_disabled()


def test_what_is_saved_is_what_unsafe_fixes_give(opened: Opener) -> None:
    wanted = fix_text(SPEECH, unsafe=True, select=("punctuation", "number", "placeholder", "numbering"))
    page = opened(run_over(checked(SPEECH)))
    for _ in checked(SPEECH).kept:
        if page.locator("#card .choice").count():
            page.click("#card .choice:first-of-type .yes >> nth=0")
        page.keyboard.press("j")
    assert saved(page)[1].decode() == wanted.text


def test_a_byte_order_mark_stays_and_another_encoding_is_told(opened: Opener) -> None:
    page = opened(run_over(checked("好,\n", mark=True)))
    assert saved(page)[1] == b"\xef\xbb\xbf" + "好,\n".encode()
    page = opened(run_over(checked("好,\n", path="b.md", encoding="gb18030")))
    assert page.inner_text("#note") == "原稿的编码是 gb18030，这里保存为 UTF-8。"
    assert saved(page)[0] == "b（改后）.md"


def decisive() -> Run:
    text = "甲乙丙丁\n"
    return run_of(
        report_of(
            Diagnostic("toy/a", Span(0, 2), "其一", Severity.ERROR, fix(0, 2, "天地")),
            Diagnostic("toy/b", Span(1, 3), "其二", Severity.ERROR, fix(1, 3, "玄黄", UNSAFE)),
            Diagnostic("toy/c", Span(3, 4), "其三", Severity.HINT, None, (fix(3, 4, "宇", DISPLAY), fix(3, 4, "宙", DISPLAY))),
            Diagnostic("toy/d", Span(3, 4), "其四", Severity.ERROR),
            Diagnostic("toy/e", Span(4, 4), "其五", Severity.ERROR, Fix("补", (Edit(Span(0, 0), "序"), Edit(Span(4, 4), "。")), SAFE)),
            text=text,
        )
    )  # fmt: skip


def test_accepting_and_refusing_by_click(opened: Opener) -> None:
    page = opened(decisive())
    page.click("#card .yes")
    assert page.locator("#draft del").all_inner_texts() == ["甲", "乙"]
    assert page.inner_text("#draft ins") == "天地"
    assert page.inner_text("#progress") == "已采纳 1，不改 0，待定 4"
    page.click("#card .yes")
    assert page.locator("#draft del, #draft ins").count() == 0
    page.click("#card .no")
    assert page.locator("#draft mark.refused").count() == 1
    assert page.inner_text("#progress") == "已采纳 0，不改 1，待定 4"
    page.click("#card .yes")
    page.click("#list .row >> nth=2")
    assert page.locator("#card .choice .what").all_inner_texts() == ["改\n只作建议", "改\n只作建议"]
    page.click("#card .yes >> nth=1")
    assert saved(page)[1].decode() == "天地丙宙\n"
    page.click("#list .row >> nth=3")
    assert page.locator("#card .yes").count() == 0
    assert page.inner_text("#card .no") == "看过，不改"


def test_a_fix_in_the_way_of_another_is_not_taken(opened: Opener) -> None:
    page = opened(decisive())
    page.keyboard.press("a")
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert page.inner_text("#toast") == "与已采纳的另一处修改重叠：先撤回那一处"
    assert saved(page)[1].decode() == "天地丙丁\n"
    page.keyboard.press("k")
    page.keyboard.press("a")
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert saved(page)[1].decode() == "甲玄黄丁\n"
    # An insertion at the edge of an accepted stretch would depend on which comes first.
    page.keyboard.press("a")
    page.keyboard.press("k")
    page.keyboard.press("a")
    for _ in "cde":
        page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert page.locator("#toast").is_visible()
    assert saved(page)[1].decode() == "天地丙丁\n"


def test_copy(opened: Opener) -> None:
    page = opened(decisive(), permissions=["clipboard-read", "clipboard-write"])
    page.click("#safe")
    page.click("#copy")
    page.wait_for_selector("#toast:has-text('已复制')")
    assert page.evaluate("navigator.clipboard.readText()") == "天地丙丁\n"


def test_decisions_are_still_there_when_the_report_is_opened_again(opened: Opener) -> None:
    page = opened(decisive())
    page.keyboard.press("a")
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.inner_text("#draft ins") == "天地"
    assert page.inner_text("#progress") == "已采纳 1，不改 0，待定 4"


def test_suppressed_findings_say_why_and_are_mended_by_nobody(opened: Opener) -> None:
    silent = Suppressed(Diagnostic("toy/a", Span(0, 1), "允许的", Severity.ERROR, fix(0, 1, "天")), "words")
    page = opened(run_of(report_of(text="甲乙\n", suppressed=(silent,)), show_suppressed=True))
    assert "配置中允许的词" in page.inner_text("#card .kind")
    assert page.locator("#safe").is_disabled()


# --- keys ----------------------------------------------------------------------------------------------------------------


def test_keys(opened: Opener) -> None:
    run = three_drafts()
    page = opened(run)
    first, second = run.reports[0].kept, run.reports[1].kept
    assert page.inner_text("#card .said") == first[0].message
    walked = []
    for _ in range(len(first) + len(second)):
        walked.append(page.inner_text("#card .said"))
        assert page.locator("#draft mark.sel").count() >= 1
        page.keyboard.press("j")
    assert walked == [
        found.message for found in (*first, *second)
    ]  # on to the next draft, and no further than the last
    for _ in second:
        page.keyboard.press("k")
    assert page.inner_text("#card .said") == first[-1].message
    assert page.inner_text("#name") == "讲话/一.txt"
    page.keyboard.press("r")
    assert page.inner_text("#list .row[aria-selected=true] .mark") == "✕"
    page.keyboard.press("r")
    assert page.inner_text("#list .row[aria-selected=true] .mark") == ""
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("j")  # not while the table is open
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()
    assert page.inner_text("#card .said") == first[-1].message
    page.focus("#list")
    page.keyboard.press("Home")
    assert page.inner_text("#card .said") == first[0].message


def test_letters_in_the_search_box_are_letters(opened: Opener) -> None:
    page = opened(decisive())
    page.keyboard.press("/")
    page.keyboard.type("arj?")
    assert page.input_value("#search") == "arj?"
    assert page.inner_text("#progress") == ""


def test_the_rules_page(opened: Opener) -> None:
    run = run_over(checked(SPEECH))
    page = opened(run)
    page.select_option("#rules", "placeholder/latin-mask")
    page.click("#open-page")
    rule = run.rules["placeholder/latin-mask"]
    said = page.inner_text("#page")
    assert rule.title.zh in said and rule.why.zh in said and rule.id in said
    assert page.locator("#page pre mark").count() >= 1
    page.click("#page button")
    assert page.locator("#page").is_hidden()


# --- looks ---------------------------------------------------------------------------------------------------------------

LUMINANCE = """
(pairs) => {
    const box = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const channels = (name) => {
        box.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
        box.fillRect(0, 0, 1, 1);
        return [...box.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255);
    };
    const light = (name) => {
        const [red, green, blue] = channels(name).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    return pairs.map(([a, b]) => {
        const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
        return [a, b, (high + 0.05) / (low + 0.05)];
    });
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrasts(opened: Opener, scheme: str) -> None:
    page = opened(decisive(), color_scheme=scheme)
    grounds = ["--ground", "--panel", "--paper", "--press"]
    pairs = [(ink, ground) for ink in ("--ink", "--soft") for ground in grounds]
    pairs += [(ink, "--paper") for ink in ("--brand", "--good", "--bad", "--error", "--warning", "--hint")]
    pairs += [("--on-brand", "--brand"), *((f"--{level}", "--panel") for level in ("error", "warning", "hint"))]
    for family in FAMILIES:
        pairs += [(f"--c-{family}", "--paper"), (f"--c-{family}", f"--t-{family}"), ("--ink", f"--t-{family}")]
    faint = [row for row in page.evaluate(LUMINANCE, pairs) if row[2] < 4.5]
    assert faint == []


def test_dark_is_dark(opened: Opener) -> None:
    def ground(scheme: str) -> str:
        return str(opened(decisive(), color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor"))

    assert ground("light") == "rgb(243, 242, 238)"
    assert ground("dark") == "rgb(21, 23, 26)"


def test_on_paper(opened: Opener, tmp_path: Path) -> None:
    report = checked(SPEECH)
    page = opened(run_over(report))
    page.keyboard.press("j")
    page.locator("#draft").focus()
    page.emulate_media(media="print")
    assert page.locator("#draft").evaluate("draft => getComputedStyle(draft).outlineStyle") == "none"
    for hidden in (".side", ".found", ".tools", ".actions"):
        assert page.locator(hidden).is_hidden()
    expect(page.locator("#sheet li")).to_have_count(len(report.kept))
    numbers = page.locator("#draft mark").evaluate_all("all => all.map((mark) => mark.dataset.no)")
    assert numbers == [str(i + 1) for i in range(len(report.kept))]
    assert page.locator("#draft").evaluate("draft => draft.scrollHeight - draft.clientHeight") <= 1
    page.emulate_media(media="screen")
    assert page.locator("#sheet").is_hidden()
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF-")


@pytest.mark.parametrize("width", [380, 700, 1000, 1440])
def test_nothing_stands_beyond_the_edge(opened: Opener, width: int) -> None:
    page = opened(three_drafts(), viewport={"width": width, "height": 760})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("j")
    assert page.locator("#draft mark.sel").first.is_visible()
    assert page.locator("#card .said").is_visible()


# --- large reports -------------------------------------------------------------------------------------------------------


def large(drafts: int, findings: int) -> Run:
    """So many drafts with so many findings each."""
    line = "各队按时出发，沿途做好登记，当日的数据当日上报。\n"
    reports = []
    for number in range(drafts):
        found = [
            Diagnostic(
                ("typo/a", "wording/b", "script/c")[i % 3],
                Span(i * len(line) + 2, i * len(line) + 4),
                f"第{i}处“按时”应为“准时”",
                Severity(1 + i % 3),
                fix(i * len(line) + 2, i * len(line) + 4, "准时"),
            )
            for i in range(findings)
        ]
        reports.append(report_of(*found, text=line * findings, path=f"稿件/{number:03}.txt"))
    return run_of(*reports)


def test_only_what_is_in_sight_is_drawn(opened: Opener) -> None:
    page = opened(large(200, 100))
    assert page.inner_text("#sum") == "200 个文件，共 20000 处：错误 6600、警告 6600、提示 6800"
    assert page.evaluate("document.querySelectorAll('*').length") < 1500
    page.click("#families [data-filter=script]")
    assert page.inner_text("#families [data-filter=script] .count") == "6600"
    page.locator("#list").evaluate("list => { list.scrollTop = list.scrollHeight }")
    page.wait_for_selector("#list .row[aria-posinset='33']")
    page.locator("#files").evaluate("list => { list.scrollTop = list.scrollHeight }")
    page.click("#files .row:has-text('199.txt')")
    assert page.inner_text("#name") == "稿件/199.txt"
    assert page.evaluate("document.querySelectorAll('*').length") < 1500


def test_one_draft_with_very_many_findings(opened: Opener) -> None:
    run = large(1, 5000)
    page = opened(run)
    assert page.locator("#list .row").count() < 40
    page.keyboard.press("End")
    page.click("#safe")
    wanted = run.reports[0].source.text.replace("按时", "准时")
    # A hint is mended only where its rule was named.
    kept = [line if i % 3 else line.replace("准时", "按时") for i, line in enumerate(wanted.split("\n"))]
    assert saved(page)[1].decode() == "\n".join(kept)


def test_a_long_draft_has_its_marks_wherever_one_looks(opened: Opener) -> None:
    run = large(1, 1000)
    page = opened(run)
    shown = page.locator("#draft").evaluate("draft => draft.textContent")
    assert shown.replace("\n", "") == run.reports[0].source.text.replace("\n", "")
    assert page.locator("#draft mark").count() < 500
    page.focus("#list")
    page.keyboard.press("End")
    assert page.inner_text("#card .said").startswith("第999处")
    expect(page.locator("#draft mark.sel")).to_be_in_viewport()
    page.locator("#draft").evaluate("draft => { draft.scrollTop = draft.scrollHeight / 2 }")
    expect(page.locator("#draft mark >> nth=300")).to_be_attached()
    page.emulate_media(media="print")
    expect(page.locator("#draft mark")).to_have_count(1000)
    expect(page.locator("#sheet li")).to_have_count(1000)
