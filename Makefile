# make run 和 make test 会先备齐所需的一切（scripts/setup.py）；第二次只要几秒。
# Both commands first bring what they need; the second time that costs seconds.

PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test check bench faults simulate glyphs lock messages ready ready-to-test python

help: ## 显示本说明 · show this help
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 18

run: ready ## 打开示范工作台（没有屏幕时画成图片） · open the sample desk, or draw it into files where there is no screen
	@$(PYTHON) scripts/run.py

test: check ## 全部检查和测试 · all checks and tests
	@$(BIN)/pytest -n 2

check: ready-to-test ## 格式、规矩、类型、分层、译文 · format, rules, types, layers, translations
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/mypy --no-error-summary scripts bench
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python scripts/messages.py check
	@$(BIN)/pytest tests/test_house.py

bench: ready-to-test ## 量速度和内存，与限值对照 · measure speed and memory beside their limits
	@$(BIN)/python -m bench

faults: ready-to-test ## 断电式强杀各 50 次，及各种故障 · kill -9 fifty times each, and every other fault
	@$(BIN)/pytest tests/faults --kills 50 -n 2

SEEDS ?= 10000
simulate: ready-to-test ## 模拟多台工作台断网、崩溃、恢复备份（SEEDS=10000） · simulate desks apart, crashes, restored backups
	@$(BIN)/python -m tests.simulation $(SEEDS)

glyphs: ready-to-test ## 把国标三级的 87,887 个汉字全印出来再读回 · print every Han character of GB 18030 level 3 and read it back
	@$(BIN)/python scripts/glyphs.py

lock: ready-to-test ## 重写依赖锁定文件 · write the lock files anew
	@$(BIN)/python scripts/lock.py

messages: ready-to-test ## 列出还没有译文的句子 · list the sentences that lack their Chinese
	@$(BIN)/python scripts/messages.py extract

ready: python
	@$(PYTHON) scripts/setup.py run

ready-to-test: python
	@$(PYTHON) scripts/setup.py test

python:
	@command -v $(PYTHON) >/dev/null || { echo "缺 $(PYTHON)，请执行：apt-get install python3 · Missing $(PYTHON): apt-get install python3" >&2; exit 1; }
