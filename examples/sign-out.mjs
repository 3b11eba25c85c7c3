// Signs out as a client should: first the platform ends the session, and only then is the token forgotten. The other
// way round a failed call would leave a session that nobody holds the token of any more.
// Run it against `npm start`: ACCESS_TOKEN=… node examples/sign-out.mjs
const GRAPHQL_URL = process.env.GRAPHQL_URL ?? 'http://127.0.0.1:4000/graphql';

async function query(token, document, variables) {
  const response = await fetch(GRAPHQL_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: document, variables }),
  });
  const { data, errors } = await response.json();
  // A session that has ended already is what is wanted.
  if (errors?.[0]?.extensions?.code === 'UNAUTHENTICATED') return null;
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Ends the session that the token belongs to; the token's holder then forgets it. */
export async function signOut(tokens) {
  const token = tokens.get('access');
  const data = await query(
    token,
    '{ viewer { sessions(isActive: true, first: 100) { nodes { id isCurrent } } } }',
  );
  const current = data?.viewer.sessions.nodes.find(({ isCurrent }) => isCurrent);
  if (current) {
    const answer = await query(
      token,
      'mutation ($input: RevokeSessionInput!) { revokeSession(input: $input) { userErrors { message } } }',
      { input: { id: current.id } },
    );
    const [refusal] = answer?.revokeSession.userErrors ?? [];
    if (refusal) throw new Error(refusal.message);
  }
  process.stdout.write('session ended\n');
  tokens.delete('access');
  process.stdout.write('token forgotten\n');
}

const token = process.env.ACCESS_TOKEN;
if (!token) throw new Error('ACCESS_TOKEN is missing');
await signOut(new Map([['access', token]]));
