import {
  canonicalToken,
  isClaims,
  Refusal,
  TOLERANCE_S,
  textOf,
  verifySigned,
  type Signer,
} from './auth-token';

/** What the identity provider says in a logout token: one session, or all of a subject, have ended. */
export interface LogoutClaims {
  /** The `sid` of the session that has ended; null: all of the subject's. */
  sid: string | null;
  subject: string | null;
  /** Names this token: one that was used is not used again. */
  tokenId: string;
  /** Seconds since the epoch. */
  issuedAt: number;
}

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const MAX_LENGTH = 16_384;
/** How old a token without `exp` may be. */
const MAX_AGE_S = 120;

/** Reads a token as OpenID Connect Back-Channel Logout 1.0, section 2.6, says; throws a Refusal. */
export async function verifyLogoutToken(
  text: string,
  signer: Signer,
  nowSeconds: number,
): Promise<LogoutClaims> {
  if (text.length > MAX_LENGTH) throw new Refusal('too_long', MAX_LENGTH, text.length);
  const { claims } = await verifySigned(canonicalToken(text), signer, nowSeconds);
  const { iat, exp, jti, nonce, events } = claims;
  if (typeof iat !== 'number') throw new Refusal('wrong_issue_time', 'a number', iat);
  if (iat > nowSeconds + TOLERANCE_S) throw new Refusal('wrong_issue_time', `until ${nowSeconds}`, iat);
  if (exp === undefined && iat < nowSeconds - MAX_AGE_S - TOLERANCE_S) {
    throw new Refusal('expired', `issued after ${nowSeconds - MAX_AGE_S}`, iat);
  }
  if (textOf(jti) === null) throw new Refusal('wrong_token_id', 'a text', jti);
  // What is told apart from an ID token by these two alone must not be one.
  if (nonce !== undefined) throw new Refusal('wrong_nonce', 'none', nonce);
  if (!isClaims(events) || !isClaims(events[LOGOUT_EVENT])) {
    throw new Refusal('wrong_events', LOGOUT_EVENT, events);
  }
  const named = { sid: textOf(claims.sid), subject: textOf(claims.sub) };
  if (named.sid === null && named.subject === null) throw new Refusal('wrong_subject', 'sid or sub');
  return { ...named, tokenId: textOf(jti)!, issuedAt: iat };
}
