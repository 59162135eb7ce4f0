"""Scripts and conversions: whole drafts, in both scripts, under both presets, and what must stay silent."""

from __future__ import annotations

import pytest

from speechlint.config.schema import Config, Preset
from speechlint.engine.fix import fix_source
from speechlint.engine.linter import Linter
from speechlint.findings.diagnostic import Severity
from speechlint.findings.fix import Applicability
from speechlint.formats.registry import format_for
from speechlint.formats.source import Source

RULES = (
    "script/boundary-conversion",
    "script/one-to-many-char",
    "script/phrase-over-conversion",
    "script/simplified-in-traditional",
    "script/traditional-in-simplified",
    "script/undecided-script",
)


def source(text: str) -> Source:
    return format_for("draft.txt").read(text.encode("utf-8", "surrogatepass"), "draft.txt", None)


def linter(preset: Preset = "gongwen") -> Linter:
    return Linter(Config(preset=preset, select=RULES) if preset == "gongwen" else Config(preset=preset))


def seen(text: str, preset: Preset = "gongwen") -> list[tuple[str, str]]:
    kept = linter(preset).check(source(text)).kept
    return [(finding.rule.partition("/")[2], finding.span.of(text)) for finding in kept if finding.rule in RULES]


def mended(text: str) -> str:
    return fix_source(linter(), source(text), Applicability.UNSAFE).source.text


CONVERTED = """\
在全縣漁業工會大會上的講話
同志們：
剛才，縣婦在線上構的負責同志講了農民工子女的事。這箇問題怎么看、怎么乾，縣委很關心。開會這次會議，就是要走好民眾路線。
一、設立服務視窗，最佳化辦事流程，完善勞動契約。
二、推進網際網路+漁業，調整機構設定，支援鏇律優美的漁歌。
三、基層乾部要乾在實處，情系漁民，聯系船員，把责任扛起來。
"""
ORIGINAL = """\
在全縣漁業工會大會上的講話
同志們：
剛才，縣婦聯機構的負責同志講了農民工子女的事。這個問題怎麼看、怎麼幹，縣委很關心。召開這次會議，就是要走好群眾路線。
一、設立服務窗口，優化辦事流程，完善勞動合同。
二、推進互聯網+漁業，調整機構設置，支援旋律優美的漁歌。
三、基層幹部要幹在實處，情繫漁民，聯繫船員，把責任扛起來。
"""


def test_a_mainland_speech_that_a_site_converted() -> None:
    assert seen(CONVERTED) == [
        ("boundary-conversion", "在線上"),
        ("one-to-many-char", "箇"),
        ("one-to-many-char", "么"),
        ("one-to-many-char", "么"),
        ("one-to-many-char", "乾"),
        ("phrase-over-conversion", "開會"),
        ("phrase-over-conversion", "民眾"),
        ("phrase-over-conversion", "視窗"),
        ("phrase-over-conversion", "最佳化"),
        ("phrase-over-conversion", "契約"),
        ("phrase-over-conversion", "網際網路"),
        ("phrase-over-conversion", "設定"),
        ("one-to-many-char", "鏇"),
        ("one-to-many-char", "乾"),
        ("one-to-many-char", "乾"),
        ("one-to-many-char", "系"),
        ("one-to-many-char", "系"),
        ("simplified-in-traditional", "责"),
    ]
    assert mended(CONVERTED) == ORIGINAL
    assert seen(ORIGINAL) == []


def test_every_message_shows_its_word() -> None:
    kept = linter().check(source(CONVERTED)).kept
    messages = {finding.span.of(CONVERTED): finding.message for finding in kept}
    assert messages["箇"] == "“這箇”的“箇”应为“個”（“這個”是词，“箇”用于“箇中”“箇舊”）"
    assert messages["視窗"] == "“視窗”是转换来的台湾用语，这篇讲话里应为“窗口”"
    assert messages["在線上"] == "“縣婦在線上構的”是跨词替换，“在線上”原为“聯機”（“縣婦聯機構的”）"
    english = Linter(Config(lang="en", select=RULES)).check(source(CONVERTED)).kept
    assert [finding.message for finding in english if finding.span.of(CONVERTED) == "箇"] == [
        "“箇” in “這箇” should be “個” (“這個” is the word; “箇” stands in 箇中, 箇舊)"
    ]


HONG_KONG = """\
各位來賓：政府一直優化互聯網服務，市民可透過手機應用程式查閱信息，計劃明年推出更多服務。
署方會支援漁民更換漁船，落實各項措施，並與業界保持聯絡。委員會將於年底前提交報告，供公眾參閱。
群眾演出在海濱舉行，峰會同日開幕，台灣的漁業代表也會出席。
"""
TAIWAN = """\
各位鄉親：本會設定的網際網路報名視窗已經啟用，民眾可以透過網路查詢資訊，軟體由農委會提供。
勞動契約的範本放在專案網站，影片教學也已上線，支援各種行動裝置，品質有保障。
漁會的計畫報請行政院核定，數位化的檔案由資料中心保存，臺灣的漁民都能使用。
"""


@pytest.mark.parametrize("preset", ["gongwen", "zh-hant"])
@pytest.mark.parametrize("text", [HONG_KONG, TAIWAN])
def test_genuine_texts_of_hong_kong_and_taiwan(text: str, preset: Preset) -> None:
    assert seen(text, preset) == []


SIMPLIFIED = """\
在全县渔业工会会议上的讲话
渔港门楼上题着“漁火長明”四个字，乾隆年间的瞭望塔还在，碑文给人慰藉，岛上的渔歌很著名。
他把《漁港紀事》捐给村史馆，又抄下一首旧诗：
漁港開時潮正滿，歸帆點點夕陽紅
干部、群众都说写得好。里程碑、面粉、皇后、茶几、范围、松树、北斗，都照简体写。
"""


def test_a_simplified_text_keeps_its_quotations() -> None:
    assert seen(SIMPLIFIED) == []
    assert seen(SIMPLIFIED.replace("渔歌", "漁歌")) == [("traditional-in-simplified", "漁")]
    assert mended(SIMPLIFIED.replace("渔歌", "漁歌")) == SIMPLIFIED
    assert seen(SIMPLIFIED.replace("渔歌", "漁歌"), "zh-hant") == []


def test_the_preset_says_which_side_is_home() -> None:
    """Under zh-hant the house's words are the writer's own; what makes no sense is still reported."""
    found = seen(CONVERTED, "zh-hant")
    assert ("phrase-over-conversion", "設定") in found
    assert ("phrase-over-conversion", "網際網路") not in found
    assert ("one-to-many-char", "箇") in found


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("漁船回港，收獲的季節到了。", "漁船回港，收穫的季節到了。"),
        ("這項製度已經實行三年，成效明顯。", "這項制度已經實行三年，成效明顯。"),
        ("三只小船出海了，只剩一隻還沒有回來。", "三隻小船出海了，只剩一隻還沒有回來。"),
        ("老漁民的胡子都白了，發型倒是新潮。", "老漁民的鬍子都白了，髮型倒是新潮。"),
        ("請大家准時到會，標准要統一，不得缺席。", "請大家準時到會，標準要統一，不得缺席。"),
        ("這位範蠡後人辦起了養殖場。", "這位范蠡後人辦起了養殖場。"),
        ("學校的鍾聲響了，孩子們走進教室。", "學校的鐘聲響了，孩子們走進教室。"),
        ("萬裏長江，千裏之行，說的是這個道理。", "萬里長江，千里之行，說的是這個道理。"),
        ("他的病情復發，從復雜的手術中恢複過來。", "他的病情復發，從複雜的手術中恢復過來。"),
        ("領導幹部要密切聯係漁民。", "領導幹部要密切聯繫漁民。"),
        ("培訓結束后，學員三天后返回漁港。", "培訓結束後，學員三天後返回漁港。"),
        ("碼頭于今年五月開工，船于浙江省建造。", "碼頭於今年五月開工，船於浙江省建造。"),
        ("年輕人不愛乾工作，老漁民卻認真乾。", "年輕人不愛幹工作，老漁民卻認真幹。"),
        ("檢查組隻看台賬，漁民隻求平安。", "檢查組只看台賬，漁民只求平安。"),
        ("漁會要齣實招，薑主任的辦法很好。", "漁會要出實招，姜主任的辦法很好。"),
        ("船員剋服風浪，踏上徵途，做漁民的仆人。", "船員克服風浪，踏上征途，做漁民的僕人。"),
        (
            "全年收入好于預期，五十余戶漁民享受在后，養了14种魚。",
            "全年收入好於預期，五十餘戶漁民享受在後，養了14種魚。",
        ),
        ("漁村的乾部製度好，週圍的孩子課後復習。", "漁村的幹部制度好，周圍的孩子課後複習。"),
        ("漁村的村庄整潔，錢卻不彀用。", "漁村的村莊整潔，錢卻不夠用。"),
        ("老鬍同口有個平台，登記在檯賬上。", "老胡同口有個平台，登記在台賬上。"),
    ],
)
def test_sentences(wrong: str, right: str) -> None:
    assert mended(wrong) == right
    assert seen(right) == []


@pytest.mark.parametrize(
    "text",
    [
        "他為人樸實，作風扎實，工作紮實，從不說大話。",
        "幹部下鄉，乾乾淨淨做事，若干年如一日。",
        "皇太后的行宮改成了展覽館，後院種滿了松樹。",
        "北斗導航幫了漁民的大忙，鬥志昂揚的青年人學得快。",
        "谷底有村，五穀豐登，山谷裡飄著稻穀香。",
        "台風穩健的演員登上舞台，颱風來了也不慌。",
        "雲霧散了，人云亦云的話不必聽。",
        "沖洗碼頭，衝破阻力，緩衝區內禁止停船。",
        "捲起袖子，試卷發下，席捲全球的浪潮。",
        "嚮導帶路，方向正確，令人嚮往，一向如此。",
        "仆倒在地，公僕心懷漁民，前仆後繼。",
        "地球上遊蕩著許多候鳥，過於熱鬧。",
        "他稱帝後遷都，並入座稱謝，說這並不是大事。",
        "心臟病患者不宜出海，全日制學校放假了。",
        "他說“这个问题”四個字是簡化字。",
        "冊封后，立后大典由帝后同往，影后得獎。",
        "老于今年五十歲，于小姐剛剛畢業。",
        "豬隻有病要申報，犬隻看管要嚴，船隻要檢修。",
        "首齣新戲上演，這齣劇、那齣戲都好看。",
        "擦乾工作臺，穀子曬乾一場是一場，船艙也要弄乾。",
        "宴席開了二十檯，薑母鴨上桌，其餘主任也到會。",
        "客庄的祭典熱鬧，火燒島庄屬台東廳，种師道是宋朝人，英雄入吾彀中。",
        "課後復習或複習都有人寫，漁港週圍和周圍也是。",
        "節目綵排，門口掛著綵帶，思想不可麻痺。",
        "漁網要晾晒，倉庫防霉，菜肴上桌，昵稱和暱稱、發霉和發黴都有人寫。",
        "市長到海城里訪視，海城里里長和里民陪同，海城里碼頭修好了，東港里鄰長也來了。",
        "《关于渔业发展的意见》已經印發，請大家學習。",
        "漁港協議会の議事録を確認し、来月の会合を開催します。",
    ],
)
def test_look_alikes_stay(text: str) -> None:
    assert seen(text) == []
    assert seen(text, "zh-hant") == []


def test_wards_do_not_hide_what_is_inside() -> None:
    assert seen("海城里里長在這里等候，心里高興。", "zh-hant") == [("one-to-many-char", "里")] * 2
    assert seen("這里民眾很多，城里長期缺水。", "zh-hant") == [("one-to-many-char", "里")] * 2


def test_a_lone_character_of_a_name_is_a_hint() -> None:
    """Where other words are in traditional characters too, it is a warning."""
    name = "船东冼国樑到会，大家鼓掌。"
    both = name + "要加強管理。"
    assert [each.severity for each in linter().check_text(name, "draft.txt").kept] == [Severity.HINT]
    report = linter().check_text(both, "draft.txt")
    assert [(each.span.of(both), each.severity) for each in report.kept] == [
        ("樑", Severity.WARNING),
        ("強", Severity.ERROR),
    ]


def test_bad_input_is_no_trouble() -> None:
    for text in ("\ud800這個\udfff", "這\x00個乾部", "乾" * 3000 + "這", "這「" * 2000, "", "乾", "\ufeff乾部這"):
        assert linter().check_text(text, "draft.txt").failures == ()


KEPT = [
    ("关於修船的通知，终於印发了，於是大家放心。", "关于修船的通知，终于印发了，于是大家放心。"),
    ("我们本著谁用谁修的原则，著力抓好巡查，随著汛期临近。", "我们本着谁用谁修的原则，着力抓好巡查，随着汛期临近。"),
    (
        "瞭解鱼汛的特徵，饼乾带足，夥伴同行，祇有风大才怎麽也不去。",
        "了解鱼汛的特征，饼干带足，伙伴同行，只有风大才怎么也不去。",
    ),
    ("专著、论著、编著、原著，《渔业》由王志著，於某与於潜、於菟都是名字。", ""),
    ("乾隆年间的瞭望台，乾部长来过，宫商角徵羽，神祇，获益夥矣。", ""),
    ("關於漁港，由於風大，沿著海岸，瞭解情況，餅乾帶足，夥伴同行。", ""),
]


@pytest.mark.parametrize(("text", "after"), KEPT)
def test_forms_that_simplified_texts_keep_for_other_words(text: str, after: str) -> None:
    assert mended(text) == (after or text)
    assert bool(seen(text)) == bool(after)
