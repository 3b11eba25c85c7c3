import type { UserFilter, UserOrder } from '../../schema/generated/identity';
import { badInput } from '../kit/errors';
import { tryFromGlobalId } from '../kit/ids';
import { keysetSql, parsePage, toConnection, type KeyPart, type PageArgs } from '../kit/pagination';
import { queryRows } from '../kit/transaction';
import { mayOperate } from './dead-letter.policy';
import type { IdentityContext } from './identity.loaders';
import { faultOfFilter, toJsonPath } from './people.logic';
import { USER_COLUMNS, type UserConnectionRow, type UserEntity } from './user.entity';

/** By what the list can be ordered: the column, and what its values are. */
const ORDER: Record<UserOrder['field'], { name: string; column: string; part: KeyPart }> = {
  USERNAME: { name: 'Username', column: 'lower(u.username)', part: 'text' },
  DISPLAY_NAME: { name: 'DisplayName', column: 'lower(u.display_name)', part: 'text' },
  CREATED_AT: { name: 'Creation', column: 'u.created_at', part: 'timestamptz' },
};
const MAX_SEARCH = 100;
const FILTER_PARAMETERS = 6;

/**
 * Who is meant: $1 the workspace or null, $2 the text to search for or '', $3 the path or null, $4 whether active, $5
 * whether people beyond the caller's workspaces are shown, $6 the caller.
 */
const MATCHING = `FROM identity.user_profile u
  WHERE NOT u.is_bot AND u.is_active = $4
    AND (($1::uuid IS NULL AND ($5::boolean OR u.id = $6)) OR EXISTS (
      SELECT 1 FROM access.membership m LEFT JOIN access.mine w ON w.scope_id = m.scope_id
      WHERE m.user_id = u.id AND m.scope_id = m.workspace_id AND m.active AND ($5::boolean OR w.scope_id IS NOT NULL)
        AND ($1::uuid IS NULL OR m.scope_id = $1)))
    AND ($2 = '' OR strpos(lower(u.username), $2) > 0 OR strpos(lower(u.display_name), $2) > 0)
    AND ($3::jsonpath IS NULL
      OR jsonb_build_object('username', lower(u.username), 'displayName', lower(u.display_name)) @@ $3::jsonpath)`;

interface PeopleArgs extends PageArgs {
  filter?: UserFilter | null;
  orderBy?: UserOrder | null;
}

/** The people who share a workspace with the caller, narrowed by the filter; all people for system administrators. */
export async function listUsers(ctx: IdentityContext, args: PeopleArgs): Promise<UserConnectionRow> {
  const { field, direction } = args.orderBy ?? { field: 'USERNAME', direction: 'ASC' };
  const { name, column, part } = ORDER[field];
  const values = filterValues(ctx, args.filter ?? {});
  const page = parsePage(args, [part, 'uuid']);
  const sql = keysetSql(page, [column, 'u.id'], {
    descending: direction === 'DESC',
    firstParameter: FILTER_PARAMETERS + 1,
  });
  const rows = await queryRows<UserEntity & { place: string | Date }>(
    ctx,
    `/* identity.listUsersBy${name} */ SELECT ${USER_COLUMNS}, ${column} AS place ${MATCHING}${sql.where}${sql.orderAndLimit}`,
    [...values, ...sql.values],
  );
  const connection = toConnection(rows, page, ({ place, id }) => [
    place instanceof Date ? place.toISOString() : place,
    id,
  ]);
  const count = async () => {
    const text = `/* identity.countUsers */ SELECT count(*)::int AS count ${MATCHING}`;
    return (await queryRows<{ count: number }>(ctx, text, values))[0]!.count;
  };
  return { ...connection, count };
}

function filterValues(ctx: IdentityContext, filter: UserFilter): unknown[] {
  const fault = faultOfFilter(filter);
  if (fault) throw badInput(...fault);
  const search = filter.search ?? '';
  if (search.length > MAX_SEARCH || (filter.search != null && search === '')) {
    throw badInput(`search must have 1 to ${MAX_SEARCH} characters`, 'filter', 'search');
  }
  if (/[\0\p{Surrogate}]/u.test(search)) throw badInput('search must be well-formed', 'filter', 'search');
  // An id of nothing is that of a workspace without members.
  const workspaceId =
    filter.workspaceId == null ? null : (tryFromGlobalId('Workspace', filter.workspaceId) ?? NOWHERE);
  return [
    workspaceId,
    search.toLowerCase(),
    toJsonPath(filter),
    filter.isActive ?? true,
    mayOperate(ctx.principal),
    ctx.principal.userId,
  ];
}

const NOWHERE = '00000000-0000-0000-0000-000000000000';
