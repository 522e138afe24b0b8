/** Plain-language explanations inside views, in every language that Heaplab speaks: a view does not know who reads it. */
import { z } from 'zod';
import type { Language } from './messages.ts';

const EN = {
  held_name: 'It is alive because {root} refers to it.',
  held_path: 'It is alive because {root} leads to it: {path}.',
  held_way: 'It is alive because {root} leads to it in {steps} steps.',
  never_dies: 'It never dies: {root} keeps it for as long as the process lives.',
  only_cycle:
    'It is alive only through a cycle: no name, frame or module leads to it. {size} objects hold each other in a ring, so no count falls to zero; reference counting never frees them, the cycle collector does.',
  behind_cycle:
    'It is alive only because a cycle of {size} objects leads to it; no name, frame or module does. The cycle collector frees the cycle, and then this object.',
  collector_off:
    'The collector is switched off (gc.disable()), so it stays until gc.collect({generation}) is called.',
  collectable: 'gc.collect({generation}) frees it, and so does an automatic collection of that generation.',
  frozen: 'It was frozen (gc.freeze()), so no collection looks at it until gc.unfreeze() is called.',
  untracked_cycle: 'Part of the cycle is not tracked by the collector, so no collection finds it.',
  also_cycle:
    'It is also in a cycle of {size} objects: when nothing outside leads there any more, counts alone do not free it.',
  dominated:
    '{holder} alone keeps it alive: every way to it passes there. If that went, {objects} objects with {bytes} bytes would go with it.',
  not_dominated: 'No single object keeps it alive: ways that share nothing lead to it.',
  frees: 'If it went, {objects} objects with {bytes} bytes would be freed, itself included.',
  frees_nothing: 'Nothing else would be freed if it went: {bytes} bytes, its own.',
  weakly: 'Weak references to it: {count}; they keep nothing alive.',
  untracked_referrer:
    '{holder} refers to it and is not tracked by the collector, so gc.get_referrers() does not show it.',
  resident_arenas:
    'Arenas resident: {arenas}, of {arena_bytes} bytes each. An arena is given back only when all its pools are free; one live block holds the whole of it.',
  resident_no_arenas: 'No arena is resident.',
  arena_pinned:
    'Live blocks that hold arena {arena}, the emptiest: {blocks}, {bytes} bytes in all; the first belongs to {block}.',
  heap_pinned:
    '{free} bytes of the system heap are free but lie below the block at {address}, which ends at the top: the break cannot move below it.',
  heap_trim:
    '{free} bytes are free at the top of the system heap; less than {trim} stay for the next request.',
  mapped: '{bytes} bytes are mapped for large blocks; each goes back by itself when it is freed.',
  growing_type: 'Since the moment compared with, objects of the type {type} have become {count} more.',
  growing_container: 'It had {before} references then and has {now}: it grows and lets go of nothing.',
  unreachable:
    'Nothing leads to it any more, but a cycle of {size} objects keeps the counts above zero; only a collection frees it.',
  in_garbage: 'It is in gc.garbage, which holds it until it is taken out.',
  keeps_much: 'It alone keeps {objects} objects with {bytes} bytes alive.',
} as const;

export type ExplanationKey = keyof typeof EN;

const ZH: Record<ExplanationKey, string> = {
  held_name: '它存活，因为{root}引用着它。',
  held_path: '它存活，因为从{root}可以到达它：{path}。',
  held_way: '它存活，因为从{root}经过 {steps} 步可以到达它。',
  never_dies: '它不会死亡：只要进程存在，{root}就一直保留它。',
  only_cycle:
    '它只靠循环引用存活：没有任何名字、帧或模块可以到达它。{size} 个对象首尾相引，计数不会降到零；引用计数永远不会释放它们，循环垃圾回收器会。',
  behind_cycle:
    '它存活只因为一个由 {size} 个对象组成的循环引用着它；没有任何名字、帧或模块可以到达它。回收器会先释放该循环，然后是它。',
  collector_off: '回收器已关闭（gc.disable()），因此它会一直留到调用 gc.collect({generation}) 为止。',
  collectable: 'gc.collect({generation}) 会释放它，该代的自动回收也会。',
  frozen: '它已被冻结（gc.freeze()），在调用 gc.unfreeze() 之前任何回收都不会检查它。',
  untracked_cycle: '循环中有对象不被回收器跟踪，因此任何一次回收都找不到它。',
  also_cycle: '它还处在一个由 {size} 个对象组成的循环中：当外部不再引用时，仅靠计数无法释放它。',
  dominated:
    '只有 {holder} 让它存活：所有到达它的路径都经过那里。若该对象消失，共有 {objects} 个对象、{bytes} 字节随之释放。',
  not_dominated: '没有哪一个对象单独让它存活：有互不重合的多条路径到达它。',
  frees: '若它消失，包括它自己在内将释放 {objects} 个对象、{bytes} 字节。',
  frees_nothing: '若它消失，不会连带释放其他对象：只有它自己的 {bytes} 字节。',
  weakly: '指向它的弱引用有 {count} 个；弱引用不会让任何对象存活。',
  untracked_referrer: '{holder} 引用着它，但不被回收器跟踪，因此 gc.get_referrers() 不会列出它。',
  resident_arenas:
    '常驻 {arenas} 个 arena，每个 {arena_bytes} 字节。只有当所有 pool 都空闲时，arena 才会归还；只要有一个存活的块，整个 arena 就会被占住。',
  resident_no_arenas: '没有常驻的 arena。',
  arena_pinned: '最空的 arena {arena} 被 {blocks} 个存活的块占住，共 {bytes} 字节；第一个属于 {block}。',
  heap_pinned:
    '系统堆中有 {free} 字节空闲，但它们位于地址 {address} 的块之下，而该块在堆顶：堆顶无法降到它之下。',
  heap_trim: '系统堆顶部有 {free} 字节空闲；少于 {trim} 字节时留给下一次请求。',
  mapped: '为大块映射了 {bytes} 字节；每一块在释放时各自归还。',
  growing_type: '与所比较的时刻相比，类型 {type} 的对象多了 {count} 个。',
  growing_container: '当时它有 {before} 个引用，现在有 {now} 个：它一直在增长，从不放手。',
  unreachable:
    '已经没有任何东西可以到达它，但由 {size} 个对象组成的循环让计数保持在零以上；只有回收才能释放它。',
  in_garbage: '它在 gc.garbage 中，取出之前一直被它持有。',
  keeps_much: '仅它一个就让 {objects} 个对象、{bytes} 字节存活。',
};

const CATALOGUE: Record<Language, Record<ExplanationKey, string>> = { en: EN, zh: ZH };

const ROOT_EN = {
  name: 'the name {name}',
  local: 'the local {name} of {function}()',
  stack: 'the value stack of {function}()',
  frame: 'the running frame of {function}()',
  module: 'the module {name}',
  exception: 'the exception that is being handled',
  interpreter: 'the interpreter',
  constant: 'the constants of the code',
  class_keys: 'the attribute names that a class keeps',
  collector: 'the list {name}',
  class: 'the class {name}',
  immortal: 'the interpreter, for which it is immortal,',
  interned: 'the table of interned strings',
  before_session: 'something from before the session',
} as const;

export type RootWord = keyof typeof ROOT_EN;

const ROOT_ZH: Record<RootWord, string> = {
  name: '名字 {name} ',
  local: '{function}() 的局部变量 {name} ',
  stack: '{function}() 的值栈',
  frame: '{function}() 正在运行的帧',
  module: '模块 {name} ',
  exception: '正在处理的异常',
  interpreter: '解释器',
  constant: '代码的常量',
  class_keys: '类保存的属性名',
  collector: '列表 {name} ',
  class: '类 {name} ',
  immortal: '解释器（它是永生对象）',
  interned: '驻留字符串表',
  before_session: '会话之前就存在的对象',
};

const ROOTS: Record<Language, Record<RootWord, string>> = { en: ROOT_EN, zh: ROOT_ZH };

export const explanation = z
  .strictObject({ en: z.string(), zh: z.string() })
  .meta({ id: 'Explanation', description: 'The same in every language that Heaplab speaks.' });

export type Explanation = z.infer<typeof explanation>;

type Values = Readonly<Record<string, string | number | Explanation>>;

/** One sentence in every language; a value that is an explanation itself is put in by language. */
export function explain(key: ExplanationKey, values: Values = {}): Explanation {
  return inEachLanguage(CATALOGUE, key, values);
}

export function rootWords(kind: RootWord, values: Values): Explanation {
  return inEachLanguage(ROOTS, kind, values);
}

/** Sentences one after the other. */
export function paragraph(sentences: readonly Explanation[]): Explanation {
  return {
    en: sentences.map((one) => one.en).join(' '),
    zh: sentences.map((one) => one.zh).join(''),
  };
}

/** The sentence of a catalogue, its placeholders filled, in every language. */
export function inEachLanguage<Key extends string>(
  catalogue: Readonly<Record<Language, Readonly<Record<Key, string>>>>,
  key: Key,
  values: Values,
): Explanation {
  return { en: filled(catalogue.en[key], values, 'en'), zh: filled(catalogue.zh[key], values, 'zh') };
}

function filled(template: string, values: Values, language: Language): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '?';
    return typeof value === 'object' ? value[language] : String(value);
  });
}
