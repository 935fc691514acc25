"""What the rehearsal does on the stack, and what must come of it. Each step says what it found, or raises."""

import json
import os
import pathlib
import subprocess
import time
import urllib.parse

SAMPLE = pathlib.Path("functions/local/src/main/resources/sample")
PATIENCE = 60
# LocalStack answers a first call later than the API waits; callers then get a 503 and ask again
SLOW_START = ("ServeApi", "request_failed")
EXAMPLE = [
    ("FX_PAIR", "380 billion yuan ($52.4 billion)", "verified"),
    ("MOVE_PCT", "risen 0.7%", "verified_loose"),
    ("PRICE_LEVEL", "risen 0.7% to HK$139.40", "verified_loose"),
    ("PRICE_LEVEL", "ended Monday at HK$135.70", "verified"),
    ("MOVE_PCT", "down 2%", "verified"),
    ("PRICE_LEVEL", "closed at HK$138.50", "verified"),
]


def until(what, look, seconds=PATIENCE):
    """The first thing that `look` finds."""
    end = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > end:
            raise AssertionError(f"after {seconds} s still no {what}")
        time.sleep(0.5)
    return found


def equal(found, expected, what):
    if found != expected:
        raise AssertionError(f"{what}: expected {expected!r}, found {found!r}")


class Steps:
    def __init__(self, cloud, stack, functions, mappings, gateway, receiver, told):
        self.cloud = cloud
        self.stack = stack
        self.functions = functions
        self.mappings = mappings
        self.gateway = gateway
        self.receiver = receiver
        self.told = told  # address of a queue that a rule of the bus sends events to
        self.bucket = stack.ids["Bucket"]

    def put(self, key, content):
        self.cloud.s3.put_object(Bucket=self.bucket, Key=key, Body=content)

    def upload(self, key):
        """The record of an upload that has come to its end."""
        rows = self.gateway.get("/v1/uploads?key=" + urllib.parse.quote(key, safe=""))["uploads"]
        return next((row for row in rows if row["status"] != "processing"), None)

    def article(self, key):
        record = until(f"end of {key}", lambda: self.upload(key))
        equal(record["status"], "done", f"{key}, {record.get('reason')}")
        return self.gateway.get("/v1/articles/" + record["articles"][0])

    def quotemark(self, *arguments):
        """A command of ./quotemark on the stack, with LocalStack in AWS's place."""
        environment = os.environ | {
            "AWS_ENDPOINT_URL": self.cloud.endpoint,
            "AWS_ENDPOINT_URL_CLOUDFORMATION": self.cloud.endpoint,
            "AWS_REGION": self.cloud.region,
            "AWS_ACCESS_KEY_ID": "rehearsal",
            "AWS_SECRET_ACCESS_KEY": "rehearsal",
        }
        command = ["./quotemark", *arguments, "--stack", self.stack.name]
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240, check=False)
        if ended.returncode:
            raise AssertionError(f"{' '.join(command)} ended with {ended.returncode}: {ended.stdout[-2000:]}{ended.stderr[-2000:]}")
        return ended.stdout

    # ---- the steps, in their order

    def answers_cold(self):
        """serve-api answers a request of the gateway"""
        equal(self.gateway.get("/v1/articles")["articles"], [], "articles of an empty stack")
        equal(self.gateway.ask("GET", "/v1/nowhere")[0], 404, "an unknown address")
        return f"cold in {self.functions['ServeApi'].slowest:.1f} s"

    def prices(self):
        """price files go from the bucket to the table"""
        files = sorted((SAMPLE / "prices").glob("*.csv"))
        for file in files:
            self.put("prices/" + file.name, file.read_bytes())
        self.settled()
        bars = [bar for one in self.gateway.get("/v1/listings/XHKG:9988/prices?from=2025-01-01&to=2025-12-31")["series"] for bar in one["bars"]]
        equal(len(bars), 2, "sessions of XHKG:9988")
        return f"{len(files)} files, {len(bars)} sessions of XHKG:9988"

    def example(self):
        """the example goes from the bucket to GET /v1/articles/{id} with its verdicts"""
        key = "inbox/alibaba-own-words.txt"
        began = time.monotonic()
        self.put(key, (SAMPLE / "articles" / "alibaba-own-words.txt").read_bytes())
        article = self.article(key)
        took = time.monotonic() - began
        found = [(claim["kind"], claim["text"], claim["verdict"]) for claim in article["claims"]]
        equal(found, EXAMPLE, "claims of the example")
        return f"{len(found)} verdicts in {took:.1f} s"

    def removal(self):
        """a removal takes the article away"""
        key = "inbox/second.html"
        self.put(key, (SAMPLE / "articles" / "brindlewick-monday.html").read_bytes())
        article = self.article(key)["id"]
        self.cloud.s3.delete_object(Bucket=self.bucket, Key=key)
        until("404 for the article", lambda: self.gateway.ask("GET", "/v1/articles/" + article)[0] == 404)
        removed = until("removed article", lambda: [row for row in self.gateway.get("/v1/removed")["removed"] if row["id"] == article])
        return f"404, listed among {len(removed)} removed"

    def events(self):
        """changes are told by the stream, to the bus and to the webhook"""
        expected = ["article.checked", "article.checked", "article.removed"]
        until(f"signed posts of {expected}", lambda: self.receiver.types() == expected)
        told = []

        def on_the_bus():
            for message in self.cloud.sqs.receive_message(QueueUrl=self.told, MaxNumberOfMessages=10, WaitTimeSeconds=1).get("Messages", []):
                told.append(json.loads(message["Body"])["detail-type"])
            return sorted(told) == expected

        until(f"{expected} on the bus", on_the_bus)
        equal(self.receiver.wrong, [], "events with a wrong signature")
        equal(self.receiver.refused, 1, "posts that were refused at first")
        return f"{len(self.receiver.events)} posted, {len(told)} on the bus; the one that was refused came again"

    def poison(self):
        """a poisoned message goes to the dead letters alone"""
        mapping = self._mapping("ArticlesQueue")
        mapping.paused.set()
        time.sleep(2)
        self.cloud.sqs.send_message(QueueUrl=self.stack.ids["ArticlesQueue"], MessageBody="poison {")
        self.put("inbox/beside-poison.txt", (SAMPLE / "articles" / "brindlewick-order.txt").read_bytes())
        until("two waiting messages", lambda: self.cloud.waiting(self.stack.ids["ArticlesQueue"]) == 2)
        before = len(mapping.batches)
        mapping.paused.clear()
        self.article("inbox/beside-poison.txt")
        most = self._most_receives("ArticlesQueue")
        until("dead letter", lambda: self.cloud.waiting(self.stack.ids["ArticlesDeadLetters"]) == 1)
        batches = mapping.batches[before:]
        equal((sum(failed for _, failed in batches), sum(size for size, _ in batches)), (most, most + 1), "failed and all deliveries")
        self.cloud.sqs.purge_queue(QueueUrl=self.stack.ids["ArticlesDeadLetters"])
        return f"{most} deliveries, the article beside it once"

    def release(self):
        """a release that cannot start makes dead letters, and ./quotemark replay brings them back"""
        function = self.functions["ParseUploads"]
        function.start("io.quotemark.parse.NoSuchHandler::handleRequest")
        self.put("inbox/released.txt", (SAMPLE / "articles" / "brindlewick-slip.txt").read_bytes())
        until("dead letter", lambda: self.cloud.waiting(self.stack.ids["UploadsDeadLetters"]) == 1, 120)
        function.start()
        listed = self.quotemark("failed")
        if "UploadsDeadLetters: 1 dead letter" not in listed:
            raise AssertionError(f"./quotemark failed says: {listed}")
        self.quotemark("replay", "--dead-letters")
        verdicts = {claim["text"]: claim["verdict"] for claim in self.article("inbox/released.txt")["claims"]}
        equal(verdicts.get("rose 3.8%"), "contradicted", "verdict on the example's mistake")
        equal(self.cloud.waiting(self.stack.ids["UploadsDeadLetters"]), 0, "dead letters that are left")
        return f"after {self._most_receives('UploadsQueue')} deliveries, and one more that stores it"

    def schedules(self):
        """every schedule starts what it names"""
        names = [row["Name"] for row in self.cloud.scheduler.list_schedules(MaxResults=100)["Schedules"]]
        equal(len(names), len(self.stack.of("AWS::Scheduler::Schedule")), "schedules")
        for name in names:
            target = self.cloud.scheduler.get_schedule(Name=name)["Target"]
            event = target["Input"].replace("<aws.scheduler.scheduled-time>", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()))
            if ":sqs:" in target["Arn"]:
                url = self.cloud.sqs.get_queue_url(QueueName=target["Arn"].rsplit(":", 1)[1])["QueueUrl"]
                self.cloud.sqs.send_message(QueueUrl=url, MessageBody=event)
            else:
                self.functions[target["Arn"].split(":")[6]].invoke(json.loads(event))
        self.settled()
        return f"{len(names)} of them"

    def exports(self):
        """the nightly export of today writes files"""
        tomorrow = time.strftime("%Y-%m-%dT00:20:00Z", time.gmtime(time.time() + 24 * 60 * 60))
        self.cloud.sqs.send_message(QueueUrl=self.stack.ids["OutgoingQueue"], MessageBody=json.dumps({"type": "export", "at": tomorrow}))
        today = time.strftime("/date=%Y-%m-%d/", time.gmtime())
        expected = {"claims", "claims-parquet", "removed"}
        keys = until("exported files", lambda: (found := [key for key in self._keys("exports/") if today in key]) and expected <= {key.split("/")[1] for key in found} and found)
        return f"{len(keys)} of claims and removed articles"

    def feeds(self):
        """fetch-feeds says what it could not fetch, of a feed and of a page that a caller asked for"""
        self.put("config/feeds.txt", b"https://news.example.com/feed.xml | Rehearsal\n")
        self.cloud.sqs.send_message(QueueUrl=self.stack.ids["FetchQueue"], MessageBody='{"type": "feeds"}')
        state = until("state of the feed", lambda: self._keys("feeds/feed/"))
        feed = json.loads(self.cloud.s3.get_object(Bucket=self.bucket, Key=state[0])["Body"].read())
        asked = json.dumps({"url": "https://news.example.com/story.html"})
        status, answer = self.gateway.ask("POST", "/v1/articles", asked, {"content-type": "application/json"})
        equal(status, 202, f"POST /v1/articles, {answer}")
        record = until("end of the request", lambda: self.upload(answer["key"]))
        why = "robots.txt of news.example.com cannot be read"
        equal((feed["outcome"], record["status"], why in record["reason"]), (why, "failed", True), f"what became of them, {record['reason']}")
        return why

    def archive(self):
        """a document below inbox/archive/ takes the archives' queues"""
        mappings = [self._mapping(queue) for queue in ("ArchiveQueue", "ArchiveArticlesQueue")]
        self.put("inbox/archive/of-past-years.txt", (SAMPLE / "articles" / "alibaba-own-words.txt").read_bytes().replace(b"380", b"381"))
        self.article("inbox/archive/of-past-years.txt")
        batches = [len(mapping.batches) for mapping in mappings]
        equal(batches, [1, 1], "batches of the archives' queues")
        return "one batch of each"

    def settled(self):
        """every queue is empty"""
        try:
            until("end of all work", lambda: not self._waiting(), 2 * PATIENCE)
        except AssertionError as late:
            raise AssertionError(f"{late}; there wait {self._waiting()}") from late
        return f"{len(self._queues())} queues"

    def logs(self):
        """every line that the functions log is JSON, and no error but of the poisoned message"""
        errors, others = [], []
        for name, function in self.functions.items():
            for line in function.lines():
                if line.startswith("{"):
                    told = json.loads(line)
                    if told["level"] == "ERROR" and (name, told["event"]) != SLOW_START:
                        errors.append((name, told["event"]))
                elif name != "ParseUploads" and not line.startswith(("START ", "END ", "REPORT ")):  # where a release could not start
                    others.append((name, line))
        equal(others, [], "lines that are no JSON")
        most = self._most_receives("ArticlesQueue")
        equal(errors, [("EnrichArticles", "message_failed")] * most, "errors")
        return f"{most} lines of it"

    def _queues(self):
        return self.stack.of("AWS::SQS::Queue")

    def _waiting(self):
        return {name: count for name, url in self._queues().items() if (count := self.cloud.waiting(url))}

    def _keys(self, prefix):
        return [one["Key"] for one in self.cloud.s3.list_objects_v2(Bucket=self.bucket, Prefix=prefix).get("Contents", [])]

    def _mapping(self, queue):
        name = self.stack.ids[queue].rsplit("/", 1)[1]
        return next(mapping for mapping in self.mappings if mapping.arn.endswith(":" + name))

    def _most_receives(self, queue):
        policy = self.cloud.sqs.get_queue_attributes(QueueUrl=self.stack.ids[queue], AttributeNames=["RedrivePolicy"])
        return int(json.loads(policy["Attributes"]["RedrivePolicy"])["maxReceiveCount"])
