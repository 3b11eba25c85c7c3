import { isNativeError } from 'node:util/types';

const PAUSE_MS = 20;

/** Waits until the condition answers something truthy, and answers that; fails with its last error or answer. */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  options: { timeoutMs?: number; what?: string | (() => string) } = {},
): Promise<NonNullable<T>> {
  const { timeoutMs = 10_000, what = 'the condition' } = options;
  const deadline = Date.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const value = await condition();
      if (value) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) {
      const seen = isNativeError(last) ? last.message : JSON.stringify(last);
      const awaited = typeof what === 'string' ? what : what();
      throw new Error(`waited ${timeoutMs} ms for ${awaited}; last: ${seen}`);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
