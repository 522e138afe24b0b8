/** Gives every property of the run the seed that vitest.config.ts chose and printed. */
import * as fc from 'fast-check';

const seed = Number(process.env['FC_SEED']);
if (!Number.isSafeInteger(seed)) throw new Error('FC_SEED must be an integer');
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
