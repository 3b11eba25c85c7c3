import type { Platform } from './platform';

/** An API key as its maker is answered it. */
export interface MadeKey {
  apiKey: { id: string; lastUsedAt: string | null };
  secret: string;
}

/** Makes an API key as the bearer of a token. */
export async function makeKey(
  platform: Platform,
  token: string,
  input: Record<string, unknown> = {},
): Promise<MadeKey> {
  const { data, errors } = await platform.query<{ createApiKey: MadeKey & { userErrors: object[] } }>(
    token,
    `mutation ($input: CreateApiKeyInput!) {
      createApiKey(input: $input) { secret apiKey { id lastUsedAt } userErrors { code message path } }
    }`,
    { input: { name: 'CI', scopes: ['READ', 'WRITE'], ...input } },
  );
  const { apiKey, secret, userErrors } = data?.createApiKey ?? { userErrors: [errors] };
  if (userErrors.length > 0) throw new Error(`no key: ${JSON.stringify(userErrors)}`);
  return { apiKey: apiKey, secret: secret };
}
