#include "tool/instant.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

uint64_t instant_of(int64_t seconds)
{
  const time_t at = (time_t)seconds;
  struct tm t;
  if (gmtime_r(&at, &t) == NULL) return 0;
  const uint64_t date = (uint64_t)(t.tm_year + 1900) * 10000 + (uint64_t)(t.tm_mon + 1) * 100 + (uint64_t)t.tm_mday;
  return date * 1000000 + (uint64_t)t.tm_hour * 10000 + (uint64_t)t.tm_min * 100 + (uint64_t)t.tm_sec;
}

/* The digits and signs of `text` are where those of the pattern are: d stands for a digit. */
static int has_form(const char *text, const char *pattern)
{
  for (; *pattern != 0; pattern++, text++)
    if (*pattern == 'd' ? !isdigit((unsigned char)*text) : toupper((unsigned char)*text) != *pattern) return 0;
  return 1;
}

static int number(const char *digits, int count)
{
  int value = 0;
  for (int i = 0; i < count; i++) value = 10 * value + (digits[i] - '0');
  return value;
}

/* The offset of local time in minutes, of "Z", "+hh:mm" or "-hh:mm"; 10000 for another text. */
static int offset_minutes(const char *text)
{
  if ((*text == 'Z' || *text == 'z') && text[1] == 0) return 0;
  if ((*text != '+' && *text != '-') || !has_form(text + 1, "dd:dd") || text[6] != 0) return 10000;
  const int hours = number(text + 1, 2), minutes = number(text + 4, 2);
  if (hours > 23 || minutes > 59) return 10000;
  return (*text == '-' ? -1 : 1) * (60 * hours + minutes);
}

uint64_t instant_read(const char *text)
{
  if (!has_form(text, "dddd-dd-ddTdd:dd:dd")) return 0;
  struct tm t = {.tm_year = number(text, 4) - 1900,
                 .tm_mon = number(text + 5, 2) - 1,
                 .tm_mday = number(text + 8, 2),
                 .tm_hour = number(text + 11, 2),
                 .tm_min = number(text + 14, 2),
                 .tm_sec = number(text + 17, 2)};
  const struct tm given = t;
  const char *rest = text + 19;
  if (*rest == '.') {
    if (!isdigit((unsigned char)*++rest)) return 0;
    while (isdigit((unsigned char)*rest)) rest++;
  }
  const int offset = offset_minutes(rest);
  const time_t seconds = timegm(&t); /* which makes 1 March of 29 February where there is none */
  if (offset == 10000 || t.tm_mday != given.tm_mday || t.tm_mon != given.tm_mon || t.tm_hour != given.tm_hour ||
      t.tm_min != given.tm_min || t.tm_sec != given.tm_sec)
    return 0;
  return instant_of((int64_t)seconds - 60 * offset);
}

void instant_write(uint64_t instant, char out[INSTANT_LENGTH + 1])
{
  const unsigned date = (unsigned)(instant / 1000000 % 100000000), time = (unsigned)(instant % 1000000);
  snprintf(out, INSTANT_LENGTH + 1, "%04u-%02u-%02uT%02u:%02u:%02uZ", date / 10000 % 10000, date / 100 % 100,
           date % 100, time / 10000 % 100, time / 100 % 100, time % 100);
}
