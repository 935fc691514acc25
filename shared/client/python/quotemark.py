"""The API of Quotemark for Python 3.9 and later: one file, no dependency.

    from quotemark import Quotemark

    client = Quotemark("http://127.0.0.1:8080")
    for claim in client.check("Shares of Brindlewick Lanterns plc (XXXX: BRWK) closed at 390p on Tuesday.",
                              published_at="2025-03-11")["claims"]:
        print(claim["verdict"], claim["text"], claim["reasons"][0])

Answers are the JSON of the contract (/v1/openapi.json) as dicts. Decimals are strings, so that no digit is lost: decimal.Decimal reads them.
Requests that a busy service refuses (429, 502 to 504) or that break off are asked again, up to four times, after what Retry-After says.
A stack in AWS: Quotemark(address, sign=aws_signature("eu-west-1")) signs with the keys of AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and
AWS_SESSION_TOKEN; Quotemark(address, sign=bearer(token)) sends a token.
"""

from __future__ import annotations

import email.utils
import hashlib
import hmac
import json
import os
import time
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime, timezone
from typing import Any, Callable, Dict, Iterator, Mapping, Optional, Union

__all__ = ["ApiProblem", "Quotemark", "aws_signature", "bearer"]

Json = Dict[str, Any]
Headers = Dict[str, str]
#: method, address and body of a request to the headers that it needs
Signer = Callable[[str, str, bytes], Headers]

_MOST_TRIES = 4
_PASSING = {429, 502, 503, 504}
_LONGEST_PAUSE = 30.0


class ApiProblem(Exception):
    """The API refused a request, or could not answer it (RFC 9457).

    status: of HTTP. code: stable, empty where the gateway answered. detail: what is wrong and what to do.
    """

    def __init__(self, status: int, code: str, title: str, detail: str) -> None:
        super().__init__(f"{status} {code}: {title}" + (f" ({detail})" if detail else ""))
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail


class Quotemark:
    """A client of one Quotemark. Threads may share it."""

    def __init__(self, address: str = "http://127.0.0.1:8080", sign: Optional[Signer] = None, timeout: float = 35.0) -> None:
        self._address = address.rstrip("/")
        self._sign = sign
        self._timeout = timeout

    def check(self, document: Union[str, bytes], content_type: str = "text/plain; charset=utf-8", **hints: Optional[str]) -> Json:
        """Checks a document and stores nothing.

        hints: published_at (RFC 3339 or a date), language, tickers (by commas), source, source_kind (news or generated).
        """
        body = document.encode() if isinstance(document, str) else document
        return self._call("POST", "/v1/check", hints, body, content_type)

    def submit(self, document: bytes, content_type: str, **hints: Optional[str]) -> str:
        """Hands a document in, to be checked and stored; the key of its upload. The same document is the same upload."""
        return str(self._call("POST", "/v1/articles", hints, document, content_type)["key"])

    def upload(self, key: str) -> Optional[Json]:
        """What became of an upload; None while it has not been looked at."""
        found = self._call("GET", "/v1/uploads", {"key": key})["uploads"]
        return found[0] if found else None

    def wait(self, key: str, seconds: float = 120.0) -> Json:
        """Waits until an upload is done, failed or removed.

        Raises TimeoutError where that takes longer than so many seconds.
        """
        end = time.monotonic() + seconds
        while True:
            upload = self.upload(key)
            if upload and upload["status"] != "processing":
                return upload
            if time.monotonic() > end:
                raise TimeoutError(f"{key} is not done after {seconds} seconds")
            time.sleep(0.5)

    def article(self, article: str) -> Json:
        """A stored article with its claims and verdicts."""
        return self._call("GET", "/v1/articles/" + _quoted(article))

    def articles(self, **filters: Union[str, int, None]) -> Iterator[Json]:
        """Stored articles, page by page as they are asked for. filters: listing, source, verdict, published_after …"""
        return self._pages("/v1/articles", "articles", filters)

    def claims(self, **filters: Union[str, int, None]) -> Iterator[Json]:
        """Claims across stored articles, likewise."""
        return self._pages("/v1/claims", "claims", filters)

    def claim(self, claim: str) -> Json:
        """One claim, by its id among all: 1f2e3d4c5b6a7988.c1."""
        return self._call("GET", "/v1/claims/" + _quoted(claim))

    def price(self, listing: str, day: Optional[str] = None) -> Optional[Json]:
        """The price of a day, or of the last session before it; None where none is in store. listing: XNAS:NVDA, FX:EURUSD."""
        try:
            return self._call("GET", f"/v1/listings/{_quoted(listing)}/price", {"as_of": day})
        except ApiProblem as problem:
            if problem.code == "no_price_in_store":
                return None
            raise

    def find_listings(self, text: str) -> Json:
        """Exchange and ticker by name, ticker or ISIN."""
        return self._call("GET", "/v1/listings/search", {"q": text})

    def evidence_needed(self) -> Iterator[Json]:
        """Which prices are missing, the most wanted first."""
        return self._pages("/v1/evidence-needed", "listings", {})

    def _pages(self, path: str, name: str, filters: Mapping[str, Union[str, int, None]]) -> Iterator[Json]:
        cursor: Optional[str] = None
        while True:
            page = self._call("GET", path, {"limit": 100, **filters, "cursor": cursor})
            yield from page[name]
            cursor = page["meta"]["next_cursor"]
            if cursor is None:
                return

    def _call(
        self,
        method: str,
        path: str,
        query: Mapping[str, Union[str, int, None]] = {},
        body: Optional[bytes] = None,
        content_type: Optional[str] = None,
    ) -> Json:
        given = {name: str(value) for name, value in query.items() if value is not None}
        address = self._address + path + ("?" + urllib.parse.urlencode(given, quote_via=urllib.parse.quote) if given else "")
        headers: Headers = {"content-type": content_type} if content_type else {}
        tries = 0
        while True:
            tries += 1
            signed = self._sign(method, address, body or b"") if self._sign else {}
            request = urllib.request.Request(address, body, {**headers, **signed}, method=method)
            try:
                with urllib.request.urlopen(request, timeout=self._timeout) as response:
                    answer: Json = json.load(response)
                    return answer
            except urllib.error.HTTPError as refused:
                if refused.code not in _PASSING or tries == _MOST_TRIES:
                    raise _problem(refused) from None
                pause = _pause(refused.headers.get("retry-after"), tries)
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                if tries == _MOST_TRIES:
                    raise
                pause = _pause(None, tries)
            time.sleep(pause)


def bearer(token: str) -> Signer:
    """For a stack with AuthMode JWT."""
    return lambda method, address, body: {"authorization": "Bearer " + token}


def aws_signature(region: str, environment: Mapping[str, str] = os.environ) -> Signer:
    """For a stack with AuthMode IAM: AWS Signature Version 4 with the keys of the environment.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
    """

    def sign(method: str, address: str, body: bytes) -> Headers:
        return _signed(method, address, body, region, environment, datetime.now(timezone.utc))

    return sign


def _signed(method: str, address: str, body: bytes, region: str, environment: Mapping[str, str], now: datetime) -> Headers:
    url = urllib.parse.urlsplit(address)
    moment = now.strftime("%Y%m%dT%H%M%SZ")
    digest = hashlib.sha256(body).hexdigest()
    headers: Headers = {"host": url.netloc, "x-amz-content-sha256": digest, "x-amz-date": moment}
    token = environment.get("AWS_SESSION_TOKEN")
    if token:
        headers["x-amz-security-token"] = token
    names = ";".join(sorted(headers))
    # the path is quoted once more than it is sent, as every service but S3 wants it
    canonical = "\n".join([
        method,
        urllib.parse.quote(url.path or "/"),
        "&".join(sorted(url.query.split("&"))) if url.query else "",
        "".join(f"{name}:{headers[name]}\n" for name in sorted(headers)),
        names,
        digest,
    ])
    scope = f"{moment[:8]}/{region}/execute-api/aws4_request"
    text = "\n".join(["AWS4-HMAC-SHA256", moment, scope, hashlib.sha256(canonical.encode()).hexdigest()])
    key = ("AWS4" + environment["AWS_SECRET_ACCESS_KEY"]).encode()
    for part in scope.split("/"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    credential = environment["AWS_ACCESS_KEY_ID"] + "/" + scope
    del headers["host"]
    headers["authorization"] = f"AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders={names}, Signature={signature}"
    return headers


def _quoted(part: str) -> str:
    return urllib.parse.quote(part, safe="")


def _pause(retry_after: Optional[str], tries: int) -> float:
    """Seconds: what Retry-After says, in seconds or as a date, else longer each time; 30 at the most."""
    wanted = 0.2 * 2 ** (tries - 1)
    if retry_after:
        try:
            wanted = float(retry_after)
        except ValueError:
            date = email.utils.parsedate_to_datetime(retry_after) if "," in retry_after else None
            wanted = (date - datetime.now(timezone.utc)).total_seconds() if date else wanted
    return min(max(wanted, 0.0), _LONGEST_PAUSE)


def _problem(refused: urllib.error.HTTPError) -> ApiProblem:
    """The gateway's own refusals are no problem documents."""
    try:
        said = json.load(refused)
        return ApiProblem(refused.code, said.get("code", ""), said.get("title", said.get("message", "refused")), said.get("detail", ""))
    except (ValueError, AttributeError):
        return ApiProblem(refused.code, "", "no problem document", "")
