/** `npm run openapi`: writes the API documents, which a test compares with what the code says. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { asyncapiDocument, documentText, openapiDocument } from '../http/index.ts';

const folder = fileURLToPath(new URL('../../openapi/', import.meta.url));

await mkdir(folder, { recursive: true });
await writeFile(`${folder}openapi.json`, documentText(openapiDocument('en')));
await writeFile(`${folder}asyncapi.json`, documentText(asyncapiDocument('en')));
console.log(`wrote ${folder}openapi.json and asyncapi.json`);
