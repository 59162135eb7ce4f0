"""Places where the characters beside a merged one tell which is meant, though no word of the table covers it."""

from __future__ import annotations

from speechlint.lexicon.places import find_places
from speechlint.lexicon.vocabulary import size
from speechlint.text.named_tuple import NamedTuple
from speechlint.text.pattern import Pattern

NEAR = 8  # code points on either side that are read
# So common must the word before 后 be for it to say when; and the one behind.
COMMON = 5
_NUMBER = "[0-9一二三四五六七八九十百两几数多半余]"
_TITLES = (
    "主任|书记|县长|市长|省长|局长|处长|科长|院长|校长|部长|乡长|镇长|区长|厅长|所长|站长|队长|会长|社长|总经理|经理|董事长"
    "|主席|秘书长|先生|女士|小姐|同志|老师|教授|博士|代表|委员|师傅|医生|大夫|律师"
)
_BEFORE_NAME = "(?:^|[，。、；：！？,;:!?“「（(\\s]|[姓和与由请对给把让是])$"
# Behind these 后 may be a queen, or what she is called.
_ROYAL = frozenset("皇太母王帝天蜂蚁影歌视封立册妃称为宫女废前新元")
_CLOSING = frozenset("，。；：、！？,;:!?）)”」》的再又就才要由即可都也方立及并仍将应须能会不")


class Place(NamedTuple):
    """What stands `before` and `after` (simplified characters) where `right` is meant. `unlike` is what must not."""

    right: str
    before: Pattern = Pattern("")
    after: Pattern = Pattern("")
    unlike: Pattern = Pattern("(?!)")


# A number and a measure of time: certain, whatever words there are (三天后, where 天后 is one).
_TIMES = Pattern(_NUMBER + "个?(?:天|日|年|月|周|星期|季度|小时|分钟|秒|刻钟)$")
_SURNAMES = {"薑": "姜", "範": "范", "餘": "余", "鐘": "鍾", "嶽": "岳", "穀": "谷", "樸": "朴", "塗": "涂", "週": "周"}
# How somebody stands on a stage: 大方的台风, 台风稳健; and no typhoon.
_POISED = Pattern("(?:大方|自然|端庄|优雅|沉稳|稳健|舞台|演讲|主持|表演|选手|个人)的?$")
_POISE = Pattern("风(?:自然|大方|端庄|优雅|沉稳|稳健|得体|良好|不错|极佳)")
_DATES = (
    "今年|去年|明年|本月|上月|下月|近日|日前|昨日|今日|明日|当日|即日|年底|年初|年内|[0-9〇零一二三四五六七八九十]{2,4}年"
    "|[0-9一二三四五六七八九十]{1,3}[月日]|上午|下午|[0-9]{1,2}世纪|上世纪|公元|同年|次年|翌年|当年|本周"
    "|本[市县省区院校]|我[国市县省区院校]|全国|世界|国内|国外"
)
_JOBS = "工作|事业|实事|大事|好事|小事|成事|革命|一番|一场|一辈子|出成绩|出名堂|什么|农活|重活|家务|私活|累活|脏活"
_SEEING = "减增升降开收发放买卖吃喝写读学看做想说讲要是有能会可求顾管怕见许好在用需剩靠听问给让重抓"
# Behind these 隻 counts or is a part of the name: 三隻, 船隻, 豬隻.
_COUNTED = (
    "0-9〇一二三四五六七八九十百千万亿两几数多余每各这那哪整半单另某该首前后全船舰艇舟物"
    "猪犬狗牛羊鸡鸭鹅禽畜鸟鱼兔马驴骡猫鹿象蜂虫蟹虾鼠猴熊豹狐龟蛇鹤鸽鹰燕雁狼虎狮蚕蚊蝇蝶猿鲸豚活死病母公雌雄幼仔种野大小"
)
# What one is inside of, in time, space or thought; no ward of a town (和平里) is called so.
_INSIDES = (
    "季节|时空|岁月|时间|时光|时刻|日子|年代|年月|假期|暑假|寒假|学期|任期|生活|人生|一生|生命|青春|童年|记忆|历史|梦想|梦境|旅途"
    "|征程|历程|过程|校园|课堂|病房|车间|厂房|食堂|宿舍|房间|仓库|商店|超市|市场|社会|家庭|班级|团队|队伍|集体|行业|系统|单位|企业"
    "|公司|机关|部门|屋子|院子|肚子|脑子|脑海|脑袋|心坎|心窝|灵魂|骨髓|血液|血脉|怀抱|眼睛|目光|眼神|泪水|汗水|泥土|土壤|田野|山沟"
    "|风雨|风雪|阳光|黑暗|黑夜|人群|人海|世界|国度|环境|氛围|气氛|故事|文章|文件|报告|讲话|发言|作品|诗歌|歌声|掌声|笑声|声音|话语"
    "|书本|课本|日记|信件|电话|电视|电脑|手机|网络|新闻|报纸|画面|镜头|口袋|钱包|抽屉|箱子|柜子|档案|名单|清单|表格|笼子|圈子|工作"
    "|事业|岗位|实践|学习|[室馆厅舱厢棚袋箱柜锅碗嘴件]"
)
# Not these: 里程, 里长, 里民; and names like 里昂.
_NO_INSIDE = "(?![程长民昂约斯根奥兹拉耶弄格加维邻尔])"
PLACES = {
    "里": (
        Place("裡", Pattern(f"(?:{_INSIDES})$"), Pattern(f"^{_NO_INSIDE}")),
        Place("裡", _TIMES, Pattern(f"^{_NO_INSIDE}")),
        Place("裡", Pattern("忙$"), Pattern("^忙外")),
        Place("裡", Pattern("[A-Za-z]$"), Pattern("^[，。；：！？、的有]")),
    ),
    "于": (
        Place("於", Pattern("(?<![老小姓大阿])$"), Pattern(f"^(?:{_DATES})")),
        Place("於", Pattern("[好优快慢早晚强弱重轻先长短严异甚负]$")),
    ),
    "乾": (
        Place("幹", after=Pattern(f"^(?:{_JOBS})")),
        Place(
            "幹",
            Pattern("(?:埋头|带头|放手|拼命|一起|加油|大胆|踏实|扎实|认真|主动|齐心|同心|合力|如何)$"),
            Pattern("^(?:$|[，。！？；、的着了就出])"),
        ),
    ),
    "隻": (Place("只", Pattern(f"(?:^|[^{_COUNTED}])$"), Pattern(f"^[{_SEEING}]")),),
    "齣": (
        Place(
            "出",
            unlike=Pattern(
                r"[0-9一二三四五六七八九十两几数每各这那哪该首全整本半多戏剧折单]\|"
                r"|\|(?:戏|剧|[好大]戏|子|[悲喜闹话歌舞京]剧|折|目)"
            ),
        ),
    ),
    "余": (Place("餘", Pattern("[0-9十百千万亿]$"), Pattern("^[\u4e00-\u9fff]")),),
    "种": (
        Place("種", Pattern(f"(?:{_NUMBER}|[各这那每某此该哪何品物树耕播栽])$")),
        Place("種", after=Pattern("^(?:[植子类粮田地树花菜养]|种族)")),
    ),
    "党": (
        Place("黨", Pattern("[治管全入爱建]$"), Pattern("^(?:$|\\W|[以重为])")),
        Place("黨", after=Pattern("^(?:的(?!项)|和国家|和政府|中央|始终|百年)")),
    ),
    "筑": (Place("築", Pattern("(?<!击)$"), Pattern("^(?:牢|基|巢|梦|堤|坝)")),),
    "仆": (Place("僕", Pattern("(?<![前颠])$"), Pattern("^[人从]")),),
    "檯": (
        Place("臺", Pattern("逐$")),
        Place("臺", Pattern("[0-9]$"), Pattern("^(?:[机车泵]|设备|收割|拖拉|挖掘|起重|锅炉|电脑|空调|仪器|农机)")),
    ),
    **{
        written: (Place(right, Pattern(_BEFORE_NAME), Pattern(f"^(?:{_TITLES})")),)
        for written, right in _SURNAMES.items()
    },
}
TOLD = frozenset((*PLACES, "后", "颱"))


def told_for_certain(written: str, folded: str, offset: int) -> str:
    """The character meant at `offset` whatever words stand there; "" if the place does not tell."""
    before, after = folded[max(0, offset - NEAR) : offset], folded[offset + 1 : offset + 1 + NEAR]
    if written == "后" and _TIMES.search(before) is not None:
        return "後"
    if written == "颱" and (_POISED.search(before) is not None or _POISE.match(after) is not None):
        return "臺"
    return ""


def told_by_place(written: str, folded: str, offset: int) -> str:
    """The character meant at `offset`, where no word there holds `written`; "" if the place does not tell."""
    before, after = folded[max(0, offset - NEAR) : offset], folded[offset + 1 : offset + 1 + NEAR]
    if written == "后":
        return "後" if _is_afterwards(before, after) else ""
    for place in PLACES.get(written, ()):
        if (
            place.before.search(before) is not None
            and place.after.search(after) is not None
            and place.unlike.search(f"{before}|{after}") is None
        ):
            return place.right
    if written == "于" and any(hit.start == 0 and hit.place.full for hit in find_places(after)):
        return "於"
    return ""


def _is_afterwards(before: str, after: str) -> bool:
    """Whether a common word ends before 后, no queen's, and the sentence goes on with another or ends."""
    if before[-1:] == "在" and (not after or after[0] in _CLOSING):
        return True
    if before[-1:] in _ROYAL or size(before[-2:]) < COMMON:
        return False
    return not after or after[0] in _CLOSING or size(after[:2]) >= COMMON
