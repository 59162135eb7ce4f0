"""watermark/ruby-leak"""

from __future__ import annotations

from collections.abc import Iterator

from speechlint.findings.bilingual import Bilingual
from speechlint.findings.diagnostic import Diagnostic, Severity
from speechlint.findings.fix import Applicability, Edit
from speechlint.findings.rule import Context, Invalid, Rule, Valid
from speechlint.lexicon.literals import Literals
from speechlint.text.charsets import HAN, is_han
from speechlint.text.pattern import Pattern
from speechlint.text.span import Span
from speechlint.text.words import first_of, holds_any, last_of

_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_TONED_VOWELS = Literals(_TONES, both_scripts=False)
FEWEST = 3
# A syllable in brackets behind a Han character; drafts write the neutral tone without a mark.
_SYLLABLE = rf"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[aeiouüvê{_TONES}]{{1,4}}(?:ng|n|r)?"
_RUBY = Pattern(rf"(?<=[{HAN}]) ?(?:\( ?{_SYLLABLE} ?\)|（ ?{_SYLLABLE} ?）)")
WINDOW = 10
# What everyone can read: a reading behind one of these was put there by a machine. Of an alphabet of rare characters,
# of names of places and of what may be mispronounced, the author gives readings.
_COMMON = frozenset(
    "的一是了我不人在他有这個上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看"
    "起发当没成只如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什"
    "两次使身者被高已亲其进此话常与活正感见明问力理尔点文几定本公特做外孩相西果走将月十实向声车全信重三机工物气每并别真打太新比"
    "才便夫再书部水像眼等体却加电主界门利海受听表德少克代员许先口由死安写性马光白或住难望教命花结乐色更拉东神记处让母父应直字场"
    "平报友关放至张认接告入笑内英军候民岁往何度山觉路带万男边风解叫任金快原吃妈变通师立象数四失满战远格士音轻目条呢病始达深完今"
    "提求清王化空业思切怎非找片罗钱语元喜曾离飞科言干流欢约各即指合反题必该论交终林请医晚制球决传画保读运及则房早院量苦火布品近"
    "坐产答星精视五连司巴奇管类未朋且婚台夜青北队久乎越观落尽形影红爸百令周吧识步希亚术留市半热送兴造谈容极随演收首根讲整式取照"
    "办强石古华拿计您装似足双妻尼转诉米称丽客南领节衣站黑刻统断福城故历惊脸选包紧争另建维绝树系伤示愿持千史谁准联妇纪基买志静阿"
    "诗独复痛消社算义竟确酒需单治卡幸兰念举仅钟怕共毛句息功官待究跟穿室易游程号居考突皮哪费倒价图具刚脑永歌响商礼细专黄块脚味灵"
    "改据般破引食仍存众注笔甚某沉血备习校默务土微娘须试怀料调广苏显赛查密议底列富梦错座参八除跑亮假印设线温虽掉京初养香停际致阳纸"
    "李纳验助激够严证帝饭忘趣支春集丈木研班普导顿睡展跳获艺六波察群皇段急庭创区奥器谢弟店否害草排背止组州朝封睛板角况曲馆育忙质河"
    "续哥呼若推境遇雨标姐充围案伦护冷警贝著雪索剧啊船险烟依斗值帮汉慢佛肯闻唱沙局伯族低玩资屋击速顾泪洲团圣旁堂兵七露园牛哭旅街劳"
    "落实担处省践血供应率差降尽奔挑兴冲模载朴切假创劲露调着重积极抓落负责贯彻督促宣传基层企业职务党政策农村镇县乡"
)
# The writer speaks of how a word is read.
_READING_WORDS = ("读音", "注音", "拼音", "读作", "念作", "念成", "读成", "多音", "生僻", "正音", "误读", "普通话")
_SPOKEN_OF = 60
# Around the clause of a reading that stands in running text; a word in quotation marks or in a list is spoken of.
_CLAUSE_ENDS = "，。；：？！,;:?!\r\n"
_ITEM_ENDS = "、“”‘’「」『』《》/／|｜\t\u3000"
_LONGEST_ITEM = 8


class RubyLeak(Rule):
    """Some sites write the reading behind every character that has several: 会(huì)议. Copied out, the readings stay
    in the text, dozens of them, behind the commonest characters. Readings of rare characters, of names of places and
    of words that are spoken of are the author's, for the sake of the reader: 铤（tǐng）而走险.
    """

    id = "watermark/ruby-leak"
    title = Bilingual("字后的拼音留在正文里", "Pinyin readings left behind characters")
    why = Bilingual(
        "网站自动给多音字注音，复制时拼音跟着进了正文，念稿时处处打断。",
        "A site adds readings to characters; copied along, they interrupt every sentence.",
    )
    severity = Severity.WARNING
    presets = {"scraped": Severity.ERROR}
    fixes = Applicability.UNSAFE
    because = Bilingual(
        "删的只是括号和拼音，汉字不动；但作者给难字注的音与网站加的一样写法，删错便丢了内容，须由人看过。",
        "Nothing but brackets and pinyin goes; yet an author's own reading of a hard character looks the same, and to"
        " delete one loses matter, so a person should look.",
    )
    triggers = _TONED_VOWELS
    covers = True
    whole = True
    VALID = (
        Valid("铤（tǐng）而走险。"),
        Valid("他说的是“会（huì）”，不是“会（kuài）”。"),
        Valid("咖啡馆（café）、简历（résumé）和未婚妻（fiancée）都是外来词，另有（élan）。"),
        Valid("路名牌上写着Běijīng、Shànghǎi、Guǎngzhōu。"),
        Valid("畲（shē）族村寨旁是洑（fú）水，水边有礤（cǎ）下古渡，渡口住着缑（gōu）姓人家。"),
        Valid("容易念错的地名：六（lù）合、番（pān）禺、大埔（bù）、乐（lào）亭、长（zhǎng）治。"),
        Valid("播音员正音：供给读作供（gōng）给（jǐ），处理读作处（chǔ）理，应届读作应（yīng）届。"),
        Valid("选择题\nA.供（gōng）给　B.处（chǔ）理　C.应（yīng）届　D.着（zhuó）落"),
        Valid("有人把“血（xuè）液”“质（zhì）量”“说（shuō）服”念错。"),
    )
    INVALID = (
        Invalid("开⟦(kāi)⟧会⟦(huì)⟧布⟦(bù)⟧置", fixed="开会布置"),
        Invalid("領⟦(lǐng)⟧導⟦（dǎo）⟧們⟦(men)⟧都到⟦（dào）⟧了", fixed="領導們都到了"),
        Invalid("种⟦ (zhòng)⟧树⟦ (shù)⟧造⟦ (zào)⟧林", fixed="种树造林"),
    )

    def check(self, ctx: Context) -> Iterator[Diagnostic]:
        found = sorted(_toned(ctx))
        if len(found) < FEWEST or sum(_is_leak(ctx, span) for span in found) < FEWEST:
            return
        spans = {*found, *_untoned(ctx, found[0].start, found[-1].end)}
        for span in sorted(spans):
            word = span.of(ctx.text).strip()
            yield ctx.found(
                span,
                Bilingual(
                    f"“{word}”是网站加的注音，不属于正文，应删去", f"“{word}” is a reading that a site added; delete it"
                ),
                fix=ctx.fix(Bilingual(f"删去注音“{word}”", f"Delete “{word}”"), [Edit(span, "")], Applicability.UNSAFE),
            )


def _toned(ctx: Context) -> set[Span]:
    """The readings around vowels that carry a tone mark."""
    text = ctx.text
    found: set[Span] = set()
    for start, _ in ctx.places:
        opener = max(text.rfind("(", max(0, start - WINDOW), start), text.rfind("（", max(0, start - WINDOW), start))
        if opener < 0:
            continue
        match = _RUBY.match(text, opener - (text[opener - 1 : opener] == " "), start + WINDOW)
        if match is not None:
            found.add(Span(*match.span()))
    return found


def _is_leak(ctx: Context, span: Span) -> bool:
    """Whether the reading stands behind a common character in running text, where no writer would give one."""
    folded = ctx.document.folded
    here = span.start
    if folded[here - 1] not in _COMMON:
        return False
    if holds_any(folded[max(0, here - _SPOKEN_OF) : span.end + _SPOKEN_OF], _READING_WORDS):
        return False
    left = last_of(_CLAUSE_ENDS + _ITEM_ENDS, folded, max(0, here - _SPOKEN_OF), here) + 1
    right = first_of(_CLAUSE_ENDS + _ITEM_ENDS, folded, span.end, span.end + _SPOKEN_OF)
    right = min(len(folded), span.end + _SPOKEN_OF) if right < 0 else right
    item = any(bound in _ITEM_ENDS for bound in folded[max(0, left - 1) : left] + folded[right : right + 1])
    return not item or sum(map(is_han, folded[left:right])) > _LONGEST_ITEM


def _untoned(ctx: Context, start: int, end: int) -> Iterator[Span]:
    """Readings in the neutral tone, between the first and the last that has a tone; a lone letter may be a list's."""
    for match in _RUBY.finditer(ctx.text, start, min(len(ctx.text), end + 2 * WINDOW)):
        if len(match.group().strip(" ()（）")) > 1:
            yield Span(*match.span())
