/**
 * The frames of the WebSocket subprotocol `heaplab.v1`: JSON text, each with a `type`.
 *
 *   server: hello                     first, with the position of the session
 *   client: subscribe {topics, since?}
 *   server: subscribed {recovered}    all or nothing; then events, bookmark ... in the order of offsets, without a gap
 *
 * A stream has one subscription. `events` and `bookmark` carry the position that `since` takes to resume after them.
 */
import { z } from 'zod';
import { reconnectAdvice } from './close-code.ts';
import { heapEvent, topic } from './event.ts';
import { epoch, eventOffset, position, sessionId, streamPosition } from './ids.ts';
import { problem } from './problem.ts';

export const SUBPROTOCOL = 'heaplab.v1';

const requestId = z
  .string()
  .max(64)
  .optional()
  .meta({ description: 'Chosen by the client; the answer carries it back.' });

export const subscribeFrame = z
  .strictObject({
    type: z.literal('subscribe'),
    id: requestId,
    topics: z
      .array(topic)
      .min(1)
      .max(32)
      .optional()
      .meta({ description: 'Only events of these topics; left out: all.' }),
    since: streamPosition
      .optional()
      .meta({ description: 'The last event that was seen; left out: from now on.' }),
  })
  .meta({ id: 'SubscribeFrame', description: 'Begin to receive events.' });

export const unsubscribeFrame = z
  .strictObject({ type: z.literal('unsubscribe'), id: requestId })
  .meta({ id: 'UnsubscribeFrame', description: 'Receive no more events; the stream stays open.' });

export const pingFrame = z
  .strictObject({ type: z.literal('ping'), id: requestId })
  .meta({ id: 'PingFrame', description: 'Answered by pong; for clients that cannot send WebSocket pings.' });

export const authFrame = z
  .strictObject({ type: z.literal('auth'), id: requestId, token: z.string().min(1).max(4096) })
  .meta({
    id: 'AuthFrame',
    description:
      'The first frame of a client that could not send its key in a header; answered by hello, or by error and a close with 4401, 4403 or 4404.',
  });

export const clientFrame = z
  .discriminatedUnion('type', [subscribeFrame, unsubscribeFrame, pingFrame, authFrame])
  .meta({ id: 'ClientFrame', description: 'Everything that a client may send.' });

export const helloFrame = z
  .strictObject({
    type: z.literal('hello'),
    session: sessionId,
    position,
    ping_interval_ms: z.int(),
    oldest_recoverable: eventOffset.meta({
      description: 'The smallest offset that `since` can be recovered from now.',
    }),
  })
  .meta({ id: 'HelloFrame', description: 'The first frame: where the session stands.' });

export const unrecoveredReason = z
  .enum(['other_epoch', 'too_far_behind', 'in_the_future'])
  .meta({ id: 'UnrecoveredReason', description: 'Why the missed events cannot be given.' });

export const subscribedFrame = z
  .strictObject({
    type: z.literal('subscribed'),
    id: requestId,
    recovered: z.boolean().meta({
      description: 'true: every event after `since` follows. false: events follow from `position` on.',
    }),
    reason: unrecoveredReason.optional(),
    position: streamPosition.meta({ description: 'The events that follow begin right after it.' }),
    topics: z.array(topic),
  })
  .meta({ id: 'SubscribedFrame', description: 'The answer to subscribe.' });

export const unsubscribedFrame = z
  .strictObject({ type: z.literal('unsubscribed'), id: requestId, position: streamPosition })
  .meta({ id: 'UnsubscribedFrame', description: 'The answer to unsubscribe.' });

export const eventsFrame = z
  .strictObject({ type: z.literal('events'), position: streamPosition, events: z.array(heapEvent).min(1) })
  .meta({
    id: 'EventsFrame',
    description: 'Events in the order of their offsets; resume after them with `position`.',
  });

export const bookmarkFrame = z
  .strictObject({ type: z.literal('bookmark'), position: streamPosition })
  .meta({ id: 'BookmarkFrame', description: 'Nothing of the subscribed topics happened up to here.' });

export const laggedFrame = z
  .strictObject({
    type: z.literal('lagged'),
    position: streamPosition.meta({
      description: 'The last position that was sent; `since` of the next attempt.',
    }),
    missed: z.int().min(0).meta({ description: 'Events after it that were not sent.' }),
  })
  .meta({ id: 'LaggedFrame', description: 'The subscriber was too slow; the stream closes with 4409.' });

export const errorFrame = z.strictObject({ type: z.literal('error'), id: requestId, problem }).meta({
  id: 'ErrorFrame',
  description: 'A frame was refused; the stream stays open, unless a key was asked for and none came.',
});

export const pongFrame = z
  .strictObject({ type: z.literal('pong'), id: requestId, position: streamPosition })
  .meta({ id: 'PongFrame', description: 'The answer to ping.' });

export const goodbyeFrame = z
  .strictObject({
    type: z.literal('goodbye'),
    code: z.int().meta({ description: 'The close code that follows.' }),
    name: z.string(),
    reconnect: reconnectAdvice,
    reason: z.string(),
    position: z
      .strictObject({ epoch, offset: eventOffset })
      .meta({ description: 'The last position that was sent.' }),
  })
  .meta({ id: 'GoodbyeFrame', description: 'The last frame, where the server ends the stream.' });

export const serverFrame = z
  .discriminatedUnion('type', [
    helloFrame,
    subscribedFrame,
    unsubscribedFrame,
    eventsFrame,
    bookmarkFrame,
    laggedFrame,
    errorFrame,
    pongFrame,
    goodbyeFrame,
  ])
  .meta({ id: 'ServerFrame', description: 'Everything that the server sends.' });

export type ClientFrame = z.infer<typeof clientFrame>;
export type ServerFrame = z.infer<typeof serverFrame>;
export type UnrecoveredReason = z.infer<typeof unrecoveredReason>;
