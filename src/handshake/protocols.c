#include "handshake/protocols.h"

#include "crypto/constant_time.h"
#include "wire/reader.h"

uint32_t find_protocol(struct tls12_bytes list, struct tls12_bytes name)
{
  uint32_t at = 0, after;
  /*@ loop invariant inside: 0 <= at <= list.length;
      loop invariant same_walk: has_protocol(list.data, 0, list.length, name.data, name.length) <==>
        has_protocol(list.data, at, list.length, name.data, name.length);
      loop assigns at, after;
      loop variant list.length - at; */
  while ((after = read_vector8(list.data, at, list.length, 1, 255)) != 0) {
    if (after == at + 1 + name.length && bytes_differ(list.data + at + 1, name.data, name.length) == 0) return at;
    at = after;
  }
  return list.length;
}

uint32_t choose_protocol(struct tls12_bytes ours, struct tls12_bytes offered)
{
  uint32_t at = 0, after;
  /*@ loop invariant inside: 0 <= at <= ours.length;
      loop invariant same_walk: \forall integer p; first_shared(ours.data, at, ours.length, offered.data, offered.length, p) ==>
        first_shared(ours.data, 0, ours.length, offered.data, offered.length, p);
      loop assigns at, after;
      loop variant ours.length - at; */
  while ((after = read_vector8(ours.data, at, ours.length, 1, 255)) != 0) {
    const struct tls12_bytes name = {ours.data + at + 1, after - at - 1};
    if (find_protocol(offered, name) < offered.length) return at;
    at = after;
  }
  return ours.length;
}
