/** tp_basicsize and tp_itemsize of classes. */
import { GC_HEAD_BYTES, META, OUTSIDE } from '../../../heap/index.ts';
import { PythonRaise } from '../../../objects/index.ts';
import { hasTypeSize } from '../../dialect-sizes.ts';
import { bodyBytes, groupBytes } from '../../eval/classes/added-bytes.ts';
import type { PyType } from '../../eval/classes/class-table.ts';
import { exceptionBytes, isExceptionClass } from '../../eval/exceptions/raise.ts';
import type { Interpreter } from '../../eval/interpreter.ts';

/** No code of Python made it, though it may have a dict for its methods (the proxies of weakref). */
export const isBuiltIn = ({ heap }: Interpreter, { dict, ref }: PyType): boolean =>
  dict === 0 || ((heap.words[ref + META] as number) & OUTSIDE) !== 0;

/** Those of the built-in class that objects of this one begin with. */
function sizes(vm: Interpreter, type: PyType): readonly [number, number] {
  const native = type.layout === null && isBuiltIn(vm, type) ? type : type.native;
  if (isExceptionClass(vm, native))
    return [exceptionBytes(vm, native) - GC_HEAD_BYTES - groupBytes(vm, native).front, 0];
  const name = native.name.slice(native.name.lastIndexOf('.') + 1);
  if (hasTypeSize(name)) return vm.rules.typeSizes[name];
  throw new PythonRaise('AttributeError', `the size of '${native.name}' objects is not supported here`);
}

/** From 3.12 the dict and the weak references stand in front of the object, which no size tells. */
export function basicSize(vm: Interpreter, type: PyType): number {
  if (type.layout !== null) return type.layout.instanceBytes - type.layout.headBytes;
  const [basic, item] = sizes(vm, type);
  return basic + bodyBytes(vm, type, item > 0);
}

export function itemSize(vm: Interpreter, type: PyType): number {
  return sizes(vm, type)[1];
}
