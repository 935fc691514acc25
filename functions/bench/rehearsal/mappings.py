"""Stands in for Lambda's event source mappings, as template.yaml writes them: of queues, and of a table's stream.

Receive counts and the way to the dead letters are the queues' own. One thing is quicker than on Lambda: what failed is visible again at once, not after
the queue's visibility timeout of ten minutes and more.
"""

import base64
import json
import threading
import time

from lambdas import Failed

MOST_AT_ONCE = 10
PAUSE = 0.2
IMAGES = ("Keys", "NewImage", "OldImage")


class Mapping(threading.Thread):
    def __init__(self, name, properties, arn, function, cloud):
        super().__init__(name=name, daemon=True)
        self.properties = properties
        self.arn = arn
        self.function = function
        self.cloud = cloud
        self.batches = []  # of each batch: how many, how many of them failed
        self.problems = []
        self.paused = threading.Event()
        self._stopping = threading.Event()

    def run(self):
        while not self._stopping.is_set():
            try:
                if self.paused.is_set() or not self.round():
                    self._stopping.wait(PAUSE)
            except Exception as problem:  # it is told at the end, and the mapping goes on, as Lambda's would
                self.problems.append(f"{self.name}: {problem!r}")
                self._stopping.wait(1)

    def stop(self):
        self._stopping.set()

    def invoke(self, records, identifier):
        """The identifiers of the records that failed."""
        everything = [identifier(record) for record in records]
        try:
            answer = self.function.invoke({"Records": records})
        except Failed:
            failed = everything
        else:
            failed = self._reported(answer, everything)
        self.batches.append((len(records), len(failed)))
        return failed

    def _reported(self, answer, everything):
        if "ReportBatchItemFailures" not in self.properties.get("FunctionResponseTypes", []) or not answer:
            return []
        failed = [failure.get("itemIdentifier") for failure in answer.get("batchItemFailures") or []]
        return failed if set(failed) <= set(everything) else everything  # Lambda takes a batch for failed that names what is not in it


class QueueMapping(Mapping):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.url = self.cloud.sqs.get_queue_url(QueueName=self.arn.rsplit(":", 1)[1])["QueueUrl"]

    def round(self):
        messages = self._receive(1)
        end = time.monotonic() + self.properties.get("MaximumBatchingWindowInSeconds", 0)
        while messages and len(messages) < self.properties["BatchSize"] and time.monotonic() < end:
            more = self._receive(0, len(messages))
            messages += more
            if not more:
                time.sleep(0.05)
        if not messages:
            return False
        failed = self.invoke([self._record(message) for message in messages], lambda record: record["messageId"])
        for message in messages:
            handle = {"QueueUrl": self.url, "ReceiptHandle": message["ReceiptHandle"]}
            if message["MessageId"] in failed:
                self.cloud.sqs.change_message_visibility(**handle, VisibilityTimeout=0)
            else:
                self.cloud.sqs.delete_message(**handle)
        return True

    def _receive(self, seconds, already=0):
        most = min(MOST_AT_ONCE, self.properties["BatchSize"] - already)
        asked = {"QueueUrl": self.url, "MaxNumberOfMessages": most, "WaitTimeSeconds": seconds, "AttributeNames": ["All"]}
        return self.cloud.sqs.receive_message(**asked).get("Messages", [])

    def _record(self, message):
        return {
            "messageId": message["MessageId"],
            "receiptHandle": message["ReceiptHandle"],
            "body": message["Body"],
            "attributes": message["Attributes"],
            "messageAttributes": {},
            "md5OfBody": message["MD5OfBody"],
            "eventSource": "aws:sqs",
            "eventSourceARN": self.arn,
            "awsRegion": self.cloud.region,
        }


class StreamMapping(Mapping):
    """In order, and again from the first change that failed."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self._after = {}
        self._filters = [json.loads(one["Pattern"]) for one in self.properties["FilterCriteria"]["Filters"]]

    def round(self):
        any_read = False
        for shard in self.cloud.streams.describe_stream(StreamArn=self.arn)["StreamDescription"]["Shards"]:
            any_read |= self._read(shard["ShardId"])
        return any_read

    def _read(self, shard):
        after = self._after.get(shard)
        place = {"ShardIteratorType": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": after} if after else {"ShardIteratorType": "TRIM_HORIZON"}
        iterator = self.cloud.streams.get_shard_iterator(StreamArn=self.arn, ShardId=shard, **place)["ShardIterator"]
        try:
            changes = self.cloud.streams.get_records(ShardIterator=iterator, Limit=self.properties["BatchSize"])["Records"]
        except self.cloud.streams.exceptions.TrimmedDataAccessException:  # DynamoDB Local gives out the oldest place and then does not know it
            return False
        if not changes:
            return False
        records = [self._record(change) for change in changes]
        wanted = [record for record in records if any(matches(pattern, record) for pattern in self._filters)]
        failed = self.invoke(wanted, lambda record: record["dynamodb"]["SequenceNumber"]) if wanted else []
        if failed:
            done = [one["dynamodb"]["SequenceNumber"] for one in records]
            first = min(done.index(number) for number in failed)
            self._after[shard] = done[first - 1] if first else after
            time.sleep(1)
        else:
            self._after[shard] = records[-1]["dynamodb"]["SequenceNumber"]
        return True

    def _record(self, change):
        told = {name: _items(value) if name in IMAGES else value for name, value in change["dynamodb"].items()}
        told["ApproximateCreationDateTime"] = int(told["ApproximateCreationDateTime"].timestamp())
        return change | {"dynamodb": told, "eventSource": "aws:dynamodb", "eventSourceARN": self.arn, "awsRegion": self.cloud.region}


def matches(pattern, value):
    """A filter of EventBridge, of which the template uses texts, prefixes and members."""
    if isinstance(pattern, list):
        return value is not None and any(value.startswith(one["prefix"]) if isinstance(one, dict) else value == one for one in pattern)
    return all(matches(inner, (value or {}).get(name)) for name, inner in pattern.items())


def _items(items):
    return {name: _attribute(value) for name, value in items.items()}


def _attribute(value):
    """As JSON has it: bytes in base64. A map without members has lost its type in the stream of DynamoDB Local."""
    if not value:
        return {"M": {}}
    ((kind, inner),) = value.items()
    if kind == "M":
        return {"M": _items(inner)}
    if kind == "L":
        return {"L": [_attribute(one) for one in inner]}
    return {"B": base64.b64encode(inner).decode()} if kind == "B" else value
