import { Client } from 'pg';

interface Sent {
  text?: string;
  values?: readonly unknown[];
}

/**
 * Runs `work` and names the statements that the services of this process sent for people meanwhile, in order: the
 * comments at their beginnings, such as `chat.listMessages`. What jobs and reactions send acts for nobody, happens at
 * any moment and is left out, like the statements of other subgraphs than named.
 */
export async function statementsOf(
  subgraphs: readonly string[],
  work: () => Promise<unknown>,
): Promise<string[]> {
  const sent = jest.spyOn(Client.prototype, 'query');
  try {
    await work();
    return namesOf(sent.mock).filter((name) => subgraphs.includes(name.split('.')[0]!));
  } finally {
    sent.mockRestore();
  }
}

/** Each connection acts for whom its last settings name. */
function namesOf({ calls, contexts }: { calls: unknown[][]; contexts: unknown[] }): string[] {
  const roles = new Map<unknown, unknown>();
  return calls.flatMap(([query], i) => {
    const { text, values } = query as Sent;
    const name = /^\/\* (\w+\.\w+)/.exec(text ?? '')?.[1];
    if (name === 'kit.settings') roles.set(contexts[i], values?.[1]);
    return name && roles.get(contexts[i]) !== 'service' ? [name] : [];
  });
}
