/** The explorer's page: how to begin, and, once there is a token, GraphiQL under a bar. */
export function pageFor({ needsToken }: { needsToken: boolean }): string {
  return PAGE.replace('{needs-token}', String(needsToken));
}

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Tributary</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/explorer.css">
<style>
  html, body { height: 100%; margin: 0; }
  body { display: flex; flex-direction: column; font: 15px/1.5 system-ui, sans-serif; color: #1b2333; background: #fff; }
  [hidden] { display: none !important; }
  #welcome { max-width: 46rem; margin: 0 auto; padding: 3rem 1.5rem; }
  #welcome h1 { margin: 0; font-size: 2rem; }
  #welcome li { margin: 1rem 0; }
  code { font: 13px ui-monospace, monospace; }
  #welcome code { padding: .15rem .4rem; border-radius: 4px; background: #8883; }
  #welcome pre { margin: .5rem 0; }
  #bar { display: flex; gap: .75rem; align-items: center; padding: .4rem .75rem; background: #22304a; color: #fff; }
  #bar #who { flex: 1; }
  form { display: flex; gap: .5rem; }
  input { flex: 1; min-width: 12rem; padding: .3rem .5rem; font: 13px ui-monospace, monospace; }
  button { white-space: nowrap; }
  #notice { color: #b3261e; font-weight: 600; }
  #bar #notice { color: #ffb4ab; }
  #root { flex: 1; min-height: 0; }
  #root .graphiql-container { height: 100%; }
  /* GraphiQL leaves offsets on its tabs, by which one would jump away from under the pointer. */
  #root .graphiql-tab { transform: none !important; }
  @media (prefers-color-scheme: dark) {
    body { color: #e6e9f0; background: #171d2b; }
    #notice { color: #ffb4ab; }
  }
</style>
</head>
<body data-needs-token="{needs-token}">
<div id="bar" hidden>
  <strong>Tributary</strong>
  <span id="who"></span>
  <button id="reset" type="button">Restore the samples</button>
</div>
<main id="welcome" hidden>
  <h1>Tributary</h1>
  <p>Team chat, tasks and automation behind one GraphQL API. This is its explorer: sample operations, the
  documentation of the schema, and live results.</p>
  <ol>
    <li>Get an access token. Where the platform was started with <code>npm start</code>, ask for one in another terminal:
      <pre><code>npm run -s token -- alice</code></pre>
      <code>alice</code> owns the workspace acme, <code>bob</code> is a member of it and <code>carol</code> a guest;
      <code>mallory</code> owns another one. Elsewhere your identity provider issues the token.</li>
    <li>Paste it here:
      <form id="form">
        <input id="token" type="password" autocomplete="off" spellcheck="false" aria-label="Access token"
          placeholder="access token">
        <button>Use the token</button>
      </form>
      <span id="notice" role="alert"></span></li>
    <li>Run the samples, tab by tab. To see events arrive, open this page in a second window as somebody else: follow a
      chat in one, send a message in the other.</li>
  </ol>
</main>
<noscript>The explorer needs JavaScript.</noscript>
<div id="root" hidden></div>
<script src="/graphiql/start.js"></script>
<script src="/graphiql/explorer.js" defer></script>
</body>
</html>
`;
