/* Captures through libpcap: from the link layer to TCP segments. */
#include <pcap/pcap.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool/progress.h"
#include "tool/tcp.h"

static uint32_t number(const uint8_t *b, unsigned n)
{
  uint32_t value = 0;
  for (unsigned i = 0; i < n; i++) value = 256 * value + b[i];
  return value;
}

/* Where the IP header starts; 0xFFFFFFFF when the packet carries none. */
#define NOT_IP UINT32_MAX
static uint32_t ip_offset(int link, const uint8_t *p, uint32_t n)
{
  uint32_t at, type;
  switch (link) {
  case DLT_EN10MB: at = 12; break;
  case DLT_LINUX_SLL: at = 14; break;
  case DLT_LINUX_SLL2: return n >= 20 && (number(p, 2) == 0x0800 || number(p, 2) == 0x86dd) ? 20 : NOT_IP;
  case DLT_NULL:
  case DLT_LOOP: return n > 4 ? 4 : NOT_IP; /* the IP version tells the family, whose number depends on the system */
  case DLT_RAW:
  case DLT_IPV4:
  case DLT_IPV6: return 0;
  default: return NOT_IP;
  }
  if (n < at + 2) return NOT_IP;
  type = number(p + at, 2);
  at += 2;
  while ((type == 0x8100 || type == 0x88a8) && n >= at + 4) { /* VLAN tags, IEEE 802.1Q */
    type = number(p + at + 2, 2);
    at += 4;
  }
  return type == 0x0800 || type == 0x86dd ? at : NOT_IP;
}

static void read_tcp(struct capture *capture, struct endpoint *from, struct endpoint *to, const uint8_t *p, uint32_t at,
                     uint32_t end, uint32_t packet)
{
  if (end < at || end - at < 20) return;
  const uint32_t header = 4u * (p[at + 12] >> 4);
  if (header < 20 || header > end - at) return;
  from->port = (uint16_t)number(p + at, 2);
  to->port = (uint16_t)number(p + at + 2, 2);
  tcp_segment(capture, from, to, number(p + at + 4, 4), p[at + 13], p + at + header, end - at - header, packet,
              at + header);
}

static void read_ip(struct capture *capture, const uint8_t *p, uint32_t at, uint32_t n, uint32_t packet)
{
  struct endpoint from = {{0}, 4, 0}, to = {{0}, 4, 0};
  if (n - at >= 20 && p[at] >> 4 == 4) { /* RFC 791 section 3.1; fragments carry no whole segment and are left out */
    const uint32_t header = 4u * (p[at] & 15), total = number(p + at + 2, 2);
    if (header < 20 || p[at + 9] != 6 || (number(p + at + 6, 2) & 0x3fff) != 0) return;
    memcpy(from.address, p + at + 12, 4);
    memcpy(to.address, p + at + 16, 4);
    const uint32_t end = total >= header && total < n - at ? at + total : n; /* 0: left to the network card */
    read_tcp(capture, &from, &to, p, at + header, end, packet);
  } else if (n - at >= 40 && p[at] >> 4 == 6) { /* RFC 8200 sections 3 and 4 */
    const uint32_t payload = number(p + at + 4, 2);
    const uint32_t end = payload > 0 && payload < n - at - 40 ? at + 40 + payload : n;
    uint32_t next = p[at + 6], place = at + 40;
    while ((next == 0 || next == 43 || next == 60) && place < end && end - place >= 8) {
      next = p[place];
      place += 8u + 8u * p[place + 1];
    }
    if (next != 6 || place >= end) return;
    from.address_length = to.address_length = 16;
    memcpy(from.address, p + at + 8, 16);
    memcpy(to.address, p + at + 24, 16);
    read_tcp(capture, &from, &to, p, place, end, packet);
  }
}

int capture_read(FILE *file, flow_taker *take, void *context, char *error)
{
  struct progress progress = progress_start(file);
  pcap_t *pcap = pcap_fopen_offline(file, error);
  if (pcap == NULL) {
    fclose(file);
    return -1;
  }
  struct pcap_pkthdr *header;
  const u_char *p;
  uint32_t packet = 0;
  int result;
  struct capture *capture = grow(NULL, 1, sizeof *capture);
  memset(capture, 0, sizeof *capture);
  capture->take = take;
  capture->context = context;
  while ((result = pcap_next_ex(pcap, &header, &p)) == 1) {
    const uint32_t at = ip_offset(pcap_datalink(pcap), p, header->caplen);
    packet++;
    progress_show(&progress);
    if (at < header->caplen) read_ip(capture, p, at, header->caplen, packet);
  }
  if (result == PCAP_ERROR)
    snprintf(error, PCAP_ERRBUF_SIZE, "packet %lu: %s", (unsigned long)packet + 1, pcap_geterr(pcap));
  progress_end(&progress);
  pcap_close(pcap);
  tcp_finish(capture);
  free(capture);
  return result == PCAP_ERROR ? -1 : 0;
}
