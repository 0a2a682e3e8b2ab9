"""The record protection of the transcripts in plain Python, straight from FIPS 197, SP 800-67, SP 800-38D and RFC 8439; none of it is
shared with src/. Only what seals: an implementation that is tested opens."""
import functools
import hmac

from plain import HASHES, value


# --- AES: FIPS 197 ---

def double(a):
    return a << 1 ^ (0x11b if a & 0x80 else 0)


def gf_power(a, n):
    out = 1
    for bit in bin(n)[2:]:
        for factor in [out] + ([a] if bit == "1" else []):
            product = 0
            for i in range(8):
                product ^= out if factor >> i & 1 else 0
                out = double(out)
            out = product
    return out


def s_box():
    table = []
    for a in range(256):
        b = gf_power(a, 254)  # the inverse, and 0 of 0
        table.append(0x63 ^ functools.reduce(lambda x, n: x ^ (b << n | b >> 8 - n) & 255, range(5), 0))
    return table


S_BOX = s_box()


@functools.lru_cache(None)
def aes_schedule(key):
    words = [list(key[i:i + 4]) for i in range(0, len(key), 4)]
    n, rcon = len(words), 1
    while len(words) < 4 * (n + 7):
        t = list(words[-1])
        if len(words) % n == 0:
            t = [S_BOX[b] for b in t[1:] + t[:1]]
            t[0] ^= rcon
            rcon = double(rcon)
        elif n > 6 and len(words) % n == 4:
            t = [S_BOX[b] for b in t]
        words.append([a ^ b for a, b in zip(words[-n], t)])
    return [sum(words[i:i + 4], []) for i in range(0, len(words), 4)]


def aes(key, block):
    rounds = aes_schedule(key)
    state = [a ^ b for a, b in zip(block, rounds[0])]
    for i, round_key in enumerate(rounds[1:], 1):
        state = [S_BOX[state[(c * 4 + r * 5) % 16]] for c in range(4) for r in range(4)]
        if i < len(rounds) - 1:
            mixed = []
            for c in range(0, 16, 4):
                column, all_of_it = state[c:c + 4], state[c] ^ state[c + 1] ^ state[c + 2] ^ state[c + 3]
                mixed += [column[r] ^ all_of_it ^ double(column[r] ^ column[(r + 1) % 4]) for r in range(4)]
            state = mixed
        state = [a ^ b for a, b in zip(state, round_key)]
    return bytes(state)


# --- DES in EDE: SP 800-67, with the tables of FIPS 46-3 ---

IP = [first - 8 * i for first in (58, 60, 62, 64, 57, 59, 61, 63) for i in range(8)]
E = [(4 * (i // 6) + i % 6 - 1) % 32 + 1 for i in range(48)]
P = [16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9, 19, 13, 30, 6, 22, 11, 4, 25]
PC1 = [57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11, 3, 60, 52, 44, 36,
       63, 55, 47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53, 45, 37, 29, 21, 13, 5, 28, 20, 12, 4]
PC2 = [14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2,
       41, 52, 31, 37, 47, 55, 30, 40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36, 29, 32]
DES_S = [[int(digit, 16) for digit in rows] for rows in (
    "e4d12fb83a6c5907" "0f74e2d1a6cb9538" "41e8d62bfc973a50" "fc8249175b3ea06d",
    "f18e6b34972dc05a" "3d47f28ec01a69b5" "0e7ba4d158c6932f" "d8a13f42b67c05e9",
    "a09e63f51dc7b428" "d709346a285ecbf1" "d6498f30b12c5ae7" "1ad069874fe3b52c",
    "7de3069a1285bc4f" "d8b56f03472c1ae9" "a690cb7df13e5284" "3f06a1d8945bc72e",
    "2c417ab6853fd0e9" "eb2c47d150fa3986" "421bad78f9c5630e" "b8c71e2d6f09a453",
    "c1af92680d34e75b" "af427c9561de0b38" "9ef528c3704a1db6" "432c95fabe17608d",
    "4b2ef08d3c975a61" "d0b7491ae35c2f86" "14bdc37eaf680592" "6bd814a7950fe23c",
    "d2846fb1a93e50c7" "1fd8a374c56b0e92" "7b419ce206adf358" "21e74a8dfc90356b")]
SHIFTS = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1]


def choose(n, bits, table):
    """The bits of an n of so many bits that the table names, from 1, the highest."""
    return functools.reduce(lambda out, i: out << 1 | n >> bits - i & 1, table, 0)


@functools.lru_cache(None)
def des_schedule(key):
    both, keys = choose(value(key), 64, PC1), []
    c, d = both >> 28, both & 0xfffffff
    for shift in SHIFTS:
        c, d = ((half << shift | half >> 28 - shift) & 0xfffffff for half in (c, d))
        keys.append(choose(c << 28 | d, 56, PC2))
    return keys


def des(keys, n):
    n = choose(n, 64, IP)
    left, right = n >> 32, n & 0xffffffff
    for key in keys:
        mixed, chosen = choose(right, 32, E) ^ key, 0
        for i, box in enumerate(DES_S):
            six = mixed >> 42 - 6 * i & 63
            chosen = chosen << 4 | box[16 * (six >> 4 & 2 | six & 1) + (six >> 1 & 15)]
        left, right = right, left ^ choose(chosen, 32, P)
    return choose(right << 32 | left, 64, [IP.index(i) + 1 for i in range(1, 65)])


def des3(key, block):
    one, two, three = (des_schedule(key[i:i + 8]) for i in (0, 8, 16))
    return des(three, des(two[::-1], des(one, value(block)))).to_bytes(8, "big")


def cbc(block_cipher, key, iv, text):
    out = iv
    for i in range(0, len(text), len(iv)):
        out += block_cipher(key, bytes(a ^ b for a, b in zip(out[-len(iv):], text[i:i + len(iv)])))
    return out[len(iv):]


# --- GCM: SP 800-38D, with a nonce of 12 bytes ---

def gcm_multiply(x, y):
    out = 0
    for i in range(128):
        if x >> 127 - i & 1:
            out ^= y
        y = y >> 1 ^ (0xe1 << 120 if y & 1 else 0)
    return out


def padded(data):
    return data + bytes(-len(data) % 16)


def gcm(key, nonce, text, additional):
    mask = b"".join(aes(key, nonce + i.to_bytes(4, "big")) for i in range(1, 2 + (len(text) + 15) // 16))
    sealed = bytes(a ^ b for a, b in zip(text, mask[16:]))
    h, tag = value(aes(key, bytes(16))), 0
    hashed = padded(additional) + padded(sealed) + (8 * len(additional)).to_bytes(8, "big") + (8 * len(sealed)).to_bytes(8, "big")
    for i in range(0, len(hashed), 16):
        tag = gcm_multiply(tag ^ value(hashed[i:i + 16]), h)
    return sealed + (tag ^ value(mask[:16])).to_bytes(16, "big")


# --- ChaCha20 and Poly1305: RFC 8439 ---

def chacha20_block(key, counter, nonce):
    def quarter(s, a, b, c, d):
        for x, y, z, n in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
            s[x] = s[x] + s[y] & 0xffffffff
            s[z] = ((s[z] ^ s[x]) << n | (s[z] ^ s[x]) >> 32 - n) & 0xffffffff
    first = b"expand 32-byte k" + key + counter.to_bytes(4, "little") + nonce
    first = [int.from_bytes(first[i:i + 4], "little") for i in range(0, 64, 4)]
    state = list(first)
    for _ in range(10):
        for i in range(4):
            quarter(state, i, i + 4, i + 8, i + 12)
        for i in range(4):
            quarter(state, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4)
    return b"".join((a + b & 0xffffffff).to_bytes(4, "little") for a, b in zip(state, first))


def chacha20_poly1305(key, nonce, text, additional):
    mask = b"".join(chacha20_block(key, i, nonce) for i in range(0, 1 + (len(text) + 63) // 64))
    sealed = bytes(a ^ b for a, b in zip(text, mask[64:]))
    r = int.from_bytes(mask[:16], "little") & 0x0ffffffc0ffffffc0ffffffc0fffffff
    hashed, tag = padded(additional) + padded(sealed) + len(additional).to_bytes(8, "little") + len(sealed).to_bytes(8, "little"), 0
    for i in range(0, len(hashed), 16):
        tag = (tag + int.from_bytes(hashed[i:i + 16] + b"\1", "little")) * r % (2**130 - 5)
    return sealed + (tag + int.from_bytes(mask[16:32], "little") & 2**128 - 1).to_bytes(16, "little")


# --- Records: RFC 5246 section 6.2.3, RFC 5288, RFC 7366, RFC 7905 ---

# cipher: key, fixed IV and block in bytes
SIZES = {"NULL": (0, 0, 0), "3DES_EDE_CBC": (24, 0, 8), "AES_128_CBC": (16, 0, 16), "AES_256_CBC": (32, 0, 16),
         "AES_128_GCM": (16, 4, 0), "AES_256_GCM": (32, 4, 0), "CHACHA20_POLY1305": (32, 12, 0)}


class Sealer:
    """What one side writes, from record to record."""
    def __init__(self, cipher, mac, mac_key, key, fixed_iv, encrypt_then_mac):
        self.cipher, self.mac, self.mac_key, self.key, self.fixed_iv, self.encrypt_then_mac = cipher, mac, mac_key, key, fixed_iv, encrypt_then_mac
        self.sequence = 0

    def authenticated(self, type_, content):
        return self.sequence.to_bytes(8, "big") + bytes([type_, 3, 3]) + len(content).to_bytes(2, "big")

    def tag(self, type_, content):
        return hmac.new(self.mac_key, self.authenticated(type_, content) + content, HASHES[self.mac]).digest()

    def cbc(self, text, iv):
        text += bytes([-(len(text) + 1) % len(iv)]) * (-(len(text) + 1) % len(iv) + 1)
        return iv + cbc(des3 if self.cipher == "3DES_EDE_CBC" else aes, self.key, iv, text)

    def fragment(self, type_, content, iv):
        sequence, additional = self.sequence.to_bytes(8, "big"), self.authenticated(type_, content)
        if self.cipher == "CHACHA20_POLY1305":
            nonce = bytes(a ^ b for a, b in zip(self.fixed_iv, bytes(4) + sequence))
            return chacha20_poly1305(self.key, nonce, content, additional)
        if self.cipher.endswith("GCM"):
            return sequence + gcm(self.key, self.fixed_iv + sequence, content, additional)
        if self.cipher == "NULL":
            return content + self.tag(type_, content)
        if not self.encrypt_then_mac:
            return self.cbc(content + self.tag(type_, content), iv)
        sealed = self.cbc(content, iv)
        return sealed + self.tag(type_, sealed)

    def seal(self, type_, content, iv):
        fragment = self.fragment(type_, content, iv)
        self.sequence += 1
        return bytes([type_, 3, 3]) + len(fragment).to_bytes(2, "big") + fragment
