import { randomUUID } from 'node:crypto';

const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?$/;
const TRACE_ID = /^(?!0{32})[0-9a-f]{32}$/;

/** The id that all work of one client request shares: the caller's W3C trace id where one is given, else a new one. */
export function correlationIdOf(traceparent: string | undefined): string {
  const traceId = traceparent === undefined ? undefined : TRACEPARENT.exec(traceparent.trim())?.[1];
  return traceId ?? newTraceId();
}

/** A W3C trace id: 32 hexadecimal digits. */
export function newTraceId(): string {
  return randomUUID().replaceAll('-', '');
}

/** The `traceparent` of one call within the request, with a span of its own. */
export function traceparentOf(correlationId: string): string {
  const traceId = correlationId.replaceAll('-', '');
  return `00-${TRACE_ID.test(traceId) ? traceId : newTraceId()}-${newTraceId().slice(16)}-01`;
}
