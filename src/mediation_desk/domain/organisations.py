"""Telling an organisation from a person by its name: a guess that the person at the counter sees and can change."""

from __future__ import annotations

from mediation_desk.domain.names import clean_name

_ENDINGS = (
    "公司", "集团", "厂", "店", "中心", "合作社", "银行", "支行", "分行", "信用社", "委员会", "居委会", "村委会", "学校", "小学",
    "中学", "大学", "幼儿园", "医院", "卫生院", "卫生所", "诊所", "办事处", "街道办", "管理局", "服务部", "经营部", "商行", "超市",
    "饭店", "酒店", "宾馆", "工作室", "事务所", "物业", "队", "站", "所", "部", "局", "院", "社", "会", "行", "馆", "场", "矿",
)  # fmt: skip
_SHORTEST = 4


def looks_like_organisation(name: str) -> bool:
    """Whether a name of four characters or more ends as those of companies, shops and public bodies do."""
    cleaned = clean_name(name)
    return len(cleaned) >= _SHORTEST and "·" not in cleaned and cleaned.rstrip("）)").endswith(_ENDINGS)
