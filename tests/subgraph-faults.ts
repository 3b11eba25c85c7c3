import type { ServerResponse } from 'node:http';

/** What a subgraph does instead of answering; all of it costs its own fields and nothing else. */
export const FAULTS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  'answers HTML': (response) => response.end('<html><body>notes at http://10.0.0.1/</body></html>'),
  'answers 502 with HTML': (response) => response.writeHead(502).end('<h1>Bad Gateway</h1>'),
  'answers half a JSON': (response) => response.end('{"data":{"note":{"text":"h'),
  'answers nothing': (response) => response.end(),
  'answers 204': (response) => response.writeHead(204).end(),
  'answers null': (response) => response.end('null'),
  'answers a list': (response) => response.end('[{"data":{}}]'),
  'answers a text': (response) => response.end('"data"'),
  'answers neither data nor errors': (response) => response.end('{"errors":"many"}'),
  'answers 10 MB': (response) => response.end(JSON.stringify({ data: { note: 'x'.repeat(1e7) } })),
  'announces 10 MB': (response) => response.writeHead(200, { 'content-length': '10000000' }).write('{'),
  'never answers': () => undefined,
  'stops in the middle': (response) => void response.write('{"data":{'),
  'closes the connection': (response) => response.destroy(),
  'resets the connection': (response) => response.socket!.resetAndDestroy(),
  'breaks off in the middle': (response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{"data":', () => response.destroy());
  },
  'does not speak HTTP': (response) => response.socket!.end('SSH-2.0-OpenSSH_9.6\r\n'),
};
