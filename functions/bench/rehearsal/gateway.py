"""Stands in for API Gateway's HTTP API: requests to events of format 2.0, by the template's routes, and back. It asks nobody for a proof."""

import base64
import http.client
import http.server
import json
import re
import threading
import time
import urllib.parse
import uuid

TRIES = 8


class Gateway:
    def __init__(self, port):
        gateway = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _answer(self):
                gateway.answer(self)

            do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = _answer

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        self.port = port
        self.address = f"http://127.0.0.1:{port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def lead_to(self, function, routes):
        self._function = function
        # as the gateway prefers them: the route with the fewest variables
        self._routes = sorted((route for route in routes if route != "$default"), key=lambda route: route.count("{"))

    def _route(self, method, path):
        for route in self._routes:
            its_method, its_path = route.split(" ", 1)
            pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(its_path))
            if its_method == method and (found := re.fullmatch(pattern, path)):
                return route, found.groupdict()
        return "$default", {}

    def answer(self, request):
        split = urllib.parse.urlsplit(request.path)
        path = urllib.parse.unquote(split.path)
        route, parameters = self._route(request.command, path)
        headers = {}
        for name, value in request.headers.items():
            headers[name.lower()] = f"{headers[name.lower()]},{value}" if name.lower() in headers else value
        event = {
            "version": "2.0",
            "routeKey": route,
            "rawPath": path,
            "rawQueryString": split.query,
            "headers": headers,
            "requestContext": {
                "accountId": "000000000000",
                "apiId": "rehearsal",
                "domainName": headers.get("host", ""),
                "requestId": str(uuid.uuid4()),
                "routeKey": route,
                "stage": "$default",
                "time": time.strftime("%d/%b/%Y:%H:%M:%S +0000", time.gmtime()),
                "timeEpoch": int(time.time() * 1000),
                "http": {"method": request.command, "path": path, "protocol": "HTTP/1.1", "sourceIp": "127.0.0.1", "userAgent": headers.get("user-agent", "")},
            },
            "isBase64Encoded": False,
        }
        if split.query:
            pairs = urllib.parse.parse_qs(split.query, keep_blank_values=True)
            event["queryStringParameters"] = {name: ",".join(values) for name, values in pairs.items()}
        if parameters:
            event["pathParameters"] = parameters
        if body := request.rfile.read(int(headers.get("content-length", 0))):
            event |= {"body": base64.b64encode(body).decode(), "isBase64Encoded": True}
        self._send(request, self._function.invoke(event))

    @staticmethod
    def _send(request, answer):
        body = answer.get("body") or ""
        content = base64.b64decode(body) if answer.get("isBase64Encoded") else body.encode()
        request.send_response(answer["statusCode"])
        for name, value in (answer.get("headers") or {}).items():
            request.send_header(name, value)
        request.send_header("content-length", str(len(content)))
        request.end_headers()
        if request.command != "HEAD":
            request.wfile.write(content)

    def ask(self, method, path, body=None, headers=None):
        """The status and the JSON of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, {"accept": "application/json"} | (headers or {}))
            response = connection.getresponse()
            text = response.read()
            return response.status, json.loads(text) if text else None
        finally:
            connection.close()

    def get(self, path):
        for _ in range(TRIES):
            status, answer = self.ask("GET", path)
            if status != 503:  # which asks to be asked again: LocalStack's first answers take longer than the API waits
                break
            time.sleep(1)
        if status != 200:
            raise AssertionError(f"GET {path}: {status} {answer}")
        return answer

    def stop(self):
        self._server.shutdown()
        self._server.server_close()
