#include "tool/transfer.h"

#include <pcap/pcap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A segment carries at most this much, so that IPv4's 16-bit length holds. */
#define SEGMENT_MAX 32768u
#define HEADERS 40u /* IPv4 20, TCP 20 */

static void put16(uint8_t *out, uint32_t value)
{
  out[0] = (uint8_t)(value / 256u % 256u);
  out[1] = (uint8_t)(value % 256u);
}

static void put32(uint8_t *out, uint32_t value)
{
  put16(out, value / 65536u);
  put16(out + 2, value % 65536u);
}

void transfer_next_flow(struct transfer *transfer)
{
  transfer->flow++;
  transfer->sequence[0] = transfer->sequence[1] = 1;
}

static void add_segment(struct transfer *transfer, int from_client, const uint8_t *data, uint32_t n)
{
  uint8_t packet[HEADERS] = {0x45, 0, 0, 0, 0, 0, 0x40, 0, 64, 6};
  const uint8_t loopback[] = {127, 0, 0, 1};
  const uint32_t client_port = 40000u + transfer->flow, server_port = 443u;
  put16(packet + 2, HEADERS + n);
  memcpy(packet + 12, loopback, 4);
  memcpy(packet + 16, loopback, 4);
  uint32_t sum = 0;
  for (int i = 0; i < 20; i += 2) sum += 256u * packet[i] + packet[i + 1];
  put16(packet + 10, 0xFFFFu - (sum + sum / 65536u) % 65536u);
  put16(packet + 20, from_client ? client_port : server_port);
  put16(packet + 22, from_client ? server_port : client_port);
  put32(packet + 24, transfer->sequence[from_client]);
  put32(packet + 28, transfer->sequence[!from_client]);
  packet[32] = 0x50;
  packet[33] = 0x18; /* PSH, ACK */
  put16(packet + 34, 0xFFFF);
  const uint32_t length = HEADERS + n;
  octets_append(&transfer->packets, &length, sizeof length);
  octets_append(&transfer->packets, packet, HEADERS);
  octets_append(&transfer->packets, data, n);
  transfer->sequence[from_client] += n;
}

void transfer_record(struct transfer *transfer, int from_client, struct tls12_bytes bytes)
{
  for (uint32_t at = 0; at < bytes.length;) {
    const uint32_t n = bytes.length - at < SEGMENT_MAX ? bytes.length - at : SEGMENT_MAX;
    add_segment(transfer, from_client, bytes.data + at, n);
    at += n;
  }
}

void transfer_capture(const struct transfer *transfer, struct octets *out)
{
  char *text = NULL;
  size_t length = 0;
  FILE *memory = open_memstream(&text, &length);
  pcap_t *pcap = pcap_open_dead(DLT_RAW, 65535);
  pcap_dumper_t *dumper = memory == NULL || pcap == NULL ? NULL : pcap_dump_fopen(pcap, memory);
  for (size_t at = 0, count = 0; dumper != NULL && at < transfer->packets.length; count++) {
    uint32_t n;
    memcpy(&n, transfer->packets.data + at, sizeof n);
    at += sizeof n;
    /* Packet k was sent k microseconds after the epoch: a capture of the same bytes is the same file. */
    const struct pcap_pkthdr header = {{0, (long)count}, n, n};
    pcap_dump((u_char *)dumper, &header, transfer->packets.data + at);
    at += n;
  }
  if (dumper != NULL) pcap_dump_close(dumper);
  if (pcap != NULL) pcap_close(pcap);
  if (length > 0) octets_append(out, text, length);
  free(text);
}

void transfer_free(struct transfer *transfer)
{
  octets_free(&transfer->packets);
}
