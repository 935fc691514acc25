"""Rehearses the deployment of template.yaml without an account: see docs/deploy.md, "Rehearse without an account".

python functions/bench/rehearsal EMULATOR, from the project's folder, with LocalStack at $QUOTEMARK_LOCALSTACK_ENDPOINT and a JDK at $JAVA_HOME.
"""

import contextlib
import ctypes
import os
import pathlib
import shutil
import signal
import sys
import time

from expansion import Expansion, variables
from gateway import Gateway
from lambdas import Function, free_port
from mappings import QueueMapping, StreamMapping
from receiver import Receiver
from stack import Cloud, Stack
from steps import Steps

REGION = os.environ["AWS_DEFAULT_REGION"]
HOME = pathlib.Path("target/rehearsal")
SECRET_NAME = "/rehearsal/webhook"
SECRET = "whsec_cXVvdGVtYXJrIHRlc3RzIHVzZSB0aGlzIHNlY3JldCE="
BUS = "newsroom"
PR_SET_PDEATHSIG = 1


def line(began, what, figure):
    print(f"ok    {time.monotonic() - began:5.1f} s  {what}: {figure}", flush=True)


def parameters(receiver):
    """All that is off unless a parameter names it is on, but for what asks the internet."""
    return {
        "Name": "rehearsal",
        "Rates": "none",
        "ArchiveConcurrency": "2",
        "Feeds": "config/feeds.txt",
        "FetchHosts": "news.example.com",
        "EventBus": BUS,
        "WebhookUrl": receiver.address,
        "WebhookSecret": SECRET_NAME,
        "Exports": "on",
    }


def start(cloud, stack, expansion, emulator, receiver):
    """The functions that the parameters ask for, by their logical ids."""
    java = pathlib.Path(os.environ["JAVA_HOME"], "bin", "java")
    classpath = pathlib.Path("functions/bench/target/classpath").read_text()
    hosts = HOME / "hosts"
    hosts.write_text("127.0.0.1 news.example.com\n127.0.0.1 localhost\n")
    given = {"AWS_REGION": REGION, "AWS_ACCESS_KEY_ID": "rehearsal", "AWS_SECRET_ACCESS_KEY": "rehearsal"}
    given |= {f"AWS_ENDPOINT_URL_{service}": cloud.endpoint for service in ("S3", "SQS", "DYNAMODB", "SSM", "EVENTBRIDGE")}
    functions = {}
    for name, properties in expansion.functions.items():
        resolved = stack.rehearsed(name)
        if resolved is None:
            continue
        flags = receiver.trust() if name == "PublishChanges" else [f"-Djdk.net.hosts.file={hosts}"] if name == "FetchFeeds" else []
        functions[name] = Function(
            name, properties, variables(resolved) | given, expansion.jar(name), emulator, classpath, java, flags, HOME / f"{name}.log"
        )
    return functions


def mapped(cloud, stack, expansion, functions):
    mappings = []
    for name, properties in expansion.mappings.items():
        arn = stack.rehearsed(name)
        if arn is not None:
            kind = StreamMapping if ":dynamodb:" in arn else QueueMapping
            mappings.append(kind(name, properties, arn, functions[expansion.function_of(properties["FunctionName"])], cloud))
    return mappings


def listener(cloud):
    """A queue that a rule of the bus sends every event to."""
    url = cloud.sqs.create_queue(QueueName="rehearsal-told")["QueueUrl"]
    arn = cloud.sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
    cloud.events.put_rule(Name="all", EventBusName=BUS, EventPattern='{"source": ["quotemark"]}')
    cloud.events.put_targets(Rule="all", EventBusName=BUS, Targets=[{"Id": "told", "Arn": arn}])
    return url


def main(emulator):
    began = time.monotonic()
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir(parents=True)
    functions, mappings = {}, []
    with contextlib.ExitStack() as ended:
        cloud = Cloud(os.environ["QUOTEMARK_LOCALSTACK_ENDPOINT"], REGION)
        gateway = Gateway(free_port())
        ended.callback(gateway.stop)
        receiver = Receiver(free_port(), HOME, pathlib.Path(os.environ["JAVA_HOME"], "bin", "java"), SECRET)
        ended.callback(receiver.stop)
        chosen = parameters(receiver)
        cloud.ssm.put_parameter(Name=SECRET_NAME, Value=SECRET, Type="SecureString")
        expansion = Expansion("template.yaml", chosen, cloud.iam, cloud.account, REGION, gateway.address)
        line(began, "SAM's translator expands the template", f"{expansion.written} resources to {len(expansion.resources)}")
        stack = Stack(cloud, "rehearsal", expansion, chosen)
        line(began, "CloudFormation makes the stack", f"{len(stack.ids)} resources")
        print("      left out: " + ", ".join(f"{count} {kind}" for kind, count in sorted(expansion.counts().items())), flush=True)
        told = listener(cloud)
        functions = start(cloud, stack, expansion, emulator, receiver)
        ended.callback(lambda: [function.stop() for function in functions.values()])
        gateway.lead_to(functions["ServeApi"], expansion.routes)
        mappings = mapped(cloud, stack, expansion, functions)
        ended.callback(lambda: [mapping.stop() for mapping in mappings])
        for mapping in mappings:
            mapping.start()
        line(began, "functions under the runtime interface emulator", f"{len(functions)}, with {len(mappings)} event source mappings")
        steps = Steps(cloud, stack, functions, mappings, gateway, receiver, told)
        for step in (steps.answers_cold, steps.prices, steps.example, steps.removal, steps.events, steps.poison, steps.release,
                     steps.archive, steps.feeds, steps.schedules, steps.exports, steps.settled, steps.logs):
            try:
                figure = step()
            except Exception as failure:  # whatever it is, the rehearsal is over and says where
                print(f"FAIL  {time.monotonic() - began:5.1f} s  {step.__doc__}: {failure!r}", flush=True)
                for mapping in mappings:
                    print("\n".join(mapping.problems))
                for function in functions.values():
                    print(f"--- the end of {function.log}:\n{function.tail()}")
                return 1
            line(began, step.__doc__, figure)
        problems = [problem for mapping in mappings for problem in mapping.problems]
        for problem in problems:
            print(f"FAIL  {problem}")
        return 1 if problems else 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # and not without stopping the functions
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)  # nor where the script that started this is stopped
    sys.exit(main(sys.argv[1]))
