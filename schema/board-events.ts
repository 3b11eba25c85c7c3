import { z } from 'zod';
import { event, none, uuid } from './event-model';

/** Whose tasks a board shows: null is any. */
const filter = z.object({
  types: z.array(z.enum(['TASK', 'BUG', 'EPIC'])).nullable(),
  assigneeIds: z.array(uuid).nullable(),
  labelIds: z.array(uuid).nullable(),
  text: z.string().nullable(),
});
export type BoardFilter = z.infer<typeof filter>;

/** The events of boards themselves; what happens to the tasks on them are events of the tasks. */
export const BOARD_EVENTS = {
  'board.created': event(
    z.object({
      name: z.string(),
      creatorId: uuid,
      columns: z.array(z.object({ id: uuid, name: z.string(), category: z.string() })),
      integrationId: uuid.nullable().default(null),
    }),
  ),
  /** The board's own settings as they are now, and which of them have changed. */
  'board.updated': event(
    z.object({
      name: z.string(),
      isEnforcingWipLimits: z.boolean(),
      filter,
      /** From left to right. */
      columnIds: z.array(uuid),
      /** From where its work comes. */
      integrationId: uuid.nullable(),
      /** Where work on a task is promised. */
      commitmentColumnId: uuid.nullable(),
      changedFields: z.array(
        z.enum(['name', 'isEnforcingWipLimits', 'filter', 'columns', 'integration', 'commitmentPoint']),
      ),
    }),
  ),
  'board.column.updated': event(
    z.object({
      columnId: uuid,
      name: z.string(),
      wipLimit: z.number().int().nullable(),
      changedFields: z.array(z.enum(['name', 'wipLimit'])),
    }),
  ),
  /** Gone with its columns and the order of its cards; the tasks stay. */
  'board.deleted': event(none, { retracts: true }),
} as const;
