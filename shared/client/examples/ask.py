"""Checks what an assistant wrote: python3 ask.py ADDRESS FILE, with quotemark.py beside it or on PYTHONPATH."""

import sys

from quotemark import Quotemark

answer = Quotemark(sys.argv[1]).check(open(sys.argv[2]).read(), "text/markdown")["answer"]
for statement in answer["statements"]:
    cite, origin = statement.get("cite", {}), statement.get("origin", {})
    print(statement["standing"], cite.get("value", "-"), origin.get("text", ""))
print(answer["corrected_text"])
