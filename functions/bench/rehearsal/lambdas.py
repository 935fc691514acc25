"""The shaded jars as processes under AWS's Lambda runtime interface emulator, with AWS's runtime client for Java."""

import json
import os
import pathlib
import platform
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
import zipfile

# Each JVM would unpack it to the same place in /tmp, over the one that another has mapped; on Lambda each has a /tmp of its own
NATIVE = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI"
RUNTIME = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
# as Lambda's java25 starts a JVM; the heap is what it leaves of the function's memory
FLAGS = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Djava.net.preferIPv4Stack=true", "--enable-native-access=ALL-UNNAMED"]
HEAP_PERCENT = 85
LINES_OF_LOG = 8
LENGTH_OF_LINE = 500


class Failed(Exception):
    """The function did not answer with what its handler returned."""


class Function:
    """One environment of a function. As on Lambda it takes one event at a time."""

    def __init__(self, name, properties, variables, jar, emulator, classpath, java, flags, log):
        self.name = name
        self.handler = properties["Handler"]
        self.calls = 0
        self.slowest = 0.0
        self.log = pathlib.Path(log)
        self._timeout = properties["Timeout"]
        self._memory = int(variables["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"])
        self._variables = variables | {"AWS_LAMBDA_FUNCTION_NAME": name, "AWS_LAMBDA_FUNCTION_TIMEOUT": str(self._timeout)}
        runtime = [entry for entry in classpath.split(":") if "/aws-lambda-java-" in entry or "/utils-lite-" in entry]
        own = f"-D{NATIVE}={native_library(runtime, self.log.parent)}"
        self._java = [str(java), *FLAGS, own, f"-Xmx{self._memory * HEAP_PERCENT // 100}m", *flags, "-cp", ":".join([str(jar), *runtime]), RUNTIME]
        self._emulator = str(emulator)
        self._one = threading.Lock()
        self._process = None
        self.start()

    def start(self, handler=None):
        """Starts it anew, as a deployment does."""
        self.stop()
        self._port, runtime_port = free_port(), free_port()
        with open(self.log, "ab") as log:
            self._process = subprocess.Popen(
                [self._emulator, "--log-level", "warn", "--runtime-interface-emulator-address", f"127.0.0.1:{self._port}",
                 "--runtime-api-address", f"127.0.0.1:{runtime_port}", *self._java, handler or self.handler],
                env={"PATH": os.environ["PATH"], "HOME": str(self.log.parent)} | self._variables,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True,
            )

    def invoke(self, event):
        """What the handler returned."""
        with self._one:
            began = time.monotonic()
            answer = self._ask(json.dumps(event).encode())
            self.calls += 1
            self.slowest = max(self.slowest, time.monotonic() - began)
        if isinstance(answer, dict) and "errorMessage" in answer and "errorType" in answer:
            raise Failed(f"{self.name}: {answer['errorType']}: {answer['errorMessage']}")
        return answer

    def _ask(self, body):
        request = urllib.request.Request(f"http://127.0.0.1:{self._port}/2015-03-31/functions/function/invocations", data=body)
        for _ in range(100):
            try:
                with urllib.request.urlopen(request, timeout=self._timeout + 30) as response:
                    text = response.read()
                break
            except urllib.error.HTTPError as error:
                raise Failed(f"{self.name}: the emulator answers {error.code}: {error.read()[:300]!r}") from error
            except urllib.error.URLError as error:  # it does not listen yet
                if not isinstance(error.reason, ConnectionRefusedError) or self._process.poll() is not None:
                    raise Failed(f"{self.name}: {error.reason}") from error
                time.sleep(0.1)
        else:
            raise Failed(f"{self.name}: the emulator does not listen")
        try:
            return json.loads(text) if text else None
        except ValueError as error:  # "Task timed out after …"
            raise Failed(f"{self.name}: {text[:300]!r}") from error

    def lines(self):
        return self.log.read_text(errors="replace").splitlines()

    def tail(self):
        told = [line for line in self.lines() if not line.startswith(("START ", "END ", "REPORT ", "SLF4J"))]
        return "\n".join(f"  {line[:LENGTH_OF_LINE]}" for line in told[-LINES_OF_LOG:])

    def stop(self):
        """Ends the emulator and the JVM, which is a process group of its own in the same session."""
        if self._process is None:
            return
        for process in session(self._process.pid):
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self._process.wait()
        self._process = None


def native_library(runtime, folder):
    """The runtime client's native library, unpacked once."""
    name = f"libaws-lambda-jni.linux-{platform.machine().replace('aarch64', 'aarch_64')}.so"
    unpacked = (folder / name).absolute()
    if not unpacked.exists():
        client = next(jar for jar in runtime if "/aws-lambda-java-runtime-interface-client-" in jar)
        with zipfile.ZipFile(client) as jar:
            unpacked.write_bytes(jar.read("jni/" + name))
    return unpacked


def session(leader):
    """The processes of a session."""
    found = []
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[3]) == leader:
            found.append(int(stat.parent.name))
    return found


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
