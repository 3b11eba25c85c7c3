import { createHash, randomUUID } from 'node:crypto';
import { isPassword } from './issuer-claims';
import { clientOf, oauthError, type Desk, type Form, type Reply } from './issuer-desk';
import { findPerson } from './issuer-directory';
import { isSameText, type RealmClient } from './issuer-realm';
import type { SignIn } from './issuer-signin';
import type { Session, TokenAnswer } from './issuer-tokens';

/** One call of the token endpoint. */
export interface GrantCall {
  form: Form;
  authorization: string | undefined;
  ipAddress: string;
  signIn: SignIn;
}

/** Answers tokens for a password, a code, a refresh token or a service's secret. */
export function grant(desk: Desk, call: GrantCall): TokenAnswer {
  const client = clientOf(desk, call.form, call.authorization);
  switch (call.form.get('grant_type')) {
    case 'password':
      return grantPassword(desk, client, call);
    case 'authorization_code':
      return grantCode(desk, client, call);
    case 'refresh_token':
      return grantRefresh(desk, client, call);
    case 'client_credentials':
      return grantClientCredentials(desk, client, call);
    case null:
      throw oauthError(400, 'invalid_request', 'Missing form parameter: grant_type');
    default:
      throw oauthError(400, 'unsupported_grant_type', 'Unsupported grant_type');
  }
}

/** Ends the session of a refresh token. */
export function logoutByToken(desk: Desk, form: Form, authorization: string | undefined): Reply {
  const client = clientOf(desk, form, authorization);
  const claims = desk.tokens.readRefresh(form.get('refresh_token') ?? '');
  if (!claims || claims.azp !== client.clientId) {
    throw oauthError(400, 'invalid_grant', 'Invalid refresh token');
  }
  desk.sessions.end(String(claims.sid));
  return { status: 204 };
}

function answer(desk: Desk, session: Session, ipAddress: string): TokenAnswer {
  const { sid, user, client, startedAt } = session;
  desk.sessions.use({ sid, userId: user.id, clientId: client.clientId, startedAt, ipAddress });
  return desk.tokens.answer(session, true);
}

function grantPassword(desk: Desk, client: RealmClient, { form, ipAddress }: GrantCall): TokenAnswer {
  if (!client.directAccessGrantsEnabled) {
    throw oauthError(400, 'unauthorized_client', 'Client not allowed for direct access grants');
  }
  const user = findPerson(desk.directory, form.get('username') ?? '');
  if (!isPassword(user, form.get('password') ?? '') || !user) {
    throw oauthError(401, 'invalid_grant', 'Invalid user credentials');
  }
  if (!user.enabled) throw oauthError(400, 'invalid_grant', 'Account disabled');
  const wantsIdToken = (form.get('scope') ?? '').split(' ').includes('openid');
  const startedAt = desk.tokens.seconds();
  return answer(desk, { user, client, sid: randomUUID(), startedAt, wantsIdToken }, ipAddress);
}

function grantCode(desk: Desk, client: RealmClient, { form, ipAddress, signIn }: GrantCall): TokenAnswer {
  const code = signIn.redeem(form.get('code') ?? '');
  const refuse = (description: string) => oauthError(400, 'invalid_grant', description);
  if (!code || code.client !== client) throw refuse('Code not valid');
  if (code.redirectUri !== form.get('redirect_uri')) throw refuse('Incorrect redirect_uri');
  const verifier = form.get('code_verifier') ?? '';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  if (code.challenge && !isSameText(challenge, code.challenge)) {
    throw refuse('PKCE verification failed: Code mismatch');
  }
  const user = desk.directory.people.get(code.userId);
  if (!user?.enabled || desk.keys.isEnded(code.sid)) throw refuse('Session not active');
  return answer(desk, { ...code, user, client }, ipAddress);
}

function grantRefresh(desk: Desk, client: RealmClient, { form, ipAddress }: GrantCall): TokenAnswer {
  const claims = desk.tokens.readRefresh(form.get('refresh_token') ?? '');
  const user = desk.directory.people.get(String(claims?.sub));
  if (!claims || !user?.enabled || claims.azp !== client.clientId) {
    throw oauthError(400, 'invalid_grant', 'Token is not active');
  }
  const startedAt = Number(claims.auth_time);
  const wantsIdToken = Boolean(claims.openid);
  return answer(desk, { user, client, sid: String(claims.sid), startedAt, wantsIdToken }, ipAddress);
}

function grantClientCredentials(desk: Desk, client: RealmClient, call: GrantCall): TokenAnswer {
  const { directory, tokens } = desk;
  const user = [...directory.people.values()].find(
    ({ serviceAccountClientId }) => serviceAccountClientId === client.clientId,
  );
  if (!client.serviceAccountsEnabled || !user) {
    throw oauthError(401, 'unauthorized_client', 'Client not enabled to retrieve service account');
  }
  const wantsIdToken = (call.form.get('scope') ?? '').split(' ').includes('openid');
  const startedAt = tokens.seconds();
  return tokens.answer({ user, client, sid: randomUUID(), startedAt, wantsIdToken }, false);
}
