// Makes an API key that reads one workspace, calls by it, and takes it back.
// Run it against `npm start`: ACCESS_TOKEN=$(npm run -s token -- alice) node examples/api-key.mjs
const GRAPHQL_URL = process.env.GRAPHQL_URL ?? 'http://127.0.0.1:4000/graphql';

async function query(token, document, variables) {
  const response = await fetch(GRAPHQL_URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: document, variables }),
  });
  return { response, ...(await response.json()) };
}

async function change(token, field, type, { input, result = '' }) {
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) { ${result} userErrors { code message } } }`;
  const { data, errors } = await query(token, document, { input });
  if (errors) throw new Error(errors[0].message);
  return data[field];
}

const codeOf = ({ errors }) => errors?.[0].extensions.code ?? 'answered';

async function main() {
  const token = process.env.ACCESS_TOKEN;
  if (!token) throw new Error('ACCESS_TOKEN is missing');
  const { data } = await query(token, '{ workspace(slug: "acme") { id name } }');
  const { workspace } = data;

  const expiresAt = new Date(Date.now() + 60 * 60_000).toISOString();
  const made = await change(token, 'createApiKey', 'CreateApiKeyInput', {
    input: {
      name: 'Nightly report',
      scopes: ['READ'],
      workspaceId: workspace.id,
      rateLimitPerMinute: 30,
      expiresAt,
    },
    result: 'secret apiKey { id prefix scopes }',
  });
  if (!made.secret) throw new Error(made.userErrors[0].message);
  const { secret, apiKey } = made;
  console.log(
    `made    a key for ${workspace.name} with the scopes ${apiKey.scopes.join(', ')}; its secret is shown this once`,
  );

  const read = await query(secret, '{ viewer { username memberships { nodes { workspace { name } } } } }');
  const { username, memberships } = read.data.viewer;
  const names = memberships.nodes.map((one) => one.workspace.name).join(', ');
  console.log(`read    as ${username}, who is by this key in: ${names}`);
  const { headers } = read.response;
  console.log(
    `limit   ${headers.get('ratelimit-remaining')} of ${headers.get('ratelimit-limit')} requests are left this minute`,
  );

  const [refusal] = (
    await change(secret, 'createChat', 'CreateChatInput', {
      input: { workspaceId: workspace.id, name: 'by a key', kind: 'CHANNEL' },
    })
  ).userErrors;
  console.log(`write   ${refusal.code}: ${refusal.message}`);
  const sessions = await query(secret, '{ viewer { sessions { nodes { id } } } }');
  console.log(`account ${codeOf(sessions)}: ${sessions.errors[0].message}`);

  await change(token, 'deleteApiKey', 'DeleteApiKeyInput', { input: { id: apiKey.id } });
  let code = 'answered';
  for (const deadline = Date.now() + 10_000; code === 'answered' && Date.now() < deadline;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    code = codeOf(await query(secret, '{ viewer { username } }'));
  }
  console.log(`deleted ${code}`);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
