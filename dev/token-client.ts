import { z } from 'zod';
import { StartError } from './start-error';

/** The web client of the realm, which people sign in with. */
const CLIENT = 'tributary-web';
const answer = z.object({ access_token: z.string() });
const refusal = z.object({ error: z.string() });

/** An access token by password grant; null when the user or the password is wrong. */
export async function fetchToken(
  tokenUrl: string,
  username: string,
  password: string,
): Promise<string | null> {
  const form = new URLSearchParams({ grant_type: 'password', client_id: CLIENT, username, password });
  const response = await fetch(tokenUrl, { method: 'POST', body: form });
  const body: unknown = await response.json().catch(() => null);
  const granted = answer.safeParse(body);
  if (granted.success) return granted.data.access_token;
  const { data } = refusal.safeParse(body);
  if (data?.error === 'invalid_grant') return null;
  throw new StartError(`${tokenUrl} gave no token: ${data?.error ?? `status ${response.status}`}.`);
}
