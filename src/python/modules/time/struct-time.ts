/** time.struct_time: nine items, and two more that have only names (timemodule.c: struct_time_type_desc, torgmtime, gettmarg). */
import { PythonRaise } from '../../../objects/index.ts';
import { cInt } from '../../builtins/arguments.ts';
import type { Interpreter } from '../../eval/interpreter.ts';
import { newStructSequence, type StructSequence, sequenceType } from '../struct-sequence.ts';
import { BASE_YEAR, type Tm } from './calendar.ts';

/** What is kept beside the items; null for None. */
interface Beside {
  readonly zone: string | null;
  readonly gmtoff: number | null;
}

const besideOf = (vm: Interpreter, self: number): Beside => vm.heap.payload(self) as Beside;

const STRUCT_TIME: StructSequence = {
  name: 'struct_time',
  module: 'time',
  fields: 'tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst'.split(' '),
  hidden: {
    tm_zone: (vm, self) => {
      const { zone } = besideOf(vm, self);
      return zone === null ? vm.none() : vm.newStr(zone);
    },
    tm_gmtoff: (vm, self) => {
      const { gmtoff } = besideOf(vm, self);
      return gmtoff === null ? vm.none() : vm.newInt(gmtoff);
    },
  },
  keepHidden: (vm, self, [zone = 0, gmtoff = 0]) => {
    vm.heap.setPayload(self, {
      zone: zone !== 0 && vm.isStr(zone) ? vm.text(zone) : null,
      gmtoff: gmtoff !== 0 && vm.isInt(gmtoff) ? Number(vm.int(gmtoff)) : null,
    } satisfies Beside);
  },
};

export const STRUCT_TIME_ITEMS = 11;

export function structTimeClass(vm: Interpreter): number {
  return vm.own(sequenceType(vm, STRUCT_TIME).ref);
}

export function newStructTime(vm: Interpreter, fields: readonly number[], beside: Beside): number {
  const values = fields.map((field) => vm.newInt(field));
  const made = newStructSequence(vm, STRUCT_TIME, values);
  vm.heap.setPayload(made, beside);
  return made;
}

/** torgmtime */
export function fromTm(vm: Interpreter, tm: Tm): number {
  const { year, mon, mday, hour, min, sec, wday, yday, isdst, zone, gmtoff } = tm;
  const days = [(wday + 6) % 7, yday + 1, isdst];
  const fields = [vm.rules.tmYear(year + BASE_YEAR), mon + 1, mday, hour, min, sec, ...days];
  return newStructTime(vm, fields, { zone, gmtoff });
}

function cIntOf(vm: Interpreter, ref: number): number {
  if (vm.isInt(ref) || vm.special(ref, '__index__') !== 0) return cInt(vm, ref);
  throw new PythonRaise('TypeError', vm.words.intArgument(vm.typeName(ref)));
}

/** gettmarg: a struct tm from nine numbers. */
export function tmFrom(vm: Interpreter, ref: number, callee: string): Tm {
  if (!vm.isTuple(ref)) throw new PythonRaise('TypeError', 'Tuple or struct_time argument required');
  const items = vm.items(ref);
  if (items.length !== STRUCT_TIME.fields.length)
    throw new PythonRaise('TypeError', `${callee}(): illegal time tuple argument`);
  const numbers = items.map((item) => cIntOf(vm, item));
  const [year = 0, mon = 0, mday = 0, hour = 0, min = 0, sec = 0, wday = 0, yday = 0, isdst = 0] = numbers;
  if (year < BASE_YEAR - 0x80000000) throw new PythonRaise('OverflowError', 'year out of range');
  const isStruct = vm.classes.of(ref) === sequenceType(vm, STRUCT_TIME);
  const { zone, gmtoff } = isStruct ? besideOf(vm, ref) : { zone: null, gmtoff: null };
  const days = { mday, mon: mon - 1, year: year - BASE_YEAR, wday: (wday + 1) % 7, yday: yday - 1 };
  const place = { isdst, zone: isdst < 0 ? '' : (zone ?? 'UTC'), gmtoff: gmtoff ?? 0 };
  return { sec, min, hour, ...days, ...place };
}

const LIMITS: readonly (readonly [Exclude<keyof Tm, 'zone'>, number, string])[] = [
  ['mon', 11, 'month'],
  ['mday', 31, 'day of month'],
  ['hour', 23, 'hour'],
  ['min', 59, 'minute'],
  ['sec', 61, 'seconds'],
  ['wday', 6, 'day of week'],
  ['yday', 365, 'day of year'],
];

/** checktm: zeros for month and days are ones. */
export function checkedTm(tm: Tm): Tm {
  const { mon, mday, yday } = tm;
  const filled = {
    ...tm,
    mon: mon === -1 ? 0 : mon,
    mday: mday === 0 ? 1 : mday,
    yday: yday === -1 ? 0 : yday,
  };
  for (const [field, most, name] of LIMITS) {
    const value = filled[field];
    if (value < 0 || value > most) throw new PythonRaise('ValueError', `${name} out of range`);
  }
  return filled;
}
