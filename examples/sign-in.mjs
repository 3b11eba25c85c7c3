// Signs a person in as a front end does: authorization code with PKCE, at Keycloak or the issuer of `npm start`.
// Open the address that it prints; the access token comes on stdout.
// Run it against `npm start`: node examples/sign-in.mjs
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

const ISSUER = process.env.ISSUER ?? 'http://127.0.0.1:4010/realms/tributary';
const CLIENT_ID = 'tributary-web';
/** The realm sends people back to these ports of this machine alone. */
const PORTS = [3000, 5173];

const random = () => randomBytes(32).toString('base64url');

/** Listens where the person is sent back to. */
async function listen() {
  for (const port of PORTS) {
    const server = createServer();
    const isFree = await new Promise((resolve) => {
      server.once('error', () => resolve(false));
      server.listen(port, 'localhost', () => resolve(true));
    });
    if (isFree) return { server, redirectUri: `http://localhost:${port}/signed-in` };
  }
  throw new Error(`none of the ports ${PORTS.join(', ')} is free`);
}

/** What the issuer sends the person back with; whatever does not carry our `state` is not meant for us. */
function nextAnswer(server, state) {
  return new Promise((resolve) => {
    server.on('request', (request, response) => {
      const answer = new URL(request.url, 'http://localhost').searchParams;
      const isOurs = answer.get('state') === state;
      response.writeHead(isOurs ? 200 : 404, { 'content-type': 'text/plain', connection: 'close' });
      response.end(isOurs ? 'You may close this page.\n' : '');
      if (isOurs) resolve(answer);
    });
  });
}

async function main() {
  const discovery = await fetch(`${ISSUER}/.well-known/openid-configuration`);
  const { authorization_endpoint, token_endpoint } = await discovery.json();
  const { server, redirectUri } = await listen();
  const [verifier, state] = [random(), random()];
  const url = new URL(authorization_endpoint);
  url.search = new URLSearchParams({
    client_id: CLIENT_ID,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid',
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  console.error(`Open ${url}`);
  const answer = await nextAnswer(server, state);
  server.close();
  if (answer.has('error')) throw new Error(answer.get('error_description') ?? answer.get('error'));
  const response = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: CLIENT_ID,
      redirect_uri: redirectUri,
      code: answer.get('code'),
      code_verifier: verifier,
    }),
  });
  const tokens = await response.json();
  if (!response.ok) throw new Error(tokens.error_description);
  console.error(
    `Signed in for ${tokens.expires_in} s; the refresh token lasts ${tokens.refresh_expires_in} s.`,
  );
  console.log(tokens.access_token);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
