"""The page on a corpus: its figures are those of the results, and no text breaks out of it."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from speechlint.corpus import CorpusError, Options, lint_batch  # noqa: E402
from speechlint.corpus.summary.gather import gather  # noqa: E402
from speechlint.corpus.summary.page import page  # noqa: E402
from speechlint.corpus.summary.sums import BINS, Frequent, Sums  # noqa: E402
from speechlint.corpus.summary.words import WORDS  # noqa: E402
from speechlint.findings.bilingual import Language  # noqa: E402
from tests.corpus.speeches import corpus  # noqa: E402

NASTY = (
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% include 'x' %}",
    "\u202e\u0000\u200bx",
    "<!-- ]]>",
)
SLIPS = ("今年，XX县修了渠.", "更多范文请访问麦浪公文网 www.mailang.com/{number}", "再接再励，修好路。", "")


def rows() -> list[dict[str, Any]]:
    texts = [f"{text}\n{SLIPS[n % 4].format(number=n)}" for n, text in enumerate(corpus(40))]
    bad = [f"同志们：\n来源：{nasty}范文网 www.x.com\n下载本文{nasty}" for nasty in NASTY]
    return [
        {"id": str(n), "site": NASTY[n % 5] if n % 3 else None, "text": text}
        for n, text in enumerate([*texts, *bad * 2, None])
    ]


def results(*, clean: bool = True) -> pa.Table:
    (batch,) = pa.Table.from_pylist(rows()).to_batches()
    return pa.Table.from_batches([lint_batch(batch, Options(keep=("site",), clean=clean, drop_residue=clean))])


RESULTS = results()


def summed(table: pa.Table, size: int = 7) -> Sums:
    sums = Sums()
    for batch in table.to_batches(size):
        sums.add(batch, batch.column("site").to_pylist())
    return sums


def test_faults_of_one_kind_are_counted_together_wherever_they_stand() -> None:
    said = [
        "a.jsonl:3: not a valid JSON object",
        "乙/b\n:1.JSON.gz:41: not a valid JSON object",
        "there is no text",
        None,
    ]
    sums = Sums()
    sums.add(RESULTS.slice(0, 4).set_column(10, "error", pa.array(said, pa.string())).to_batches()[0])
    assert sums.faults.top(9) == [("not a valid JSON object", 2), ("there is no text", 1)]


def test_the_sums_are_those_of_the_rows() -> None:
    found, sums = RESULTS.to_pylist(), summed(RESULTS)
    assert (sums.documents, sums.failed, sums.checked) == (51, 1, 50)
    assert sums.characters == sum(row["characters"] or 0 for row in found)
    assert sums.found == sum(bool(row["findings"]) for row in found)
    every = [finding for row in found for finding in row["findings"]]
    assert sums.findings == Counter(finding["code"] for finding in every)
    assert sums.severities == Counter(finding["severity"] for finding in every)
    assert sums.spread == Counter(code for row in found for code in {finding["code"] for finding in row["findings"]})
    assert sums.quality == pytest.approx(sum(row["quality"] or 0 for row in found))
    assert sums.before.tolist() == [
        sum(row["quality"] is not None and min(int(row["quality"] * BINS), BINS - 1) == i for row in found)
        for i in range(BINS)
    ]
    assert sums.changes == sum(
        (
            Counter({(each["code"], each["applicability"]): each["count"]})
            for row in found
            for each in row["changes"] or ()
        ),
        Counter(),
    )
    sites = Counter(row["site"] for row in found)
    assert {name: source.documents for name, source in sums.sources.items()} == sites
    assert sum((source.families for source in sums.sources.values()), Counter()) == Counter(
        finding["family"] for finding in every
    )


def test_the_same_page_however_the_rows_are_put_into_batches() -> None:
    assert page(summed(RESULTS, 3), "site", {}, "zh", "1") == page(summed(RESULTS, 100), "site", {}, "zh", "1")


class Elements(HTMLParser):
    """The elements and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen[tag] += 1
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_breaks_out_of_the_page(language: Language) -> None:
    read = Elements()
    made = page(summed(RESULTS), NASTY[0], {}, language, "1")
    read.feed(made)
    assert {"script", "img", "iframe", "link", "object"}.isdisjoint(read.seen)
    assert read.seen["style"] == 1
    assert not any(name.startswith("on") or name in ("src", "href", "style") for name in read.attributes)
    assert "\u202e" not in made
    assert "\u0000" not in made
    assert "{{ 7 * 7 }}" in read.text
    assert NASTY[0] in read.text
    assert WORDS["by_source"].into(language) in read.text
    assert "default-src &#39;none&#39;" in made


def test_results_in_folders(tmp_path: Path) -> None:
    """As a partitioned job leaves them; other files are none of the results."""
    for number, place in enumerate(
        ("place=甲/year=1", "place=a%3Db/year=2", "place=__HIVE_DEFAULT_PARTITION__/year=2")
    ):
        (tmp_path / place).mkdir(parents=True)
        pq.write_table(RESULTS.slice(number * 10, 10), tmp_path / place / "part-0.parquet")
    (tmp_path / "_speechlint").mkdir()
    pq.write_table(RESULTS, tmp_path / "_speechlint/x.parquet")
    (tmp_path / "_summary.html").write_text("old")
    sums, column, mixed = gather(str(tmp_path), "place")
    assert mixed is None
    assert column == "place"
    assert {name: source.documents for name, source in sums.sources.items()} == {"甲": 10, "a=b": 10, None: 10}
    assert gather(str(tmp_path))[1] == "site"
    with pytest.raises(CorpusError, match="没有列 nowhere"):
        gather(str(tmp_path), "nowhere")


def test_what_is_no_result(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="没有结果"):
        gather(str(tmp_path))
    pq.write_table(pa.table({"text": ["x"]}), tmp_path / "a.parquet")
    with pytest.raises(CorpusError, match="没有列 characters"):
        gather(str(tmp_path))


def test_an_empty_corpus_has_a_page() -> None:
    made = page(Sums(), None, {}, "zh", "1")
    assert WORDS["nothing"].zh in made
    assert summed(RESULTS.slice(0, 0)).documents == 0


def test_memory_is_bounded_and_the_commonest_stay() -> None:
    frequent = Frequent(50)
    for number in range(3000):
        frequent.add(Counter({"网站": 3, f"别的{number}": 1}))
    assert len(frequent.counts) <= 101
    assert frequent.top(1) == [("网站", 9000)]
    assert frequent.error < 3000
