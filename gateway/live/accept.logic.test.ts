import { prefersEventStream, streamFormatOf } from './accept';

const URQL_QUERY =
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed';
const APOLLO =
  'multipart/mixed;boundary=graphql;subscriptionSpec=1.0,application/graphql-response+json,application/json;q=0.9';

test.each([
  ['text/event-stream', 'sse'],
  ['Text/Event-Stream; charset=utf-8', 'sse'],
  ['text/event-stream, multipart/mixed', 'sse'],
  [URQL_QUERY, 'sse'],
  [APOLLO, 'multipart'],
  ['multipart/mixed;subscriptionSpec=1.0, application/json', 'multipart'],
  ['multipart/mixed; boundary="graphql"; subscriptionSpec="1.0", application/json', 'multipart'],
  ['multipart/mixed; boundary="a,b;c"; SubscriptionSpec=1.0', 'multipart'],
  ['text/event-stream;q=0.5, multipart/mixed;subscriptionSpec=1.0', 'multipart'],
  ['text/event-stream;q=0', null],
  ['multipart/mixed', null],
  ['multipart/mixed;deferSpec=20220824, application/json', null],
  ['multipart/mixed;subscriptionSpec=2.0', null],
  ['multipart/mixed;subscriptionSpec="1.0', null],
  ['application/json, */*', null],
  [';;,,"";=,', null],
  ['', null],
  [undefined, null],
])('for subscriptions %s asks for %s', (accept, format) => {
  expect(streamFormatOf(accept)).toBe(format);
});

test.each([
  ['text/event-stream', true],
  ['text/event-stream, */*', true],
  ['text/event-stream, application/json', true],
  ['application/json;q=0.5, text/event-stream', true],
  ['application/json, text/event-stream', false],
  ['application/json;q=0.9, text/event-stream;q=0.5', false],
  [URQL_QUERY, false],
  [APOLLO, false],
  ['*/*', false],
  [undefined, false],
])('what is answered once is an event for %s: %s', (accept, isEvent) => {
  expect(prefersEventStream(accept)).toBe(isEvent);
});
