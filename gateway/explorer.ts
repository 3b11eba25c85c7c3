import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip, gunzip } from 'node:zlib';
import type { Express, Request, Response } from 'express';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { pageFor } from './explorer-page';
import { SAMPLES } from './explorer-samples';
import { START_SCRIPT } from './explorer-script';
import type { Supergraph } from './supergraph';

interface Asset {
  type: string;
  etag: string;
  zipped: Buffer;
}

type Assets = ReadonlyMap<string, Asset>;

/** What `@graphql-yoga/render-graphiql` carries. */
interface Bundle {
  js: string;
  css: string;
  editorWorkerService: string;
  jsonWorker: string;
  graphqlWorker: string;
}

const PACKAGE = '@graphql-yoga/render-graphiql';
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  // The editor writes its own style elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `/graphiql`: an explorer that needs nothing but this port. Its package is optional, and read at the first visit. */
export function addExplorer(app: Express, supergraph: Supergraph, needsToken: boolean): void {
  const page = pageFor({ needsToken });
  let loading: Promise<Assets | null> | undefined;
  const load = () => (loading ??= loadAssets());
  app.get('/graphiql', async (_, res) => {
    const assets = await load();
    res.set({
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    });
    if (assets) res.type('html').send(page);
    else res.status(404).type('text/plain').send(`The explorer is not installed: npm install ${PACKAGE}\n`);
  });
  app.get('/graphiql/samples.json', (_, res) => {
    res.set('cache-control', 'no-cache').json(samplesFor(supergraph.current()?.apiSchema));
  });
  app.get('/graphiql/:asset', async (req, res, next) => {
    const asset = (await load())?.get(req.params.asset);
    if (asset) await sendAsset(asset, req, res);
    else next();
  });
}

/** The sample operations that this schema has. */
function samplesFor(schema: GraphQLSchema | undefined): object[] {
  if (!schema) return [];
  return SAMPLES.filter(({ query }) => validate(schema, parse(query)).length === 0);
}

async function sendAsset(asset: Asset, req: Request, res: Response): Promise<void> {
  res.set({ etag: asset.etag, 'cache-control': 'no-cache', vary: 'accept-encoding' });
  if (req.get('if-none-match')?.includes(asset.etag)) return void res.status(304).end();
  res.type(asset.type);
  if (req.acceptsEncodings('gzip')) res.set('content-encoding', 'gzip').end(asset.zipped);
  else res.end(await promisify(gunzip)(asset.zipped));
}

async function loadAssets(): Promise<Assets | null> {
  const bundle = readBundle();
  if (!bundle) return null;
  const script = 'text/javascript; charset=utf-8';
  const files: [name: string, type: string, text: string][] = [
    ['explorer.js', script, bundle.js],
    ['explorer.css', 'text/css; charset=utf-8', bundle.css],
    ['editor.worker.js', script, bundle.editorWorkerService],
    ['json.worker.js', script, bundle.jsonWorker],
    ['graphql.worker.js', script, bundle.graphqlWorker],
    ['start.js', script, START_SCRIPT],
  ];
  const assets = await Promise.all(
    files.map(async ([name, type, text]): Promise<[string, Asset]> => {
      const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
      return [name, { type, etag, zipped: await promisify(gzip)(text) }];
    }),
  );
  return new Map(assets);
}

function readBundle(): Bundle | null {
  const require = createRequire(__filename);
  try {
    // The package exports only its page, which a strict policy would refuse: its parts lie beside.
    const path = join(dirname(require.resolve(PACKAGE)), 'graphiql.js');
    const bundle = require(path) as Bundle;
    // 9 MB of text that nobody asks for again.
    Reflect.deleteProperty(require.cache, path);
    return bundle;
  } catch {
    return null;
  }
}
