import type { Principal } from '../kit/context';
import {
  applyClaims,
  distinctUsername,
  faultOfDisplayName,
  maySeeAccount,
  profileOfClaims,
  refuseChangingProfile,
} from './user.policy';

const person: Principal = {
  kind: 'user',
  userId: 'a11ce000-0000-4000-8000-000000000001',
  sessionId: null,
  username: 'alice',
  displayName: 'Alice Anderson',
  email: 'alice@example.com',
  roles: [],
  groups: [],
  apiKey: null,
  issuedAt: 0,
  expiresAt: 1,
};
const service: Principal = {
  kind: 'service',
  service: 'worker',
  userId: person.userId,
  scopeId: null,
  causationId: null,
  depth: 0,
  expiresAt: 1,
};

test('account data is shown to the person alone', () => {
  expect(maySeeAccount(person, person.userId)).toBe(true);
  expect(maySeeAccount(person, 'somebody else')).toBe(false);
  expect(maySeeAccount(service, person.userId)).toBe(false);
});

test('a profile is changed by a person who may write', () => {
  expect(refuseChangingProfile(person)).toBeNull();
  expect(refuseChangingProfile({ ...person, roles: ['viewer'] })).toMatch('read and not write');
  expect(refuseChangingProfile(service)).toMatch('people');
});

test('display names have 1 to 100 visible characters', () => {
  for (const good of ['A', 'x'.repeat(100), '👩‍🚀', 'Ünï cöde']) expect(faultOfDisplayName(good)).toBeNull();
  for (const bad of ['', '   ', 'x'.repeat(101), 'a\nb', 'a\0b', '\ud800'])
    expect(faultOfDisplayName(bad)).not.toBeNull();
});

describe('claims', () => {
  const profile = profileOfClaims(person);

  test('make a profile, whose display name is the claimed one', () => {
    expect(profile).toEqual({
      username: 'alice',
      displayName: 'Alice Anderson',
      claimedName: 'Alice Anderson',
      email: 'alice@example.com',
    });
  });

  test('that stay change nothing', () => {
    expect(applyClaims(profile, profileOfClaims(person))).toBeNull();
    expect(applyClaims({ ...profile, displayName: 'Ally' }, profileOfClaims(person))).toBeNull();
  });

  test('that change are taken over, and a chosen name gives way to a new claimed one alone', () => {
    const chosen = { ...profile, displayName: 'Ally' };
    const moved = profileOfClaims({ ...person, email: null });
    expect(applyClaims(chosen, moved)).toEqual({ ...chosen, email: null });
    const married = profileOfClaims({ ...person, displayName: 'Alice Brown' });
    const expected = { ...profile, displayName: 'Alice Brown', claimedName: 'Alice Brown' };
    expect(applyClaims(chosen, married)).toEqual(expected);
    expect(applyClaims(profile, profileOfClaims({ ...person, username: 'alicia' }))?.username).toBe('alicia');
  });

  test("never give somebody the bot's name, and keep the name given instead", () => {
    const impostor = profileOfClaims({ ...person, username: 'Tributary-Bot' });
    expect(impostor.username).toBe(distinctUsername('Tributary-Bot', person.userId));
    expect(applyClaims(impostor, profileOfClaims({ ...person, username: 'Tributary-Bot' }))).toBeNull();
  });
});
