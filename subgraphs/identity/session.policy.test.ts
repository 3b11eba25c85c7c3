import type { UserPrincipal } from '../kit/context';
import { isActive, keptUntil, refuseRevoking } from './session.policy';

const person: UserPrincipal = {
  kind: 'user',
  userId: 'a11ce000-0000-4000-8000-000000000001',
  sessionId: 'one',
  username: 'alice',
  displayName: 'Alice',
  email: null,
  roles: [],
  groups: [],
  apiKey: null,
  issuedAt: 0,
  expiresAt: 1,
};

test('people end their sessions; keys and services do not', () => {
  expect(refuseRevoking(person)).toBeNull();
  expect(refuseRevoking({ ...person, apiKey: { id: 'k', scopes: [], workspaceId: null } })).toMatch(
    'API key',
  );
  const service = { service: 'worker', userId: null, scopeId: null, causationId: null };
  expect(refuseRevoking({ kind: 'service', ...service, depth: 0, expiresAt: 1 })).toMatch('people');
});

test('a session counts until it is ended or expires', () => {
  const now = new Date(1000);
  const later = new Date(1001);
  expect(isActive({ revokedAt: null, expiresAt: later }, now)).toBe(true);
  expect(isActive({ revokedAt: null, expiresAt: now }, now)).toBe(false);
  expect(isActive({ revokedAt: now, expiresAt: later }, now)).toBe(false);
});

test('the end of a session is remembered for longer than its tokens live', () => {
  expect(keptUntil(new Date(0)).getTime()).toBeGreaterThan(24 * 60 * 60 * 1000);
});
