"""For functions/cli/contract-fuzz: documents whose type is no JSON are sent as they are."""

import schemathesis

_TEXTS = ("text/plain", "text/html", "text/markdown", "text/csv", "application/xml", "message/rfc822", "application/octet-stream")


def _as_it_is(_context, value):
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")


for _type in _TEXTS[1:6]:
    schemathesis.serializer(_type)(_as_it_is)


@schemathesis.hook
def filter_case(context, case):
    """A list as a document of text would be sent as text, and be a document like any other."""
    return case.media_type not in _TEXTS or isinstance(case.body, (str, bytes))
