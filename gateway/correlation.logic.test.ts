import { correlationIdOf, newTraceId, traceparentOf } from './correlation';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

test("the caller's trace id is the correlation id", () => {
  expect(correlationIdOf(`00-${TRACE}-00f067aa0ba902b7-01`)).toBe(TRACE);
  expect(correlationIdOf(`01-${TRACE}-00f067aa0ba902b7-01-more`)).toBe(TRACE);
});

test.each([
  undefined,
  '',
  TRACE,
  `ff-${TRACE}-00f067aa0ba902b7-01`,
  `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
  `00-${TRACE}-0000000000000000-01`,
  `00-${TRACE.toUpperCase()}-00f067aa0ba902b7-01`,
  `00-${TRACE}\r\nx: y-00f067aa0ba902b7-01`,
])('%j is no trace: a new id is made', (traceparent) => {
  const id = correlationIdOf(traceparent);
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(id).not.toBe(TRACE);
});

test('a call carries the id on, in a span of its own', () => {
  expect(traceparentOf(TRACE)).toMatch(new RegExp(`^00-${TRACE}-[0-9a-f]{16}-01$`));
  expect(traceparentOf(TRACE)).not.toBe(traceparentOf(TRACE));
});

test('an id in the form of a uuid is a trace id without its hyphens; another one starts a trace of its own', () => {
  expect(traceparentOf('4bf92f35-77b3-4da6-a3ce-929d0e0e4736')).toContain(TRACE);
  expect(traceparentOf('not-a-trace')).toMatch(/^00-[0-9a-f]{32}-/);
  expect(newTraceId()).toMatch(/^[0-9a-f]{32}$/);
});
