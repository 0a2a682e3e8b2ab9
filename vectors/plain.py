"""The mathematics of the computed vectors in plain integers, straight from the RFCs and FIPS 186-4; none of it is shared with src/."""
import functools
import hashlib
import hmac

HASHES = {"MD5": "md5", "SHA-1": "sha1", "SHA-224": "sha224", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}


def digest(hash_, message):
    return hashlib.new(HASHES[hash_], message).digest()


def stream(label, size):
    """Bytes that stand for random ones: SHA-256 of the label and a counter."""
    out = b""
    while len(out) < size:
        out += hashlib.sha256(label.encode() + len(out).to_bytes(4, "big")).digest()
    return out[:size]


def number(n, size=None):
    return n.to_bytes((n.bit_length() + 7) // 8 if size is None else size, "big")


def value(data):
    return int.from_bytes(data, "big")


# --- The PRF: RFC 5246 section 5 ---

def prf(hash_, secret, label, seed, size):
    def mac(message):
        return hmac.new(secret, message, HASHES[hash_]).digest()
    seed = label.encode() + seed
    a, out = seed, b""
    while len(out) < size:
        a = mac(a)
        out += mac(a + seed)
    return out[:size]


# --- Primes and keys ---

def is_prime(n):
    """Miller and Rabin, with bases from a hash of n."""
    if any(n % p == 0 for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71)):
        return False
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd, twos = odd // 2, twos + 1
    for i in range(16):
        x = pow(2 + value(stream("base %d of %x" % (i, n), 32)) % (n - 3), odd, n)
        if x in (1, n - 1):
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def make_prime(label, bits, step=2):
    """The first prime = 1 mod step from a start of this many bits, of which the highest two are set."""
    start = value(stream(label, bits // 8)) | 3 << bits - 2
    n = start - start % step + 1
    while not is_prime(n):
        n += step
    return n


# --- Curves y^2 = x^3 - 3x + b: FIPS 186-4 appendix D ---

class Curve:
    def __init__(self, p, b, order, x, y):
        self.p, self.b, self.order, self.base = p, b, order, (x, y)
        self.size = (p.bit_length() + 7) // 8

    def add(self, one, other):
        if one is None or other is None:
            return one or other
        (x1, y1), (x2, y2), p = one, other, self.p
        if x1 == x2 and (y1 + y2) % p == 0:
            return None
        slope = ((3 * x1 * x1 - 3) * pow(2 * y1, -1, p) if one == other else (y2 - y1) * pow(x2 - x1, -1, p)) % p
        x = (slope * slope - x1 - x2) % p
        return x, (slope * (x1 - x) - y1) % p

    def double(self, point):
        """Of X/Z^2, Y/Z^3, which saves the division; None is the neutral element."""
        if point is None:
            return None
        (x, y, z), p = point, self.p
        s, m, yy = 4 * x * y * y % p, 3 * (x - z * z) * (x + z * z) % p, y * y % p
        x3 = (m * m - 2 * s) % p
        return x3, (m * (s - x3) - 8 * yy * yy) % p, 2 * y * z % p

    def add_affine(self, point, other):
        """The same of a point like that and a point as usual, which is another one."""
        if point is None:
            return (*other, 1)
        (x, y, z), (x2, y2), p = point, other, self.p
        u, v = (x2 * z * z - x) % p, (y2 * z * z * z - y) % p
        if u == 0:
            return self.double(point) if v == 0 else None
        uu, uuu = u * u % p, u * u * u % p
        x3 = (v * v - uuu - 2 * x * uu) % p
        return x3, (v * (x * uu - x3) - y * uuu) % p, u * z % p

    def multiply(self, k, point):
        out = None
        for bit in bin(k)[2:]:
            out = self.double(out)
            if bit == "1":
                out = self.add_affine(out, point)
        if out is None or out[2] == 0:
            return None
        over = pow(out[2], -1, self.p)
        return out[0] * over * over % self.p, out[1] * over * over * over % self.p

    def encode(self, point):
        return b"\4" + number(point[0], self.size) + number(point[1], self.size)

    def holds(self, x, y):
        return (y * y - x * x * x + 3 * x - self.b) % self.p == 0


CURVES = {
    "secp256r1": Curve(2**256 - 2**224 + 2**192 + 2**96 - 1, 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b,
                       0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551,
                       0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296,
                       0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5),
    "secp384r1": Curve(2**384 - 2**128 - 2**96 + 2**32 - 1,
                       0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef,
                       0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973,
                       0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7,
                       0x3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f),
    "secp521r1": Curve(2**521 - 1,
                       0x51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00,
                       2**521 - 2**260 + 0xa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409,
                       0xc6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66,
                       0x11839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650),
}


# --- X25519 and X448: RFC 7748 section 5 ---

X_CURVES = {"x25519": (2**255 - 19, 255, 121665, 9), "x448": (2**448 - 2**224 - 1, 448, 39081, 5)}


def x_function(name, scalar, u):
    p, bits, a24, _ = X_CURVES[name]
    k = bytearray(scalar)
    if name == "x25519":
        k[0], k[31] = k[0] & 248, k[31] & 127 | 64
    else:
        k[0], k[55] = k[0] & 252, k[55] | 128
    k, x1 = int.from_bytes(k, "little"), int.from_bytes(u, "little")
    x1 = (x1 % 2**255 if name == "x25519" else x1) % p
    x2, z2, x3, z3 = 1, 0, x1, 1
    for i in reversed(range(bits)):
        bit = k >> i & 1
        if bit:
            x2, z2, x3, z3 = x3, z3, x2, z2
        a, b, c, d = (x2 + z2) % p, (x2 - z2) % p, (x3 + z3) % p, (x3 - z3) % p
        aa, bb, da, cb = a * a % p, b * b % p, d * a % p, c * b % p
        e = (aa - bb) % p
        x3, z3 = (da + cb) ** 2 % p, x1 * (da - cb) ** 2 % p
        x2, z2 = aa * bb % p, e * (aa + a24 * e) % p
        if bit:
            x2, z2, x3, z3 = x3, z3, x2, z2
    return (x2 * pow(z2, -1, p) % p if z2 else 0).to_bytes(len(scalar), "little")


# --- RSA: RFC 8017 ---

# DER of DigestInfo up to the digest: RFC 8017 section 9.2
PREFIXES = {"SHA-1": "3021300906052b0e03021a05000414", "SHA-224": "302d300d06096086480165030402040500041c",
            "SHA-256": "3031300d060960864801650304020105000420", "SHA-384": "3041300d060960864801650304020205000430",
            "SHA-512": "3051300d060960864801650304020305000440"}


def digest_info(hash_, message, null=True):
    prefix = bytearray.fromhex(PREFIXES[hash_])
    if not null:
        oid_end = 6 + prefix[5]  # 30 n 30 n 06 n OID 05 00 04 n
        prefix[1] -= 2
        prefix[3] -= 2
        del prefix[oid_end:oid_end + 2]
    return bytes(prefix) + digest(hash_, message)


def pkcs1_block(info, size, kind=b"\0\1", fill=b"\xff"):
    return kind + fill * (size - 3 - len(info)) + b"\0" + info


def mgf1(hash_, seed, size):
    out = b""
    while len(out) < size:
        out += digest(hash_, seed + (len(out) // len(digest(hash_, b""))).to_bytes(4, "big"))
    return out[:size]


def pss_block(hash_, message, salt, bits, trailer=b"\xbc", first=b"\1"):
    """EMSA-PSS, with emBits = bits."""
    size = (bits + 7) // 8
    h = digest(hash_, bytes(8) + digest(hash_, message) + salt)
    db = bytes(size - len(salt) - len(h) - 2) + first + salt
    masked = bytearray(a ^ b for a, b in zip(db, mgf1(hash_, h, len(db))))
    masked[0] &= 0xff >> 8 * size - bits
    return bytes(masked) + h + trailer


# --- DSA and ECDSA, with the nonce of RFC 6979 ---

def nonce(hash_, q, x, h):
    size, excess = (q.bit_length() + 7) // 8, len(h) * 8 - q.bit_length()
    name = HASHES[hash_]

    def bits2int(data):
        return value(data) >> max(0, len(data) * 8 - q.bit_length())
    seed = number(x, size) + number(bits2int(h) % q, size)
    k, v = bytes(len(h)), b"\1" * len(h)
    for byte in (b"\0", b"\1"):
        k = hmac.new(k, v + byte + seed, name).digest()
        v = hmac.new(k, v, name).digest()
    while True:
        t = b""
        while len(t) < size:
            v = hmac.new(k, v, name).digest()
            t += v
        candidate = bits2int(t[:size])
        if 0 < candidate < q:
            return candidate
        k = hmac.new(k, v + b"\0", name).digest()
        v = hmac.new(k, v, name).digest()


def leftmost(h, q):
    return value(h) >> max(0, len(h) * 8 - q.bit_length())


def dsa_sign(hash_, p, q, g, x, message):
    h = digest(hash_, message)
    k = nonce(hash_, q, x, h)
    r = pow(g, k, p) % q
    return r, pow(k, -1, q) * (leftmost(h, q) + x * r) % q


def ecdsa_sign(hash_, curve, x, message):
    h, q = digest(hash_, message), curve.order
    k = nonce(hash_, q, x, h)
    r = curve.multiply(k, curve.base)[0] % q
    return r, pow(k, -1, q) * (leftmost(h, q) + x * r) % q


# --- Ed25519 and Ed448: RFC 8032 ---

class Edwards:
    """a x^2 + y^2 = 1 + d x^2 y^2"""
    def __init__(self, p, a, d, order, base, size, hash_, clamp):
        self.p, self.a, self.d, self.order, self.base, self.size, self.hash, self.clamp = p, a, d, order, base, size, hash_, clamp

    def add(self, one, other):
        (x1, y1), (x2, y2), p = one, other, self.p
        both = self.d * x1 * x2 * y1 * y2 % p
        return ((x1 * y2 + x2 * y1) * pow(1 + both, -1, p) % p, (y1 * y2 - self.a * x1 * x2) * pow(1 - both, -1, p) % p)

    def multiply(self, k, point):
        out = (0, 1)
        for bit in bin(k)[2:]:
            out = self.add(out, out)
            if bit == "1":
                out = self.add(out, point)
        return out

    def encode(self, point):
        return (point[1] | (point[0] & 1) << 8 * self.size - 1).to_bytes(self.size, "little")

    def secret(self, key):
        h = self.hash(key)
        return self.clamp(h[:self.size]), h[self.size:]

    @functools.lru_cache(None)
    def public(self, key):
        return self.encode(self.multiply(self.secret(key)[0], self.base))

    def sign(self, key, message):
        s, prefix = self.secret(key)
        dom = b"" if self.size == 32 else b"SigEd448\0\0"
        r = int.from_bytes(self.hash(dom + prefix + message), "little") % self.order
        point = self.encode(self.multiply(r, self.base))
        k = int.from_bytes(self.hash(dom + point + self.public(key) + message), "little") % self.order
        return point + ((r + k * s) % self.order).to_bytes(self.size, "little")


def clamp25519(data):
    k = bytearray(data)
    k[0], k[31] = k[0] & 248, k[31] & 127 | 64
    return int.from_bytes(k, "little")


def clamp448(data):
    k = bytearray(data)
    k[0], k[55], k[56] = k[0] & 252, k[55] | 128, 0
    return int.from_bytes(k, "little")


ED25519_P = 2**255 - 19
EDWARDS = {
    "ed25519": Edwards(ED25519_P, -1, -121665 * pow(121666, -1, ED25519_P) % ED25519_P, 2**252 + 27742317777372353535851937790883648493,
                       (15112221349535400772501151409588531511454012693041857206046113283949847762202,
                        46316835694926478169428394003475163141307993866256225615783033603165251855960), 32,
                       lambda data: hashlib.sha512(data).digest(), clamp25519),
    "ed448": Edwards(2**448 - 2**224 - 1, 1, -39081,
                     2**446 - 13818066809895115352007386748515426880336692474882178609894547503885,
                     (224580040295924300187604334099896036246789641632564134246125461686950415467406032909029192869357953282578032075146446173674602635247710,
                      298819210078481492676017930443930673437544040154080242095928241372331506189835876003536878655418784733982303233503462500531545062832660),
                     57, lambda data: hashlib.shake_256(data).digest(114), clamp448),
}


# --- DER ---

def der(tag, content):
    size = bytes([len(content)]) if len(content) < 128 else bytes([0x80 + (len(content).bit_length() + 7) // 8]) + number(len(content))
    return bytes([tag]) + size + content


def der_integer(n):
    return der(2, n.to_bytes(n.bit_length() // 8 + 1, "big"))


def der_pair(r, s):
    return der(0x30, der_integer(r) + der_integer(s))


def public_key_info(algorithm, key):
    """SubjectPublicKeyInfo; algorithm is the content of AlgorithmIdentifier."""
    return der(0x30, der(0x30, algorithm) + der(3, b"\0" + key))


OIDS = {"rsaEncryption": "06092a864886f70d010101", "dsa": "06072a8648ce380401", "ecPublicKey": "06072a8648ce3d0201",
        "secp256r1": "06082a8648ce3d030107", "secp384r1": "06052b81040022", "secp521r1": "06052b81040023", "ed25519": "06032b6570",
        "ed448": "06032b6571"}


def oid(name):
    return bytes.fromhex(OIDS[name])
