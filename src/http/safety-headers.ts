/**
 * The headers that keep a browser from running, framing or guessing an answer: helmet's, asked for once.
 *
 * Answers are data, so nothing in them may be executed or embedded; the page of documents has a policy of its own. helmet
 * composes its headers anew for each answer, which costs a small request more than the rest of its headers; none of them depends
 * on the request, so a blank answer is dressed at the start and every other one gets the same.
 */
import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet from 'helmet';

const POLICY = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] };

/** What protects pages alone, or speaks of TLS, which ends before us: each header is paid for with every answer. */
const FOR_PAGES = {
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  strictTransportSecurity: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};

/** @throws what helmet throws when it refuses its own options */
export function safetyHeaders(): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket());
  const blank = new ServerResponse(request);
  const dress = helmet({ contentSecurityPolicy: { useDefaults: false, directives: POLICY }, ...FOR_PAGES });
  dress(request, blank, (error) => {
    if (error !== undefined) throw error;
  });
  return blank.getHeaders();
}
