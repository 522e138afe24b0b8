import time, sys
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
g=time.gmtime(0)
print(sys.getsizeof(g), sys.getsizeof(time.localtime(0)))
t(lambda: time.localtime(0).tm_zone)
t(lambda: time.struct_time(range(9)).tm_zone)
t(lambda: time.struct_time(range(11)))
t(lambda: time.struct_time(range(12)))
t(lambda: time.struct_time(range(8)))
t(lambda: time.struct_time(range(9), {'tm_zone':'X'}).tm_zone)
t(lambda: time.struct_time(tm_year=1))
t(lambda: time.struct_time())
t(lambda: time.struct_time(3))
for x in [1e20, 'x', float('nan'), float('inf'), 2**55, 2**70, -2**55, 1.9, -1.5, -1, True, -62135596800, -62135596801, 253402300800, 67767976233532799,67767976233532800]:
    t(lambda: tuple(time.gmtime(x)))
T=(2024,2,29,13,5,9,3,60,0)
for f in 'a A b B c d D e F g G h H I j k l m M n p P r R s S t T u U V w W x X y Y C z Z % E O Q i f v L N q K _d -d 0e ^a #a #Z Ey Od 10Y +Y : J'.split():
    t(lambda: f + ' ' + time.strftime('%'+f, T))
    t(lambda: f + ' ' + time.strftime('%'+f, time.gmtime(0)))
t(lambda: time.strftime('%'))
t(lambda: time.strftime('a%'))
t(lambda: time.strftime('', T))
t(lambda: time.strftime('é%Y\n', T))
t(lambda: time.strftime('a\0b', T))
t(lambda: time.strftime('\ud800', T))
t(lambda: time.strftime(3, T))
t(lambda: time.strftime())
t(lambda: time.strftime('%Y', 3))
t(lambda: time.strftime('%Y', [1]))
t(lambda: time.strftime('%Y', (1,)))
t(lambda: time.strftime('%Y', ('a',)*9))
t(lambda: time.strftime('%Y', (1.5,)*9))
t(lambda: time.strftime('%Y', T, 3))
for y in [0,1,99,999,1000,10000,-1,-1000,2**31-1,2**31,-2**31]:
    t(lambda: time.strftime('%Y %y %C %G', (y,1,1,0,0,0,0,1,0)))
for bad in [(2024,13,1,0,0,0,0,1,0),(2024,0,0,0,0,0,0,0,0),(2024,1,32,0,0,0,0,1,0),(2024,1,1,24,0,0,0,1,0),(2024,1,1,0,60,0,0,1,0),(2024,1,1,0,0,62,0,1,0),(2024,1,1,0,0,0,-3,1,0),(2024,1,1,0,0,0,9,1,0),(2024,1,1,0,0,0,0,367,0),(2024,1,1,0,0,0,0,1,9),(2024,-1,1,0,0,0,0,1,9),(2024,1,1,0,0,61,0,1,-5)]:
    t(lambda: time.strftime('%c %j %w %Z', bad)); t(lambda: time.asctime(bad)); t(lambda: time.mktime(bad))
t(lambda: time.asctime(T)); t(lambda: time.ctime(0)); t(lambda: time.ctime(1e9)); t(lambda: time.ctime('x'))
t(lambda: time.asctime(3)); t(lambda: time.asctime((1,))); t(lambda: time.mktime((1,))); t(lambda: time.mktime(3)); t(lambda: time.mktime())
t(lambda: time.mktime(T)); t(lambda: time.mktime((1970,1,1,0,0,0,0,0,1)));t(lambda: time.mktime((1970,1,1,0,0,0,0,0,-1)));t(lambda: time.mktime((1969,12,31,23,59,59,0,0,0)))
t(lambda: time.mktime((2**31-1,1,1,0,0,0,0,0,0)));t(lambda: time.mktime((2024,14,35,25,61,61,0,0,0)));t(lambda: time.mktime((-5,1,1,0,0,0,0,0,0)))
t(lambda: time.mktime(time.gmtime(12345)))
t(lambda: time.get_clock_info('x')); t(lambda: time.get_clock_info(3))
t(lambda: time.clock_getres(0)); t(lambda: time.clock_getres(99)); t(lambda: time.clock_gettime(99)); t(lambda: time.clock_gettime('a'));t(lambda: time.tzset())
t(lambda: time.thread_time()>=0)
t(lambda: g == (1970,1,1,0,0,0,3,1,0)); t(lambda: hash(g)==hash(tuple(g)))
t(lambda: g[1:3]); t(lambda: g.tm_year); t(lambda: g.__reduce__())
t(lambda: setattr(g,'tm_year',3)); t(lambda: time.struct_time.tm_zone); t(lambda: time.struct_time.tm_year)
t(lambda: time._STRUCT_TM_ITEMS)
import copy
t(lambda: copy.copy(g)); t(lambda: copy.deepcopy(g).tm_zone); t(lambda: time.gmtime(1,2)); t(lambda: time.ctime(1,2)); t(lambda: time.asctime(1,2))
t(lambda: sys.float_info.__reduce__()[1][1])
print()
def p(f):
    try: print(tuple(f()), f().tm_zone, f().tm_gmtoff)
    except Exception as e: print(type(e).__name__, e)
P=time.strptime
for s,f in [('2024-02-29 13:05:09','%Y-%m-%d %H:%M:%S'),('Thu Feb 29 13:05:09 2024',None),('2024-02-29','%Y-%m-%d'),('29 feb 24','%d %b %y'),
 ('68','%y'),('69','%y'),('1 PM','%I %p'),('12 am','%I %p'),('12 PM','%I %p'),('5','%I'),('060 2024','%j %Y'),('60','%j'),('2024 9 4','%Y %W %w'),('2024 9 Thu','%Y %U %a'),('2024 09 4','%G %V %u'),
 ('+0530','%z'),('-05:30','%z'),('Z','%z'),('+05:30:15','%z'),('+053015.123','%z'),('UTC','%Z'),('gmt','%Z'),('EST','%Z'),('12.5','%S.%f'),('61','%S'),('62','%S'),('29','%d'),('30 2','%d %m'),('29 02','%d %m'),
 ('x','%Y'),('2024 x','%Y'),('2024','%Q'),('2024','%'),('2024','%Y%'),('a%b','a%%b'),('02/29/24','%x'),('13:05:09','%X'),('Thu Feb 29 13:05:09 2024','%c'),('2024  02','%Y %m'),('2024\t02','%Y %m'),('202402','%Y %m'),
 ('5 2024','%V %Y'),('5 2024','%V %G'),('5','%V'),('2024','%G'),('2023 366','%Y %j'),('2023-02-29','%Y-%m-%d'),('Monday','%A'),('mon','%a'),('march','%B'),('10','%e'),('2024 0 1','%Y %W %w'),('2024 53 1','%Y %W %w'),('(1)','(%d)'),('1.','%d.'),('',''),(' ',''),('a',''),('12:30','%R'),('2024 1 1 1','%G %V %u %j'),('1 1','%m %d'),('3','%w'),('0','%w'),('7','%u'), ('2024-1-1 24','%Y-%m-%d %H'),('9999','%Y'),('0000','%Y'),('0001-01-01','%Y-%m-%d'), ('١','%d')]:
    print(repr(s), f, end=' ')
    p(lambda: P(s) if f is None else P(s,f))
for a in [(3,), ('a',3), (), ('a','b','c'), (b'a',)]:
    p(lambda: P(*a))
