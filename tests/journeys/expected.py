"""The three cases written out: what every way through the program must come to, to the fen, the day and the character."""

from __future__ import annotations

from dataclasses import dataclass, field

Fact = tuple[str, str, str, str]
"""What, who, on which day, by whose hand."""
Paid = tuple[str, str, int, tuple[tuple[str, int], ...]]
"""Who pays whom how much (fen), and the instalments."""


@dataclass(frozen=True)
class Expected:
    """One case. Days as ``2026-09-08``, amounts in fen, ages in full years on the day of the agreement."""

    number: str
    centre: str
    title: str
    applicants: tuple[str, ...]
    respondents: tuple[str, ...]
    numbers: dict[str, str]
    born: dict[str, str]
    ages: dict[str, int]
    sexes: dict[str, str]
    phones: dict[str, str]
    addresses: dict[str, str]
    agents: dict[str, tuple[str, str]]
    claims: tuple[tuple[str, int | None], ...]
    applied: str
    accepted: str
    mediation_ends: str
    inquiries: tuple[str, ...]
    evidence: tuple[str, ...]
    meetings: tuple[tuple[str, str], ...]
    mediators: tuple[str, ...]
    recorder: str
    concluded: str
    paid: tuple[Paid, ...]
    copies: int
    facts: tuple[Fact, ...]
    effect: str
    confirm: str
    printed: tuple[str, ...]
    court: str = ""
    review: str = ""
    representatives: dict[str, str] = field(default_factory=dict)
    stages: tuple[tuple[str, str], ...] = ()


_STREET = "武陟县木城街道和平街18号2单元"
_SITE = "焦作市山阳区百间房街道工地宿舍"
_COMPANY = "焦作市金山建筑劳务有限公司"
_BANK = "某银行焦作分行"


def _by_hand(name: str, day: str, by: str = "") -> tuple[Fact, Fact]:
    return ("signed", name, day, by), ("fingerprinted", name, day, by)


LEAK = Expected(
    number="（2026）木城人调字第03001号",
    centre="武陟县木城街道人民调解委员会",
    title="王𠮷与李㛃邻里纠纷",
    applicants=("王𠮷",),
    respondents=("李㛃",),
    numbers={"王𠮷": "410823196803121212", "李㛃": "410823197511022129"},
    born={"王𠮷": "1968-03-12", "李㛃": "1975-11-02"},
    ages={"王𠮷": 58, "李㛃": 50},
    sexes={"王𠮷": "男", "李㛃": "女"},
    phones={"王𠮷": "13839100001", "李㛃": "13839100002"},
    addresses={"王𠮷": f"{_STREET}3楼东户", "李㛃": f"{_STREET}4楼东户"},
    agents={},
    claims=(("修复卫生间渗漏", None), ("赔偿天花板、衣柜损失", 600714)),
    applied="2026-09-01",
    accepted="2026-09-02",
    mediation_ends="2026-10-08",
    inquiries=("2026-09-03 10:00",),
    evidence=("现场照片一", "现场照片二", "现场照片三", "现场照片四"),
    meetings=(("2026-09-05 09:30", "未达成协议"), ("2026-09-08 09:30", "达成书面协议")),
    mediators=("李国庆",),
    recorder="牛建军",
    concluded="2026-09-08",
    paid=(("李㛃", "王𠮷", 600714, (("2026-09-15", 300000), ("2026-10-31", 300714))),),
    copies=3,
    facts=(
        *_by_hand("王𠮷", "2026-09-08"),
        *_by_hand("李㛃", "2026-09-08"),
        ("mediator_signed", "李国庆", "2026-09-08", ""),
        ("committee_sealed", "", "2026-09-09", ""),
    ),
    effect="2026-09-09",
    confirm="2026-10-09",
    printed=(
        "编号：（2026）木城人调字第03001号",
        "姓名王𠮷性别男民族汉族年龄58周岁",
        "职业或职务农民联系方式13839100001",
        "姓名李㛃性别女民族回族年龄50周岁",
        "职业或职务个体经营联系方式13839100002",
        "一、李㛃于2026年9月20日前（含当日）修复卫生间渗漏，费用自理；修复后做闭水试验24小时不渗漏，由双方验收签字。",
        "6,007.14元（人民币陆仟零柒元壹角肆分）",
        "2026年9月15日前（含当日）付3,000.00元，2026年10月31日前（含当日）付3,007.14元",
        "均为现金，收款人出具收条",
        "三、双方就本次漏水再无其他争议。",
        "本协议一式三份，当事人双方各一份，人民调解委员会一份。",
    ),
    stages=(
        ("registered", "2026-09-01"),
        ("accepted", "2026-09-02"),
        ("inquiring", "2026-09-03"),
        ("mediating", "2026-09-05"),
        ("agreed", "2026-09-08"),
        ("performing", "2026-09-09"),
    ),
)

_THIRDS = ("2026-08-31", "2026-09-24", "2026-10-23")
_WAGES = {
    "张喆": (1640902, (546967, 546967, 546968)),
    "刘堃": (1200000, (400000, 400000, 400000)),
    "陈昇": (980050, (326683, 326683, 326684)),
    "杨犇": (2000000, (666667, 666667, 666666)),
    "尉迟䶮": (760000, (253333, 253333, 253334)),
}
_DAY = "2026-08-20"

WAGES = Expected(
    number="（2026）焦非诉人调字第03001号",
    centre="焦作市非诉讼服务中心人民调解委员会",
    title="张喆等五人与焦作市金山建筑劳务有限公司拖欠农民工工资纠纷",
    applicants=("张喆", "刘堃", "陈昇", "杨犇", "尉迟䶮"),
    respondents=(_COMPANY,),
    numbers={
        "张喆": "410821198506143315",
        "刘堃": "410822197903221518",
        "陈昇": "410882199109082712",
        "杨犇": "410825197601184511",
        "尉迟䶮": "410811199411301239",
        _COMPANY: "91410811MA0X1Y2T5X",
    },
    born={
        "张喆": "1985-06-14",
        "刘堃": "1979-03-22",
        "陈昇": "1991-09-08",
        "杨犇": "1976-01-18",
        "尉迟䶮": "1994-11-30",
    },
    ages={"张喆": 41, "刘堃": 47, "陈昇": 34, "杨犇": 50, "尉迟䶮": 31},
    sexes=dict.fromkeys(_WAGES, "男"),
    phones={
        "张喆": "13700000011",
        "刘堃": "13700000012",
        "陈昇": "13700000013",
        "杨犇": "13700000014",
        "尉迟䶮": "13700000015",
    },
    addresses={**dict.fromkeys(_WAGES, _SITE), _COMPANY: "焦作市山阳区人民路2号"},
    agents={**dict.fromkeys(("张喆", "刘堃", "陈昇", "尉迟䶮"), ("杨犇", "special")), _COMPANY: ("冯雪", "special")},
    claims=tuple((f"支付{name}工资", total) for name, (total, _parts) in _WAGES.items()),
    applied="2026-08-17",
    accepted="2026-08-17",
    mediation_ends="2026-09-01",
    inquiries=(),
    evidence=("张喆授权委托书", "刘堃授权委托书", "陈昇授权委托书", "尉迟䶮授权委托书"),
    meetings=(("2026-08-20 14:00", "达成书面协议"),),
    mediators=("王秀梅",),
    recorder="张海燕",
    concluded=_DAY,
    paid=tuple(
        (_COMPANY, name, total, tuple(zip(_THIRDS, parts, strict=True))) for name, (total, parts) in _WAGES.items()
    ),
    copies=8,
    facts=(
        *_by_hand("张喆", _DAY, "杨犇"),
        *_by_hand("刘堃", _DAY, "杨犇"),
        *_by_hand("陈昇", _DAY, "杨犇"),
        *_by_hand("杨犇", _DAY),
        *_by_hand("尉迟䶮", _DAY, "杨犇"),
        ("signed", _COMPANY, _DAY, "冯雪"),
        ("party_sealed", _COMPANY, _DAY, "冯雪"),
        ("mediator_signed", "王秀梅", _DAY, ""),
        ("committee_sealed", "", _DAY, ""),
    ),
    effect=_DAY,
    confirm="2026-09-21",
    review="2026-09-04",
    court="焦作市山阳区人民法院",
    representatives={_COMPANY: "郑怀远"},
    printed=(
        "编号：（2026）焦非诉人调字第03001号",
        "年龄41周岁", "年龄47周岁", "年龄34周岁", "年龄50周岁", "年龄31周岁",
        "合计65,809.52元（人民币陆万伍仟捌佰零玖元伍角贰分）",
        "16,409.02元", "12,000.00元", "9,800.50元", "20,000.00元", "7,600.00元",
        "5,469.67", "5,469.68", "4,000.00", "3,266.83", "3,266.84", "6,666.67", "6,666.66", "2,533.33", "2,533.34",
        "2026年8月31日前（含当日）", "2026年9月24日前（含当日）", "2026年10月23日前（含当日）",
        *(f"622848000000000001{last}" for last in range(1, 6)),
        "任何一期逾期超过三日的，未付部分全部到期",
        "本协议一式八份，当事人六方各一份，人民调解委员会一份，人民法院一份。",
        "委托代理人杨犇（代张喆",
    ),
    stages=(
        ("registered", "2026-08-17"),
        ("accepted", "2026-08-17"),
        ("mediating", _DAY),
        ("agreed", _DAY),
        ("performing", _DAY),
    ),
)  # fmt: skip

_MONTHS = tuple(f"2026-{month:02d}-05" for month in range(9, 13)) + tuple(f"2027-{m:02d}-05" for m in range(1, 9))

CARD = Expected(
    number="（2026）焦金融人调字第03001号",
    centre="焦作市金融纠纷人民调解委员会",
    title="周敏𬱖与某银行焦作分行信用卡纠纷",
    applicants=("周敏𬱖",),
    respondents=(_BANK,),
    numbers={"周敏𬱖": "41081119900501404X", _BANK: "91410800MA0B7K3C7X"},
    born={"周敏𬱖": "1990-05-01"},
    ages={"周敏𬱖": 36},
    sexes={"周敏𬱖": "女"},
    phones={"周敏𬱖": "13939100031"},
    addresses={"周敏𬱖": "焦作市山阳区太行街道锦祥花园6号楼", _BANK: "焦作市解放区民主路8号"},
    agents={_BANK: ("沈琳", "special")},
    claims=(("就信用卡欠款减免违约金、利息，分期偿还", None),),
    applied="2026-07-27",
    accepted="2026-07-27",
    mediation_ends="2026-08-26",
    inquiries=(),
    evidence=("无争议事实记载", "中立评估意见"),
    meetings=(("2026-08-03 15:00", "有待继续调解"), ("2026-08-10 15:00", "达成书面协议")),
    mediators=("张海燕",),
    recorder="李国庆",
    concluded="2026-08-10",
    paid=(
        (
            "周敏𬱖",
            _BANK,
            4075868,
            tuple((day, 339652 if day == "2027-08-05" else 339656) for day in _MONTHS),
        ),
    ),
    copies=4,
    facts=(
        *_by_hand("周敏𬱖", "2026-08-10"),
        ("signed", _BANK, "2026-08-10", "沈琳"),
        ("party_sealed", _BANK, "2026-08-10", "沈琳"),
        ("mediator_signed", "张海燕", "2026-08-10", ""),
        ("committee_sealed", "", "2026-08-10", ""),
    ),
    effect="2026-08-10",
    confirm="2026-09-09",
    court="焦作市解放区人民法院",
    representatives={_BANK: "高翔"},
    printed=(
        "编号：（2026）焦金融人调字第03001号",
        "姓名周敏𬱖性别女民族汉族年龄36周岁",
        "本金38,650.00元，利息4,217.36元，违约金1,932.50元，计至2026年7月31日，合计44,799.86元",
        "免除周敏𬱖违约金1,932.50元、利息的一半2,108.68元",
        "欠款40,758.68元（人民币肆万零柒佰伍拾捌元陆角捌分），分12期支付",
        "第一期2026年9月5日前（含当日）3,396.56",
        "第十一期2027年7月5日前（含当日）3,396.56",
        "第十二期2027年8月5日前（含当日）3,396.52",
        "累计逾期两期的，未还部分全部到期，已减免部分恢复",
        "自2026年8月1日起按期履行期间不再计收利息、违约金。",
        "依法如实报送征信",
        "本协议一式四份，当事人双方各一份，人民调解委员会一份，人民法院一份。",
    ),
    stages=(
        ("registered", "2026-07-27"),
        ("accepted", "2026-07-27"),
        ("mediating", "2026-08-03"),
        ("agreed", "2026-08-10"),
        ("performing", "2026-08-10"),
    ),
)

ALL = {"case1": LEAK, "case2": WAGES, "case3": CARD}
