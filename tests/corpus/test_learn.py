"""Watermark rules from lines that repeat: sites' lines are proposed, what speeches have in common is not."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from speechlint.config.schema import Config
from speechlint.corpus.learn.evidence import judge
from speechlint.corpus.learn.keys import hash_of, key_of, keys_of, lines_of
from speechlint.corpus.learn.looking import Texts
from speechlint.corpus.learn.pack import Learned, pack_text, quoted
from speechlint.corpus.learn.run import learn
from speechlint.corpus.learn.signs import is_formula
from speechlint.corpus.learn.sketch import Sketch
from speechlint.corpus.learn.tally import Place, Tally
from speechlint.engine.linter import Linter
from speechlint.plugins.manager import catalogue
from speechlint.rulepack.load import load_pack
from speechlint.testing import run_examples
from tests.corpus.speeches import BELOW, CLOSINGS, GREETINGS, HEADINGS, corpus

# Where a site puts its line, the line, and the entry that has to be proposed for it.
PLANTS = (
    ("end", "更多范文请访问麦浪公文网 www.mailang.com", "更多范文请访问麦浪公文网 www.mailang.com"),
    ("top", "麦浪公文驿站　写作无忧", "麦浪公文驿站 写作无忧"),
    ("end", "本文由秋水文库用户上传于{number}", "本文由秋水文库用户上传于#"),
    ("top", "来源：禾苗范文网　作者：{name}", "来源：禾苗范文网 作者：*"),
    ("glued", "（摘自晚稻文秘网）", "*（摘自晚稻文秘网）"),
    ("end", "墨海拾贝　笔耕不辍", "墨海拾贝 笔耕不辍"),
    ("torn", "第{page}頁　晚稻文庫 www.wandao.cn", "第#页 晚稻文库 www.wandao.cn"),
    ("end", "上一篇：{title}", "上一篇：*"),
    ("end", "【打印】　【关闭窗口】", "【打印】 【关闭窗口】"),
    ("end", "加微信mx{number}领取***完整版", r"加微信mx#领取\*\*\*完整版"),
)
TITLES = ("在春耕会上的讲话", "在防汛会上的讲话", "茶叶节致辞", "村史馆揭牌致辞")


def planted(lines: list[str], number: int, rnd: random.Random) -> list[str]:
    """Every other speech with one of the sites' lines."""
    where, line, _ = PLANTS[number // 2 % len(PLANTS)]
    line = line.format(
        number=rnd.randrange(10**6),
        name=rnd.choice("赵钱孙李周吴郑王") + rnd.choice("一二三四五六七八九"),
        page=rnd.randrange(1, 9),
        title=rnd.choice(TITLES),
    )
    if number % 2:
        return lines
    if where == "top":
        return [line, *lines]
    if where == "end":
        return [*lines, line]
    at, long = next((i, each) for i, each in enumerate(lines) if len(each) > 80)
    return [*lines[:at], *([long + line] if where == "glued" else [long[:40], line, long[40:]]), *lines[at + 1 :]]


DIRTY = list(corpus(500, 7, planted))
CLEAN = list(corpus(700, 8))
SOURCES = [f"s{hash_of(text) % 5}" for text in DIRTY]


def learnt(texts: Sequence[str], sources: Sequence[str] = (), size: int = 200, least: int | None = None) -> Learned:
    parts = [Texts(texts[i : i + size], sources[i : i + size]) for i in range(0, len(texts), size)]
    return learn(parts, lambda part: [part], least)


def entries(pack: str) -> list[str]:
    lines: list[str] = tomllib.loads(pack)["match"]["lines"]
    return lines


@pytest.fixture(scope="module")
def pack() -> str:
    return pack_text(learnt(DIRTY, SOURCES), "site lines", "zh")


def test_every_planted_line_is_proposed_and_nothing_else(pack: str) -> None:
    assert sorted(entries(pack)) == sorted(entry for _, _, entry in PLANTS)
    assert "5 个来源" in pack


def test_nothing_is_proposed_of_what_speeches_have_in_common() -> None:
    learned = learnt(CLEAN)
    assert learned.proposals == []
    assert tomllib.loads(pack_text(learned, "none", "zh")) == {}
    assert not learnt([text for text in CLEAN for _ in range(3)]).proposals


@pytest.mark.parametrize("line", [*HEADINGS, *GREETINGS, *"\n".join(CLOSINGS).split("\n"), *BELOW])
def test_formulas(line: str) -> None:
    assert is_formula(key_of(line.format(year=2024, month=5, day=6)))


# What many documents have in common, and what sites write: the first is never proposed, wherever it stands.
COMMON = """\
中共中央 国务院
中共云岭市委办公室 云岭市人民政府办公室
云岭市人民政府办公室关于印发实施方案的通知
各县（市、区）人民政府，市政府各部门：
各党支部、各科室：
二○二四年三月五日
2024年3月5日印发
云政办发〔2024〕12号
机密★启用前
特急
内部资料 注意保存
请注意保密
（供讨论）
（讲话提纲，以现场讲话为准）
县委书记、县人大常委会主任 张某某
（2024年3月5日）
——在全县三级干部大会上的讲话
在建党一百周年庆祝大会上的致辞
新年贺词
开幕词
工作报告目录
目 录
前 言
一、2023年工作回顾
二、2024年工作安排
（三）抓好网络安全
3.建设文化站、文库和职工书屋
谢谢！
再次感谢大家！
祝各位新春快乐、阖家幸福！
现在散会。
会议到此结束
我的发言完毕，请批评指正
以上报告，请予审议
不妥之处，请批评指正
妥否，请批示
特此报告
此复
附表1 任务清单
附：参会人员名单
主题词：农业 水利 通知
抄送：市委，市人大，市政协
联系电话：0571-12345678
参会单位：各乡镇
责任单位：县水利局
牵头单位：县农业农村局；配合单位：各乡镇
（一式三份）
第一部分 基本情况
总体要求
指导思想
基本原则
主要目标
保障措施
组织领导
重点任务
存在的主要问题
下一步工作打算
不忘初心、牢记使命
绿水青山就是金山银山
高举中国特色社会主义伟大旗帜
撸起袖子加油干
中华人民共和国主席令
第十四届全国人民代表大会常务委员会
新华社北京3月5日电
本报讯（记者 李某）
（新华社记者 王某）
主讲人：李某
时间：2024年3月5日 地点：县会议中心
主持人（县委副书记）：
张某某：
问：
记者：
云岭市2024年政府工作报告
云岭市第三届人民代表大会第二次会议文件（1）
市十届人大四次会议文件（二十）
中国共产党云岭市委员会
云岭市公安局交通警察支队
工会主席：赵某
2024年“最美教师”颁奖典礼
全国人大代表
项目 单位 2023年 2024年
序号 内容 责任人
单位：万元
注：数据截至12月底
云岭市教育局党组书记、局长 王某
二〇二四年度述职述廉
网上办事大厅建设情况
农村电网改造
扫码缴费
全县一张网
"互联网+"行动
办好职工之家
党员之家
青年之家建设
"""
OF_SITES = """\
天天好文 助您高升
某某秘书网 版权所有
笔尖上的舞者
稿友汇 精品推荐
免费下载请登录稿友汇
（稿友汇提供）
来自：稿友汇
www.gaoyou.cn
QQ群：123456789
关注“稿友汇”公众号
返回首页 加入收藏
公文写作就上稿友汇
责任编辑：小禾
阅读次数：123
"""


def seen(*, outside: bool, beside: bool) -> Tally:
    """Thirty documents with the line at their edge."""
    part, whole = Tally(), Tally()
    for number in range(30):
        part.see(number << 58, 1, True, None, Place(False, False, beside, outside, False))
    whole.add(part)
    return whole


@pytest.mark.parametrize("outside", [False, True])
@pytest.mark.parametrize("beside", [False, True])
def test_words_of_documents_are_not_proposed_wherever_they_stand(outside: bool, beside: bool) -> None:
    tally = seen(outside=outside, beside=beside)
    assert [line for line in COMMON.splitlines() if judge(key_of(line), tally, {}).proposed] == []


def test_words_of_sites_are_proposed_where_sites_write() -> None:
    tally = seen(outside=True, beside=True)
    assert [line for line in OF_SITES.splitlines() if not judge(key_of(line), tally, {}).proposed] == []


def test_the_pack_loads_holds_its_examples_and_finds_the_lines(pack: str, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    (folder / "watermark").mkdir(parents=True)
    (folder / "watermark/site-lines.toml").write_text(pack, encoding="utf-8")
    known = catalogue((), (folder,))
    (rule,) = load_pack(folder)
    assert [str(failure) for failure in run_examples([known.by_id[rule.id]], known)] == []
    linter = Linter(Config(select=(rule.id,)), catalogue=known)
    marked = [bool(linter.check_text(text).kept) for text in DIRTY]
    assert marked == [number % 2 == 0 for number in range(len(DIRTY))]
    assert not any(linter.check_text(text).kept for text in CLEAN)


def test_beside_the_rules_that_there_are_nothing_is_told_twice(pack: str, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    (folder / "watermark").mkdir(parents=True)
    (folder / "watermark/site-lines.toml").write_text(pack, encoding="utf-8")
    known = catalogue((), (folder,))
    linter = Linter(Config(select=("watermark",)), catalogue=known)
    (found,) = linter.check_text(f"{CLEAN[0]}\n更多范文请访问麦浪公文网 www.mailang.com").kept
    assert found.rule != "watermark/site-lines"


def test_the_order_of_documents_and_the_size_of_parts_do_not_matter(pack: str) -> None:
    pairs = list(zip(DIRTY, SOURCES, strict=True))
    random.Random(3).shuffle(pairs)
    again = learnt([text for text, _ in pairs], [source for _, source in pairs], size=37)
    assert pack_text(again, "site lines", "zh") == pack


def test_copies_of_one_document_are_one_document() -> None:
    copy = f"{CLEAN[0]}\n更多范文请访问麦浪公文网 www.mailang.com"
    assert not learnt([*CLEAN[1:200], *[copy] * 50]).proposals
    assert learnt(
        [*CLEAN[1:200], *(f"{text}\n更多范文请访问麦浪公文网 www.mailang.com" for text in CLEAN[:5])]
    ).proposals


def test_where_too_many_lines_repeat_only_the_commonest_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("speechlint.corpus.learn.run.MOST_KEYS", 60)
    learned = learnt(DIRTY, SOURCES)
    assert learned.raised
    assert learned.least > 4
    counts = {each.key: each.tally.documents for each in learnt(DIRTY, SOURCES).proposals}
    assert all(each.tally.documents == counts[each.key] for each in learned.proposals)
    assert "下限因此提高" in pack_text(learned, "x", "zh")


def test_the_sketch_never_counts_too_little() -> None:
    rnd = random.Random(5)
    seen = [hash_of(str(rnd.randrange(2000))) for _ in range(20_000)]
    sketch = Sketch()
    sketch.add(np.array(seen[:9000], np.uint64))
    sketch.add(np.array(seen[9000:], np.uint64))
    keys = sorted(set(seen))
    estimates = sketch.estimates(np.array(keys, np.uint64)).tolist()
    exact = [seen.count(key) for key in keys[:300]]
    assert all(one >= other for one, other in zip(estimates, exact, strict=False))
    assert estimates[:300] == exact  # 2,000 keys in 4 million places


def test_keys() -> None:
    assert key_of("第 3 页　共１２页") == "第 # 页 共#页"
    assert key_of(r"**a\b#") == r"\*\*a\\b\#"
    lines = lines_of("\n　第1页\r\n\n第2页 \r2024\n……\n" + "好" * 200)
    assert lines == ["第1页", "第2页", "2024", "……", "好" * 200]
    assert keys_of(lines) == {"第#页": [0, 1]}


@pytest.mark.parametrize("words", ["a'b", 'a"b', "a\u202eb", "甲\n乙", "\\", "\x00", "𠮷"])
def test_quoted(words: str) -> None:
    assert tomllib.loads(f"x = {quoted(words)}")["x"] == words
    assert words.isprintable() or quoted(words).isprintable()
