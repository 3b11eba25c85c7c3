import { downstreamError } from './failures';

describe('an error of a subgraph', () => {
  test.each(['constructor', 'toString', '__proto__', ['toString'], { toString: 1 }])(
    'keeps the code %p, which every object inherits',
    (code) => {
      const error = downstreamError({ message: 'no', extensions: { code } }, 'chat', ['chat', 0]);
      expect(error.toJSON()).toEqual({
        message: 'no',
        path: ['chat', 0],
        extensions: { code, serviceName: 'chat' },
      });
    },
  );

  test('has the code of a failed subgraph where it brings none', () => {
    const error = downstreamError({ message: '' }, 'chat', undefined);
    expect(error.message).toBe('Error while fetching subquery from service "chat"');
    expect(error.extensions).toEqual({ code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'chat' });
  });
});
