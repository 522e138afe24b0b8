/** The HTTP server. */
export { Gate } from './access/gate.ts';
export { type KeyEntry, keyEntry, makeKey } from './access/key-file.ts';
export { KeyFileError, KeyRing, loadKeys } from './access/key-ring.ts';
export { createApp } from './app.ts';
export { asyncapiDocument } from './asyncapi.ts';
export { documentText } from './documents.ts';
export { Metrics } from './metrics.ts';
export { namedView } from './named-views.ts';
export { openapiDocument } from './openapi.ts';
export { accessTo } from './route.ts';
export { ROUTES } from './table.ts';
