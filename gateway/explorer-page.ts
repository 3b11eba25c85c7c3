/** The explorer's page: a bar for the token above GraphiQL. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Tributary</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/explorer.css">
<style>
  html, body { height: 100%; margin: 0; }
  body { display: flex; flex-direction: column; font: 14px system-ui, sans-serif; }
  #bar { display: flex; gap: .75rem; align-items: center; padding: .4rem .75rem; background: #22304a; color: #fff; }
  #bar input { flex: 1; max-width: 40rem; padding: .25rem .5rem; font: 12px ui-monospace, monospace; }
  #bar code { opacity: .8; white-space: nowrap; }
  #root { flex: 1; min-height: 0; }
  #root .graphiql-container { height: 100%; }
</style>
</head>
<body>
<form id="bar">
  <strong>Tributary</strong>
  <label for="token">Authorization</label>
  <input id="token" type="password" autocomplete="off" spellcheck="false" placeholder="access token">
  <button>Use</button>
  <code>npm run -s token -- alice</code>
</form>
<noscript>The explorer needs JavaScript.</noscript>
<div id="root"></div>
<script src="/graphiql/explorer.js"></script>
<script src="/graphiql/start.js"></script>
</body>
</html>
`;

/**
 * Starts GraphiQL. Queries go over HTTP and subscriptions over graphql-ws, both with the token of the bar unless the
 * tab's own headers name one. The token is kept for the browser tab's life.
 */
export const START_SCRIPT = `'use strict';
(async () => {
  const KEY = 'tributary:token';
  const box = document.getElementById('token');
  box.value = sessionStorage.getItem(KEY) ?? '';
  document.getElementById('bar').addEventListener('submit', (event) => {
    event.preventDefault();
    sessionStorage.setItem(KEY, box.value.trim().replace(/^bearer +/i, ''));
    // The schema is asked for anew, as the caller that the token stands for.
    location.assign(location.pathname);
  });

  const headersOf = (given = {}) => {
    const headers = new Headers(given);
    const token = sessionStorage.getItem(KEY);
    if (token && !headers.has('authorization')) headers.set('authorization', 'Bearer ' + token);
    return headers;
  };

  const query = async (params, headers) => {
    headers.set('content-type', 'application/json');
    const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(params) });
    return response.json();
  };

  const subscribe = (params, headers) => {
    const socket = new WebSocket(location.origin.replace(/^http/, 'ws') + '/graphql', 'graphql-transport-ws');
    const results = [];
    let wake = () => {};
    let isOver = false;
    let failure = null;
    const end = (error = null) => {
      isOver = true;
      failure ??= error;
      wake();
    };
    socket.onopen = () => {
      const payload = { authorization: headers.get('authorization') ?? undefined };
      socket.send(JSON.stringify({ type: 'connection_init', payload }));
    };
    socket.onclose = ({ code, reason }) => end(code === 1000 ? null : new Error('Closed ' + code + ' ' + reason));
    socket.onmessage = ({ data }) => {
      const { type, payload } = JSON.parse(data);
      if (type === 'connection_ack') socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: params }));
      else if (type === 'ping') socket.send(JSON.stringify({ type: 'pong' }));
      else if (type === 'next') results.push(payload);
      else if (type === 'error') results.push({ errors: payload });
      if (type === 'error' || type === 'complete') socket.close(1000);
      wake();
    };
    return {
      [Symbol.asyncIterator]() { return this; },
      async next() {
        while (results.length === 0 && !isOver) await new Promise((resolve) => { wake = resolve; });
        if (results.length > 0) return { done: false, value: results.shift() };
        if (failure) throw failure;
        return { done: true, value: undefined };
      },
      async return() {
        socket.close(1000);
        end();
        return { done: true, value: undefined };
      },
    };
  };

  const fetcher = (params, options = {}) => {
    const operations = (options.documentAST?.definitions ?? []).filter((node) => node.kind === 'OperationDefinition');
    const operation = operations.find((node) => node.name?.value === params.operationName) ?? operations[0];
    const run = operation?.operation === 'subscription' ? subscribe : query;
    return run(params, headersOf(options.headers));
  };

  const workers = { json: 'json', graphql: 'graphql' };
  self.MonacoEnvironment = {
    globalAPI: false,
    getWorkerUrl: (_, label) => '/graphiql/' + (workers[label] ?? 'editor') + '.worker.js',
  };
  const samples = await fetch('/graphiql/samples.json').then((response) => response.json(), () => []);
  YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
    title: 'Tributary',
    fetcher,
    shouldPersistHeaders: false,
    ...(samples.length > 0 ? { defaultTabs: samples } : {}),
  });
})();
`;

interface Sample {
  query: string;
  /** JSON text. */
  variables?: string;
}

const ID_HINT = '# The ids are in the answer of the first tab.\n';

/** Operations to begin with, one per tab; those that a schema does not have are left out. */
export const SAMPLES: readonly Sample[] = [
  {
    query: `# Paste an access token above first. It lasts some minutes: npm run -s token -- alice
query Start {
  viewer { id username displayName }
  workspace(slug: "acme") {
    id
    name
    viewerRole
    chats(first: 10) { nodes { id name kind visibility } }
    boards(first: 10) { nodes { id name } }
  }
}
`,
  },
  {
    query: `${ID_HINT}query Conversation($chatId: ID!) {
  chat(id: $chatId) {
    name
    messages(last: 20) {
      nodes { id body createdAt author { displayName } tagResults { tag applied text } }
    }
  }
}
`,
    variables: '{ "chatId": "" }',
  },
  {
    query: `${ID_HINT}mutation Send($chatId: ID!, $body: String!) {
  sendMessage(input: { chatId: $chatId, body: $body }) {
    message { id body }
    cursor
    userErrors { code message path }
  }
}
`,
    variables: JSON.stringify(
      { chatId: '', body: 'Kick-off\n#task Implement OAuth\n#priority High' },
      null,
      2,
    ),
  },
  {
    query: `${ID_HINT}subscription Watch($chatId: ID!) {
  chatEvents(chatId: $chatId) {
    cursor
    event {
      __typename
      ... on MessageSent { message { id body author { displayName } } }
      ... on MessageTagsResolved { tagResults { tag applied text } }
    }
  }
}
`,
    variables: '{ "chatId": "" }',
  },
  {
    query: `${ID_HINT}query BoardView($boardId: ID!) {
  board(id: $boardId) {
    name
    columns {
      name
      tasks(first: 20) { nodes { key title status assignee { displayName } sourceChat { name } } }
    }
  }
}
`,
    variables: '{ "boardId": "" }',
  },
];
