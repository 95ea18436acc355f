"""Words in a term that courts and reviewers stumble over (民诉法解释 Art. 358(5): 内容不明确). Hints only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mediation_desk.domain.finding import Finding, hint
from mediation_desk.domain.words import N_

UNCLEAR: Final = "民诉法解释第三百五十八条第五项（内容不明确）"
_SPAN: Final = "民法典第一千二百五十九条（以内、届满）"
_USAGE: Final = "民法典第五百八十六条、第五百八十七条（定金）"
_LIABILITY: Final = "法释〔2004〕12号《关于人民法院民事调解工作若干问题的规定》（违约责任可以约定，裁判不能约定）"
_SUPPORT: Final = "民法典第二十六条、第一千零五十九条、第一千零六十七条（抚养、扶养、赡养）"
_COMPENSATION: Final = "民法典第一百七十九条、第一千一百六十五条（赔偿损失；补偿）"

_BEFORE: Final = re.compile(r"[日号](?:以|之)?前(?!（含)")
_TWICE: Final = re.compile(r"(?<!连续)(?<!累计)逾期[一二两三四五六]?[二两三四五六]期")


@dataclass(frozen=True, slots=True)
class WordingRule:
    """``doubtful`` says whether a text is; ``basis`` is the rule it would break, in the words of the law."""

    doubtful: Callable[[str], bool]
    sentence: str
    basis: str = UNCLEAR


def _has(pattern: str | re.Pattern[str]) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda text: compiled.search(text) is not None


def _mixes(*words: str) -> Callable[[str], bool]:
    """Whether more than one of these words stands in the text."""
    return lambda text: sum(word in text for word in words) > 1


_RULES: Final = (
    WordingRule(_has(_BEFORE), N_("“前” alone leaves open whether the day itself counts. Write 前（含当日）."), _SPAN),
    WordingRule(_has(r"互不追究"), N_("“互不追究” says too much. Write: 双方就本次××再无其他争议。")),
    WordingRule(_has(_TWICE), N_("Say whether the overdue instalments are 连续 or 累计.")),
    WordingRule(
        _has(r"订金"),
        N_("“订金” is not 定金: only 定金 is a deposit that is forfeited or returned twofold."),
        _USAGE,
    ),
    WordingRule(_has(r"尽快|适时|及时(?!足额)|有能力时"), N_("No court can enforce “soon”. Write the day.")),
    WordingRule(
        _has(r"由(?:人民)?法院(?:判决|裁决|处理)|法院(?:另行)?裁判"),
        N_("An agreement cannot leave it to the court to decide. Write what is owed if it is not performed."),
        _LIABILITY,
    ),
    WordingRule(
        _mixes("补偿", "赔偿"),
        N_(
            "“补偿” and “赔偿” stand beside each other: 赔偿 answers for a wrong, 补偿 does not. Write the one that is meant."
        ),
        _COMPENSATION,
    ),
    WordingRule(
        _mixes("抚养", "扶养", "赡养"),
        N_("抚养 is of children, 扶养 between spouses or kin, 赡养 of parents. Write the one that is meant."),
        _SUPPORT,
    ),
)

_WAIVES: Final = re.compile(r"免除|减免|放弃|免收|不再主张")
_LAPSES: Final = re.compile(r"恢复|不再减免|减免.{0,12}(?:失效|无效|作废)|仍(?:应|须|需)|不因.{0,8}违约|不论是否")
_DATED: Final = re.compile(r"(?:计|算|截)至.{0,14}日")
_INTEREST: Final = re.compile(r"利息|罚息|违约金")
_AFTER: Final = re.compile(
    r"不再计|停止计|继续(?:计|按)|另行计|自.{0,12}起.{0,20}(?:计收|计算|计息)|之后.{0,10}(?:利息|违约金)"
)

WAIVER = WordingRule(
    lambda text: _WAIVES.search(text) is not None and _LAPSES.search(text) is None,
    N_("Something is waived: say whether the waiver lapses when the rest is not performed."),
)
INTEREST_AFTER = WordingRule(
    lambda text: bool(_DATED.search(text) and _INTEREST.search(text)) and _AFTER.search(text) is None,
    N_("Interest is reckoned up to a day: say what holds after that day."),
)


def wording_hints(text: str) -> tuple[Finding, ...]:
    """What is doubtful in the wording of one term, in the order of the rules; each once."""
    return tuple(hint(rule.sentence) for rule in broken(text))


def broken(text: str) -> Iterator[WordingRule]:
    """The rules that the wording of one term breaks."""
    yield from (rule for rule in _RULES if rule.doubtful(text))


def broken_by_all(texts: Sequence[str]) -> Iterator[WordingRule]:
    """The rules that only the terms together, with what goes before them, can keep or break."""
    whole = "\n".join(texts)
    yield from (rule for rule in (WAIVER, INTEREST_AFTER) if rule.doubtful(whole))
