#include "arithmetic/pss.h"

#include "arithmetic/pkcs1.h"
#include "crypto/hash.h"

#define ENCODING_MAX 1024

/*@ ghost
  // Which block of the mask a byte lies in, and where.
  /@ requires inside: 0 < hash_size(hash) && counter * hash_size(hash) <= i < counter * hash_size(hash) + hash_size(hash);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures block: i / hash_size(hash) == counter;
     ensures place: i % hash_size(hash) == i - counter * hash_size(hash); @/
  void pss_mask_place(enum tls12_hash hash, uint32_t counter, uint32_t i)
  {
    /@ assert sizes: hash_size(hash) == 16 || hash_size(hash) == 20 || hash_size(hash) == 28 || hash_size(hash) == 32 ||
                     hash_size(hash) == 48 || hash_size(hash) == 64; @/
  }

  // Bytes and the octets of their number are the same text.
  /@ requires size: 0 < k <= 1024 && first + n <= k;
     requires memory: \valid_read(em + (0 .. k - 1));
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures text: with_bytes(empty_text, em + first, n) == with_octets(empty_text, value(em, k), k, first, n); @/
  void pss_octets_text(const uint8_t *em, uint32_t k, uint32_t first, uint32_t n)
  {
    pkcs1_octets(em, k);
    uint32_t i = 0;
    /@ loop invariant range: i <= n;
       loop invariant text: with_bytes(empty_text, em + first, i) == with_octets(empty_text, value(em, k), k, first, i);
       loop assigns i;
       loop variant n - i; @/
    while (i < n) {
      /@ assert octet: octet(value(em, k), k, first + i) == em[first + i]; @/
      i++;
      /@ assert bytes: with_bytes(empty_text, em + first, i) ==
           longer(with_bytes(empty_text, em + first, i - 1), (em + first)[i - 1]); @/
      /@ assert byte: (em + first)[i - 1] == em[first + i - 1]; @/
      /@ assert octets: with_octets(empty_text, value(em, k), k, first, i) ==
           longer(with_octets(empty_text, value(em, k), k, first, i - 1), octet(value(em, k), k, first + i - 1)); @/
    }
  }

  // DB and its octets are the same text.
  /@ requires size: 0 < k <= 1024 && first + n <= size <= k;
     requires memory: \valid_read(em + (0 .. k - 1)) && \valid_read(db + (0 .. size - 1));
     requires data: \forall integer i; 0 <= i < size ==>
       db[i] == data_octet(hash, pss_seed(value(em, k), k, h), value(em, k), k, top, i);
     terminates \true;
     exits \false;
     assigns \nothing;
     ensures text: \forall text t; with_bytes(t, db + first, n) ==
       with_data(t, hash, pss_seed(value(em, k), k, h), value(em, k), k, top, first, n); @/
  void pss_data_text(const uint8_t *em, uint32_t k, const uint8_t *db, uint32_t size, enum tls12_hash hash, uint32_t h,
                     uint32_t top, uint32_t first, uint32_t n)
  {
    uint32_t i = 0;
    /@ loop invariant range: i <= n;
       loop invariant text: \forall text t; with_bytes(t, db + first, i) ==
         with_data(t, hash, pss_seed(value(em, k), k, h), value(em, k), k, top, first, i);
       loop assigns i;
       loop variant n - i; @/
    while (i < n) {
      i++;
      /@ assert bytes: \forall text t; with_bytes(t, db + first, i) ==
           longer(with_bytes(t, db + first, i - 1), (db + first)[i - 1]); @/
      /@ assert byte: (db + first)[i - 1] == db[first + i - 1]; @/
      /@ assert octets: \forall text t;
           with_data(t, hash, pss_seed(value(em, k), k, h), value(em, k), k, top, first, i) ==
           longer(with_data(t, hash, pss_seed(value(em, k), k, h), value(em, k), k, top, first, i - 1),
                  data_octet(hash, pss_seed(value(em, k), k, h), value(em, k), k, top, first + i - 1)); @/
    }
  }
*/

/* Hash(seed || C), seed as long as the hash. */
/*@ requires hash: 0 < hash_size(hash) && counter < 256;
    requires memory: \valid_read(seed + (0 .. hash_size(hash) - 1)) && \valid(block + (0 .. TLS12_HASH_SIZE_MAX - 1));
    requires separated: \separated(block + (0 .. TLS12_HASH_SIZE_MAX - 1), seed + (0 .. hash_size(hash) - 1));
    terminates \true;
    exits \false;
    assigns block[0 .. TLS12_HASH_SIZE_MAX - 1];
    ensures block: digest_at(block, hash_size(hash), hash,
                             with_counter(with_bytes{Pre}(empty_text, seed, hash_size(hash)), counter)); */
static void mask_block(enum tls12_hash hash, const uint8_t *seed, uint32_t counter, uint8_t *block)
{
  struct tls12_hash_context context;
  const uint8_t C[4] = {0, 0, 0, (uint8_t)counter};
  tls12_hash_init(&context, hash);
  tls12_hash_update(&context, seed, tls12_hash_size(hash));
  //@ assert one: \forall text t; with_bytes(t, &C[0], 1) == longer(t, 0);
  //@ assert two: \forall text t; with_bytes(t, &C[0], 2) == longer(longer(t, 0), 0);
  //@ assert three: \forall text t; with_bytes(t, &C[0], 3) == longer(longer(longer(t, 0), 0), 0);
  //@ assert four: \forall text t; with_bytes(t, &C[0], 4) == longer(longer(longer(longer(t, 0), 0), 0), counter);
  //@ assert seed: hashed(&context) == with_bytes{Pre}(empty_text, seed, hash_size(hash));
  tls12_hash_update(&context, C, 4);
  /*@ assert counter: hashed(&context) == with_counter(with_bytes{Pre}(empty_text, seed, hash_size(hash)), counter); */
  tls12_hash_final(&context, block);
}

/* Block `counter` of the mask to out[at ..], as far as n bytes reach; where it ends. */
/*@ requires hash: 0 < hash_size(hash) && counter < 256 && at == counter * hash_size(hash) && at < n <= 1024;
    requires memory: \valid_read(seed + (0 .. hash_size(hash) - 1)) && \valid(out + (0 .. n - 1));
    requires separated: \separated(out + (0 .. n - 1), seed + (0 .. hash_size(hash) - 1));
    terminates \true;
    exits \false;
    assigns out[at .. n - 1];
    ensures end: \result == (at + hash_size(hash) < n ? at + hash_size(hash) : n);
    ensures mask: \forall integer k; at <= k < \result ==>
      out[k] == mask_octet(hash, with_bytes{Pre}(empty_text, seed, hash_size(hash)), k); */
static uint32_t mask_part(uint8_t *out, uint32_t at, uint32_t n, enum tls12_hash hash, const uint8_t *seed,
                          uint32_t counter)
{
  uint8_t block[TLS12_HASH_SIZE_MAX];
  const uint32_t h = tls12_hash_size(hash), end = n - at > h ? at + h : n;
  mask_block(hash, seed, counter, block);
  /*@ loop invariant range: at <= i <= end;
      loop invariant mask: \forall integer k; at <= k < i ==>
        out[k] == mask_octet(hash, with_bytes{Pre}(empty_text, seed, hash_size(hash)), k);
      loop assigns i, out[at .. n - 1];
      loop variant end - i; */
  for (uint32_t i = at; i < end; i++) {
    //@ ghost pss_mask_place(hash, counter, i);
    //@ assert place: i / hash_size(hash) == counter && i % hash_size(hash) == i - at;
    out[i] = block[i - at];
  }
  return end;
}

/* MGF1: n bytes. */
/*@ requires hash: 0 < hash_size(hash) && n <= 1024;
    requires memory: \valid_read(seed + (0 .. hash_size(hash) - 1)) && \valid(out + (0 .. n - 1));
    requires separated: \separated(out + (0 .. n - 1), seed + (0 .. hash_size(hash) - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. n - 1];
    ensures mask: \forall integer i; 0 <= i < n ==>
      out[i] == mask_octet(hash, with_bytes{Pre}(empty_text, seed, hash_size(hash)), i); */
static void mgf1(uint8_t *out, uint32_t n, enum tls12_hash hash, const uint8_t *seed)
{
  uint32_t at = 0;
  /*@ loop invariant range: at <= n && 0 <= counter && counter <= at;
      loop invariant place: at < n ==> at == counter * hash_size(hash);
      loop invariant seed: kept{Pre,Here}(seed, 0, hash_size(hash));
      loop invariant mask: \forall integer k; 0 <= k < at ==>
        out[k] == mask_octet(hash, with_bytes{Pre}(empty_text, seed, hash_size(hash)), k);
      loop assigns at, counter, out[0 .. n - 1];
      loop variant n - at; */
  for (uint32_t counter = 0; at < n; counter++) at = mask_part(out, at, n, hash, seed, counter);
}

/* How many values the leftmost byte may have. */
/*@ terminates \true;
    exits \false;
    assigns \nothing;
    ensures top: \result == pss_top(bits); */
static uint32_t top_of(uint32_t bits)
{
  switch (bits % 8) {
  case 0: return 256;
  case 1: return 2;
  case 2: return 4;
  case 3: return 8;
  case 4: return 16;
  case 5: return 32;
  case 6: return 64;
  default: return 128;
  }
}

/* A byte of DB: in the leftmost one the bits that do not count are zero. */
/*@ requires top: top == 2 || top == 4 || top == 8 || top == 16 || top == 32 || top == 64 || top == 128 || top == 256;
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures byte: \result == unmasked(octet, mask, i, top); */
static uint8_t unmask(uint8_t octet, uint8_t mask, uint32_t i, uint32_t top)
{
  //@ assert byte: (uint8_t)(octet ^ mask) == (octet ^ mask);
  const uint8_t both = (uint8_t)(octet ^ mask);
  //@ assert both: both == (octet ^ mask);
  //@ assert rest: (uint8_t)(both % top) == both % top;
  return (uint8_t)(i == 0 ? both % top : both);
}

/* db, which is the mask, becomes `in` unmasked. */
/*@ requires size: 0 < n <= 1024;
    requires top: top == 2 || top == 4 || top == 8 || top == 16 || top == 32 || top == 64 || top == 128 || top == 256;
    requires memory: \valid(db + (0 .. n - 1)) && \valid_read(in + (0 .. n - 1));
    requires separated: \separated(db + (0 .. n - 1), in + (0 .. n - 1));
    terminates \true;
    exits \false;
    assigns db[0 .. n - 1];
    ensures data: \forall integer i; 0 <= i < n ==> db[i] == unmasked(\old(in[i]), \old(db[i]), i, top); */
static void apply_mask(uint8_t *db, const uint8_t *in, uint32_t n, uint32_t top)
{
  /*@ loop invariant range: i <= n;
      loop invariant done: \forall integer j; 0 <= j < i ==>
        db[j] == unmasked(\at(in[j], Pre), \at(db[j], Pre), j, top);
      loop invariant rest: \forall integer j; i <= j < n ==> db[j] == \at(db[j], Pre);
      loop assigns i, db[0 .. n - 1];
      loop variant n - i; */
  for (uint32_t i = 0; i < n; i++) db[i] = unmask(in[i], db[i], i, top);
}

/* Whether DB is zeros, and then 1. */
/*@ requires memory: zeros < 1024 && \valid_read(db + (0 .. zeros));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures padded: \result == 1 <==> (\forall integer i; 0 <= i < zeros ==> db[i] == 0) && db[zeros] == 1; */
static int is_padded(const uint8_t *db, uint32_t zeros)
{
  /*@ loop invariant range: i <= zeros;
      loop invariant zero: \forall integer j; 0 <= j < i ==> db[j] == 0;
      loop assigns i;
      loop variant zeros - i; */
  for (uint32_t i = 0; i < zeros; i++)
    if (db[i] != 0) return 0;
  return db[zeros] == 1;
}

/* Hash(M') */
/*@ requires hash: 0 < hash_size(hash);
    requires memory: \valid_read(digest.data + (0 .. digest.length - 1)) && \valid_read(salt.data + (0 .. salt.length - 1)) &&
                     \valid(H + (0 .. hash_size(hash) - 1));
    requires separated: \separated(H + (0 .. hash_size(hash) - 1), digest.data + (0 .. digest.length - 1)) &&
                        \separated(H + (0 .. hash_size(hash) - 1), salt.data + (0 .. salt.length - 1));
    terminates \true;
    exits \false;
    assigns H[0 .. hash_size(hash) - 1];
    ensures H: digest_at(H, hash_size(hash), hash,
                         with_bytes{Pre}(pss_prefix{Pre}(digest.data, digest.length), salt.data, salt.length)); */
static void message_hash(enum tls12_hash hash, struct tls12_bytes digest, struct tls12_bytes salt, uint8_t *H)
{
  struct tls12_hash_context context;
  const uint8_t zeros[8] = {0};
  tls12_hash_init(&context, hash);
  //@ assert four: \forall text t; with_bytes(t, &zeros[0], 4) == longer(longer(longer(longer(t, 0), 0), 0), 0);
  //@ assert eight: with_bytes(empty_text, &zeros[0], 8) == eight_zeros;
  tls12_hash_update(&context, zeros, 8);
  //@ assert zeros: hashed(&context) == eight_zeros;
  tls12_hash_update(&context, digest.data, digest.length);
  tls12_hash_update(&context, salt.data, salt.length);
  tls12_hash_final(&context, H);
}

/* Whether H is Hash(M'). */
/*@ requires hash: 0 < hash_size(hash);
    requires memory: \valid_read(digest.data + (0 .. digest.length - 1)) && \valid_read(salt.data + (0 .. salt.length - 1)) &&
                     \valid_read(H + (0 .. hash_size(hash) - 1));
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures same: \result == 1 <==>
      digest_at{Pre}(H, hash_size(hash), hash,
                     with_bytes{Pre}(pss_prefix{Pre}(digest.data, digest.length), salt.data, salt.length)); */
static int is_message_hash(enum tls12_hash hash, struct tls12_bytes digest, struct tls12_bytes salt, const uint8_t *H)
{
  uint8_t expected[TLS12_HASH_SIZE_MAX];
  const uint32_t h = tls12_hash_size(hash);
  message_hash(hash, digest, salt, expected);
  /*@ loop invariant range: i <= h;
      loop invariant same: \forall integer j; 0 <= j < i ==> \at(H[j], Pre) == expected[j];
      loop assigns i;
      loop variant h - i; */
  for (uint32_t i = 0; i < h; i++)
    if (H[i] != expected[i]) return 0;
  return 1;
}

/* DB of em, k bytes. */
/*@ requires size: hash_size(hash) + 1 < k <= 1024 && 0 < hash_size(hash);
    requires top: \exists integer bits; top == pss_top(bits);
    requires memory: \valid_read(em + (0 .. k - 1)) && \valid(db + (0 .. k - hash_size(hash) - 2));
    requires separated: \separated(db + (0 .. k - hash_size(hash) - 2), em + (0 .. k - 1));
    terminates \true;
    exits \false;
    assigns db[0 .. k - hash_size(hash) - 2];
    ensures data: \forall integer i; 0 <= i < k - hash_size(hash) - 1 ==>
      db[i] == data_octet(hash, pss_seed(value{Pre}(em, k), k, hash_size(hash)), value{Pre}(em, k), k, top, i); */
static void read_data(uint8_t *db, const uint8_t *em, uint32_t k, enum tls12_hash hash, uint32_t top)
{
  const uint32_t n = k - tls12_hash_size(hash) - 1;
  //@ ghost pss_octets_text(em, k, n, k - n - 1);
  //@ assert seed: with_bytes(empty_text, em + n, hash_size(hash)) == pss_seed(value(em, k), k, hash_size(hash));
  //@ ghost pkcs1_octets(em, k);
  mgf1(db, n, hash, em + n);
  /*@ assert mask: \forall integer i; 0 <= i < n ==>
        db[i] == mask_octet(hash, pss_seed(value{Pre}(em, k), k, hash_size(hash)), i); */
  //@ assert em: \forall integer i; 0 <= i < n ==> em[i] == octet(value{Pre}(em, k), k, i);
  apply_mask(db, em, n, top);
}

/*@ // db holds DB.
    predicate holds_data{L}(uint8_t *db, uint8_t *em, integer k, integer top, integer hash) =
      \forall integer i; 0 <= i < k - hash_size(hash) - 1 ==>
        db[i] == data_octet(hash, pss_seed(value(em, k), k, hash_size(hash)), value(em, k), k, top, i); */

/* Whether DB is padded as it should be. */
/*@ requires size: 0 < hash_size(hash) && hash_size(hash) + salt + 2 <= k <= 1024;
    requires memory: \valid_read(db + (0 .. k - hash_size(hash) - 2));
    requires data: holds_data(db, em, k, top, hash);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures data: \result == 1 <==> pss_data(hash, pss_seed(value(em, k), k, hash_size(hash)), value(em, k), k, top,
                                             k - hash_size(hash) - salt - 2); */
static int data_matches(const uint8_t *em, uint32_t k, const uint8_t *db, uint32_t top, enum tls12_hash hash,
                        uint32_t salt)
{
  (void)em, (void)top;
  /*@ assert data: \forall integer i; 0 <= i <= k - hash_size(hash) - salt - 2 ==>
        db[i] == data_octet(hash, pss_seed(value(em, k), k, hash_size(hash)), value(em, k), k, top, i); */
  return is_padded(db, k - tls12_hash_size(hash) - salt - 2);
}

/* Whether H is the hash of M'. */
/*@ requires size: 0 < hash_size(hash) && hash_size(hash) == digest.length && hash_size(hash) + salt + 2 <= k <= 1024;
    requires memory: \valid_read(em + (0 .. k - 1)) && \valid_read(db + (0 .. k - hash_size(hash) - 2)) &&
                     \valid_read(digest.data + (0 .. digest.length - 1));
    requires data: holds_data(db, em, k, top, hash);
    terminates \true;
    exits \false;
    assigns \nothing;
    ensures answer: \result == 0 || \result == 1;
    ensures H: \result == 1 <==>
      pss_hash(hash, with_data(pss_prefix{Pre}(digest.data, hash_size(hash)), hash,
                                    pss_seed(value{Pre}(em, k), k, hash_size(hash)), value{Pre}(em, k), k, top,
                                    k - hash_size(hash) - salt - 1, salt), value{Pre}(em, k), k, hash_size(hash)); */
static int hash_matches(const uint8_t *em, uint32_t k, const uint8_t *db, uint32_t top, enum tls12_hash hash,
                        struct tls12_bytes digest, uint32_t salt)
{
  (void)top;
  const uint32_t h = digest.length, n = k - h - 1;
  const struct tls12_bytes last = {db + (n - salt), salt};
  //@ ghost pss_data_text(em, k, db, n, hash, h, top, n - salt, salt);
  //@ ghost pkcs1_octets(em, k);
  //@ assert H: \forall integer i; 0 <= i < h ==> (em + n)[i] == octet(value(em, k), k, k - h - 1 + i);
  /*@ assert text: with_bytes(pss_prefix(digest.data, h), db + (n - salt), salt) ==
        with_data(pss_prefix(digest.data, h), hash, pss_seed(value(em, k), k, h), value(em, k), k, top, n - salt, salt); */
  return is_message_hash(hash, digest, last, em + n);
}

int pss_verify_encoding(const uint8_t *em, uint32_t bits, enum tls12_hash hash, struct tls12_bytes digest,
                        uint32_t salt)
{
  uint8_t db[ENCODING_MAX];
  const uint32_t k = (bits + 7) / 8, h = tls12_hash_size(hash), top = top_of(bits);
  if (h == 0 || digest.length != h || salt > k || h + salt + 2 > k) return 0;
  //@ ghost pkcs1_octets(em, k);
  if (em[k - 1] != 0xbc || em[0] >= top) return 0;
  read_data(db, em, k, hash, top);
  //@ assert em: same_bytes{Pre,Here}(em, em, k);
  //@ assert m: value(em, k) == value{Pre}(em, k);
  //@ assert kept: kept{Pre,Here}(digest.data, 0, h);
  //@ assert digest: pss_prefix(digest.data, h) == pss_prefix{Pre}(digest.data, h);
  return data_matches(em, k, db, top, hash, salt) && hash_matches(em, k, db, top, hash, digest, salt);
}

/* 00 .. 00 01 */
/*@ requires memory: zeros < 1024 && \valid(db + (0 .. zeros));
    terminates \true;
    exits \false;
    assigns db[0 .. zeros];
    ensures padding: (\forall integer i; 0 <= i < zeros ==> db[i] == 0) && db[zeros] == 1; */
static void write_padding(uint8_t *db, uint32_t zeros)
{
  /*@ loop invariant range: i <= zeros;
      loop invariant zero: \forall integer j; 0 <= j < i ==> db[j] == 0;
      loop assigns i, db[0 .. zeros];
      loop variant zeros - i; */
  for (uint32_t i = 0; i < zeros; i++) db[i] = 0;
  db[zeros] = 1;
}

/*@ requires memory: \valid(out + (0 .. in.length - 1)) && \valid_read(in.data + (0 .. in.length - 1));
    requires separated: \separated(out + (0 .. in.length - 1), in.data + (0 .. in.length - 1));
    terminates \true;
    exits \false;
    assigns out[0 .. in.length - 1];
    ensures copy: \forall integer i; 0 <= i < in.length ==> out[i] == \old(in.data[i]); */
static void copy_bytes(uint8_t *out, struct tls12_bytes in)
{
  /*@ loop invariant range: i <= in.length;
      loop invariant copy: \forall integer j; 0 <= j < i ==> out[j] == \at(in.data[j], Pre);
      loop assigns i, out[0 .. in.length - 1];
      loop variant in.length - i; */
  for (uint32_t i = 0; i < in.length; i++) out[i] = in.data[i];
}

int pss_encode(uint8_t *em, uint32_t bits, enum tls12_hash hash, struct tls12_bytes digest, struct tls12_bytes salt)
{
  uint8_t db[ENCODING_MAX];
  const uint32_t k = (bits + 7) / 8, h = tls12_hash_size(hash), top = top_of(bits);
  if (h == 0 || digest.length != h || salt.length > k || h + salt.length + 2 > k) return 0;
  const uint32_t n = k - h - 1;
  write_padding(db, n - salt.length - 1);
  copy_bytes(db + (n - salt.length), salt);
  message_hash(hash, digest, salt, em + n);
  mgf1(em, n, hash, em + n);
  apply_mask(em, db, n, top);
  em[k - 1] = 0xbc;
  return 1;
}
