import { fork, type ForkOptions } from 'node:child_process';
import { once } from 'node:events';

/** A process of a bench's own, which answers questions. */
export interface Child {
  ask<A = void>(question: string, input?: unknown): Promise<A>;
  stop(): Promise<void>;
}

interface Question {
  id: number;
  question: string;
  input: unknown;
}

interface Answer {
  id: number;
  answer?: unknown;
  error?: string;
}

export interface ChildOptions extends Pick<ForkOptions, 'env' | 'execArgv'> {
  /** Those that it runs on, as `taskset` is told; its parent's where they are not given. */
  cores?: string;
}

/** Starts a module as a process whose use of CPU and memory can be asked for, too; see `probe.ts`. */
export function startChild(file: string, { cores, ...options }: ChildOptions = {}): Child {
  const probe = ['--expose-gc', '--require', require.resolve('./probe')];
  const execArgv = [...probe, ...(options.execArgv ?? [])];
  const how =
    cores === undefined
      ? { execArgv }
      : { execPath: 'taskset', execArgv: ['-c', cores, process.execPath, ...execArgv] };
  const child = fork(file, { ...options, ...how, serialization: 'advanced' });
  const waiting = new Map<number, (answer: Answer) => void>();
  let asked = 0;
  child.on('message', (answer: Answer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  const ended = once(child, 'exit');
  void ended.then(([code]) => {
    for (const [id, settle] of waiting) settle({ id, error: `${file} ended with ${code}` });
  });
  return {
    async ask<A>(question: string, input?: unknown) {
      const id = asked++;
      const { answer, error } = await new Promise<Answer>((resolve) => {
        waiting.set(id, resolve);
        child.send({ id, question, input } satisfies Question);
      });
      if (error !== undefined) throw new Error(error);
      return answer as A;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** In the child: answers these questions; others are left to whoever else listens. Ends with its parent. */
export function answer(answers: Readonly<Record<string, (input: never) => unknown>>): void {
  process.once('disconnect', () => process.exit());
  process.on('message', ({ id, question, input }: Question) => {
    const find = answers[question];
    if (!find) return;
    const reply = (answered: Omit<Answer, 'id'>) => process.send!({ id, ...answered });
    Promise.resolve()
      .then(() => find(input as never))
      .then(
        (found) => reply({ answer: found }),
        (error: unknown) => reply({ error: String((error as Error).stack) }),
      );
  });
}
