import { copyTables } from './chat-data';
import { counted, createChat, runBench, send, type Bench, type Parts, type Row } from './bench';
import { measurePages, measureSearch, measureSidebar, measureUnread } from './chat-reads';
import { median, ms, quantile } from './figures';
import { load, type Load } from './load';

const ROUNDS = 3;
const ROUND_MS = 3000;
const CLIENTS = [1, 20, 100];
const CHATS = [1, 100];

/** Alternates the contenders, so that what else the machine does falls on all of them. */
async function measureSending(bench: Bench): Promise<Row[]> {
  const chats: string[] = [];
  for (let i = 0; i < Math.max(...CHATS); i++) chats.push(await createChat(bench, `load ${i}`));
  await send(
    bench,
    bench.tokens.alice,
    chats[0]!,
    'load of a message of some usual length, as people write them',
  );
  const insert = await copyTables(bench.pool);
  const results = new Map<string, Load[]>();
  const record = async (name: string, measured: Promise<Load>) =>
    results.set(name, [...(results.get(name) ?? []), await measured]);
  let count = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (const clients of CLIENTS) {
      await record(
        `plain ${clients}`,
        load(clients, ROUND_MS, () => bench.pool.query(insert)),
      );
      for (const size of CHATS) {
        const call = () => {
          const body = `load of a message of some usual length, as people write them ${count}`;
          return send(bench, bench.tokens.alice, chats[count++ % size]!, body);
        };
        await record(`${clients} ${size}`, load(clients, ROUND_MS, call));
      }
    }
  }
  const perSecond = (name: string) => median(results.get(name)!.map((one) => one.perSecond));
  const p95 = (name: string) => median(results.get(name)!.map(({ latencies }) => quantile(latencies, 0.95)));
  const said = (name: string) => `${Math.round(perSecond(name))}/s, p95 ${ms(p95(name))}`;
  return CLIENTS.flatMap((clients) => [
    ...CHATS.map((size): Row => {
      const share = perSecond(`${clients} ${size}`) / perSecond(`plain ${clients}`);
      return [
        `\`sendMessage\`, ${counted(clients, 'client')}, ${counted(size, 'chat')}`,
        `${said(`${clients} ${size}`)}; ${share.toFixed(2)} of the limit`,
      ];
    }),
    [
      `the limit: the same rows straight through \`pg\`, ${counted(clients, 'client')}`,
      said(`plain ${clients}`),
    ] as Row,
  ]);
}

const PARTS: Parts = {
  pages: measurePages,
  sidebar: measureSidebar,
  unread: measureUnread,
  search: measureSearch,
  sending: measureSending,
};

void runBench(PARTS, Math.max(...CLIENTS));
