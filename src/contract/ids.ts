/**
 * How things are named on the wire: sessions, objects, addresses, positions in a stream.
 *
 * Object ids are serial numbers that are never reused; addresses are reused exactly as CPython reuses them.
 * An epoch and an offset together are a position: within one epoch an offset means the same event for ever.
 */
import { z } from 'zod';

export const sessionId = z
  .string()
  .regex(/^s_[0-9A-Za-z]{20}$/)
  .meta({ id: 'SessionId', description: 'Name of a session.', examples: ['s_7Hq2mX0bRk4TnZ9cVw1L'] });

export const epoch = z
  .string()
  .regex(/^e_[0-9A-Za-z]{12}$/)
  .meta({
    id: 'Epoch',
    description: 'Name of one stream of events; offsets of two epochs are not comparable.',
  });

export const objectId = z
  .string()
  .regex(/^#-?[1-9][0-9]{0,9}$/)
  .meta({
    id: 'ObjectId',
    description: 'Serial number of an object; never reused. Negative: it existed before the session.',
    examples: ['#17'],
  });

export const address = z
  .string()
  .regex(/^0x[0-9a-f]{1,16}$/)
  .meta({ id: 'Address', description: 'Simulated address, in hexadecimal.', examples: ['0x7f3a5c0b2040'] });

export const sequenceNumber = z
  .int()
  .min(0)
  .meta({ id: 'SequenceNumber', description: 'How many operations have been applied.' });

export const eventOffset = z
  .int()
  .min(0)
  .meta({ id: 'EventOffset', description: 'Events count from 1; 0 is the position before the first one.' });

export const position = z.strictObject({ seq: sequenceNumber, epoch, offset: eventOffset }).meta({
  id: 'Position',
  description: 'The moment that an answer describes: state plus the stream from here leaves no gap.',
});

/** A position as a returning subscriber states it: the sequence number follows from the offset. */
export const streamPosition = z
  .strictObject({ epoch, offset: eventOffset })
  .meta({ id: 'StreamPosition', description: 'The last event that a subscriber has seen.' });

export const pythonVersion = z
  .enum(['3.8', '3.9', '3.10', '3.11', '3.12', '3.13'])
  .meta({ id: 'PythonVersion', description: 'Minor version of the simulated CPython.' });

/** The exact release that each profile was recorded from: behaviour differs even between patch releases. */
export const RELEASES = {
  '3.8': '3.8.18',
  '3.9': '3.9.18',
  '3.10': '3.10.13',
  '3.11': '3.11.7',
  '3.12': '3.12.1',
  '3.13': '3.13.0',
} as const satisfies Record<z.infer<typeof pythonVersion>, string>;

export type ObjectId = z.infer<typeof objectId>;
export type Address = z.infer<typeof address>;
export type Position = z.infer<typeof position>;
export type StreamPosition = z.infer<typeof streamPosition>;
export type PythonVersion = z.infer<typeof pythonVersion>;

/** The public form of an object's serial number. */
export function objectIdOf(serial: number): ObjectId {
  return `#${serial}`;
}

/** The public form of an address (a safe integer). */
export function addressText(value: number): Address {
  return `0x${value.toString(16)}`;
}
