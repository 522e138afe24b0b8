/**
 * The words of faults and close codes, in every language that Heaplab speaks.
 *
 * `{name}` in a detail is filled from the fault's values. English is complete by its type; another language must have every
 * key of it, which the type demands too. Python's own messages are never translated.
 */
import type { CloseCode } from './close-code.ts';
import type { Fault, FaultCode } from './fault.ts';

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

type Words = readonly [title: string, detail: string];

const EN: Record<FaultCode, Words> = {
  malformed_request: ['Malformed request', 'This is not a well-formed HTTP request: {reason}.'],
  bad_url: ['Bad URL', 'The path has an escape that is not valid UTF-8.'],
  invalid_json: ['Invalid JSON', 'The body is not valid JSON at character {position}: {reason}.'],
  invalid_query: ['Invalid query', 'The query string has parameters that are unknown or wrong; see errors.'],
  invalid_header: ['Invalid header', 'The header {header} is not well formed.'],
  invalid_cursor: ['Invalid cursor', 'The cursor was not made by this route; begin without one.'],
  upgrade_refused: [
    'Upgrade refused',
    'This stream speaks the WebSocket subprotocol {subprotocol}; offer it.',
  ],
  key_required: ['Key required', 'This needs a key; send it as Authorization: Bearer KEY.'],
  key_refused: ['Key refused', 'The key is unknown or has expired.'],
  scope_lacking: ['Scope lacking', 'This needs a key with the scope {scope}.'],
  origin_refused: [
    'Origin refused',
    'Pages of {origin} may not do this; the server must be told of them (HEAPLAB_CORS_ORIGINS).',
  ],
  no_such_route: ['No such route', 'There is nothing at {path}.'],
  no_such_session: ['No such session', 'There is no session {id}; it never was, was deleted or has expired.'],
  no_such_object: ['No such object', 'There is no live object {id}.'],
  no_such_generation: ['No such generation', 'There is no generation {generation}.'],
  no_such_arena: ['No such arena', 'There is no live arena {arena}.'],
  no_such_snapshot: ['No such snapshot', 'There is no snapshot {snapshot}.'],
  no_such_pool: ['No such pool', 'There is no pool at {address}.'],
  no_program: ['No program', 'No program of the session runs or is paused.'],
  no_such_moment: ['No such moment', 'The session has {seq} operations; moment {at} is not among them.'],
  no_such_mark: ['No such mark', 'No operation has placed the mark {mark}.'],
  method_not_allowed: ['Method not allowed', '{path} answers {allow}.'],
  request_timeout: ['Request timeout', 'The request took too long to arrive.'],
  request_in_progress: [
    'Request in progress',
    'The first request under this Idempotency-Key is still being carried out; ask again for its answer.',
  ],
  program_paused: [
    'Program paused',
    'A program of the session is paused; let it end first. Questions are answered meanwhile.',
  ],
  stale_tag: ['Stale tag', 'The session has moved on: If-Match says {expected}, the session is at {actual}.'],
  body_too_large: ['Body too large', 'The body is larger than {maximum} bytes.'],
  url_too_long: ['URL too long', 'The URL is longer than the server reads.'],
  unsupported_media_type: ['Unsupported media type', 'Send {accepted}, not compressed.'],
  expectation_failed: ['Expectation failed', 'The only expectation that can be met is 100-continue.'],
  invalid_body: ['Invalid body', 'The body is not what this route takes; see errors.'],
  invalid_operation: [
    'Invalid operation',
    'Operation {index} is not valid; nothing was applied. See errors.',
  ],
  key_reused: ['Key reused', 'Another request has been sent under this Idempotency-Key; take a new one.'],
  journal_mismatch: [
    'Journal does not prove itself',
    'Replaying the journal does not give what it says: {reason}. No session was made.',
  ],
  limit_too_high: ['Limit too high', 'The limit {limit} can be {maximum} at most on this server.'],
  too_many_operations: ['Too many operations', 'A batch can have {maximum} operations here.'],
  too_many_objects: [
    'Too many objects',
    'This would make more than {maximum} live objects; nothing of the batch was applied.',
  ],
  heap_too_large: [
    'Heap too large',
    'The heap would pass {maximum} bytes; nothing of the batch was applied.',
  ],
  too_many_iterations: [
    'Too many iterations',
    'A repeat can have {maximum} iterations here; nothing of the batch was applied.',
  ],
  too_many_frames: ['Too many frames', 'Calls can be {maximum} deep here; nothing of the batch was applied.'],
  value_too_large: ['Value too large', 'A value is larger than {maximum}; nothing of the batch was applied.'],
  script_too_long: ['Script too long', 'A script can tell {maximum} operations; ask for an earlier moment.'],
  program_too_long: ['Program too long', 'A program can have {maximum} characters here; it was not run.'],
  program_steps_spent: [
    'Steps spent',
    'The program was ended after {maximum} steps; what it did until then stays.',
  ],
  program_output_spent: [
    'Output spent',
    'The program was ended when it printed more than {maximum} characters; what it did until then stays.',
  ],
  program_heap_spent: [
    'Heap spent',
    'The program was ended when its heap passed {maximum} bytes; what it did until then stays.',
  ],
  program_objects_spent: [
    'Objects spent',
    'The program was ended when it had more than {maximum} live objects; what it did until then stays.',
  ],
  picture_too_large: [
    'Picture too large',
    'Drawing it would take more than {seconds} s or too much room; ask for fewer nodes, or for dot.',
  ],
  too_many_pictures: ['Too many pictures', '{maximum} pictures wait to be drawn already; come back later.'],
  program_lost: [
    'Program lost',
    'The server stopped while the program ran; what it did until the last part that was kept stays.',
  ],
  too_many_requests: [
    'Too many requests',
    '{quota} requests a minute are allowed; come back in {seconds} s.',
  ],
  too_many_sessions: [
    'Too many sessions',
    'The server holds {maximum} sessions; delete one or come back later.',
  ],
  session_quota_reached: ['Session quota reached', 'You may have {maximum} sessions; delete one.'],
  too_many_subscribers: ['Too many subscribers', 'The session has {maximum} live streams already.'],
  session_busy: ['Session busy', '{maximum} requests wait for this session already; come back later.'],
  header_too_large: ['Headers too large', 'The headers are larger than the server reads.'],
  invalid_frame: ['Invalid frame', 'This is not a frame of the protocol; see errors.'],
  already_subscribed: ['Already subscribed', 'Unsubscribe first: a stream has one subscription.'],
  not_subscribed: ['Not subscribed', 'There is no subscription to end.'],
  unsupported_frame: ['Unsupported frame', 'This server does not take frames of type {type}.'],
  internal_error: ['Internal error', 'Something broke on our side; the request id leads us to it.'],
  session_retired: [
    'Session retired',
    'The simulation broke one of its invariants and this session was stopped; its journal is kept.',
  ],
  http_version_not_supported: ['HTTP version not supported', 'Speak HTTP/1.1.'],
  journal_unavailable: [
    'Journal unavailable',
    'The operations could not be kept, so they have not happened; try again.',
  ],
  journal_full: ['Journal full', 'There is no room to keep operations, so they have not happened.'],
  journal_corrupt: [
    'Journal corrupt',
    'What was kept of this session is not what was written; nothing is shown rather than something wrong.',
  ],
  worker_lost: [
    'Worker lost',
    'The worker that ran this session ended, so the request has not happened; the session comes back, try again.',
  ],
  not_ready: ['Not ready', 'The server is not ready yet.'],
  shutting_down: ['Shutting down', 'The server is stopping; come back in a moment.'],
};

const ZH: Record<FaultCode, Words> = {
  malformed_request: ['请求格式错误', '这不是格式正确的 HTTP 请求：{reason}。'],
  bad_url: ['URL 错误', '路径中的转义不是有效的 UTF-8。'],
  invalid_json: ['JSON 无效', '请求体在第 {position} 个字符处不是有效的 JSON：{reason}。'],
  invalid_query: ['查询参数无效', '查询字符串中有未知或错误的参数，见 errors。'],
  invalid_header: ['请求头无效', '请求头 {header} 格式不正确。'],
  invalid_cursor: ['游标无效', '该游标不是由此路由产生的，请从头开始。'],
  upgrade_refused: ['拒绝升级', '此数据流使用 WebSocket 子协议 {subprotocol}，请在握手时提供。'],
  key_required: ['需要密钥', '此请求需要密钥，请以 Authorization: Bearer KEY 发送。'],
  key_refused: ['密钥被拒绝', '密钥未知或已过期。'],
  scope_lacking: ['权限不足', '此请求需要具有 {scope} 权限的密钥。'],
  origin_refused: [
    '来源被拒绝',
    '{origin} 的页面不能这样做；须在服务器上登记该来源（HEAPLAB_CORS_ORIGINS）。',
  ],
  no_such_route: ['路由不存在', '{path} 处没有内容。'],
  no_such_session: ['会话不存在', '没有会话 {id}：从未存在、已删除或已过期。'],
  no_such_object: ['对象不存在', '没有存活的对象 {id}。'],
  no_such_generation: ['代不存在', '没有第 {generation} 代。'],
  no_such_arena: ['arena 不存在', '没有存活的 arena {arena}。'],
  no_such_snapshot: ['快照不存在', '没有快照 {snapshot}。'],
  no_such_pool: ['pool 不存在', '地址 {address} 处没有 pool。'],
  no_program: ['没有程序', '该会话没有正在运行或暂停的程序。'],
  no_such_moment: ['时刻不存在', '会话共有 {seq} 个操作，其中没有时刻 {at}。'],
  no_such_mark: ['标记不存在', '没有操作放置过标记 {mark}。'],
  method_not_allowed: ['方法不允许', '{path} 接受 {allow}。'],
  request_timeout: ['请求超时', '请求到达得太慢。'],
  request_in_progress: ['请求仍在执行', '此 Idempotency-Key 的第一个请求仍在执行，请稍后再来取得其结果。'],
  program_paused: ['程序已暂停', '该会话有一个程序处于暂停状态，请先让它结束；期间仍可提问。'],
  stale_tag: ['标签已过期', '会话已前进：If-Match 为 {expected}，会话当前为 {actual}。'],
  body_too_large: ['请求体过大', '请求体超过 {maximum} 字节。'],
  url_too_long: ['URL 过长', 'URL 超过服务器可读取的长度。'],
  unsupported_media_type: ['不支持的媒体类型', '请发送 {accepted}，且不要压缩。'],
  expectation_failed: ['预期失败', '唯一能满足的预期是 100-continue。'],
  invalid_body: ['请求体无效', '请求体不符合此路由的要求，见 errors。'],
  invalid_operation: ['操作无效', '第 {index} 个操作无效，未执行任何操作，见 errors。'],
  key_reused: ['键已被使用', '此 Idempotency-Key 已用于另一个请求，请使用新的键。'],
  journal_mismatch: ['日志无法自证', '重放日志得不到其所述结果：{reason}。未创建会话。'],
  limit_too_high: ['限制过高', '在此服务器上，限制 {limit} 最大为 {maximum}。'],
  too_many_operations: ['操作过多', '一批最多可包含 {maximum} 个操作。'],
  too_many_objects: ['对象过多', '存活对象将超过 {maximum} 个，整批操作均未执行。'],
  heap_too_large: ['堆过大', '堆将超过 {maximum} 字节，整批操作均未执行。'],
  too_many_iterations: ['迭代过多', 'repeat 最多可迭代 {maximum} 次，整批操作均未执行。'],
  too_many_frames: ['调用过深', '调用最多可嵌套 {maximum} 层，整批操作均未执行。'],
  value_too_large: ['值过大', '某个值超过 {maximum}，整批操作均未执行。'],
  picture_too_large: ['图过大', '绘制将超过 {seconds} 秒或占用过多空间，请减少节点，或改用 dot。'],
  too_many_pictures: ['图过多', '已有 {maximum} 幅图在等待绘制，请稍后再来。'],
  script_too_long: ['脚本过长', '一个脚本最多可包含 {maximum} 个操作，请选择更早的时刻。'],
  program_too_long: ['程序过长', '程序最多可有 {maximum} 个字符，未执行。'],
  program_steps_spent: ['步数用尽', '程序执行 {maximum} 步后被终止；此前的效果保留。'],
  program_output_spent: ['输出用尽', '程序打印超过 {maximum} 个字符后被终止；此前的效果保留。'],
  program_heap_spent: ['堆用尽', '程序的堆超过 {maximum} 字节后被终止；此前的效果保留。'],
  program_objects_spent: ['对象用尽', '程序的存活对象超过 {maximum} 个后被终止；此前的效果保留。'],
  program_lost: ['程序丢失', '程序运行时服务器停止；最后一个已保存部分之前的效果保留。'],
  too_many_requests: ['请求过多', '每分钟允许 {quota} 个请求，请在 {seconds} 秒后再试。'],
  too_many_sessions: ['会话过多', '服务器最多保存 {maximum} 个会话，请删除一个或稍后再试。'],
  session_quota_reached: ['会话配额已满', '您最多可以有 {maximum} 个会话，请删除一个。'],
  too_many_subscribers: ['订阅者过多', '该会话已有 {maximum} 个实时数据流。'],
  session_busy: ['会话繁忙', '已有 {maximum} 个请求在等待该会话，请稍后再试。'],
  header_too_large: ['请求头过大', '请求头超过服务器可读取的大小。'],
  invalid_frame: ['帧无效', '这不是本协议的帧，见 errors。'],
  already_subscribed: ['已订阅', '请先取消订阅：一个数据流只有一个订阅。'],
  not_subscribed: ['未订阅', '没有可取消的订阅。'],
  unsupported_frame: ['不支持的帧', '此服务器不接受类型为 {type} 的帧。'],
  internal_error: ['内部错误', '服务器内部出错，请求编号可帮助我们定位。'],
  session_retired: ['会话已停用', '模拟破坏了自身的不变式，该会话已停止；其日志仍保留。'],
  http_version_not_supported: ['不支持的 HTTP 版本', '请使用 HTTP/1.1。'],
  journal_unavailable: ['日志不可用', '操作无法保存，因此没有发生，请重试。'],
  journal_full: ['日志已满', '没有空间保存操作，因此没有发生。'],
  journal_corrupt: ['日志已损坏', '该会话保存的内容与写入时不一致；宁可不显示，也不显示错误的内容。'],
  worker_lost: ['工作线程已终止', '运行该会话的工作线程已终止，因此请求没有发生；会话会恢复，请重试。'],
  not_ready: ['尚未就绪', '服务器尚未就绪。'],
  shutting_down: ['正在关闭', '服务器正在停止，请稍后再来。'],
};

const CATALOGUE: Record<Language, Record<FaultCode, Words>> = { en: EN, zh: ZH };

const CLOSE_WORDS: Record<Language, Record<CloseCode, string>> = {
  en: {
    1000: 'The client said goodbye.',
    1003: 'Frames are text; a binary one came.',
    1009: 'A frame was larger than the server reads.',
    1011: 'Something broke on our side.',
    1012: 'The server is restarting; resume with since.',
    1013: 'The session has as many live streams as it may have.',
    4400: 'Too many frames that are not of the protocol.',
    4401: 'No valid key came with the request or as the first frame, or it is valid no longer.',
    4403: 'The key may not read sessions.',
    4404: 'There is no such session.',
    4408: 'No answer to pings.',
    4409: 'The subscriber was too slow; resume with since.',
    4410: 'The session was deleted or has expired.',
  },
  zh: {
    1000: '客户端已告别。',
    1003: '帧必须是文本，却收到了二进制帧。',
    1009: '帧超过服务器可读取的大小。',
    1011: '服务器内部出错。',
    1012: '服务器正在重启，请用 since 恢复。',
    1013: '该会话的实时数据流已达上限。',
    4400: '不符合协议的帧过多。',
    4401: '请求或第一帧中没有有效的密钥，或密钥已失效。',
    4403: '该密钥无权读取会话。',
    4404: '会话不存在。',
    4408: '没有回应 ping。',
    4409: '订阅者过慢，请用 since 恢复。',
    4410: '会话已删除或已过期。',
  },
};

export function faultTitle(code: FaultCode, language: Language): string {
  return CATALOGUE[language][code][0];
}

export function faultDetail(fault: Fault, language: Language): string {
  const template = CATALOGUE[language][fault.code][1];
  return template.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) =>
    String(fault.values?.[name] ?? placeholder),
  );
}

export function closeReason(code: CloseCode, language: Language): string {
  return CLOSE_WORDS[language][code];
}

/** The language that an Accept-Language header asks for; English where it asks for none of ours. */
export function pickLanguage(header: string | undefined): Language {
  if (header === undefined || header.length > 1000) return 'en';
  let best: Language = 'en';
  let bestQuality = 0;
  for (const range of header.split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const quality = qualityOf(parameters);
    const language = LANGUAGES.find((known) => tag === known || tag.startsWith(`${known}-`));
    if (language === undefined || quality <= bestQuality) continue;
    best = language;
    bestQuality = quality;
  }
  return best;
}

/** The weight of one range of a header such as Accept; 1 where it says nothing. */
export function qualityOf(parameters: readonly string[]): number {
  for (const parameter of parameters) {
    const match = /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter);
    if (match !== null) return Number(match[1]);
  }
  return 1;
}
