/** Live events over WebSocket. */
export { type HubSettings, StreamHub } from './hub.ts';
export { DEFAULT_TIMING, type StreamTiming } from './protocol.ts';
