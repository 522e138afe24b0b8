/** The HTTP server. */
export { type AppPorts, createApp } from './app.ts';
export { asyncapiDocument } from './asyncapi.ts';
export { documentText } from './documents.ts';
export type { LiveDoor } from './live.ts';
export { type MetricSources, Metrics } from './metrics.ts';
export { openapiDocument } from './openapi.ts';
export type { Method, Route, Service } from './route.ts';
export { ROUTES } from './table.ts';
