#include "record/head.h"

#include "wire/writer.h"

void sequence_bytes(uint64_t sequence, uint8_t out[8])
{
  write_uint32(out, 0, (uint32_t)(sequence / 4294967296u));
  //@ assert high: be32(out, 0) == sequence / 4294967296;
  write_uint32(out, 4, (uint32_t)(sequence % 4294967296u));
  //@ assert high_stays: be32(out, 0) == sequence / 4294967296;
}

void record_head(uint64_t sequence, uint8_t type, uint16_t version, uint32_t length, uint8_t head[TLS12_RECORD_HEAD])
{
  sequence_bytes(sequence, head);
  head[8] = type;
  write_uint16(head, 9, version);
  write_uint16(head, 11, length);
}
