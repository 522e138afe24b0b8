/** What the caller of operations gets back: one result per operation, and where the session stands now. */
import { z } from 'zod';
import { epoch, eventOffset, objectId, sequenceNumber, sessionId } from './ids.ts';

export const pythonError = z
  .strictObject({
    exception: z.string().meta({ examples: ['NameError'] }),
    message: z.string().meta({ examples: ["name 'x' is not defined"] }),
  })
  .meta({
    id: 'PythonError',
    description: "A Python exception, with Python's own message. It is a result, not an HTTP error.",
  });

export const operationResult = z
  .strictObject({
    seq: sequenceNumber
      .optional()
      .meta({ description: 'Number of the operation; absent when it does not count (it failed).' }),
    object: objectId.optional().meta({ description: 'The object that the operation made or read.' }),
    value: z.unknown().optional().meta({ description: 'The answer, where the operation has one.' }),
    reported: z
      .int()
      .optional()
      .meta({ description: 'What Python itself would print: one more than the real references.' }),
    printed: z.string().optional().meta({ description: 'What CPython would print on stderr meanwhile.' }),
    error: pythonError.optional(),
  })
  .meta({ id: 'OperationResult', description: 'What one operation answered.' });

export const onError = z.enum(['stop', 'rollback']).meta({
  id: 'OnError',
  description: '`stop` keeps what came before the failed operation, `rollback` keeps nothing of the batch.',
});

export const receipt = z
  .strictObject({
    session: sessionId,
    seq: sequenceNumber,
    epoch,
    offset: eventOffset,
    results: z.array(operationResult),
    failed: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'Index of the operation that failed; what follows it was not tried.' }),
    rolled_back: z.literal(true).optional().meta({ description: 'Nothing of this batch has happened.' }),
  })
  .meta({
    id: 'Receipt',
    description: 'What became of a batch of operations, and where the session stands now.',
  });

export type OperationResult = z.infer<typeof operationResult>;
export type OnError = z.infer<typeof onError>;
export type Receipt = z.infer<typeof receipt>;
