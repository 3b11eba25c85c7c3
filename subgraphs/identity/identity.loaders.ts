import type DataLoader from 'dataloader';
import type { Context } from '../kit/context';
import { makeLoader } from '../kit/loader';
import { USER_COLUMNS, type UserEntity } from './user.entity';

export interface IdentityLoaders {
  userById: DataLoader<string, UserEntity | null>;
  /** By the username in lower case. */
  userByUsername: DataLoader<string, UserEntity | null>;
  /** By the e-mail address in lower case. */
  userByEmail: DataLoader<string, UserEntity | null>;
}

export type IdentityContext = Context<IdentityLoaders>;

/** The loaders of a request; they find whom the caller may see. */
export function makeIdentityLoaders(ctx: Context): IdentityLoaders {
  return {
    userById: makeLoader<UserEntity>(
      ctx,
      `/* identity.usersById */ SELECT ${USER_COLUMNS} FROM identity.user_profile u WHERE u.id = ANY ($1::uuid[])`,
      (user) => user.id,
    ),
    userByUsername: makeLoader<UserEntity>(
      ctx,
      `/* identity.usersByUsername */ SELECT ${USER_COLUMNS} FROM identity.user_profile u
       WHERE lower(u.username) = ANY ($1::text[])`,
      (user) => user.username.toLowerCase(),
    ),
    userByEmail: makeLoader<UserEntity>(
      ctx,
      `/* identity.usersByEmail */ SELECT ${USER_COLUMNS} FROM identity.user_profile u
       WHERE lower(u.email) = ANY ($1::text[])`,
      (user) => user.email!.toLowerCase(),
    ),
  };
}
