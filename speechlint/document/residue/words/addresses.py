"""How an address of a site begins or ends, in the disguises that get past a filter; spaced parts of names of sites."""

from speechlint.document.residue.words.parts import words

ADDRESS_WORDS = words(
    "http|HTTP|Http|www|WWW|Www|w.w.w|ｗｗｗ|ＷＷＷ|.com|.COM|.Com|.cn|.CN|.Cn|.net|.NET|.Net|.cc|.CC|"
    "点com|点ｃｏｍ|点cn|点net|。com|。cn|。net|w w w|W W W|ｗ ｗ ｗ|. com|. cn|. net|．ｃｏｍ|．ｃｎ|"
    "．ｎｅｔ|c o m|C O M"
)
SPACED_WORDS = words("范 文|文 秘|文 库|公 文|文 网|秘 网|文 档|课 件|材 料 网")
