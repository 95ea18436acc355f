"""The three cases that come to the counter, as the views their agreements are printed from."""

from __future__ import annotations

from datetime import UTC, date, datetime

from mediation_desk.documents.agreement_view import (
    AgentView,
    AgreementView,
    PartyKind,
    PartyView,
    ScheduleView,
    TermView,
)
from mediation_desk.domain.instalments import monthly_days, split_equally

WORDING = "2011.1-henan"

LEAK = AgreementView(
    wording=WORDING,
    number="（2026）木城人调字第03001号",
    centre="武陟县木城街道人民调解委员会",
    parties=(
        PartyView(
            role="申请人",
            kind=PartyKind.PERSON,
            name="王𠮷",
            sex="男",
            ethnicity="汉族",
            age=58,
            occupation="农民",
            phone="13839100001",
            identity="410823196803121212",
            address="武陟县木城街道和平街18号2单元3楼东户",
        ),
        PartyView(
            role="被申请人",
            kind=PartyKind.PERSON,
            name="李㛃",
            sex="女",
            ethnicity="回族",
            age=50,
            occupation="个体经营",
            phone="13839100002",
            identity="410823197511022129",
            address="武陟县木城街道和平街18号2单元4楼东户",
        ),
    ),
    facts=(
        "王𠮷与李㛃系上下楼邻居。2026年8月，李㛃家卫生间渗漏，致王𠮷家天花板、衣柜受损。王𠮷请求修复卫生间渗漏，并赔偿天花板、"
        "衣柜损失6,007.14元。经调解委员会2026年9月3日现场调查并拍照四张，双方对渗漏的原因、损失的范围和金额均无异议。"
    ),
    terms=(
        TermView(
            text=(
                "李㛃于2026年9月20日前（含当日）修复卫生间渗漏，费用自理；修复后做闭水试验24小时不渗漏，由双方验收签字。"
            )
        ),
        TermView(
            text=(
                "李㛃赔偿王𠮷6,007.14元（人民币陆仟零柒元壹角肆分）：2026年9月15日前（含当日）付3,000.00元，"
                "2026年10月31日前（含当日）付3,007.14元，均为现金，收款人出具收条。"
            )
        ),
        TermView(text="双方就本次漏水再无其他争议。"),
    ),
    performance="现金支付，收款人出具收条；修复工程由双方验收签字。各项期限见协议各条。",
    copies="本协议一式三份，当事人双方各一份，人民调解委员会一份。",
    mediators=("李国庆",),
    recorder="牛建军",
    issued=datetime(2026, 9, 8, 2, 21, tzinfo=UTC),
    code="MD-7Q2K-41",
)

_WORKERS = (
    ("张喆", "410821198506143315", "13700000011", 41, 1_640_902),
    ("刘堃", "410822197903221518", "13700000012", 47, 1_200_000),
    ("陈昇", "410882199109082712", "13700000013", 34, 980_050),
    ("杨犇", "410825197601184511", "13700000014", 50, 2_000_000),
    ("尉迟䶮", "410811199411301239", "13700000015", 31, 760_000),
)
_PAY_DAYS = (date(2026, 8, 31), date(2026, 9, 24), date(2026, 10, 23))
_YANG = AgentView(name="杨犇", authority="特别授权", phone="13700000014")

WAGES = AgreementView(
    wording=WORDING,
    number="（2026）焦非诉人调字第00217号",
    centre="焦作市非诉讼服务中心人民调解委员会",
    parties=(
        *(
            PartyView(
                role="申请人",
                kind=PartyKind.PERSON,
                name=name,
                sex="男",
                ethnicity="汉族",
                age=age,
                occupation="农民工",
                phone=phone,
                identity=identity,
                address="焦作市山阳区百间房街道工地宿舍",
                agents=() if name == "杨犇" else (_YANG,),
            )
            for name, identity, phone, age, _ in _WORKERS
        ),
        PartyView(
            role="被申请人",
            kind=PartyKind.ORGANISATION,
            name="焦作市金山建筑劳务有限公司",
            identity="91410811MA0X1Y2T5X",
            address="焦作市山阳区人民路2号",
            legal_representative="郑怀远",
            legal_representative_post="经理",
            agents=(AgentView(name="冯雪", authority="特别授权", phone="13700000020"),),
        ),
    ),
    facts=(
        "张喆、刘堃、陈昇、杨犇、尉迟䶮五人在焦作市金山建筑劳务有限公司承包的工地务工。双方核对，公司尚欠工资：张喆16,409.02元，"
        "刘堃12,000.00元，陈昇9,800.50元，杨犇20,000.00元，尉迟䶮7,600.00元，合计65,809.52元（人民币陆万伍仟捌佰零玖元伍角贰分）。"
    ),
    terms=(
        TermView(
            text=(
                "焦作市金山建筑劳务有限公司支付张喆、刘堃、陈昇、杨犇、尉迟䶮工资合计65,809.52元（人民币陆万伍仟捌佰零玖元伍角贰分），"
                "分三期支付，每人每期金额如下表，银行转账至各人账户（中国农业银行焦作分行6228480000000000011至"
                "6228480000000000015）。"
            ),
            schedules=tuple(
                ScheduleView(obligee=name, instalments=tuple(zip(_PAY_DAYS, split_equally(sum_, 3), strict=True)))
                for name, _, _, _, sum_ in _WORKERS
            ),
        ),
        TermView(text="任何一期逾期超过三日的，未付部分全部到期。"),
    ),
    performance="银行转账，分别于2026年8月31日前、9月24日前、10月23日前（均含当日）支付。",
    copies="本协议一式八份，当事人六方各一份，人民调解委员会一份，人民法院一份。",
    mediators=("王秀梅",),
    recorder="张海燕",
    issued=datetime(2026, 8, 20, 8, 5, tzinfo=UTC),
    code="MD-3F9C-07",
)

_CARD_DAYS = monthly_days(date(2026, 9, 5), 12)

CARD = AgreementView(
    wording=WORDING,
    number="（2026）焦金人调字第00088号",
    centre="焦作市金融纠纷人民调解委员会",
    parties=(
        PartyView(
            role="申请人",
            kind=PartyKind.PERSON,
            name="周敏𬱖",
            sex="女",
            ethnicity="汉族",
            age=36,
            occupation="教师",
            phone="13939100031",
            identity="41081119900501404X",
            address="焦作市山阳区太行街道锦祥花园6号楼",
        ),
        PartyView(
            role="被申请人",
            kind=PartyKind.ORGANISATION,
            name="某银行焦作分行",
            identity="91410800MA0B7K3C7X",
            address="焦作市解放区民主路8号",
            legal_representative="高翔",
            legal_representative_post="行长",
            agents=(AgentView(name="沈琳", authority="特别授权", phone="13939100032"),),
        ),
    ),
    facts=(
        "周敏𬱖持有某银行焦作分行信用卡。双方核对，计至2026年7月31日，欠款本金38,650.00元、利息4,217.36元、违约金1,932.50元，"
        "合计44,799.86元。周敏𬱖对违约金和催收方式有异议，曾于2026年7月6日投诉。"
    ),
    terms=(
        TermView(text="某银行焦作分行免除周敏𬱖违约金1,932.50元和利息的一半2,108.68元。"),
        TermView(
            text="周敏𬱖应还40,758.68元（人民币肆万零柒佰伍拾捌元陆角捌分），分十二期，自2026年9月起每月5日前（含当日）还款。",
            schedules=(
                ScheduleView(
                    obligee="某银行焦作分行",
                    instalments=tuple(zip(_CARD_DAYS, split_equally(4_075_868, 12), strict=True)),
                ),
            ),
        ),
        TermView(text="自2026年8月1日起按期履行期间不再计收利息、违约金。"),
        TermView(text="累计逾期两期的，未还部分全部到期，已减免部分恢复。"),
        TermView(text="某银行焦作分行依法如实报送征信信息。"),
    ),
    performance="存入周敏𬱖名下信用卡账户，由某银行焦作分行扣划。",
    copies="本协议一式四份，当事人双方各一份，人民调解委员会一份，人民法院一份。",
    mediators=("张海燕",),
    recorder="李国庆",
    issued=datetime(2026, 8, 10, 8, 40, tzinfo=UTC),
    code="MD-9B1D-22",
)

ALL = {"leak": LEAK, "wages": WAGES, "card": CARD}
