import type { Reply } from './issuer-desk';

/** The page to sign in on; `problem` says what was wrong the time before. */
export function renderSignIn(action: string, problem = ''): Reply {
  return page(
    200,
    `<form id="kc-form-login" action="${escape(action)}" method="post">
<h1>Tributary</h1>
${problem && `<p role="alert">${escape(problem)}</p>`}
<label>Username or e-mail <input name="username" autocomplete="username" autofocus required></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<button type="submit">Sign in</button>
</form>`,
  );
}

/** A page that says one thing. */
export function renderMessage(status: number, text: string): Reply {
  return page(status, `<h1>Tributary</h1><p>${escape(text)}</p>`);
}

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:90vh;margin:0}
form{display:grid;gap:1rem;width:20rem}label{display:grid}input,button{font:inherit;padding:.5rem}
[role=alert]{color:#b00020;margin:0}`;

function page(status: number, content: string): Reply {
  const headers = {
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
  };
  const body = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sign in to Tributary</title><style>${STYLE}</style></head>
<body><main>${content}</main></body></html>
`;
  return { status, body, headers };
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)!};`);
}
