/**
 * Starts GraphiQL once a token is accepted. Queries go over HTTP and subscriptions over graphql-ws, both with that token
 * unless the tab's own headers name one. The token is kept for the browser tab's life, the operations for each user.
 */
export const START_SCRIPT = String.raw`'use strict';
(() => {
  const KEY = 'tributary:token';
  const NO_TOKEN = 'This token is not accepted. It may have ended: get a new one.';
  const element = (id) => document.getElementById(id);
  const needsToken = document.body.dataset.needsToken === 'true';
  const loaded = new Promise((resolve) => addEventListener('DOMContentLoaded', resolve));

  element('form').addEventListener('submit', (event) => {
    event.preventDefault();
    const pasted = element('token').value.replace(/^ *bearer +/i, '');
    sessionStorage.setItem(KEY, pasted.replace(/[^A-Za-z0-9._~+=-]/g, ''));
    // Everything is asked for anew, as the caller that the token stands for.
    location.assign(location.pathname);
  });

  const headersOf = (given = {}) => {
    const headers = new Headers(given);
    const token = sessionStorage.getItem(KEY);
    if (token && !headers.has('authorization')) headers.set('authorization', 'Bearer ' + token);
    return headers;
  };

  const query = async (params, headers = headersOf()) => {
    headers.set('content-type', 'application/json');
    const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(params) });
    if (response.status === 401) element('notice').textContent = NO_TOKEN;
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
    socket.onclose = ({ code, reason }) => {
      if (code === 4403 || code === 4401) element('notice').textContent = NO_TOKEN;
      end(code === 1000 ? null : new Error('Closed ' + code + ' ' + reason));
    };
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

  const operationsIn = (text) => {
    let outline = text.replace(/"""[^]*?"""|"(?:\\.|[^"\\\n])*"|#.*/g, ' ');
    for (let before = ''; before !== outline; ) [before, outline] = [outline, outline.replace(/[({][^(){}]*[)}]/g, ' ')];
    const found = outline.matchAll(/(?<![$@\w])(query|mutation|subscription)\b\s*(\w*)/g);
    return Array.from(found, ([, kind, name]) => ({ kind, name }));
  };

  // What GraphiQL knows of the operations is for a moment that of the tab before, so the text itself decides.
  const fetcher = (params, options = {}) => {
    const operations = operationsIn(params.query);
    const operation = operations.find(({ name }) => name === params.operationName) ?? operations[0];
    const run = operation?.kind === 'subscription' ? subscribe : query;
    return run({ ...params, operationName: operation?.name || undefined }, headersOf(options.headers));
  };

  const workers = { json: 'json', graphql: 'graphql' };
  self.MonacoEnvironment = {
    globalAPI: false,
    getWorkerUrl: (_, label) => '/graphiql/' + (workers[label] ?? 'editor') + '.worker.js',
  };

  const storageOf = (name) => {
    const keyOf = (key) => 'tributary:' + name + ':' + key;
    return {
      length: 0,
      getItem: (key) => localStorage.getItem(keyOf(key)),
      setItem: (key, value) => localStorage.setItem(keyOf(key), value),
      removeItem: (key) => localStorage.removeItem(keyOf(key)),
      clear() {
        for (const key of ['tabState', 'query', 'variables']) this.removeItem('graphiql:' + key);
      },
    };
  };

  // GraphiQL opens one more tab unless it is told which of the kept ones to show.
  const shownTab = (storage) => {
    try {
      const { tabs, activeTabIndex } = JSON.parse(storage.getItem('graphiql:tabState'));
      const { query, variables } = tabs[activeTabIndex];
      return { query: query ?? '', variables: variables ?? '' };
    } catch {
      return {};
    }
  };

  const placesOf = (viewer) => {
    const workspaces = (viewer?.memberships?.nodes ?? []).map(({ workspace }) => workspace);
    const chats = workspaces.flatMap(({ chats }) => chats?.nodes ?? []);
    const boards = workspaces.flatMap(({ boards }) => boards?.nodes ?? []);
    const channel = chats.findLast(({ kind }) => kind === 'CHANNEL') ?? chats[0];
    return { workspaceId: workspaces[0]?.id, chatId: channel?.id, boardId: boards[0]?.id };
  };

  const filled = ({ query, variables = '{}' }, places) => {
    const entries = Object.entries(JSON.parse(variables));
    if (entries.length === 0) return { query };
    const values = entries.map(([name, value]) => [name, value || (places[name] ?? '')]);
    return { query, variables: JSON.stringify(Object.fromEntries(values), null, 2) };
  };

  const welcome = (notice = '') => {
    element('notice').textContent = notice;
    element('welcome').hidden = false;
    element('token').focus();
  };

  const explore = async (samples, viewer) => {
    const storage = storageOf(viewer?.username ?? '');
    element('who').textContent = viewer ? 'Signed in as ' + viewer.displayName : '';
    element('bar').insertBefore(element('notice'), element('reset'));
    if (needsToken) element('bar').append(element('form'));
    element('token').placeholder = 'another access token';
    element('reset').addEventListener('click', () => {
      storage.clear();
      location.reload();
    });
    element('bar').hidden = element('root').hidden = false;
    await loaded;
    YogaGraphiQL.renderYogaGraphiQL(element('root'), {
      title: '',
      logo: '',
      fetcher,
      storage,
      shouldPersistHeaders: false,
      // Operations stay out of the address, and so out of the browser's history.
      onEditQuery: () => {},
      ...shownTab(storage),
      ...(samples.length > 0 ? { defaultTabs: samples.map((sample) => filled(sample, placesOf(viewer))) } : {}),
    });
  };

  const start = async () => {
    if (needsToken && !sessionStorage.getItem(KEY)) return welcome();
    const samples = await fetch('/graphiql/samples.json').then((response) => response.json());
    const first = samples.find(({ query }) => query.includes('query Start ')) ?? { query: '{ __typename }' };
    const { data, errors } = await query({ query: first.query });
    const isRefused = errors?.some(({ extensions }) => extensions?.code === 'UNAUTHENTICATED');
    if (isRefused && needsToken) welcome(NO_TOKEN);
    else await explore(samples, data?.viewer);
  };
  start().catch(() => welcome('The platform does not answer.'));
})();
`;
