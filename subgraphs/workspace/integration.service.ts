import type { CreateIntegrationInput } from '../../schema/generated/workspace';
import { actorIdOf, type InTransaction } from '../kit/context';
import { badInput, conflict, enforce, onUniqueViolation } from '../kit/errors';
import { emit } from '../kit/events';
import { once } from '../kit/idempotency';
import { fromGlobalId, newUuid } from '../kit/ids';
import { inTransaction } from '../kit/transaction';
import { faultOfIntegration } from './integration.policy';
import type { WorkspaceContext } from './workspace.loaders';
import { refuse } from './workspace.policy';
import { lockWorkspace, placeOf } from './workspace.service';

/** Names something that work comes to a workspace from. */
export async function createIntegration(
  ctx: WorkspaceContext,
  input: CreateIntegrationInput,
): Promise<{ integrationId: string }> {
  const nameTaken = () =>
    conflict(`The workspace has an integration named "${input.name.trim()}" already.`, { path: ['name'] });
  const { ids } = await inTransaction(ctx, (tx) =>
    once(tx, 'createIntegration', input, () => recordIntegration(tx, input)),
  ).catch(onUniqueViolation('integration_name_key', nameTaken));
  return ids;
}

async function recordIntegration(tx: InTransaction<WorkspaceContext>, input: CreateIntegrationInput) {
  const workspaceId = fromGlobalId('Workspace', input.workspaceId, 'workspaceId');
  const { caller } = await lockWorkspace(tx, workspaceId);
  enforce(refuse(caller, 'manageSettings'));
  const name = input.name.trim();
  const externalReference = input.externalReference?.trim() ?? null;
  const fault = faultOfIntegration({ name, externalReference });
  if (fault) throw badInput(fault.message, fault.field);
  const integrationId = newUuid();
  emit(tx, {
    ...placeOf(workspaceId),
    type: 'workspace.integration.created',
    payload: { integrationId, creatorId: actorIdOf(tx)!, kind: input.kind, name, externalReference },
  });
  return { integrationId };
}
