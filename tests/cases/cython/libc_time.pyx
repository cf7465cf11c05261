"""libc.time: clocks, calendars, the struct tm."""
cimport cython
cimport libc.time
from libc cimport time as ctime
from libc.stdlib cimport free, malloc
from libc.string cimport memcpy, memset
from libc.time cimport (CLOCKS_PER_SEC, TIME_UTC, asctime, asctime_r, clock, clock_t, ctime_r, daylight, difftime, gmtime,
                        gmtime_r, localtime, localtime_r, mktime, strftime, strptime, time, time_t, timespec,
                        timespec_get, timezone, tm, tzname, tzset)
import time as python_time


def now():
    cdef time_t t
    cdef time_t u = time(&t)
    return t == u, ctime.time(NULL) - t in (0, 1), abs(python_time.time() - u) < 2, libc.time.time(NULL) >= t


def clocks():
    cdef clock_t a = clock()
    cdef clock_t b = ctime.clock()
    return a <= b, CLOCKS_PER_SEC, sizeof(clock_t), sizeof(time_t), cython.typeof(a), TIME_UTC


def between(time_t a, time_t b):
    return difftime(a, b)


def calendar(time_t t):
    cdef tm* parts = gmtime(&t)
    if parts is NULL:
        return None
    return (parts.tm_year, parts.tm_mon, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, parts.tm_wday,
            parts.tm_yday, parts.tm_isdst)


def as_dict(time_t t):
    cdef tm parts
    if gmtime_r(&t, &parts) is NULL:
        return None
    return parts


def directly(time_t t):
    return gmtime(&t).tm_year, gmtime(&t)[0].tm_mon


def of_dict(parts):
    cdef tm own = parts
    cdef char text[64]
    own.tm_mday += 1
    cdef size_t n = strftime(text, sizeof(text), b"%Y-%m-%d %H:%M:%S", &own)
    return text[:n], own


def normalised(int year, int month, int day, int hour):
    cdef tm parts
    memset(&parts, 0, sizeof(tm))
    parts.tm_year = year - 1900
    parts.tm_mon = month - 1
    parts.tm_mday = day
    parts.tm_hour = hour
    parts.tm_isdst = 0
    cdef time_t t = mktime(&parts)
    return t + timezone if timezone else t, parts


def copied(time_t t):
    cdef tm own
    memcpy(&own, gmtime(&t), sizeof(own))
    cdef tm other = own
    other.tm_hour = 5
    return own.tm_hour, other.tm_hour, sizeof(own), cython.typeof(own), cython.typeof(&own), cython.typeof(gmtime(&t))


def texts(time_t t):
    cdef tm parts
    cdef char a[32]
    cdef char b[32]
    gmtime_r(&t, &parts)
    asctime_r(&parts, a)
    localtime_r(&t, &parts)
    ctime_r(&t, b)
    cdef bytes c = asctime(&parts)
    return a, b == c, len(c), localtime(&t).tm_year == parts.tm_year


def parsed(bytes text):
    cdef tm parts
    memset(&parts, 0, sizeof(parts))
    cdef char* start = text
    cdef char* end = strptime(start, b"%d.%m.%Y", &parts)
    if end is NULL:
        return None
    return end - start, parts.tm_mday, parts.tm_mon, parts.tm_year


def nanoseconds():
    cdef timespec spec
    cdef int got = timespec_get(&spec, TIME_UTC)
    return got, abs(spec.tv_sec - time(NULL)) < 2, 0 <= spec.tv_nsec < 10**9, sizeof(timespec)


def zone():
    tzset()
    return daylight in (0, 1), timezone % 60, tzname[0] is not NULL, cython.typeof(timezone)


def array_of(int n):
    cdef ctime.tm* many = <ctime.tm*>malloc(n * sizeof(ctime.tm))
    cdef int i
    cdef time_t t
    for i in range(n):
        t = i * 86400
        gmtime_r(&t, &many[i])
    out = [many[i].tm_yday for i in range(n)]
    free(many)
    return out


# --- calls
now()
clocks()
(between(a, b) for a in (0, 5, 2**40) for b in (0, -7))
(calendar(t) for t in (0, -1, 1700000000, 2**31, 2**62))
as_dict(1700000000)
as_dict(2**62)
directly(86400)
of_dict(dict(tm_sec=1, tm_min=2, tm_hour=3, tm_mday=4, tm_mon=5, tm_year=120, tm_wday=0, tm_yday=0, tm_isdst=0))
of_dict({"tm_sec": 1})
of_dict(None)
normalised(2023, 14, 35, 25)
copied(3600)
texts(1700000000)
(parsed(t) for t in (b"03.02.2021 rest", b"", b"32.01.2000"))
nanoseconds()
zone()
(array_of(n) for n in (0, 1, 4))
