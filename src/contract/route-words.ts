/** What each route does, in every language: the words of the API documents. */
import type { Language } from './messages.ts';

const EN = {
  create_session: 'Create a session, from settings or from an exported journal',
  list_sessions: 'List sessions, oldest first',
  read_session: 'Read a session',
  patch_session: 'Change the label or the time to live of a session',
  delete_session: 'Delete a session, its heap and its journal',
  export_journal:
    'The journal of a session: its settings, every batch, and the hash of the state that they lead to',
  export_script: 'The session as a Python script that checks the answers under the real interpreter',
  fork_session: 'Make a new session that begins as this one stood at any moment',
  apply_operations: 'Apply one operation or a batch',
  run_program: 'Run a Python program in the session',
  read_names: 'Names, frame by frame',
  list_objects: 'Live objects, oldest first',
  read_object: 'One object, with its memory',
  list_referrers: 'What refers to an object',
  list_referents: 'What an object refers to',
  why_alive: 'Why an object is alive: a way from a root, its cycle, what it depends on',
  read_sizes: 'How large an object is: shallow, deep, shared and retained',
  draw_object: 'What an object refers to, or what refers to it, as data or as a picture',
  draw_heap: 'The object graph from names and frames, as data or as a picture',
  read_leaks: 'What there is, what has grown, and what is suspicious',
  read_gc: 'The state of the cycle collector',
  read_generation: 'One generation, in the order of its list',
  read_unreachable: 'What a collection would find now; nothing is collected',
  read_memory: 'The memory of the process',
  list_arenas: 'Every live arena',
  read_arena: 'One arena, pool by pool',
  read_pool: 'One pool, block by block',
  list_size_classes: 'Every size class that has pools',
  list_events: 'A page of past events; with `Upgrade: websocket`, the live stream',
  livez: 'Is the process alive?',
  readyz: 'Can the server take work now?',
  read_metrics: 'What the server counts about itself, for Prometheus',
  read_openapi: 'This document',
  read_asyncapi: 'The document of the live stream',
} as const;

export type RouteName = keyof typeof EN;

const ZH: Record<RouteName, string> = {
  create_session: '创建会话：由设置，或由导出的日志',
  list_sessions: '列出会话，最旧的在前',
  read_session: '读取会话',
  patch_session: '修改会话的标签或存活时间',
  delete_session: '删除会话及其堆和日志',
  export_journal: '会话的日志：其设置、每批操作，以及最终状态的哈希',
  export_script: '会话导出为 Python 脚本，在真实解释器中核对各项回答',
  fork_session: '从任意时刻分出一个新会话',
  apply_operations: '执行一个或一批操作',
  run_program: '在会话中运行 Python 程序',
  read_names: '逐帧列出名字',
  list_objects: '存活的对象，最旧的在前',
  read_object: '一个对象及其内存',
  list_referrers: '引用某对象的对象',
  list_referents: '某对象引用的对象',
  why_alive: '对象为何存活：从根到它的路径、所在的循环、它所依赖的对象',
  read_sizes: '对象的大小：自身、全部可达、共享与独占',
  draw_object: '对象引用了什么，或什么引用着它：数据或图',
  draw_heap: '从名字和帧出发的对象图：数据或图',
  read_leaks: '有哪些对象、哪些增长了、哪些可疑',
  read_gc: '循环垃圾回收器的状态',
  read_generation: '一代中的对象，按其链表顺序',
  read_unreachable: '现在回收会找到什么；不会真的回收',
  read_memory: '进程的内存',
  list_arenas: '所有存活的 arena',
  read_arena: '一个 arena 及其各个 pool',
  read_pool: '一个 pool 及其各个块',
  list_size_classes: '所有拥有 pool 的大小类',
  list_events: '一页过去的事件；带 `Upgrade: websocket` 时为实时数据流',
  livez: '进程是否存活？',
  readyz: '服务器现在能否接受工作？',
  read_metrics: '服务器的自身统计，供 Prometheus 使用',
  read_openapi: '本文档',
  read_asyncapi: '实时数据流的文档',
};

const WORDS: Record<Language, Record<RouteName, string>> = { en: EN, zh: ZH };

export function routeSummary(name: RouteName, language: Language): string {
  return WORDS[language][name];
}
