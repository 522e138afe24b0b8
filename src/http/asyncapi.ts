/** The AsyncAPI document of the live stream, from the same schemas as the OpenAPI document. */
import type { z } from 'zod';
import {
  CLOSE_CODES,
  type CloseCode,
  clientFrame,
  closeReason,
  type Language,
  SUBPROTOCOL,
  serverFrame,
} from '../contract/index.ts';
import { LIVE_PATH } from './live.ts';
import { type JsonSchema, SchemaLibrary } from './schemas.ts';

const CHANNEL = '#/channels/stream';

export function asyncapiDocument(language: Language): JsonSchema {
  const library = new SchemaLibrary('draft-07');
  const received = namesOf(clientFrame.options);
  const sent = namesOf(serverFrame.options);
  const messages = Object.fromEntries(
    [...clientFrame.options, ...serverFrame.options].map((schema) => [
      nameOf(schema),
      messageOf(schema, library),
    ]),
  );
  return {
    asyncapi: '3.1.0',
    info: {
      title: 'Heaplab live events',
      version: '1.0.0',
      description: `${INTRODUCTION}\n\n${closeTable(language)}`,
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    defaultContentType: 'application/json',
    servers: { local: { host: '127.0.0.1:8080', protocol: 'ws', description: 'A server on this machine.' } },
    channels: {
      stream: {
        address: LIVE_PATH,
        title: 'Live events of a session',
        parameters: { id: { description: 'Name of the session.' } },
        messages: Object.fromEntries(
          Object.keys(messages).map((name) => [name, { $ref: `#/components/messages/${name}` }]),
        ),
      },
    },
    operations: {
      receiveFrames: {
        action: 'receive',
        channel: { $ref: CHANNEL },
        summary: 'What the server takes from a subscriber.',
        messages: received.map((name) => ({ $ref: `${CHANNEL}/messages/${name}` })),
      },
      sendFrames: {
        action: 'send',
        channel: { $ref: CHANNEL },
        summary: 'What the server sends to a subscriber.',
        messages: sent.map((name) => ({ $ref: `${CHANNEL}/messages/${name}` })),
      },
    },
    components: { messages, schemas: library.components() },
  };
}

const INTRODUCTION = `Open \`GET ${LIVE_PATH}\` as a WebSocket with the subprotocol \`${SUBPROTOCOL}\`. Frames are JSON text.
\`hello\` comes first; \`subscribe\` is answered by \`subscribed\`, and from its position on every event of the topics follows, in the
order of offsets, without a gap. Keep the newest \`position\`; after a disconnect \`subscribe\` with it as \`since\`.

Where the server uses API keys, send one with the request (\`Authorization: Bearer\`), or, as browsers must, open the stream without and
send \`auth\` as the first frame within ten seconds; \`hello\` answers it. A key is never part of the URL.`;

function closeTable(language: Language): string {
  const rows = Object.entries(CLOSE_CODES).map(([code, { name, reconnect }]) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.entries() turns the codes into text.
    const words = closeReason(Number(code) as CloseCode, language);
    return `| ${code} | ${name} | ${reconnect} | ${words} |`;
  });
  return ['| close code | name | reconnect | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function messageOf(schema: z.ZodType, library: SchemaLibrary): JsonSchema {
  const name = nameOf(schema);
  const summary = schema.meta()?.description;
  return {
    name,
    title: name,
    ...(summary === undefined ? {} : { summary }),
    payload: library.schemaOf(schema),
  };
}

function namesOf(schemas: readonly z.ZodType[]): string[] {
  return schemas.map(nameOf);
}

function nameOf(schema: z.ZodType): string {
  const id = schema.meta()?.id;
  if (typeof id !== 'string') throw new Error('every frame has a name');
  return id;
}
