import { setTimeout as delay } from 'node:timers/promises';
import { isWideTopic } from '../../subgraphs/kit/events';
import type { Member } from './group';
import type { Topics } from './topics';

/** How much longer than is known somebody who lost access may be told of a wide topic. */
const LAST_WORDS_MS = 250;
const LOOK_MS = 10;

/**
 * Resolves when a member has been sent what its wide topic has come to: a removal is one of its entries, and it is told
 * before the end where it comes soon.
 */
export async function lastWords(topics: Pick<Topics, 'look'>, member: Member): Promise<void> {
  const group = member.feed?.group;
  if (!group || !isWideTopic(group.topic)) return;
  const deadline = Date.now() + LAST_WORDS_MS;
  await Promise.race([topics.look(group.topic), delay(LAST_WORDS_MS, undefined, { ref: false })]);
  const isBehind = () => member.feed !== null && member.feed.position < group.live.wanted;
  while (isBehind() && Date.now() < deadline) await delay(LOOK_MS, undefined, { ref: false });
}
