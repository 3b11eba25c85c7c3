import type { ChatVisibility } from './chat.entity';
import {
  faultOfName,
  refuseJoining,
  refuseManaging,
  refuseRemoving,
  refuseWriting,
  type Caller,
  type WorkspaceRole,
} from './chat.policy';
import type { ChatRole } from './participant.entity';

const ME = 'me';
const caller = (
  role: ChatRole | null,
  workspaceRole: WorkspaceRole | null = 'MEMBER',
  isReadOnly = false,
): Caller => ({ ...{ userId: ME, role, workspaceRole }, isReadOnly, isArchived: false });

describe('B4: who may do what in a chat', () => {
  test.each<[WorkspaceRole | null, boolean, boolean]>([
    ['OWNER', false, true],
    ['ADMIN', false, true],
    ['MEMBER', false, true],
    ['GUEST', false, false],
    [null, false, false],
    ['OWNER', true, false],
  ])('writing as %s of the workspace, read-only %s: %s', (workspaceRole, isReadOnly, allowed) => {
    expect(refuseWriting(caller(null, workspaceRole, isReadOnly)) === null).toBe(allowed);
  });

  test.each<[ChatRole | null, WorkspaceRole, boolean]>([
    ['ADMIN', 'MEMBER', true],
    ['ADMIN', 'GUEST', false],
    ['MEMBER', 'MEMBER', false],
    ['MEMBER', 'OWNER', false],
    [null, 'OWNER', false],
  ])('managing as %s of the chat and %s of the workspace: %s', (role, workspaceRole, allowed) => {
    expect(refuseManaging(caller(role, workspaceRole)) === null).toBe(allowed);
  });

  test.each<[ChatRole | null, string, boolean]>([
    ['ADMIN', 'other', true],
    ['MEMBER', 'other', false],
    ['MEMBER', ME, true],
    [null, 'other', false],
  ])('removing as %s of the chat, %s: %s', (role, userId, allowed) => {
    expect(refuseRemoving(caller(role), userId) === null).toBe(allowed);
  });

  test('a guest and a read-only account do not leave by themselves', () => {
    expect(refuseRemoving(caller('MEMBER', 'GUEST'), ME)).not.toBeNull();
    expect(refuseRemoving(caller('MEMBER', 'MEMBER', true), ME)).not.toBeNull();
  });

  test.each<[ChatRole | null, WorkspaceRole, ChatVisibility, boolean]>([
    [null, 'MEMBER', 'PUBLIC', true],
    [null, 'GUEST', 'PUBLIC', false],
    [null, 'MEMBER', 'PRIVATE', false],
    ['MEMBER', 'MEMBER', 'PRIVATE', true],
  ])('joining as %s of the chat, %s of the workspace, %s: %s', (role, workspaceRole, visibility, allowed) => {
    expect(refuseJoining(caller(role, workspaceRole), visibility) === null).toBe(allowed);
  });
});

describe('names', () => {
  test.each(['a', 'Ünïcode 😀', 'x'.repeat(200), '😀'.repeat(200)])('%s is a name', (name) => {
    expect(faultOfName(name)).toBeNull();
  });

  test.each(['', 'x'.repeat(201), 'a\nb', 'a\u0000b', '\ud800', 'a\u0085b'])('%j is none', (name) => {
    expect(faultOfName(name)).toMatch(/^name must/);
  });
});
