import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { seedDemo } from '../dev/seed';
import { SAMPLES } from '../gateway/explorer-samples';
import { startPlatform, type Platform } from './platform';
import { waitFor } from './wait';

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PATIENCE_MS = 40_000;
const TITLES = SAMPLES.map(({ query }) => /^(?:query|mutation|subscription) (\w+)/m.exec(query)![1]);

const REPORT_REFUSALS = `addEventListener('securitypolicyviolation', (event) => {
  console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI);
});`;
const KEPT_TABS = `localStorage.getItem('tributary:alice:graphiql:tabState')`;
/** Chooses a tab and runs it before the page gets to do anything in between. */
const HASTE = `for (const one of ['[title="ReadChat"]', '.graphiql-execute-button']) document.querySelector(one).click()`;

/** What the page did that a person does not see. */
interface Seen {
  /** Where requests and sockets went. */
  hosts: Set<string>;
  complaints: string[];
}

jest.setTimeout(3 * PATIENCE_MS);

let platform: Platform;
let folder: string | undefined;
let context: BrowserContext | undefined;
let page: Page;
let origin: string;
const seen: Seen = { hosts: new Set(), complaints: [] };

beforeAll(async () => {
  if (!existsSync(CHROMIUM))
    throw new Error(`There is no Chromium at ${CHROMIUM}: install it, or set CHROMIUM_PATH to where it is.`);
  platform = await startPlatform();
  await seedDemo({ url: platform.url, tokenOf: (name) => Promise.resolve(platform.token(name)) });
  origin = new URL(platform.url).origin;
  folder = await mkdtemp(join(tmpdir(), 'tributary-browser-'));
  context = await chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM,
    args: FLAGS,
    viewport: { width: 1280, height: 900 },
    timeout: PATIENCE_MS,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  page = context.pages()[0] ?? (await context.newPage());
  await observe(page);
}, 240_000);

afterAll(async () => {
  await context?.close();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  await (platform as Platform | undefined)?.close();
}, 60_000);

async function observe(watched: Page): Promise<void> {
  watched.on('request', (request) => {
    if (/^(http|ws)/.test(request.url())) seen.hosts.add(new URL(request.url()).host);
  });
  watched.on('websocket', (socket) => seen.hosts.add(new URL(socket.url()).host));
  watched.on('console', (message) => {
    if (message.type() === 'error') seen.complaints.push(`${message.text()} ${message.location().url}`);
  });
  watched.on('pageerror', (error) => seen.complaints.push(error.message));
  await watched.addInitScript({ content: REPORT_REFUSALS });
}

async function signIn(username: string): Promise<void> {
  await page.getByLabel('Access token').fill(platform.token(username));
  await page.getByRole('button', { name: 'Use the token' }).click();
  await page.locator('.graphiql-execute-button').waitFor();
}

/** What the editor shows: only lines in view are in the page, with spaces that do not break. */
async function shown(editor: 'result-window' | 'graphiql-query-editor' | 'graphiql-editor-tool') {
  const lines = page.locator(`.${editor} .view-lines`).first();
  return (await lines.innerText()).replaceAll('\u00a0', ' ');
}

async function openTab(title: string): Promise<void> {
  await page.getByRole('tab').getByText(title, { exact: true }).click();
  await waitFor(async () => (await shown('graphiql-query-editor')).includes(` ${title}`), {
    timeoutMs: PATIENCE_MS,
    what: `the tab ${title}`,
  });
}

const run = () => page.locator('.graphiql-execute-button').click();
const waitForResult = (part: string) =>
  waitFor(async () => (await shown('result-window')).includes(part), {
    timeoutMs: PATIENCE_MS,
    what: `${part} in the result`,
  });
const openTabs = async () => ({
  all: await page.getByRole('tab').allInnerTexts(),
  selected: await page.getByRole('tab', { selected: true }).innerText(),
});

describe('the explorer in a browser', () => {
  test('the first page of the port says how to get a token, and asks nothing of the API without one', async () => {
    const json = await fetch(origin, { headers: { accept: 'application/json' } });
    expect(await json.json()).toMatchObject({ graphql: '/graphql', explorer: '/graphiql' });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(origin);
    expect(page.url()).toBe(`${origin}/graphiql`);
    expect(await page.title()).toBe('Tributary');
    const text = await page.getByRole('main').innerText();
    expect(text).toContain('npm run -s token -- alice');
    expect(asked).not.toContain('/graphql');
  });

  test('with a token the samples run, on ids of the caller', async () => {
    await signIn('alice');
    await page.getByText('Signed in as Alice Anderson').waitFor();
    expect((await openTabs()).all).toEqual(TITLES);
    await run();
    await waitForResult('"displayName": "Alice Anderson"');
    for (const [tab, part] of Object.entries({
      ReadChat: '"replyCount": 2',
      Sidebar: '"unreadCount": 1',
      Search: '"isMatch": true',
      ReadBoard: '"name": "Engineering"',
      ReadInbox: '"kind": "MENTION"',
      Sessions: '"isCurrent": true',
      Invite: '"workspaceName": "Acme"',
    })) {
      await openTab(tab);
      await run();
      await waitForResult(part);
    }
  });

  test('what is run is what the tab says, also at once after it was chosen', async () => {
    await page.evaluate(HASTE);
    await waitForResult('"messages": {');
  });

  test('a subscription shows what somebody else sends, live', async () => {
    await openTab('FollowChat');
    const chatId = await waitFor(async () => /chat_\w+/.exec(await shown('graphiql-editor-tool'))?.[0]);
    await run();
    const send = async () => {
      const document =
        'mutation($input: SendMessageInput!) { sendMessage(input: $input) { userErrors { code } } }';
      const input = { chatId, body: 'Hello from Bob' };
      const { data } = await platform.query(platform.token('bob'), document, { input });
      expect(data).toEqual({ sendMessage: { userErrors: [] } });
    };
    const heard = async () => (await shown('result-window')).includes('"body": "Hello from Bob"');
    // Nothing in the page says from when on it listens, so Bob repeats himself.
    await waitFor(
      async () => {
        await send();
        return waitFor(heard, { timeoutMs: 2000, what: 'the message in the page' });
      },
      { timeoutMs: PATIENCE_MS, what: 'the message in the page' },
    );
    await waitForResult('"displayName": "Bob Brown"');
    expect(await shown('result-window')).toContain('"__typename": "MessageSent"');
  });

  test('a reload keeps the tabs and the one that is open', async () => {
    const before = await openTabs();
    await waitFor(async () => (await page.evaluate<string>(KEPT_TABS)).includes('"activeTabIndex":5'));
    await page.reload();
    await page.locator('.graphiql-execute-button').waitFor();
    expect(before.selected).toBe('FollowChat');
    expect(await openTabs()).toEqual(before);
  });

  test('S38: all of it came from this port, and nothing was refused or failed', () => {
    expect([...seen.hosts]).toEqual([new URL(origin).host]);
    expect(seen.complaints).toEqual([]);
  });

  test('a token that has ended is asked for anew', async () => {
    platform.clock.advance(60 * 60_000);
    await openTab('Start');
    await run();
    await page.getByText('This token is not accepted').waitFor();
    await page.reload();
    await page.getByRole('main').getByText('This token is not accepted').waitFor();
    await signIn('bob');
    await page.getByText('Signed in as Bob Brown').waitFor();
  });
});
