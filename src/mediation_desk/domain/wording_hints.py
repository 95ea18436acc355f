"""Words in a term that courts and reviewers stumble over (民诉法解释 Art. 358(5): 内容不明确). Hints only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from mediation_desk.domain.finding import Finding, hint
from mediation_desk.domain.words import N_

_BEFORE: Final = re.compile(r"[日号](?:以|之)?前(?!（含)")
_TWICE: Final = re.compile(r"(?<!连续)(?<!累计)逾期[一二两三四五六]?[二两三四五六]期")

_RULES: Final[tuple[tuple[re.Pattern[str], str], ...]] = (
    (_BEFORE, N_("“前” alone leaves open whether the day itself counts. Write 前（含当日）.")),
    (re.compile(r"互不追究"), N_("“互不追究” says too much. Write: 双方就本次××再无其他争议。")),
    (_TWICE, N_("Say whether the overdue instalments are 连续 or 累计.")),
    (re.compile(r"订金"), N_("“订金” is not 定金: only 定金 is a deposit that is forfeited or returned twofold.")),
    (re.compile(r"尽快|适时|及时(?!足额)|有能力时"), N_("No court can enforce “soon”. Write the day.")),
    (
        re.compile(r"由(?:人民)?法院(?:判决|裁决|处理)|法院(?:另行)?裁判"),
        N_("An agreement cannot leave it to the court to decide. Write what is owed if it is not performed."),
    ),
)


def wording_hints(text: str) -> tuple[Finding, ...]:
    """What is doubtful in the wording, in the order of the rules; each once."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Finding]:
    for pattern, sentence in _RULES:
        if pattern.search(text):
            yield hint(sentence)
