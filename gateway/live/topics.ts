import type { LiveOptions } from './options';

/** Somebody who must hear how far a topic has come. */
export interface Watcher {
  topic: string;
  /** The subgraph that knows the topic's head. */
  subgraph(): string;
  /** Called with a seq that the topic has reached; may repeat and may go back. */
  onHead(seq: number): void;
}

export interface Topics {
  /** Watches until the answered function is called. */
  watch(watcher: Watcher): () => void;
  /** Asks one topic's head now. Never rejects. */
  look(topic: string): Promise<void>;
  /** Asks every topic's head now. Never rejects. */
  poll(): Promise<void>;
  /** How many topics are listened to. */
  size(): number;
  close(): void;
}

interface Listening {
  watchers: Set<Watcher>;
  stop(): void;
}

type Parts = Pick<LiveOptions, 'doorbells' | 'internal' | 'log'> & { pollMs: number };

const MOST_TOPICS_PER_CALL = 500;

/**
 * Tells watchers of their topics' progress: by doorbells, one listener per topic however many watch it, and by a poll
 * of heads that repairs what doorbells lost.
 */
export function createTopics(parts: Parts): Topics {
  const listening = new Map<string, Listening>();
  const polling = new Set<string>();
  const poll = async () => {
    const subgraphs = [...topicsBySubgraph(listening)].filter(([subgraph]) => !polling.has(subgraph));
    await Promise.all(
      subgraphs.map(async ([subgraph, topics]) => {
        polling.add(subgraph);
        await pollSubgraph(parts, listening, subgraph, topics);
        polling.delete(subgraph);
      }),
    );
  };
  const timer = setInterval(() => void poll(), parts.pollMs);
  timer.unref();
  return {
    watch(watcher) {
      const { topic } = watcher;
      const entry = listening.get(topic) ?? { watchers: new Set(), stop: listen(parts, listening, topic) };
      listening.set(topic, entry);
      entry.watchers.add(watcher);
      return () => {
        if (!entry.watchers.delete(watcher) || entry.watchers.size > 0) return;
        listening.delete(topic);
        entry.stop();
      };
    },
    look: (topic) => lookAt(parts, listening, topic),
    poll,
    size: () => listening.size,
    close() {
      clearInterval(timer);
      for (const entry of listening.values()) entry.stop();
      listening.clear();
    },
  };
}

/** Listens in the background: while Redis is away the poll alone carries the topic. */
function listen(parts: Parts, listening: Map<string, Listening>, topic: string): () => void {
  const tell = (seq: number) => listening.get(topic)?.watchers.forEach((watcher) => watcher.onHead(seq));
  const onRing = (payload: unknown) => {
    const seq = (payload as { seq?: unknown } | null)?.seq;
    if (typeof seq === 'number' && Number.isSafeInteger(seq)) tell(seq);
  };
  // What was written between the admission and the listening rang for nobody.
  const onListening = () => void lookAt(parts, listening, topic);
  return parts.doorbells.listen(`live.${topic}`, onRing, onListening);
}

async function lookAt(parts: Parts, listening: ReadonlyMap<string, Listening>, topic: string): Promise<void> {
  const [watcher] = listening.get(topic)?.watchers ?? [];
  if (watcher) await pollSubgraph(parts, listening, watcher.subgraph(), [topic]);
}

function topicsBySubgraph(listening: ReadonlyMap<string, Listening>): Map<string, string[]> {
  const bySubgraph = new Map<string, string[]>();
  for (const [topic, { watchers }] of listening) {
    for (const subgraph of new Set([...watchers].map((watcher) => watcher.subgraph()))) {
      const topics = bySubgraph.get(subgraph);
      if (topics) topics.push(topic);
      else bySubgraph.set(subgraph, [topic]);
    }
  }
  return bySubgraph;
}

async function pollSubgraph(
  parts: Parts,
  listening: ReadonlyMap<string, Listening>,
  subgraph: string,
  topics: readonly string[],
): Promise<void> {
  for (let at = 0; at < topics.length; at += MOST_TOPICS_PER_CALL) {
    const part = topics.slice(at, at + MOST_TOPICS_PER_CALL);
    try {
      const answer = await parts.internal(subgraph, '/internal/heads', { topics: part });
      const { heads = {} } = (answer ?? {}) as { heads?: Record<string, number> };
      for (const [topic, seq] of Object.entries(heads)) {
        if (Number.isSafeInteger(seq))
          listening.get(topic)?.watchers.forEach((watcher) => watcher.onHead(seq));
      }
    } catch (error) {
      parts.log.debug({ err: error, subgraph }, 'heads cannot be polled');
    }
  }
}
