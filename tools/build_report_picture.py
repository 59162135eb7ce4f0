"""Draws docs/report.png: the report for a browser, over two invented drafts, with one fix accepted.

Run it after the page, its words or the rules changed: `python tools/build_report_picture.py`. It needs Chromium, the
fonts Noto Sans CJK and Noto Serif CJK, and the packages of `speechlint[dev]`.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
SIZE = {"width": 1280, "height": 800}
COLOURS = 128
DRAFTS = {
    "冬修水利动员讲话.txt": """\
在全县冬修水利动员大会上的讲话
（20XX年11月9日）

同志们:
　　今天开这个会，是要把冬修水利的事定下来。前面，XX副县长通报了今年的工程进度，我都同意。去年全县整修渠道近50多公里，清淤塘坝320口，受益农户1.8万户。下面，我讲三点意见。
　　一、算清水账，早作打算
　　入秋以来，X县连续两个月没有下过透雨。全县26座水库的蓄水不到四成，有9个乡镇的冬小麦已经缺墒。各乡镇要在十一月底前把塘坝、渠道、泵站逐一查清楚（包括停用多年的老渠，列出清单，排定工期。
　　三、压实责任，管好资金
　　一是要落实到人。每条渠道都要有段长。二是要管住资金。省里下达的600万元,一分钱也不能挪作他用。四是要严格验收。哪一段不合格,哪一段就返工。
来源：某某范文网 www.example.com
第 2 页 共 3 页
""",
    "冬修水利工作方案.txt": "为做好今冬明春水利建设,现制定本方案。请各村于6月31日前报送X乡人民政府。\n",
}


def report(folder: Path) -> Path:
    """The report over the drafts, as the program writes it."""
    for name, text in DRAFTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "speechlint", "check", "--isolated", "--no-cache", "--output-format", "html"]
    subprocess.run([*command, "--output-file", "report.html", "--exit-zero", "."], cwd=folder, check=True)
    return folder / "report.html"


def picture(file: Path) -> bytes:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-sync"]
        )
        page = browser.new_page(viewport=SIZE, device_scale_factor=1.5)
        page.goto(file.as_uri())
        page.click(f"#files .row:has-text('{next(iter(DRAFTS))}')")
        page.click("#list .row:has-text('近50多')")
        page.keyboard.press("a")
        page.focus("#draft")
        page.mouse.move(0, 0)
        page.locator("#draft").evaluate("draft => { draft.scrollTop = 0; draft.blur() }")
        drawn = page.screenshot(animations="disabled")
        browser.close()
    return drawn


def reduced(drawn: bytes) -> bytes:
    """The picture with few colours: a third of the size, and no difference that anybody sees."""
    out = io.BytesIO()
    few = Image.open(io.BytesIO(drawn)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        (ROOT / "docs/report.png").write_bytes(reduced(picture(report(Path(folder)))))
