"""Writes docs/rules/, rules/README.md and rules/index/ from the rules; `--check` only says what would change.

Run it after adding or changing a rule: `python tools/build_rule_docs.py`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from speechlint.findings.rule import Rule
from speechlint.plugins.builtin import every_rule
from speechlint.reporters.labels import SEVERITIES
from speechlint.reporters.pages import FIXES, rule_page
from tools.build_rule_index import index_files

ROOT = Path(__file__).resolve().parents[1]
FAMILIES = {
    "consistency": "一致：同一份稿子里前后对不上",
    "number": "数字：数字、日期、约数的写法",
    "numbering": "序号：层次、条目和预告的条数",
    "placeholder": "占位符：没有填上的地名、人名、年份、数字",
    "punctuation": "标点：全角半角、成对、用法",
    "redaction": "删字：被过滤掉的词语",
    "script": "字形：简繁混用、转换错误、异常字符",
    "spacing": "空格：空格、缩进、断行",
    "truncation": "残缺：被截断、被拼在一起的文字",
    "typo": "错别字：写错、用错、打重的字词",
    "watermark": "水印：来源网站留下的痕迹",
    "wording": "用词：固定提法、史实、名称和搭配",
}


def pages() -> dict[Path, str]:
    """Every generated file with the text it should hold."""
    rules = tuple(every_rule())
    found = {Path("docs/rules") / f"{rule.id}.md": rule_page(rule) for rule in rules}
    found[Path("docs/rules/README.md")] = index(rules, "")
    found[Path("rules/README.md")] = index(rules, "../docs/rules/")
    return found | index_files()


def index(rules: tuple[Rule, ...], to: str) -> str:
    lines = [
        "# 规则目录",
        "",
        f"共 {len(rules)} 条。由 `tools/build_rule_docs.py` 生成，请勿手改。",
        "",
        "在终端里用 `speechlint explain 规则` 可看同样的内容。",
    ]
    for family in sorted({rule.family for rule in rules}):
        own = [rule for rule in rules if rule.family == family]
        lines += [
            "",
            f"## {family} {FAMILIES.get(family, '')}".rstrip(),
            "",
            "| 规则 | 查什么 | 严重程度 | 修复 |",
            "| --- | --- | --- | --- |",
        ]
        lines += [
            f"| [{rule.id}]({to}{rule.id}.md) | {rule.title.zh} "
            f"| {SEVERITIES[rule.severity].zh} | {FIXES[rule.fixes].zh} |"
            for rule in own
        ]
    return "\n".join(lines) + "\n"


def stale(root: Path = ROOT) -> list[str]:
    """What is not as it should be: files to write, and pages of rules that are no more."""
    wanted = pages()
    found = [
        str(path)
        for path, text in wanted.items()
        if not (root / path).is_file() or (root / path).read_text("utf-8") != text
    ]
    old = {path.relative_to(root) for path in (root / "docs/rules").rglob("*.md")} - wanted.keys()
    return sorted(found + [str(path) for path in old])


def main() -> int:
    if "--check" in sys.argv[1:]:
        left = stale()
        print("\n".join(left))
        return 1 if left else 0
    wanted = pages()
    for path in (ROOT / "docs/rules").rglob("*.md"):
        if path.relative_to(ROOT) not in wanted:
            path.unlink()
    for path, text in wanted.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
