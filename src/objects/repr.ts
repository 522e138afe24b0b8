/** repr() of atoms, and `<type object at address>` of everything else: what error messages and listings show of a value. */
import { A, KIND } from '../heap/index.ts';
import { intValue } from './numbers.ts';
import type { Process } from './process.ts';
import { type Complex, complexRepr } from './values/complex.ts';
import { floatRepr } from './values/float-repr.ts';
import { bytesRepr, strRepr } from './values/str-repr.ts';

export function reprOf(process: Process, ref: number): string {
  const atom = atomRepr(process, ref);
  if (atom !== null) return atom;
  if (process.heap.typeOf(ref) === process.types.weakref) return weakrefRepr(process, ref);
  return `<${qualified(process, ref)} object at ${address(process, ref)}>`;
}

function address(process: Process, ref: number): string {
  return `0x${process.addressOf(ref).toString(16)}`;
}

/** weakref_repr, of what has no `__name__`. */
function weakrefRepr(process: Process, ref: number): string {
  const referent = process.heap.words[ref + A] as number;
  const to =
    referent === 0 ? 'dead' : `to '${typeLabel(process, referent)}' at ${address(process, referent)}`;
  return `<weakref at ${address(process, ref)}; ${to}>`;
}

/** What messages call the type of an object (tp_name). */
export function typeLabel({ heap, types, profile }: Process, ref: number): string {
  const type = heap.typeOf(ref);
  return type === types.weakref ? profile.messages.weakref : type.name;
}

/** Classes of the session are defined in its main module. */
function qualified({ heap }: Process, ref: number): string {
  const { name, kind } = heap.typeOf(ref);
  return kind === KIND.INSTANCE ? `__main__.${name}` : name;
}

/** repr of an object whose value is its identity for a reader (numbers, texts, None); null for all others. */
export function atomRepr(process: Process, ref: number): string | null {
  const { heap, types } = process;
  const { atoms } = types;
  switch (heap.typeOf(ref)) {
    case atoms.int:
      return String(intValue(process, ref));
    case atoms.bool:
      return intValue(process, ref) === 0 ? 'False' : 'True';
    case types.float:
      return floatRepr(heap.number(ref));
    case atoms.complex:
      return complexRepr(heap.payload(ref) as Complex);
    case atoms.str:
      return strRepr(heap.payload(ref) as string, process.values);
    case atoms.bytes:
      return bytesRepr(heap.payload(ref) as Uint8Array);
    case atoms.NoneType:
      return 'None';
    case atoms.ellipsis:
      return 'Ellipsis';
    case atoms.NotImplementedType:
      return 'NotImplemented';
    default:
      return null;
  }
}
