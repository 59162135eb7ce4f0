"""Words of the same sound and particles: what is found, what stays silent, both scripts, and where nothing is looked for."""

from __future__ import annotations

import pytest

from speechlint import check_text, fix_text

# The draft, and the text after the unsafe fixes.
HOMOPHONES = [
    ("要依法维护渔民合法全意。", "要依法维护渔民合法权益。"),
    ("各级人民征服要加强组织领导。", "各级人民政府要加强组织领导。"),
    ("要罐车落实党的二十大精神。", "要贯彻落实党的二十大精神。"),
    ("推动经济社会高质量罚站。", "推动经济社会高质量发展。"),
    ("推動經濟社會高質量罰站。", "推動經濟社會高質量發展。"),
    ("完善社会暴涨体系，兜住渔民的底。", "完善社会保障体系，兜住渔民的底。"),
]
PARTICLES = [
    ("要更加自觉的把思想和行动统一到渔港建设上来。", "要更加自觉地把思想和行动统一到渔港建设上来。"),
    ("我们要坚定不移的走渔港振兴之路。", "我们要坚定不移地走渔港振兴之路。"),
    ("我們要堅定不移的走漁港振興之路。", "我們要堅定不移地走漁港振興之路。"),
    ("渔会向大家表示诚挚地感谢。", "渔会向大家表示诚挚的感谢。"),
]
SILENT = [
    *("全意为渔民服务，富有渔家风味。", "郭嘉、徐庶都是三国时的谋士。", "渔会主席郑泽远到会，李守业主持。"),
    *("总统马克龙在巴黎会见了客人。", "“征服者号”渔船归港。", "他说：“征服者来了。”", "《征服》一书在渔港热销。"),
    *("渔船自治商会的章程已经公布。", "石室联合中学的学生来到佛坪渔港。", "", "的", "地", "的地得", "渔" * 50),
    *("土地、场地、营地、驻地、产地都要管好。", "渔港所在地的政府，出口地的海关，登记地的机关。"),
    *(
        "稳步的推进过程，积极的贯彻落实情况，更好的服务水平。",
        "认真的态度，积极的作用，稳定的收入，快速的发展。",
        "值得肯定，不得有误，难得一见，取得实效。",
        "我们热烈地欢迎各位船东，诚挚地感谢大家。",
    ),
    *("渔船的确切位置，渔民的的确确看见了。", "有的放矢，目的明确，众矢之的。"),
    *("The harbour is safe.", "港の安全を守る。", "子曰：学而时习之，不亦说乎？"),
]


@pytest.mark.parametrize(("text", "fixed"), HOMOPHONES)
def test_word_of_same_sound_is_mended(text: str, fixed: str) -> None:
    assert fix_text(text, select=["typo/homophone-word"], unsafe=True).text == fixed


@pytest.mark.parametrize(("text", "fixed"), PARTICLES)
def test_particle_is_mended(text: str, fixed: str) -> None:
    assert fix_text(text, select=["typo/unlikely-particle"], unsafe=True).text == fixed


@pytest.mark.parametrize("text", SILENT)
def test_good_text_stays_silent(text: str) -> None:
    assert check_text(text, select=["typo/homophone-word", "typo/unlikely-particle"]) == []
