"""Where other implementations differ from the deviant traces, examined and named.

A difference holds for the traces of one peer that all its patterns match in full: where, the message before; sent, what came in
place of the next one, by name and joined with commas; got, the answer.
"""
import re
from typing import NamedTuple

OURS, LENIENT, WRONG, OPEN = "ours wrong", "theirs lenient", "theirs wrong", "RFC leaves it open"


class Difference(NamedTuple):
    peer: str
    where: str
    sent: str
    got: str
    whose: str
    clause: str
    name: str
    text: str

    def holds(self, peer, where, trace):
        sent = trace["id"].split("/", 2)[2]
        return peer == self.peer and all(re.fullmatch(pattern, text) for pattern, text in
                                         ((self.where, where), (self.sent, sent), (self.got, trace["got"])))


def unnamed(peer):
    return Difference(peer, "", "", "", "not examined yet", "", "other differences", "Nobody has looked at these yet.")


DIFFERENCES = [
    Difference("GnuTLS, server", "S:ServerHelloDone", r"C:ClientKeyExchange(,C:Certificate\(\w+\))?", "decode_error|illegal_parameter",
               LENIENT, "RFC 5246 section 7.4.6", "takes ClientKeyExchange without the Certificate that it asked for",
               "After a CertificateRequest a client without a suitable certificate MUST send a Certificate without certificates. The "
               "server goes on without one, as SSL 3.0 would after its alert no_certificate. What it refuses is the content of the "
               "ClientKeyExchange of these traces: with an honest one the handshake completes."),
    Difference("GnuTLS, server", "start", "C:ClientHello@unknown", "record_overflow", OPEN, "RFC 5246 appendix E.2",
               "reads an unknown record type as SSL 2.0",
               "A first byte above 127 begins the header of an SSL 2.0 record. A server that may take an SSL 2.0 CLIENT-HELLO reads it "
               "so, and finds a record that is too long. For a server that takes none it is a record of an unknown type, hence "
               "unexpected_message (section 6)."),
    Difference("GnuTLS, client", ".*", "S:HelloRequest", "unexpected_message", WRONG, "RFC 5246 section 7.4.1.1",
               "refuses HelloRequest in a handshake",
               "A client that is negotiating a session ignores it."),
    Difference("GnuTLS, client", "S:Finished", r"S:\w+", "closed without an alert", WRONG, "RFC 5246 section 7.2.2",
               "closes without an alert after the handshake",
               "Before it closes, an implementation MUST send the alert of a fatal error. The library leaves that to the program, and "
               "gnutls-cli sends none."),
]
