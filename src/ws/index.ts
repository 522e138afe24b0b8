/** Live events over WebSocket. */
export { StreamHub } from './hub.ts';
export {
  DEFAULT_TIMING,
  eventsFrameText,
  type Output,
  StreamProtocol,
  type StreamTiming,
} from './protocol.ts';
