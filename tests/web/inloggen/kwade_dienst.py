"""A provider on loopback that signs any identity token a test asks for."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey


class KwadeDienst:
    """Answers discovery, keys and tokens; the test decides what the token says."""

    def __init__(self) -> None:
        self.sleutel = RSAKey.generate_key(2048, {"kid": "echt"})
        self.ondertekent: Any = self.sleutel
        self.kop = {"alg": "RS256", "kid": "echt"}
        #: What differs from a good token; None takes a claim away.
        self.anders: dict[str, Any] = {}
        #: What differs from good metadata.
        self.gegevens: dict[str, Any] = {}
        self.zonder_id_token = False
        self.nonce = ""
        self.verzoeken: list[dict[str, str]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def note_begin(self, adres: str) -> str:
        """Read the address our application sends the browser to; returns its state."""
        vraag = {naam: waarden[0] for naam, waarden in parse_qs(urlsplit(adres).query).items()}
        self.nonce = vraag["nonce"]
        self.vraag = vraag
        return vraag["state"]

    def sign_with_secret(self, geheim: str) -> None:
        self.ondertekent = OctKey.import_key(geheim.encode())
        self.kop = {"alg": "HS256"}

    def sign_with_other_key(self) -> None:
        self.ondertekent = RSAKey.generate_key(2048, {"kid": "echt"})

    def make_id_token(self) -> str:
        nu = int(time.time())
        goed = {
            "iss": self.issuer, "sub": "s-1", "aud": "paraplu", "exp": nu + 300, "iat": nu,
            "nonce": self.nonce, "email": "k.jansen@ede.example", "email_verified": True,
        }  # fmt: skip
        claims = {n: w for n, w in (goed | self.anders).items() if w is not None}
        return jwt.encode(self.kop, claims, self.ondertekent, algorithms=[self.kop["alg"]])

    def answer(self, pad: str) -> dict[str, Any]:
        if pad == "/.well-known/openid-configuration":
            return {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/heen",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/jwks",
                "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
            } | self.gegevens
        if pad == "/jwks":
            return {"keys": [self.sleutel.as_dict(private=False)]}
        sleutels = {"access_token": "toegang", "token_type": "Bearer", "expires_in": 60}
        return sleutels if self.zonder_id_token else sleutels | {"id_token": self.make_id_token()}

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        dienst = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                inhoud = json.dumps(dienst.answer(urlsplit(self.path).path)).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(inhoud)))
                self.end_headers()
                self.wfile.write(inhoud)

            def do_POST(self) -> None:
                lengte = int(self.headers.get("Content-Length", 0))
                velden = parse_qs(self.rfile.read(lengte).decode())
                dienst.verzoeken.append({naam: w[0] for naam, w in velden.items()})
                self.do_GET()

            def log_message(self, *_args: object) -> None:
                """Nothing on the screen."""

        return Handler
