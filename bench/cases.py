"""Made-up cases, the same for the same seed: common words are common in them and rare ones rare, as in a register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import accumulate
from random import Random
from uuid import UUID

from mediation_desk.domain.fields import Record
from mediation_desk.domain.records import Agreement, Case, Meeting, Party, StageChange, Subject, Term
from mediation_desk.journal.ids import Identities

FIRST_DAY = date(2015, 1, 1)
DAYS = 4_300

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛单仇解区查尉"
)
_GIVEN = "伟芳娜敏静强磊军洋勇艳杰娟涛明超秀霞平刚桂英红玉兰华建国文志梅春林海燕波宁云龙辉鹏宇欣怡晨曦琪瑶昊泽梓涵翀颢喆堃䶮㛃"
_PLACES = ("解放区", "山阳区", "中站区", "马村区", "修武县", "博爱县", "武陟县", "温县", "沁阳市", "孟州市")
_ROADS = ("人民路", "和平街", "焦东路", "塔南路", "建设路", "迎宾路", "太行路", "民主路", "解放路", "龙源路")
_SUBJECT_WORDS = (
    "楼上漏水", "欠付工资", "借款未还", "占用通道", "噪声扰民", "彩礼返还", "赡养老人", "物业收费", "交通事故", "退还押金", "承包土地",
    "院墙越界", "装修质量", "合伙清算", "电梯停运", "采光受阻", "宠物咬伤", "苗木毁损", "快递丢失", "鱼塘污染",
)  # fmt: skip
_ACTIONS = (
    "双方多次协商未果", "一方到现场查看", "村委会曾上门劝解", "邻居均可作证", "双方核对了账目", "请求赔偿损失",
    "要求限期修复", "对金额没有异议",
    "对责任各执一词", "愿意互谅互让", "同意分期给付", "提出书面申请", "提交了照片和收据", "申请调解委员会主持调解", "当场表示歉意",
    "担心影响今后往来", "希望一次了结", "保留了通话记录", "提出应由保险承担", "认为费用过高",
)  # fmt: skip
_RARE = ("鸵鸟", "玻璃钢", "鲸骨", "磷肥", "钟乳石", "擀面杖", "茯苓", "唢呐", "犀角", "榫卯", "氆氇", "鼋头")


@dataclass(frozen=True, slots=True)
class Graph:
    """A case with what hangs on it, as records in the order they are written."""

    case: Case
    others: tuple[Record, ...]

    @property
    def records(self) -> tuple[Record, ...]:
        """All of it."""
        return (self.case, *self.others)


class Maker:
    """Makes graphs of one centre. ``mediators`` are ids of its register."""

    def __init__(self, centre_id: UUID, mediators: tuple[UUID, ...], seed: int = 2026) -> None:
        self._random = random = Random(seed)
        self._centre_id = centre_id
        self._mediators = mediators
        start = datetime(2026, 11, 24, tzinfo=UTC)
        ticks = (start + timedelta(milliseconds=n) for n in range(1 << 40))
        self._ids = Identities(lambda: next(ticks), random.getrandbits)
        self._weights = {
            n: list(accumulate(1 / (k + 1.5) for k in range(n))) for n in (len(_SUBJECT_WORDS), len(_ACTIONS))
        }
        self._serial = 0

    def graphs(self, count: int, characters: int = 400) -> Iterator[Graph]:
        """``count`` whole graphs: case, two parties, stage, meeting, agreement, three terms."""
        for _ in range(count):
            case, subjects, parties, stage = self._registered(characters)
            meeting = self._meeting(case, parties)
            agreement = self._agreement(case, subjects)
            yield Graph(case, (*subjects, *parties, stage, meeting, agreement, *self._terms(agreement, parties)))

    def registered(self, count: int, characters: int = 300) -> Iterator[Graph]:
        """``count`` cases with two parties and a stage only, as a register of many years holds them."""
        for _ in range(count):
            case, subjects, parties, stage = self._registered(characters)
            yield Graph(case, (*subjects, *parties, stage))

    def name(self) -> str:
        """A person's name, of two characters or three."""
        random = self._random
        return random.choice(_SURNAMES) + "".join(random.choices(_GIVEN, k=random.choice((1, 2, 2))))

    def text(self, characters: int) -> str:
        """About so many characters of a mediator's prose."""
        random, parts, length = self._random, [], 0
        while length < characters:
            what = self._pick(_SUBJECT_WORDS)
            part = f"因{what}，{random.choice(_PLACES)}{random.choice(_ROADS)}{random.randrange(1, 300)}号住户{self._pick(_ACTIONS)}；"
            if random.random() < 0.004:
                part += f"另涉及{random.choice(_RARE)}一件。"
            parts.append(part)
            length += len(part)
        return "".join(parts)

    def _pick(self, words: tuple[str, ...]) -> str:
        return self._random.choices(words, cum_weights=self._weights[len(words)])[0]

    def _registered(self, characters: int) -> tuple[Case, list[Subject], list[Party], StageChange]:
        random = self._random
        self._serial += 1
        accepted = FIRST_DAY + timedelta(days=random.randrange(DAYS))
        subjects = [self._subject() for _ in range(2)]
        what = self._pick(_SUBJECT_WORDS)
        case = Case(
            id=self._ids.new(),
            centre_id=self._centre_id,
            number=f"（{accepted.year}）焦量人调字第01{self._serial:06d}号",
            number_year=accepted.year,
            number_infix="01",
            number_serial=self._serial,
            rules_on=accepted,
            title=f"{subjects[0].name}与{subjects[1].name}{what}纠纷",
            dispute_class=random.choice(("neighbour_water", "neighbour", "maintenance", "inheritance", "divorce")),
            applied_on=accepted,
            accepted_on=accepted,
            facts=self.text(characters),
            mediator_ids=(random.choice(self._mediators),),
            people=2,
        )
        parties = [
            Party(
                id=self._ids.new(), centre_id=self._centre_id, case_id=case.id, subject_id=s.id, side=side, position=n
            )
            for n, (s, side) in enumerate(zip(subjects, ("applicant", "respondent"), strict=True))
        ]
        stage = random.choices(("accepted", "agreed", "archived"), (1, 2, 6))[0]
        step = StageChange(id=self._ids.new(), centre_id=self._centre_id, case_id=case.id, stage=stage, on=accepted)
        return case, subjects, parties, step

    def _subject(self) -> Subject:
        random = self._random
        born = date(1945, 1, 1) + timedelta(days=random.randrange(22_000))
        return Subject(
            id=self._ids.new(),
            centre_id=self._centre_id,
            name=self.name(),
            sex=random.choice(("1", "2")),
            born_on=born,
            document_type="111",
            document_number=f"4108{random.randrange(1, 90):02d}{born:%Y%m%d}{random.randrange(10_000):04d}",
            occupation="个体经营",
            phone=f"13{random.randrange(10**9):09d}",
            address=f"焦作市{random.choice(_PLACES)}{random.choice(_ROADS)}{random.randrange(1, 300)}号",
        )

    def _meeting(self, case: Case, parties: list[Party]) -> Meeting:
        return Meeting(
            id=self._ids.new(),
            centre_id=self._centre_id,
            case_id=case.id,
            position=0,
            at=datetime(2026, 9, 8, 1, 30, tzinfo=UTC),
            place="调解室",
            mediator_ids=case.mediator_ids,
            recorder=self.name(),
            present_ids=tuple(p.id for p in parties),
            minutes=self.text(120),
        )

    def _agreement(self, case: Case, subjects: list[Subject]) -> Agreement:
        first, second = (s.name for s in subjects)
        return Agreement(
            id=self._ids.new(),
            centre_id=self._centre_id,
            case_id=case.id,
            number=case.number,
            facts=f"{first}与{second}{self.text(80)}",
            method="现金支付，收款人出具收条。",
            mediator_ids=case.mediator_ids,
            recorder=self.name(),
        )

    def _terms(self, agreement: Agreement, parties: list[Party]) -> list[Term]:
        payer, payee = (parties[1].id,), (parties[0].id,)
        due = date(2026, 12, 31)
        new = partial(Term, centre_id=self._centre_id, case_id=agreement.case_id, agreement_id=agreement.id)
        return [
            new(id=self._ids.new(), position=0, term_kind="pay", obligor_ids=payer, obligee_ids=payee,
                 amount=self._random.randrange(10_000, 9_000_000), due=due, method="现金"),
            new(id=self._ids.new(), position=1, term_kind="act", obligor_ids=payer, text="修复受损部位并清理现场",
                 due=due),
            new(id=self._ids.new(), position=2, text="双方就本次纠纷再无其他争议"),
        ]  # fmt: skip
