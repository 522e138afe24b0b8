/** Problem details (RFC 9457): the body of every refusal, `application/problem+json`. */
import { z } from 'zod';
import { FAULTS, type Fault, faultCode, problemEntry } from './fault.ts';
import { faultDetail, faultTitle, type Language } from './messages.ts';

export const problem = z
  .strictObject({
    type: z.string().meta({ examples: ['urn:heaplab:fault:no_such_session'] }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    code: faultCode,
    request_id: z.string().optional(),
    errors: z.array(problemEntry).optional(),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused (RFC 9457).' });

export type Problem = z.infer<typeof problem>;

export function problemOf(fault: Fault, language: Language, requestId?: string): Problem {
  return {
    type: `urn:heaplab:fault:${fault.code}`,
    title: faultTitle(fault.code, language),
    status: FAULTS[fault.code].status,
    detail: faultDetail(fault, language),
    code: fault.code,
    ...(requestId === undefined ? {} : { request_id: requestId }),
    ...(fault.errors === undefined
      ? {}
      : { errors: fault.errors.map(({ pointer, words }) => ({ pointer, message: words[language] })) }),
  };
}
