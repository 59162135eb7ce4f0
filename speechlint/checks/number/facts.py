"""Years of congresses, sessions and five-year plans.

Sources: the communiqués of the sessions and the outlines of the plans, as published; ended terms are complete.
"""

from __future__ import annotations

# The year of each plenary session of a Central Committee, the first session first.
SESSIONS: dict[int, tuple[int, ...]] = {
    11: (1977, 1978, 1978, 1979, 1980, 1981, 1982),
    12: (1982, 1983, 1984, 1985, 1985, 1986, 1987),
    13: (1987, 1988, 1988, 1989, 1989, 1990, 1990, 1991, 1992),
    14: (1992, 1993, 1993, 1994, 1995, 1996, 1997),
    15: (1997, 1998, 1998, 1999, 2000, 2001, 2002),
    16: (2002, 2003, 2003, 2004, 2005, 2006, 2007),
    17: (2007, 2008, 2008, 2009, 2010, 2011, 2012),
    18: (2012, 2013, 2013, 2014, 2015, 2016, 2017),
    19: (2017, 2018, 2018, 2019, 2020, 2021, 2022),
    20: (2022, 2023, 2024, 2025),
}
LAST_ENDED_TERM = 19
# The year of each national congress of the Party.
CONGRESSES: dict[int, int] = {
    12: 1982, 13: 1987, 14: 1992, 15: 1997, 16: 2002, 17: 2007, 18: 2012, 19: 2017, 20: 2022,
}  # fmt: skip
# The year of each national congress of the trade unions.
UNION_CONGRESSES: dict[int, int] = {14: 2003, 15: 2008, 16: 2013, 17: 2018, 18: 2023}
# The first year of each National People's Congress and of the Political Consultative Conference; they meet every March.
ASSEMBLIES: dict[int, int] = {9: 1998, 10: 2003, 11: 2008, 12: 2013, 13: 2018, 14: 2023}
# The first year of each five-year plan, by its short name; each ends four years later.
PLANS: dict[str, int] = {
    "六五": 1981, "七五": 1986, "八五": 1991, "九五": 1996, "十五": 2001, "十一五": 2006, "十二五": 2011,
    "十三五": 2016, "十四五": 2021, "十五五": 2026,
}  # fmt: skip
PLAN_YEARS = 5
