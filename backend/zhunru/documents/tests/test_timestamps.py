"""Time stamps by RFC 3161, from an authority that a test runs on this machine; and when it fails."""

import http.server
import io
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from asn1crypto import keys, tsp, x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pytest_django import Settings

from zhunru.core.errors import DomainError
from zhunru.documents import signing
from zhunru.documents.signatures import timestamps
from zhunru.documents.tests import authority
from zhunru.documents.tests.authority import issued, pem_of, put
from zhunru.documents.tests.signed import sealed, sealed_by_two

Answer = Callable[[bytes], tuple[int, str, bytes]]
WHEN = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=1)
GOOD = "application/timestamp-reply"


def _asn1(certificate: object) -> x509.Certificate:
    return x509.Certificate.load(certificate.public_bytes(Encoding.DER))  # type: ignore[attr-defined]


def _store(certificate: object) -> SimpleCertificateStore:
    store = SimpleCertificateStore()
    store.register(_asn1(certificate))
    return store


STAMPER = DummyTimeStamper(
    _asn1(issued("某时间戳服务中心", tsa=True)),
    keys.PrivateKeyInfo.load(authority.KEY.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())),
    _store(authority.root()),
    fixed_dt=WHEN,
)


def good(asked: bytes) -> tuple[int, str, bytes]:
    return 200, GOOD, STAMPER.request_tsa_response(tsp.TimeStampReq.load(asked)).dump()


def of_another_paper(asked: bytes) -> tuple[int, str, bytes]:
    request = tsp.TimeStampReq.load(asked)
    request["message_imprint"]["hashed_message"] = bytes(32)
    return 200, GOOD, STAMPER.request_tsa_response(request).dump()


def of_another_question(asked: bytes) -> tuple[int, str, bytes]:
    request = tsp.TimeStampReq.load(asked)
    request["nonce"] = 7
    return 200, GOOD, STAMPER.request_tsa_response(request).dump()


def broken(asked: bytes) -> tuple[int, str, bytes]:
    content = bytearray(good(asked)[2])
    content[-20] ^= 1
    return 200, GOOD, bytes(content)


def refusing(_asked: bytes) -> tuple[int, str, bytes]:
    return 200, GOOD, tsp.TimeStampResp({"status": {"status": "rejection"}}).dump()


BAD: list[Answer] = [
    of_another_paper,
    of_another_question,
    broken,
    refusing,
    lambda _asked: (500, GOOD, b""),
    lambda asked: (200, "text/html", good(asked)[2]),
    lambda _asked: (200, GOOD, b"hello"),
    lambda _asked: (200, GOOD, bytes(timestamps.MOST_BYTES + 9)),
]


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            status, kind, content = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def trusted(var: Path, settings: Settings) -> None:
    put(var, "tsa.pem", pem_of(authority.root()))
    settings.SIGNING_TSA_ROOTS = str(var / "tsa.pem")


def stamps(pdf: bytes) -> list[datetime]:
    trusting = ValidationContext(trust_roots=[_asn1(authority.root())], allow_fetching=False)
    found = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
    told = [validate_pdf_signature(one, trusting, trusting).timestamp_validity for one in found]
    assert all(one.trusted for one in told if one)
    return [one.timestamp for one in told if one]


def test_every_signature_bears_the_authoritys_time(trusted: None, settings: Settings) -> None:
    with serving(good) as settings.SIGNING_TSA_URL:
        paper = sealed_by_two()
    assert stamps(paper) == [WHEN, WHEN]
    assert signing.verify(paper).holds


def test_without_an_authority_nothing_is_stamped() -> None:
    assert stamps(sealed()) == []


@pytest.mark.parametrize("answer", BAD)
def test_an_answer_that_is_no_good_stops_the_paper(trusted: None, settings: Settings, answer: Answer) -> None:
    with serving(answer) as settings.SIGNING_TSA_URL, pytest.raises(DomainError) as failure:
        sealed()
    assert failure.value.code == "no_time_stamp"
    assert "文书未签发" in failure.value.message


@pytest.mark.parametrize("answer", BAD)
def test_where_stamps_are_optional_the_paper_goes_without_and_the_log_says_so(
    settings: Settings, answer: Answer, caplog: pytest.LogCaptureFixture
) -> None:
    settings.SIGNING_TSA_REQUIRED = False
    with serving(answer) as settings.SIGNING_TSA_URL:
        paper = sealed()
    assert stamps(paper) == []
    assert signing.verify(paper).holds
    assert "without a time stamp" in caplog.text


def test_an_authority_that_is_down_or_silent_is_not_waited_for_long(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.SIGNING_TSA_URL = "http://127.0.0.1:9/"
    with pytest.raises(DomainError, match="时间戳服务"):
        sealed()
    monkeypatch.setattr(timestamps, "SECONDS", 0.2)
    ends = threading.Event()
    with serving(lambda asked: (ends.wait(5) and good(asked)) or (200, GOOD, b"")) as settings.SIGNING_TSA_URL:
        with pytest.raises(DomainError, match="时间戳服务"):
            sealed()
        ends.set()


def test_a_stranger_among_authorities_does_not_count(
    var: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(var, "tsa.pem", pem_of(issued("另一时间戳服务中心", key=authority.ROOT_KEY)))
    settings.SIGNING_TSA_ROOTS = str(var / "tsa.pem")
    with serving(good) as settings.SIGNING_TSA_URL:
        with pytest.raises(DomainError) as failure:
            sealed()
        assert "SIGNING_TSA_ROOTS" in failure.value.params["cause"]
        settings.SIGNING_TSA_ROOTS = ""
        assert stamps(sealed()) == [WHEN]


def test_a_stamp_changed_in_the_file_is_found(trusted: None, settings: Settings) -> None:
    """It lies in the room that no signature covers: its own must hold."""
    with serving(good) as settings.SIGNING_TSA_URL:
        paper = sealed()
    told, later = (day.strftime("%Y%m%d%H%M%S").encode().hex().encode() for day in (WHEN, WHEN + timedelta(days=400)))
    assert paper.count(told) == 1
    assert signing.verify(paper).holds
    assert not signing.verify(paper.replace(told, later)).holds
