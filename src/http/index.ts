/** The HTTP server. */
export { createApp } from './app.ts';
export { asyncapiDocument } from './asyncapi.ts';
export { documentText } from './documents.ts';
export { Metrics } from './metrics.ts';
export { openapiDocument } from './openapi.ts';
export { ROUTES } from './table.ts';
