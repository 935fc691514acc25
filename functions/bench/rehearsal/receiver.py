"""A receiver of webhooks behind TLS, which checks each signature as Standard Webhooks describes it."""

import base64
import hashlib
import hmac
import http.server
import json
import pathlib
import ssl
import subprocess
import threading

PASSWORD = "rehearsal"


class Receiver:
    """Keeps events by their ids. The first post of all gets a 503, as of a receiver that is just being deployed."""

    def __init__(self, port, folder, java, secret):
        self.secret = secret
        self.events = {}
        self.wrong = []
        self.refused = 0
        self.store = pathlib.Path(folder, "receiver.p12")
        self.address = f"https://127.0.0.1:{port}/hook"
        receiver = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                self.send_response(receiver.take(self.headers, body))
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self._certificate(pathlib.Path(java).parent / "keytool"))
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def _certificate(self, keytool):
        """Makes a key with its certificate; JVMs trust the store it lies in."""
        from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12

        self.store.unlink(missing_ok=True)
        subprocess.run(
            [keytool, "-genkeypair", "-alias", "receiver", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1",
             "-storetype", "PKCS12", "-keystore", self.store, "-storepass", PASSWORD],
            check=True, capture_output=True,
        )
        key, certificate, _ = pkcs12.load_key_and_certificates(self.store.read_bytes(), PASSWORD.encode())
        pem = self.store.with_suffix(".pem")
        pem.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + certificate.public_bytes(Encoding.PEM))
        return pem

    def trust(self):
        """Flags by which a JVM trusts this receiver."""
        return [f"-Djavax.net.ssl.trustStore={self.store}", f"-Djavax.net.ssl.trustStorePassword={PASSWORD}"]

    def take(self, headers, body):
        if not self.refused:
            self.refused += 1
            return 503
        signed = b".".join([headers["webhook-id"].encode(), headers["webhook-timestamp"].encode(), body])
        key = base64.b64decode(self.secret.removeprefix("whsec_"))
        expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        if expected not in headers["webhook-signature"].split(" "):
            self.wrong.append(headers["webhook-id"])
            return 401
        event = json.loads(body)
        self.events[event["id"]] = event
        return 204

    def types(self):
        return sorted(event["type"] for event in list(self.events.values()))

    def stop(self):
        self._server.shutdown()
        self._server.server_close()
