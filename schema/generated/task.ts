// Made by `npm run codegen` from schema/*.graphql. Do not edit.
import { parse, type DocumentNode } from 'graphql';
import type { StoredEvent } from '../events';
import type { LiveEvent } from '../../subgraphs/kit/subgraph';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { TaskEntity } from '../../subgraphs/task/task.entity';
import type { TaskRelationEntity } from '../../subgraphs/task/relation.entity';
import type { TaskActivityRow, TaskActivityValueRow } from '../../subgraphs/task/activity.logic';
import type { TaskSubscriberEntity } from '../../subgraphs/task/subscriber.entity';
import type { LabelEntity } from '../../subgraphs/task/label.entity';
import type { BoardEntity, BoardFilterRow, BoardColumnEntity } from '../../subgraphs/task/board.entity';
import type { BoardCardRow } from '../../subgraphs/task/card.entity';
import type { BulkUpdateTaskResultRow } from '../../subgraphs/task/bulk.service';
import type { TaskContext } from '../../subgraphs/task/task.loaders';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string };
  String: { input: string; output: string };
  Boolean: { input: boolean; output: boolean };
  Int: { input: number; output: number };
  Float: { input: number; output: number };
  /** A point in time, RFC 3339 in UTC, with milliseconds: `2026-12-24T18:00:00.000Z`. */
  DateTime: { input: Date; output: Date | string };
  /** A calendar date without a time zone, `YYYY-MM-DD`. */
  LocalDate: { input: string; output: string };
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown };
};

/** Anything with a global id. */
export type Node = {
  /** The global id: a type prefix and 128 bits, opaque by contract. */
  id: Scalars['ID']['output'];
};

/** Up or down. */
export type OrderDirection =
  /** The smallest first. */
  | 'ASC'
  /** The largest first. */
  | 'DESC';

/** Comparisons of a text, whatever the case: all that are given must hold. */
export type StringFilter = {
  /** Equal to this. */
  eq?: InputMaybe<Scalars['String']['input']>;
  /** Equal to one of these; at most 100. */
  in?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Holds this somewhere. */
  contains?: InputMaybe<Scalars['String']['input']>;
  /** Begins with this. */
  startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** Where a page of a list begins and ends. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether a page follows. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether a page precedes. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first edge; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
  /** The cursor of the last edge; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
};

/** What every mutation answers. */
export type Payload = {
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Why a change was refused. */
export type UserError = {
  /** What kind of refusal it is. */
  code: UserErrorCode;
  /** A sentence for a person; it names the thing and the limit. */
  message: Scalars['String']['output'];
  /** The input field that is at fault, from the input's root; null when it is none in particular. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** A refusal that needs no more than its code and message. */
export type PlainError = UserError & {
  __typename?: 'PlainError';
  /** What kind of refusal it is. */
  code: UserErrorCode;
  /** A sentence for a person; it names the thing and the limit. */
  message: Scalars['String']['output'];
  /** The input field that is at fault, from the input's root; null when it is none in particular. */
  path?: Maybe<Array<Scalars['String']['output']>>;
};

/** Somebody else changed the entity first, or the name is taken. */
export type ConflictError = UserError & {
  __typename?: 'ConflictError';
  /** Always CONFLICT. */
  code: UserErrorCode;
  /** A sentence for a person; it names the thing. */
  message: Scalars['String']['output'];
  /** The input field that is at fault, from the input's root; null when it is none in particular. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** The version that the entity has now; null when the conflict is not about a version. */
  currentVersion?: Maybe<Scalars['Int']['output']>;
};

/** The workspace has used up what it may use of something. */
export type QuotaError = UserError & {
  __typename?: 'QuotaError';
  /** Always QUOTA_EXCEEDED. */
  code: UserErrorCode;
  /** A sentence for a person; it names the quota and the limit. */
  message: Scalars['String']['output'];
  /** The input field that is at fault, from the input's root; null when it is none in particular. */
  path?: Maybe<Array<Scalars['String']['output']>>;
  /** How much the workspace may use. */
  limit: Scalars['Int']['output'];
  /** How much it has used. */
  used: Scalars['Int']['output'];
  /** When the count begins anew; null when it does not. */
  resetAt?: Maybe<Scalars['DateTime']['output']>;
};

/** The refusals that a mutation may answer. */
export type UserErrorCode =
  /** The input is well-formed but not acceptable. */
  | 'BAD_USER_INPUT'
  /** The thing does not exist, or the caller cannot see it. */
  | 'NOT_FOUND'
  /** The thing is visible, and the caller may not do this to it. */
  | 'FORBIDDEN'
  /** The entity has changed since, or the name is taken. */
  | 'CONFLICT'
  /** The idempotency key was used with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The workspace has used up what it may use. */
  | 'QUOTA_EXCEEDED'
  /** The message is older than its author may change it. */
  | 'EDIT_WINDOW_CLOSED'
  /** The invite's time is over. */
  | 'INVITE_EXPIRED'
  /** The invite was used as often as it may be. */
  | 'INVITE_EXHAUSTED';

export type Query = {
  __typename?: 'Query';
  /** One task, by exactly one of id and workspaceId with key (another combination: BAD_USER_INPUT); null when it does not exist or is not visible. Requires: the right to read the conversation or workspace that it came from. */
  task?: Maybe<Task>;
  /** One board; null when it does not exist or is not visible. Requires: workspace role MEMBER. */
  board?: Maybe<Board>;
};

export type QueryTaskArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  workspaceId?: InputMaybe<Scalars['ID']['input']>;
  key?: InputMaybe<Scalars['String']['input']>;
};

export type QueryBoardArgs = {
  id: Scalars['ID']['input'];
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Creates a task, a bug or an epic; it gets a chat of its own. Requires: workspace role MEMBER. */
  createTask: CreateTaskPayload;
  /**
   * Creates a task of a message, as `#task` would: seen by those who read the message's chat, and a part of the task whose
   * chat that is. A message gives at most 100; one more: CONFLICT. Requires: workspace role MEMBER and the right to write
   * in the message's chat.
   */
  createTaskFromMessage: CreateTaskFromMessagePayload;
  /** Changes fields of a task; all are changed or none. Requires: workspace role MEMBER and the right to see the task; of a private chat, to write there. */
  updateTask: UpdateTaskPayload;
  /** Changes up to 100 tasks in the same way, each by itself: what is refused for one is done for the others. Requires: workspace role MEMBER and the right to see the tasks. */
  bulkUpdateTasks: BulkUpdateTasksPayload;
  /**
   * Relates a task to another one of its workspace. What would be a cycle of BLOCKS or of DUPLICATES: BAD_USER_INPUT,
   * naming it (`ENG-1 → ENG-2 → ENG-1`), as far as the caller sees the tasks on the way; a task has at most 200 relations. Requires: workspace role MEMBER and the right to see both tasks.
   */
  addTaskRelation: AddTaskRelationPayload;
  /** Takes a relation of two tasks away. Requires: workspace role MEMBER and the right to see both tasks. */
  removeTaskRelation: RemoveTaskRelationPayload;
  /** Puts a task into a column between two others; the task takes the status that its type has in that column's category. A neighbour that has left the column, a full column, and a gap in which thousands were put: CONFLICT. Requires: workspace role MEMBER and the right to see the task; of a private chat, to write there. */
  moveTask: MoveTaskPayload;
  /** Has the caller told of what becomes of a task; whoever creates it or is assigned to it is told without asking. Requires: workspace role MEMBER and the right to see the task; of a private chat, to write there. */
  subscribeToTask: SubscribeToTaskPayload;
  /** Has the caller told no more of a task, until it is assigned to them anew. Requires: workspace role MEMBER and the right to see the task; of a private chat, to write there. */
  unsubscribeFromTask: UnsubscribeFromTaskPayload;
  /** Creates a label for the tasks of a workspace; a name that another label has: CONFLICT. Requires: workspace role MEMBER. */
  createLabel: CreateLabelPayload;
  /** Renames a label or gives it another colour, on every task that has it; a name that another label has: CONFLICT. Requires: workspace role MEMBER. */
  updateLabel: UpdateLabelPayload;
  /** Deletes a label; tasks that have it have it no more. Requires: workspace role MEMBER. */
  deleteLabel: DeleteLabelPayload;
  /** Creates a board with one column per status category. A workspace has at most 100 boards; one more: CONFLICT. Requires: workspace role MEMBER. */
  createBoard: CreateBoardPayload;
  /**
   * Changes what a board is called, which tasks it shows, whether its limits bind, and the order of its columns; all is
   * changed or nothing. A name that another board of the workspace has: CONFLICT. Requires: workspace role MEMBER.
   */
  updateBoard: UpdateBoardPayload;
  /** Changes the name or the limit of a column. Requires: workspace role MEMBER. */
  updateBoardColumn: UpdateBoardColumnPayload;
  /**
   * Makes a column the commitment point of its board, in place of another of that board: from there work on a task is
   * promised, and its lead and cycle time are counted. Boards without an integration have one between them, and so have
   * the boards of each integration; a second one: CONFLICT, which names the column and board that is it. Requires:
   * workspace role MEMBER.
   */
  setCommitmentPoint: SetCommitmentPointPayload;
  /** Deletes a board with its columns and the order of its cards; the tasks stay. Subscriptions to it end. Requires: workspace role ADMIN, or workspace role MEMBER and a board of one's own making. */
  deleteBoard: DeleteBoardPayload;
};

export type MutationCreateTaskArgs = {
  input: CreateTaskInput;
};

export type MutationCreateTaskFromMessageArgs = {
  input: CreateTaskFromMessageInput;
};

export type MutationUpdateTaskArgs = {
  input: UpdateTaskInput;
};

export type MutationBulkUpdateTasksArgs = {
  input: BulkUpdateTasksInput;
};

export type MutationAddTaskRelationArgs = {
  input: AddTaskRelationInput;
};

export type MutationRemoveTaskRelationArgs = {
  input: RemoveTaskRelationInput;
};

export type MutationMoveTaskArgs = {
  input: MoveTaskInput;
};

export type MutationSubscribeToTaskArgs = {
  input: SubscribeToTaskInput;
};

export type MutationUnsubscribeFromTaskArgs = {
  input: UnsubscribeFromTaskInput;
};

export type MutationCreateLabelArgs = {
  input: CreateLabelInput;
};

export type MutationUpdateLabelArgs = {
  input: UpdateLabelInput;
};

export type MutationDeleteLabelArgs = {
  input: DeleteLabelInput;
};

export type MutationCreateBoardArgs = {
  input: CreateBoardInput;
};

export type MutationUpdateBoardArgs = {
  input: UpdateBoardInput;
};

export type MutationUpdateBoardColumnArgs = {
  input: UpdateBoardColumnInput;
};

export type MutationSetCommitmentPointArgs = {
  input: SetCommitmentPointInput;
};

export type MutationDeleteBoardArgs = {
  input: DeleteBoardInput;
};

export type Subscription = {
  __typename?: 'Subscription';
  /**
   * What happens to a board and its tasks, in order and without a gap: with `Task.card` enough to keep a copy of the board.
   * Ends with FORBIDDEN once the caller may not read the board, or it is deleted. Requires: what `board` requires; tasks of private chats reach those alone who are in them.
   */
  boardEvents?: Maybe<BoardEventEnvelope>;
  /** The board, each time something on it has changed, without resuming. Requires: what `board` requires. */
  boardUpdated?: Maybe<Board>;
};

export type SubscriptionBoardEventsArgs = {
  boardId: Scalars['ID']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
};

export type SubscriptionBoardUpdatedArgs = {
  boardId: Scalars['ID']['input'];
};

/** Something to do, to mend or to reach. */
export type Task = Node & {
  __typename?: 'Task';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The key by which `node` finds the owner. */
  nodeRef: Scalars['ID']['output'];
  /** The workspace that it belongs to. */
  workspace?: Maybe<Workspace>;
  /** The key in its workspace, such as ENG-123; stable for ever. */
  key: Scalars['String']['output'];
  /** Task, bug or epic. */
  type: TaskType;
  /** What is to be done, 1 to 500 characters. */
  title: Scalars['String']['output'];
  /** What there is to know about it, in Markdown, up to 40,000 characters; null when nothing is said. */
  description?: Maybe<Scalars['String']['output']>;
  /** One of the statuses that its type has. */
  status: TaskStatus;
  /** The board column that the status belongs to. */
  statusCategory: StatusCategory;
  /** Who does it; null when nobody does. */
  assignee?: Maybe<User>;
  /** Who created it. */
  creator?: Maybe<User>;
  /** How pressing it is. */
  priority?: Maybe<TaskPriority>;
  /** How bad it is; bugs only. */
  severity?: Maybe<TaskSeverity>;
  /** The day by which it is to be done. */
  dueDate?: Maybe<Scalars['LocalDate']['output']>;
  /** How much work it is, 0 to 10,000 points without a unit; null when nobody has said. */
  estimate?: Maybe<Scalars['Float']['output']>;
  /** Its labels by name, at most 20. */
  labels: Array<Label>;
  /** Who is told of what becomes of it, those who have been longest first: its creator and assignees, unless they have unsubscribed, and who has subscribed. */
  subscribers: TaskSubscriberConnection;
  /** Whether the caller is told of what becomes of it. */
  viewerIsSubscribed: Scalars['Boolean']['output'];
  /** The chat of its own; null until it has been made, a moment after the task. */
  chat?: Maybe<Chat>;
  /** The chat that it came from; null when it was not made in a chat, or that chat is hidden from the caller. */
  sourceChat?: Maybe<Chat>;
  /** The message that it came from; null when it was not made in a chat, or that message is hidden from the caller. */
  sourceMessage?: Maybe<Message>;
  /** Since when, without a break, it has been worked on: its status is In Progress or beyond. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Since when it is done; null while it is not. */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Since when, without a break, its status is that of a commitment point or beyond, the earliest of the boards that show
   * it; null before, and where no board has one. Requires: what `board` requires.
   */
  committedAt?: Maybe<Scalars['DateTime']['output']>;
  /** From `committedAt` to `completedAt`, in whole seconds; null until it is done, and where nothing was promised. */
  leadTime?: Maybe<Scalars['Int']['output']>;
  /** The part of `leadTime` from `startedAt` on, in whole seconds; null where that is null. */
  cycleTime?: Maybe<Scalars['Int']['output']>;
  /** Where it stands on a board; null when the board does not show it, or cannot be seen. Requires: what `board` requires. */
  card?: Maybe<BoardCard>;
  /** The task that it is a part of; null when it stands alone or that task is hidden from the caller. */
  parent?: Maybe<Task>;
  /** Its parts that the caller may see, the oldest first unless ordered otherwise. Requires: the right to see the parts. */
  subtasks: TaskConnection;
  /** How far its parts have come, of those that the caller may see. */
  progress: TaskProgress;
  /** How it is related to other tasks, in the order in which that was said. Requires: the right to see both tasks. */
  relations: TaskRelationConnection;
  /** What happened to it, the latest first; not what concerns hidden tasks alone. Requires: the right to see the task. */
  activity: TaskActivityConnection;
  /** Whether the caller may change it. */
  viewerCanEdit: Scalars['Boolean']['output'];
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** When it was last changed or moved on a board; when it was created, until then. */
  updatedAt: Scalars['DateTime']['output'];
  /** Counts the changes of the task; who is told of it is no change. */
  version: Scalars['Int']['output'];
};

/** Something to do, to mend or to reach. */
export type TaskSubscribersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Something to do, to mend or to reach. */
export type TaskCardArgs = {
  boardId: Scalars['ID']['input'];
};

/** Something to do, to mend or to reach. */
export type TaskSubtasksArgs = {
  filter?: InputMaybe<TaskFilter>;
  orderBy?: InputMaybe<TaskOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Something to do, to mend or to reach. */
export type TaskRelationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Something to do, to mend or to reach. */
export type TaskActivityArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** How far the parts of a task have come. Parts of parts are not counted. */
export type TaskProgress = {
  __typename?: 'TaskProgress';
  /** How many parts there are. */
  total: Scalars['Int']['output'];
  /** How many of them have a status of the category DONE. */
  done: Scalars['Int']['output'];
};

/** How one task is related to another, as the one tells it. */
export type TaskRelation = {
  __typename?: 'TaskRelation';
  /** What the relation is. */
  type: TaskRelationType;
  /** Which way it leads. */
  direction: TaskRelationDirection;
  /** The other task; null once it is hidden. */
  task?: Maybe<Task>;
};

/** What two tasks have to do with each other. */
export type TaskRelationType =
  /** The one must be done before the other; no task blocks itself by way of others. */
  | 'BLOCKS'
  /** They have to do with each other; this leads both ways. */
  | 'RELATES'
  /** The one is about the same as the other; no task duplicates itself by way of others. */
  | 'DUPLICATES';

/** Which way a relation leads. */
export type TaskRelationDirection =
  /** From the task to the other: it blocks or duplicates the other, or is related to it. */
  | 'OUTWARD'
  /** From the other to the task: the other blocks or duplicates it. */
  | 'INWARD';

/** A page of relations. */
export type TaskRelationConnection = {
  __typename?: 'TaskRelationConnection';
  /** The edges of this page. */
  edges: Array<TaskRelationEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<TaskRelation>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One relation and its place in the list. */
export type TaskRelationEdge = {
  __typename?: 'TaskRelationEdge';
  /** The relation. */
  node: TaskRelation;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** Something that happened to a task. */
export type TaskActivity = {
  __typename?: 'TaskActivity';
  /** What it was about. */
  kind: TaskActivityKind;
  /** What was; null where there was nothing. With labels: those that it lost. */
  from?: Maybe<TaskActivityValue>;
  /** What came to be; null where there is nothing. With labels: those that it was given. */
  to?: Maybe<TaskActivityValue>;
  /** Who did it; null for the system. */
  actor?: Maybe<User>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
};

/** What an entry of a task's history is about. */
export type TaskActivityKind =
  /** The task was created; neither from nor to. */
  | 'CREATED'
  /** Its title. */
  | 'TITLE'
  /** Its description. */
  | 'DESCRIPTION'
  /** Its status. */
  | 'STATUS'
  /** Who does it. */
  | 'ASSIGNEE'
  /** How pressing it is. */
  | 'PRIORITY'
  /** How bad it is. */
  | 'SEVERITY'
  /** The day by which it is to be done. */
  | 'DUE_DATE'
  /** How much work it is. */
  | 'ESTIMATE'
  /** Its labels. */
  | 'LABELS'
  /** The task that it is a part of. */
  | 'PARENT'
  /** How it is related to another task. */
  | 'RELATIONS';

/** What a task had, or has: the field that fits the kind is set. */
export type TaskActivityValue = {
  __typename?: 'TaskActivityValue';
  /** A title, a description, an estimate, a day, or the name of an enum's value. */
  text?: Maybe<Scalars['String']['output']>;
  /** An assignee. */
  user?: Maybe<User>;
  /** A parent or a related task; null when it is hidden from the caller. */
  task?: Maybe<Task>;
  /** Labels, but for those that were deleted since. */
  labels: Array<Label>;
  /** What a relation is. */
  relationType?: Maybe<TaskRelationType>;
  /** Which way a relation leads. */
  relationDirection?: Maybe<TaskRelationDirection>;
};

/** A page of a task's history. */
export type TaskActivityConnection = {
  __typename?: 'TaskActivityConnection';
  /** The edges of this page. */
  edges: Array<TaskActivityEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<TaskActivity>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One entry of a task's history and its place in it. */
export type TaskActivityEdge = {
  __typename?: 'TaskActivityEdge';
  /** The entry. */
  node: TaskActivity;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** Which sort of work a task is. */
export type TaskType =
  /** Statuses: To Do, In Progress, Done. */
  | 'TASK'
  /** Statuses: New, Investigating, Fixed, Verified. */
  | 'BUG'
  /** Statuses: Planned, In Progress, Completed. */
  | 'EPIC';

/** How far a task has come. Which ones a task may have depends on its type. */
export type TaskStatus =
  /** Task: not begun. */
  | 'TO_DO'
  /** Task or epic: begun. */
  | 'IN_PROGRESS'
  /** Task: finished. */
  | 'DONE'
  /** Bug: reported. */
  | 'NEW'
  /** Bug: being looked into. */
  | 'INVESTIGATING'
  /** Bug: mended, not yet checked. */
  | 'FIXED'
  /** Bug: mended and checked. */
  | 'VERIFIED'
  /** Epic: not begun. */
  | 'PLANNED'
  /** Epic: finished. */
  | 'COMPLETED';

/** Where on a board a status belongs. */
export type StatusCategory =
  /** To Do, New, Planned. */
  | 'TO_DO'
  /** In Progress, Investigating. */
  | 'IN_PROGRESS'
  /** Fixed. */
  | 'IN_REVIEW'
  /** Done, Verified, Completed. */
  | 'DONE';

/** How pressing a task is. */
export type TaskPriority =
  /** Before the others. */
  | 'HIGH'
  /** In its turn. */
  | 'MEDIUM'
  /** When there is time. */
  | 'LOW';

/** How bad a bug is. */
export type TaskSeverity =
  /** Nothing works. */
  | 'CRITICAL'
  /** A main function is broken. */
  | 'MAJOR'
  /** A side function is broken. */
  | 'MINOR'
  /** A blemish. */
  | 'TRIVIAL';

/**
 * Which tasks are meant: all that is given must hold, null is as if absent, and an empty filter holds for every task. What
 * a task has not passes no comparison, and so passes its opposite. At most 50 comparisons and nested filters, five deep.
 */
export type TaskFilter = {
  /** Compares the type. */
  type?: InputMaybe<TaskTypeFilter>;
  /** Compares the status. */
  status?: InputMaybe<TaskStatusFilter>;
  /** Compares the category of the status. */
  statusCategory?: InputMaybe<StatusCategoryFilter>;
  /** Compares the priority. */
  priority?: InputMaybe<TaskPriorityFilter>;
  /** Compares the severity. */
  severity?: InputMaybe<TaskSeverityFilter>;
  /** Compares who does it. */
  assignee?: InputMaybe<IdFilter>;
  /** Compares who created it. */
  creator?: InputMaybe<IdFilter>;
  /** Compares the task that it is a part of; one that is hidden from the caller counts as none. */
  parent?: InputMaybe<IdFilter>;
  /** Compares its labels: one of them is meant. */
  label?: InputMaybe<IdFilter>;
  /** Compares the day by which it is to be done. */
  dueDate?: InputMaybe<LocalDateFilter>;
  /** Compares when it was created. */
  createdAt?: InputMaybe<DateTimeFilter>;
  /** Compares when it was last changed. */
  updatedAt?: InputMaybe<DateTimeFilter>;
  /** Compares the title, whatever the case. */
  title?: InputMaybe<StringFilter>;
  /** All of these must hold. */
  and?: InputMaybe<Array<TaskFilter>>;
  /** One of these must hold. */
  or?: InputMaybe<Array<TaskFilter>>;
  /** This must not hold. */
  not?: InputMaybe<TaskFilter>;
};

/** Comparisons of a task's type: all that are given must hold. */
export type TaskTypeFilter = {
  /** Equal to this. */
  eq?: InputMaybe<TaskType>;
  /** Equal to one of these; at most 100. */
  in?: InputMaybe<Array<TaskType>>;
};

/** Comparisons of a status: all that are given must hold. */
export type TaskStatusFilter = {
  /** Equal to this. */
  eq?: InputMaybe<TaskStatus>;
  /** Equal to one of these; at most 100. */
  in?: InputMaybe<Array<TaskStatus>>;
};

/** Comparisons of a status category: all that are given must hold. */
export type StatusCategoryFilter = {
  /** Equal to this. */
  eq?: InputMaybe<StatusCategory>;
  /** Equal to one of these; at most 100. */
  in?: InputMaybe<Array<StatusCategory>>;
};

/** Comparisons of a priority: all that are given must hold. */
export type TaskPriorityFilter = {
  /** Equal to this. */
  eq?: InputMaybe<TaskPriority>;
  /** Equal to one of these; at most 100. */
  in?: InputMaybe<Array<TaskPriority>>;
  /** Whether there is none. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Comparisons of a severity: all that are given must hold. */
export type TaskSeverityFilter = {
  /** Equal to this. */
  eq?: InputMaybe<TaskSeverity>;
  /** Equal to one of these; at most 100. */
  in?: InputMaybe<Array<TaskSeverity>>;
  /** Whether there is none. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Comparisons of what is named by its global id: all that are given must hold. */
export type IdFilter = {
  /** This one. */
  eq?: InputMaybe<Scalars['ID']['input']>;
  /** One of these; at most 100. */
  in?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether there is none. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Comparisons of a day: all that are given must hold. */
export type LocalDateFilter = {
  /** This day. */
  eq?: InputMaybe<Scalars['LocalDate']['input']>;
  /** A later day. */
  gt?: InputMaybe<Scalars['LocalDate']['input']>;
  /** An earlier day. */
  lt?: InputMaybe<Scalars['LocalDate']['input']>;
  /** Whether there is none. */
  isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Comparisons of a time: all that are given must hold. */
export type DateTimeFilter = {
  /** Later than this. */
  gt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Earlier than this. */
  lt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The order of a list of tasks; equal ones follow each other by creation, in the same direction. */
export type TaskOrder = {
  /** By what. */
  field: TaskOrderField;
  /** Up or down. */
  direction: OrderDirection;
};

/** By what tasks can be ordered. */
export type TaskOrderField =
  /** When it was created. */
  | 'CREATED_AT'
  /** When it was last changed. */
  | 'UPDATED_AT'
  /** The day by which it is to be done; without one it comes behind all days, going up. */
  | 'DUE_DATE'
  /** How pressing it is: going up, those without a priority, then LOW, MEDIUM and HIGH. */
  | 'PRIORITY'
  /** The number in its key. */
  | 'KEY';

/** A page of tasks. */
export type TaskConnection = {
  __typename?: 'TaskConnection';
  /** The edges of this page. */
  edges: Array<TaskEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<Task>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One task and its place in the list. */
export type TaskEdge = {
  __typename?: 'TaskEdge';
  /** The task. */
  node: Task;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** Somebody who is told of what becomes of a task. */
export type TaskSubscriber = {
  __typename?: 'TaskSubscriber';
  /** Who it is. */
  user?: Maybe<User>;
  /** Since when. */
  subscribedAt: Scalars['DateTime']['output'];
};

/** A page of those who are told of a task. */
export type TaskSubscriberConnection = {
  __typename?: 'TaskSubscriberConnection';
  /** The edges of this page. */
  edges: Array<TaskSubscriberEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<TaskSubscriber>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** Somebody who is told of a task, and their place in the list. */
export type TaskSubscriberEdge = {
  __typename?: 'TaskSubscriberEdge';
  /** The subscriber. */
  node: TaskSubscriber;
  /** Their place. */
  cursor: Scalars['String']['output'];
};

/** A mark for tasks, the same in all of a workspace. */
export type Label = Node & {
  __typename?: 'Label';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The key by which `node` finds the owner. */
  nodeRef: Scalars['ID']['output'];
  /** The workspace that it belongs to. */
  workspace?: Maybe<Workspace>;
  /** The name, 1 to 50 characters; unique in the workspace without regard to case. */
  name: Scalars['String']['output'];
  /** The colour, `#rrggbb`. */
  color: Scalars['String']['output'];
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Counts the changes of the label. */
  version: Scalars['Int']['output'];
};

/** A page of labels. */
export type LabelConnection = {
  __typename?: 'LabelConnection';
  /** The edges of this page. */
  edges: Array<LabelEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<Label>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One label and its place in the list. */
export type LabelEdge = {
  __typename?: 'LabelEdge';
  /** The label. */
  node: Label;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** The tasks of a workspace in columns by status category: all of them, or those that its filter lets pass. */
export type Board = Node & {
  __typename?: 'Board';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The key by which `node` finds the owner. */
  nodeRef: Scalars['ID']['output'];
  /** The workspace that it belongs to. */
  workspace?: Maybe<Workspace>;
  /** The name, 1 to 200 characters. */
  name: Scalars['String']['output'];
  /** The columns, from left to right. */
  columns: Array<BoardColumn>;
  /**
   * All that stands on the board and that the caller may see, in the order of the board, whatever the column: a board is
   * drawn by one query. Requires: what `board` requires.
   */
  cards: BoardCardConnection;
  /** Where its work comes from; null when no integration was named. */
  integration?: Maybe<Integration>;
  /** Which tasks it shows; null when it shows all. */
  filter?: Maybe<BoardFilter>;
  /** Whether a task is refused (CONFLICT) that would come into a full column, new or changed, by whichever of its fields; otherwise a limit only warns. */
  isEnforcingWipLimits: Scalars['Boolean']['output'];
  /** Whether the caller may change it and its columns. */
  viewerCanEdit: Scalars['Boolean']['output'];
  /** Whether the caller may delete it. */
  viewerCanDelete: Scalars['Boolean']['output'];
  /**
   * The place that the stream of `boardEvents` has come to. Read it before what is to be kept up to date, then subscribe
   * with `after` it: nothing is missed.
   */
  eventsCursor: Scalars['String']['output'];
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Counts the changes of the board's own fields and of its columns. */
  version: Scalars['Int']['output'];
};

/** The tasks of a workspace in columns by status category: all of them, or those that its filter lets pass. */
export type BoardCardsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Which tasks a board shows: those that pass all that is said here. */
export type BoardFilter = {
  __typename?: 'BoardFilter';
  /** Of one of these types; empty: of any. */
  types: Array<TaskType>;
  /** One of these has it; empty: whoever does. Somebody whom the caller may not see is null. */
  assignees: Array<Maybe<User>>;
  /** It has one of these labels; empty: any or none. One that was deleted is not told of and counts for nothing. */
  labels: Array<Label>;
  /** The title has this text in it, without regard to case; null: any title. */
  text?: Maybe<Scalars['String']['output']>;
};

/**
 * The place of a task on a board. Ranks are compared by their bytes; no two tasks of a board ever have the same. A
 * client's copy of a board is each task with its last card, in the order of the ranks: the events of the board keep it.
 */
export type BoardCard = {
  __typename?: 'BoardCard';
  /** The column that the task is in. */
  columnId: Scalars['ID']['output'];
  /** Where it stands among all tasks of the board. */
  rank: Scalars['String']['output'];
  /** The task. */
  task?: Maybe<Task>;
};

/** A page of what stands on a board. */
export type BoardCardConnection = {
  __typename?: 'BoardCardConnection';
  /** The edges of this page. */
  edges: Array<BoardCardEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<BoardCard>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One card and its place in the list. */
export type BoardCardEdge = {
  __typename?: 'BoardCardEdge';
  /** The card. */
  node: BoardCard;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** A column of a board. */
export type BoardColumn = {
  __typename?: 'BoardColumn';
  /** The global id. */
  id: Scalars['ID']['output'];
  /** The name, 1 to 100 characters. */
  name: Scalars['String']['output'];
  /** Whose tasks it shows. */
  category: StatusCategory;
  /** Whether it is the commitment point: once a task is here or beyond, work on it is promised. */
  isCommitmentPoint: Scalars['Boolean']['output'];
  /** How many tasks it should have at most, 1 to 1000; null: any number. */
  wipLimit?: Maybe<Scalars['Int']['output']>;
  /** How many tasks it has that the caller may see. */
  taskCount: Scalars['Int']['output'];
  /** Whether it has more tasks than its limit, of those that the caller may see. */
  isOverLimit: Scalars['Boolean']['output'];
  /** The tasks that the caller may see, in the order of the board. Requires: what `board` requires. */
  tasks: TaskConnection;
};

/** A column of a board. */
export type BoardColumnTasksArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A page of boards. */
export type BoardConnection = {
  __typename?: 'BoardConnection';
  /** The edges of this page. */
  edges: Array<BoardEdge>;
  /** The nodes of this page, without their cursors. */
  nodes: Array<Board>;
  /** Where the page begins and ends. */
  pageInfo: PageInfo;
};

/** One board and its place in the list. */
export type BoardEdge = {
  __typename?: 'BoardEdge';
  /** The board. */
  node: Board;
  /** Its place. */
  cursor: Scalars['String']['output'];
};

/** One event of a board, with its place in the stream. */
export type BoardEventEnvelope = {
  __typename?: 'BoardEventEnvelope';
  /** The place: resume with `after: <cursor>`. */
  cursor: Scalars['String']['output'];
  /** The id that all events of one client request share. */
  correlationId: Scalars['String']['output'];
  /** What happened. */
  event: BoardEvent;
};

/** What may happen on a board. */
export type BoardEvent =
  TaskCreated | TaskUpdated | TaskMoved | BoardUpdated | BoardColumnUpdated | LabelChanged | LabelDeleted;

/** The board's own settings changed. */
export type BoardUpdated = {
  __typename?: 'BoardUpdated';
  /** The board as it is now; null once deleted. */
  board?: Maybe<Board>;
  /** What changed: name, isEnforcingWipLimits, filter, columns (their order), integration, commitmentPoint. With another filter, read the cards anew. */
  changedFields: Array<Scalars['String']['output']>;
};

/** A column's own settings changed. */
export type BoardColumnUpdated = {
  __typename?: 'BoardColumnUpdated';
  /** The column as it is now; null once deleted. */
  column?: Maybe<BoardColumn>;
  /** What changed: name, wipLimit. */
  changedFields: Array<Scalars['String']['output']>;
};

/** A task was created. */
export type TaskCreated = {
  __typename?: 'TaskCreated';
  /** The task as it is now; null once deleted or hidden. */
  task?: Maybe<Task>;
};

/** Fields of a task changed. */
export type TaskUpdated = {
  __typename?: 'TaskUpdated';
  /** The task as it is now; null once deleted or hidden. */
  task?: Maybe<Task>;
  /** The names of the fields that changed. */
  changedFields: Array<Scalars['String']['output']>;
};

/** A task was put elsewhere on a board. */
export type TaskMoved = {
  __typename?: 'TaskMoved';
  /** Which task it was. */
  taskId: Scalars['ID']['output'];
  /** Where it was put among all tasks of the board. */
  rank: Scalars['String']['output'];
  /** The task as it is now; null once deleted or hidden. */
  task?: Maybe<Task>;
  /** The column that it was put in. */
  columnId: Scalars['ID']['output'];
  /** The task that stands right before it, as the caller sees the column; null at the top. */
  afterTask?: Maybe<Task>;
};

/** A label has another name or colour, on every task that has it. */
export type LabelChanged = {
  __typename?: 'LabelChanged';
  /** The label as it is now; null once deleted. */
  label?: Maybe<Label>;
};

/** A label was deleted: no task has it any more. Where the filter of the board named it, read the cards anew. */
export type LabelDeleted = {
  __typename?: 'LabelDeleted';
  /** The label that was. */
  labelId: Scalars['ID']['output'];
};

export type Workspace = {
  __typename?: 'Workspace';
  id: Scalars['ID']['output'];
  /** The boards, oldest first; null for guests. Requires: workspace role MEMBER. */
  boards?: Maybe<BoardConnection>;
  /** The labels for its tasks, by name. Requires: membership. */
  labels?: Maybe<LabelConnection>;
  /**
   * The tasks that the caller may see, newest first unless ordered otherwise. A filter that says too much or what cannot
   * be: BAD_USER_INPUT, naming it. Requires: membership.
   */
  tasks?: Maybe<TaskConnection>;
};

export type WorkspaceBoardsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type WorkspaceLabelsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type WorkspaceTasksArgs = {
  filter?: InputMaybe<TaskFilter>;
  orderBy?: InputMaybe<TaskOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type Chat = {
  __typename?: 'Chat';
  id: Scalars['ID']['output'];
  /** The task whose chat it is; null for other chats, and while the task is hidden. Requires: the right to see the task. */
  task?: Maybe<Task>;
};

export type Message = {
  __typename?: 'Message';
  id: Scalars['ID']['output'];
  /** The tasks that were made from it, in the order of their numbers. Requires: the right to see the tasks. */
  tasks?: Maybe<Array<Task>>;
};

export type User = {
  __typename?: 'User';
  id: Scalars['ID']['output'];
  /** The tasks that are this user's to do and that the caller may see, in all workspaces; newest first unless ordered otherwise. Requires: the right to see the tasks. */
  assignedTasks?: Maybe<TaskConnection>;
};

export type UserAssignedTasksArgs = {
  filter?: InputMaybe<TaskFilter>;
  orderBy?: InputMaybe<TaskOrder>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

export type Integration = {
  __typename?: 'Integration';
  id: Scalars['ID']['output'];
};

/** The new task. */
export type CreateTaskInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** Task, bug or epic. */
  type?: TaskType;
  /** What is to be done, 1 to 500 characters. */
  title: Scalars['String']['input'];
  /** What there is to know about it, in Markdown, up to 40,000 characters; blank is none. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Who does it: a member of the workspace. */
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** How pressing it is. */
  priority?: InputMaybe<TaskPriority>;
  /** How bad it is; bugs only. */
  severity?: InputMaybe<TaskSeverity>;
  /** The day by which it is to be done. */
  dueDate?: InputMaybe<Scalars['LocalDate']['input']>;
  /** How much work it is, 0 to 10,000 points. */
  estimate?: InputMaybe<Scalars['Float']['input']>;
  /** Its labels, at most 20; one that does not exist: NOT_FOUND. */
  labelIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The task that it is a part of, in the same workspace; tasks stand in each other 10 deep at most. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The new task. */
export type CreateTaskPayload = Payload & {
  __typename?: 'CreateTaskPayload';
  /** The task; null when refused. */
  task?: Maybe<Task>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What to change in a task: an absent field stays, null clears. */
export type UpdateTaskInput = {
  /** The task. */
  id: Scalars['ID']['input'];
  /** What is to be done, 1 to 500 characters; cannot be cleared. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** What there is to know about it, in Markdown, up to 40,000 characters; blank is none. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** One of the statuses that its type has; cannot be cleared. */
  status?: InputMaybe<TaskStatus>;
  /** Who does it: a member of the workspace. */
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** How pressing it is. */
  priority?: InputMaybe<TaskPriority>;
  /** How bad it is; bugs only. */
  severity?: InputMaybe<TaskSeverity>;
  /** The day by which it is to be done. */
  dueDate?: InputMaybe<Scalars['LocalDate']['input']>;
  /** How much work it is, 0 to 10,000 points. */
  estimate?: InputMaybe<Scalars['Float']['input']>;
  /** All labels that it is to have, at most 20; one that does not exist: NOT_FOUND. Not together with the two below. */
  labelIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Labels that it is to have as well; it has at most 20. */
  addLabelIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Labels that it is to have no more; one that it does not have changes nothing. */
  removeLabelIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /**
   * The task that it is a part of, in the same workspace. A part of the task itself: BAD_USER_INPUT, naming the way
   * (`ENG-1 → ENG-2 → ENG-1`), as far as the caller sees the tasks on it. Tasks stand in each other 10 deep at most.
   */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** The version that the caller has seen; another one now: CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The changed task. */
export type UpdateTaskPayload = Payload & {
  __typename?: 'UpdateTaskPayload';
  /** The task as it is now; null when it cannot be seen. */
  task?: Maybe<Task>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What to change in several tasks: an absent field stays, null clears. */
export type BulkUpdateTasksInput = {
  /** Which tasks, 1 to 100. */
  ids: Array<Scalars['ID']['input']>;
  /** A status that the type of each has; refused for others. Cannot be cleared. */
  status?: InputMaybe<TaskStatus>;
  /** Who does them: a member of the workspace. */
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** How pressing they are. */
  priority?: InputMaybe<TaskPriority>;
  /** How bad they are; refused for what is no bug. */
  severity?: InputMaybe<TaskSeverity>;
  /** The day by which they are to be done. */
  dueDate?: InputMaybe<Scalars['LocalDate']['input']>;
  /** How much work each is, 0 to 10,000. */
  estimate?: InputMaybe<Scalars['Float']['input']>;
  /** The task that they are parts of, in the same workspace. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Labels that each is to have besides those that it has. */
  addLabelIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Labels that none is to have any more. */
  removeLabelIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** What became of several tasks. */
export type BulkUpdateTasksPayload = Payload & {
  __typename?: 'BulkUpdateTasksPayload';
  /** What became of each, in the order of the ids; null when nothing was tried. */
  results?: Maybe<Array<BulkUpdateTaskResult>>;
  /** All refusals; the path of one task's begins with `ids` and its place. Empty when every change was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What became of one task of several. */
export type BulkUpdateTaskResult = {
  __typename?: 'BulkUpdateTaskResult';
  /** The id that was given. */
  id: Scalars['ID']['output'];
  /** The task as it is now; null when it cannot be seen. */
  task?: Maybe<Task>;
  /** Why its change was refused; empty when it was made. */
  userErrors: Array<UserError>;
};

/** How two tasks are to be related. */
export type AddTaskRelationInput = {
  /** The task that blocks or duplicates the other, or is related to it. */
  taskId: Scalars['ID']['input'];
  /** What the relation is. */
  type: TaskRelationType;
  /** The other task. */
  relatedTaskId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The tasks as they are now, related. */
export type AddTaskRelationPayload = Payload & {
  __typename?: 'AddTaskRelationPayload';
  /** The task as it is now; null when it cannot be seen. */
  task?: Maybe<Task>;
  /** The other task as it is now; null when refused. */
  relatedTask?: Maybe<Task>;
  /** The position of the change in the task's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which relation of two tasks to take away. */
export type RemoveTaskRelationInput = {
  /** The task that blocks or duplicates the other, or is related to it. */
  taskId: Scalars['ID']['input'];
  /** What the relation is. */
  type: TaskRelationType;
  /** The other task. */
  relatedTaskId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The tasks as they are now, no longer related. */
export type RemoveTaskRelationPayload = Payload & {
  __typename?: 'RemoveTaskRelationPayload';
  /** The task as it is now; null when it cannot be seen. */
  task?: Maybe<Task>;
  /** The other task as it is now; null when refused. */
  relatedTask?: Maybe<Task>;
  /** The position of the change in the task's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What goes where on a board. */
export type MoveTaskInput = {
  /** The task. */
  id: Scalars['ID']['input'];
  /** The column that it goes to. */
  columnId: Scalars['ID']['input'];
  /** The task that is to stand right before it; absent: the top. */
  afterId?: InputMaybe<Scalars['ID']['input']>;
  /** The task that is to stand right behind it; absent: whichever does. */
  beforeId?: InputMaybe<Scalars['ID']['input']>;
  /** The version that the caller has seen; another one now: CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The moved task. */
export type MoveTaskPayload = Payload & {
  __typename?: 'MoveTaskPayload';
  /** The task as it is now; null when it cannot be seen. */
  task?: Maybe<Task>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** The new board. */
export type CreateBoardInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The name, 1 to 200 characters; unique in the workspace without regard to case. */
  name: Scalars['String']['input'];
  /** Where its work comes from: an integration of the workspace. */
  integrationId?: InputMaybe<Scalars['ID']['input']>;
  /** The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The new board. */
export type CreateBoardPayload = Payload & {
  __typename?: 'CreateBoardPayload';
  /** The board; null when refused. */
  board?: Maybe<Board>;
  /** Always null: this stream gathers many things, and its places are numbered a moment after the change. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What to change in a board: an absent field stays. */
export type UpdateBoardInput = {
  /** The board. */
  id: Scalars['ID']['input'];
  /** The name, 1 to 200 characters; unique in the workspace without regard to case. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Which tasks it shows, in place of what was said before; null: all. */
  filter?: InputMaybe<BoardFilterInput>;
  /** Whether a task is refused that would bring a column over its limit. */
  isEnforcingWipLimits?: InputMaybe<Scalars['Boolean']['input']>;
  /** Where its work comes from: an integration of the workspace; null: none. */
  integrationId?: InputMaybe<Scalars['ID']['input']>;
  /** All its columns in the order in which they are to stand, from left to right. */
  columnIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The version that the caller has seen; another one now: CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** Which tasks a board shows: those that pass all that is said here. */
export type BoardFilterInput = {
  /** Of one of these types; absent or empty: of any. */
  types?: InputMaybe<Array<TaskType>>;
  /** One of these has it, at most 50; absent or empty: whoever does. */
  assigneeIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** It has one of these labels of the workspace, at most 50; absent or empty: any or none. */
  labelIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The title has this text in it, without regard to case, 1 to 200 characters; absent or empty: any title. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** The changed board. */
export type UpdateBoardPayload = Payload & {
  __typename?: 'UpdateBoardPayload';
  /** The board as it is now; null when it cannot be seen. */
  board?: Maybe<Board>;
  /** The position of the change in the entity's own stream: always null, since a board's stream gathers many things. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What to change in a column: an absent field stays. */
export type UpdateBoardColumnInput = {
  /** The column. */
  id: Scalars['ID']['input'];
  /** The name, 1 to 100 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** How many tasks it should have at most, 1 to 1000; null: any number. */
  wipLimit?: InputMaybe<Scalars['Int']['input']>;
  /** The version of the board that the caller has seen; another one now: CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The changed column and its board. */
export type UpdateBoardColumnPayload = Payload & {
  __typename?: 'UpdateBoardColumnPayload';
  /** The board as it is now; null when it cannot be seen. */
  board?: Maybe<Board>;
  /** The column as it is now; null when refused. */
  column?: Maybe<BoardColumn>;
  /** The position of the change in the entity's own stream: always null, since a board's stream gathers many things. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which column of which board is the commitment point. */
export type SetCommitmentPointInput = {
  /** The board. */
  boardId: Scalars['ID']['input'];
  /** One of its columns; null: none. */
  columnId?: InputMaybe<Scalars['ID']['input']>;
  /** The version of the board that the caller has seen; another one now: CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The board with its commitment point. */
export type SetCommitmentPointPayload = Payload & {
  __typename?: 'SetCommitmentPointPayload';
  /** The board as it is now; null when it cannot be seen. */
  board?: Maybe<Board>;
  /** The position of the change in the entity's own stream: always null, since a board's stream gathers many things. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** Which board to delete. */
export type DeleteBoardInput = {
  /** The board. */
  id: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The board that is gone. */
export type DeleteBoardPayload = Payload & {
  __typename?: 'DeleteBoardPayload';
  /** Its former global id; null when refused. */
  boardId?: Maybe<Scalars['ID']['output']>;
  /** The position of the change in the entity's own stream: always null, since a board's stream gathers many things. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** The task to be told of. */
export type SubscribeToTaskInput = {
  /** The task. */
  taskId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The task that the caller is told of. */
export type SubscribeToTaskPayload = Payload & {
  __typename?: 'SubscribeToTaskPayload';
  /** The task; null when it cannot be seen. */
  task?: Maybe<Task>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** The task to be told of no more. */
export type UnsubscribeFromTaskInput = {
  /** The task. */
  taskId: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The task that the caller is told of no more. */
export type UnsubscribeFromTaskPayload = Payload & {
  __typename?: 'UnsubscribeFromTaskPayload';
  /** The task; null when it cannot be seen. */
  task?: Maybe<Task>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** The new label. */
export type CreateLabelInput = {
  /** The workspace. */
  workspaceId: Scalars['ID']['input'];
  /** The name, 1 to 50 characters; unique in the workspace without regard to case. */
  name: Scalars['String']['input'];
  /** The colour, `#rrggbb`. */
  color: Scalars['String']['input'];
  /** The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The new label. */
export type CreateLabelPayload = Payload & {
  __typename?: 'CreateLabelPayload';
  /** The label; null when refused. */
  label?: Maybe<Label>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** What to change in a label: an absent field stays. */
export type UpdateLabelInput = {
  /** The label. */
  id: Scalars['ID']['input'];
  /** The name, 1 to 50 characters; unique in the workspace without regard to case; cannot be cleared. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** The colour, `#rrggbb`; cannot be cleared. */
  color?: InputMaybe<Scalars['String']['input']>;
  /** The version that the caller has seen; another one now: CONFLICT. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The changed label. */
export type UpdateLabelPayload = Payload & {
  __typename?: 'UpdateLabelPayload';
  /** The label as it is now; null when it cannot be seen. */
  label?: Maybe<Label>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** The label to delete. */
export type DeleteLabelInput = {
  /** The label. */
  id: Scalars['ID']['input'];
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The deleted label. */
export type DeleteLabelPayload = Payload & {
  __typename?: 'DeleteLabelPayload';
  /** The label that was; null when refused. */
  labelId?: Maybe<Scalars['ID']['output']>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

/** A task of a message. */
export type CreateTaskFromMessageInput = {
  /** The message; a deleted one: NOT_FOUND. */
  messageId: Scalars['ID']['input'];
  /** Task, bug or epic. */
  type?: TaskType;
  /** What is to be done, 1 to 500 characters; absent: the first line of the message in plain text, as much of it as fits. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** What there is to know about it, in Markdown, up to 40,000 characters; blank is none. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Who does it: a member of the workspace. */
  assigneeId?: InputMaybe<Scalars['ID']['input']>;
  /** How pressing it is. */
  priority?: InputMaybe<TaskPriority>;
  /** How bad it is; bugs only. */
  severity?: InputMaybe<TaskSeverity>;
  /** The day by which it is to be done. */
  dueDate?: InputMaybe<Scalars['LocalDate']['input']>;
  /** How much work it is, 0 to 10,000 points. */
  estimate?: InputMaybe<Scalars['Float']['input']>;
  /** Its labels, at most 20; one that does not exist: NOT_FOUND. */
  labelIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Given back unchanged. */
  clientMutationId?: InputMaybe<Scalars['String']['input']>;
};

/** The new task. */
export type CreateTaskFromMessagePayload = Payload & {
  __typename?: 'CreateTaskFromMessagePayload';
  /** The task; null when refused. */
  task?: Maybe<Task>;
  /** The position of the change in the entity's own stream; null when refused or when nothing changed. */
  cursor?: Maybe<Scalars['String']['output']>;
  /** Why the change was refused; empty when it was made. */
  userErrors: Array<UserError>;
  /** The caller's own mark, given back unchanged. */
  clientMutationId?: Maybe<Scalars['String']['output']>;
};

export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
  reference: TReference,
  context: TContext,
  info: GraphQLResolveInfo,
) => Promise<TResult> | TResult;

type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<
  TResult,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>,
> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo,
) => Promise<TResult> | TResult;

/** A subscription's field is resolved with the event as its source; what admits a caller stands in the manifest. */
export type SubscriptionResolver<
  TResult,
  _TKey extends string,
  _TParent = unknown,
  TContext = unknown,
  TArgs = unknown,
> = {
  resolve: (
    event: LiveEvent,
    args: TArgs,
    context: TContext,
    info: GraphQLResolveInfo,
  ) => Promise<TResult> | TResult;
};

export type TypeResolveFn<
  TTypes,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
> = (parent: TParent, context: TContext, info: GraphQLResolveInfo) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  obj: T,
  context: TContext,
  info: GraphQLResolveInfo,
) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

/** Mapping of federation types */
export type FederationTypes = {
  Task: Task;
  Label: Label;
  Board: Board;
  Workspace: Workspace;
  Chat: Chat;
  Message: Message;
  User: User;
};

/** References by which the gateway asks for entities; with several keys, any one of them. */
export type FederationReferenceTypes = {
  Task: { __typename: 'Task'; id?: string; nodeRef?: string };
  Label: { __typename: 'Label'; id?: string; nodeRef?: string };
  Board: { __typename: 'Board'; id?: string; nodeRef?: string };
  Workspace: { __typename: 'Workspace'; id: string };
  Chat: { __typename: 'Chat'; id: string };
  Message: { __typename: 'Message'; id: string };
  User: { __typename: 'User'; id: string };
  Integration: { __typename: 'Integration'; id: string };
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: TaskEntity | LabelEntity | BoardEntity;
  Payload:
    | (Omit<CreateTaskPayload, 'task' | 'userErrors'> & {
        task?: Maybe<_RefType['Task']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<UpdateTaskPayload, 'task' | 'userErrors'> & {
        task?: Maybe<_RefType['Task']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<BulkUpdateTasksPayload, 'results' | 'userErrors'> & {
        results?: Maybe<Array<_RefType['BulkUpdateTaskResult']>>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<AddTaskRelationPayload, 'task' | 'relatedTask' | 'userErrors'> & {
        task?: Maybe<_RefType['Task']>;
        relatedTask?: Maybe<_RefType['Task']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<RemoveTaskRelationPayload, 'task' | 'relatedTask' | 'userErrors'> & {
        task?: Maybe<_RefType['Task']>;
        relatedTask?: Maybe<_RefType['Task']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<MoveTaskPayload, 'task' | 'userErrors'> & {
        task?: Maybe<_RefType['Task']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<CreateBoardPayload, 'board' | 'userErrors'> & {
        board?: Maybe<_RefType['Board']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<UpdateBoardPayload, 'board' | 'userErrors'> & {
        board?: Maybe<_RefType['Board']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<UpdateBoardColumnPayload, 'board' | 'column' | 'userErrors'> & {
        board?: Maybe<_RefType['Board']>;
        column?: Maybe<_RefType['BoardColumn']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<SetCommitmentPointPayload, 'board' | 'userErrors'> & {
        board?: Maybe<_RefType['Board']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<DeleteBoardPayload, 'userErrors'> & { userErrors: Array<_RefType['UserError']> })
    | (Omit<SubscribeToTaskPayload, 'task' | 'userErrors'> & {
        task?: Maybe<_RefType['Task']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<UnsubscribeFromTaskPayload, 'task' | 'userErrors'> & {
        task?: Maybe<_RefType['Task']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<CreateLabelPayload, 'label' | 'userErrors'> & {
        label?: Maybe<_RefType['Label']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<UpdateLabelPayload, 'label' | 'userErrors'> & {
        label?: Maybe<_RefType['Label']>;
        userErrors: Array<_RefType['UserError']>;
      })
    | (Omit<DeleteLabelPayload, 'userErrors'> & { userErrors: Array<_RefType['UserError']> })
    | (Omit<CreateTaskFromMessagePayload, 'task' | 'userErrors'> & {
        task?: Maybe<_RefType['Task']>;
        userErrors: Array<_RefType['UserError']>;
      });
  UserError: PlainError | ConflictError | QuotaError;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  LocalDate: ResolverTypeWrapper<Scalars['LocalDate']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  OrderDirection: OrderDirection;
  StringFilter: StringFilter;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Payload: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Payload']>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  PlainError: ResolverTypeWrapper<PlainError>;
  ConflictError: ResolverTypeWrapper<ConflictError>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  QuotaError: ResolverTypeWrapper<QuotaError>;
  UserErrorCode: UserErrorCode;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Task: ResolverTypeWrapper<TaskEntity>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  TaskProgress: ResolverTypeWrapper<TaskProgress>;
  TaskRelation: ResolverTypeWrapper<TaskRelationEntity>;
  TaskRelationType: TaskRelationType;
  TaskRelationDirection: TaskRelationDirection;
  TaskRelationConnection: ResolverTypeWrapper<
    Omit<TaskRelationConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['TaskRelationEdge']>;
      nodes: Array<ResolversTypes['TaskRelation']>;
    }
  >;
  TaskRelationEdge: ResolverTypeWrapper<
    Omit<TaskRelationEdge, 'node'> & { node: ResolversTypes['TaskRelation'] }
  >;
  TaskActivity: ResolverTypeWrapper<TaskActivityRow>;
  TaskActivityKind: TaskActivityKind;
  TaskActivityValue: ResolverTypeWrapper<TaskActivityValueRow>;
  TaskActivityConnection: ResolverTypeWrapper<
    Omit<TaskActivityConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['TaskActivityEdge']>;
      nodes: Array<ResolversTypes['TaskActivity']>;
    }
  >;
  TaskActivityEdge: ResolverTypeWrapper<
    Omit<TaskActivityEdge, 'node'> & { node: ResolversTypes['TaskActivity'] }
  >;
  TaskType: TaskType;
  TaskStatus: TaskStatus;
  StatusCategory: StatusCategory;
  TaskPriority: TaskPriority;
  TaskSeverity: TaskSeverity;
  TaskFilter: TaskFilter;
  TaskTypeFilter: TaskTypeFilter;
  TaskStatusFilter: TaskStatusFilter;
  StatusCategoryFilter: StatusCategoryFilter;
  TaskPriorityFilter: TaskPriorityFilter;
  TaskSeverityFilter: TaskSeverityFilter;
  IdFilter: IdFilter;
  LocalDateFilter: LocalDateFilter;
  DateTimeFilter: DateTimeFilter;
  TaskOrder: TaskOrder;
  TaskOrderField: TaskOrderField;
  TaskConnection: ResolverTypeWrapper<
    Omit<TaskConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['TaskEdge']>;
      nodes: Array<ResolversTypes['Task']>;
    }
  >;
  TaskEdge: ResolverTypeWrapper<Omit<TaskEdge, 'node'> & { node: ResolversTypes['Task'] }>;
  TaskSubscriber: ResolverTypeWrapper<TaskSubscriberEntity>;
  TaskSubscriberConnection: ResolverTypeWrapper<
    Omit<TaskSubscriberConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['TaskSubscriberEdge']>;
      nodes: Array<ResolversTypes['TaskSubscriber']>;
    }
  >;
  TaskSubscriberEdge: ResolverTypeWrapper<
    Omit<TaskSubscriberEdge, 'node'> & { node: ResolversTypes['TaskSubscriber'] }
  >;
  Label: ResolverTypeWrapper<LabelEntity>;
  LabelConnection: ResolverTypeWrapper<
    Omit<LabelConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['LabelEdge']>;
      nodes: Array<ResolversTypes['Label']>;
    }
  >;
  LabelEdge: ResolverTypeWrapper<Omit<LabelEdge, 'node'> & { node: ResolversTypes['Label'] }>;
  Board: ResolverTypeWrapper<BoardEntity>;
  BoardFilter: ResolverTypeWrapper<BoardFilterRow>;
  BoardCard: ResolverTypeWrapper<BoardCardRow>;
  BoardCardConnection: ResolverTypeWrapper<
    Omit<BoardCardConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['BoardCardEdge']>;
      nodes: Array<ResolversTypes['BoardCard']>;
    }
  >;
  BoardCardEdge: ResolverTypeWrapper<Omit<BoardCardEdge, 'node'> & { node: ResolversTypes['BoardCard'] }>;
  BoardColumn: ResolverTypeWrapper<BoardColumnEntity>;
  BoardConnection: ResolverTypeWrapper<
    Omit<BoardConnection, 'edges' | 'nodes'> & {
      edges: Array<ResolversTypes['BoardEdge']>;
      nodes: Array<ResolversTypes['Board']>;
    }
  >;
  BoardEdge: ResolverTypeWrapper<Omit<BoardEdge, 'node'> & { node: ResolversTypes['Board'] }>;
  BoardEventEnvelope: ResolverTypeWrapper<LiveEvent>;
  BoardEvent: ResolverTypeWrapper<LiveEvent>;
  BoardUpdated: ResolverTypeWrapper<StoredEvent<'board.updated'>>;
  BoardColumnUpdated: ResolverTypeWrapper<StoredEvent<'board.column.updated'>>;
  TaskCreated: ResolverTypeWrapper<StoredEvent<'task.created'>>;
  TaskUpdated: ResolverTypeWrapper<LiveEvent>;
  TaskMoved: ResolverTypeWrapper<StoredEvent<'task.moved'>>;
  LabelChanged: ResolverTypeWrapper<StoredEvent<'label.changed'>>;
  LabelDeleted: ResolverTypeWrapper<StoredEvent<'label.deleted'>>;
  Workspace: ResolverTypeWrapper<{ __typename: 'Workspace'; id: string }>;
  Chat: ResolverTypeWrapper<{ __typename: 'Chat'; id: string }>;
  Message: ResolverTypeWrapper<{ __typename: 'Message'; id: string }>;
  User: ResolverTypeWrapper<{ __typename: 'User'; id: string }>;
  Integration: ResolverTypeWrapper<{ __typename: 'Integration'; id: string }>;
  CreateTaskInput: CreateTaskInput;
  CreateTaskPayload: ResolverTypeWrapper<
    Omit<CreateTaskPayload, 'task' | 'userErrors'> & {
      task?: Maybe<ResolversTypes['Task']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  UpdateTaskInput: UpdateTaskInput;
  UpdateTaskPayload: ResolverTypeWrapper<
    Omit<UpdateTaskPayload, 'task' | 'userErrors'> & {
      task?: Maybe<ResolversTypes['Task']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  BulkUpdateTasksInput: BulkUpdateTasksInput;
  BulkUpdateTasksPayload: ResolverTypeWrapper<
    Omit<BulkUpdateTasksPayload, 'results' | 'userErrors'> & {
      results?: Maybe<Array<ResolversTypes['BulkUpdateTaskResult']>>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  BulkUpdateTaskResult: ResolverTypeWrapper<BulkUpdateTaskResultRow>;
  AddTaskRelationInput: AddTaskRelationInput;
  AddTaskRelationPayload: ResolverTypeWrapper<
    Omit<AddTaskRelationPayload, 'task' | 'relatedTask' | 'userErrors'> & {
      task?: Maybe<ResolversTypes['Task']>;
      relatedTask?: Maybe<ResolversTypes['Task']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  RemoveTaskRelationInput: RemoveTaskRelationInput;
  RemoveTaskRelationPayload: ResolverTypeWrapper<
    Omit<RemoveTaskRelationPayload, 'task' | 'relatedTask' | 'userErrors'> & {
      task?: Maybe<ResolversTypes['Task']>;
      relatedTask?: Maybe<ResolversTypes['Task']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  MoveTaskInput: MoveTaskInput;
  MoveTaskPayload: ResolverTypeWrapper<
    Omit<MoveTaskPayload, 'task' | 'userErrors'> & {
      task?: Maybe<ResolversTypes['Task']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  CreateBoardInput: CreateBoardInput;
  CreateBoardPayload: ResolverTypeWrapper<
    Omit<CreateBoardPayload, 'board' | 'userErrors'> & {
      board?: Maybe<ResolversTypes['Board']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  UpdateBoardInput: UpdateBoardInput;
  BoardFilterInput: BoardFilterInput;
  UpdateBoardPayload: ResolverTypeWrapper<
    Omit<UpdateBoardPayload, 'board' | 'userErrors'> & {
      board?: Maybe<ResolversTypes['Board']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  UpdateBoardColumnInput: UpdateBoardColumnInput;
  UpdateBoardColumnPayload: ResolverTypeWrapper<
    Omit<UpdateBoardColumnPayload, 'board' | 'column' | 'userErrors'> & {
      board?: Maybe<ResolversTypes['Board']>;
      column?: Maybe<ResolversTypes['BoardColumn']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  SetCommitmentPointInput: SetCommitmentPointInput;
  SetCommitmentPointPayload: ResolverTypeWrapper<
    Omit<SetCommitmentPointPayload, 'board' | 'userErrors'> & {
      board?: Maybe<ResolversTypes['Board']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  DeleteBoardInput: DeleteBoardInput;
  DeleteBoardPayload: ResolverTypeWrapper<
    Omit<DeleteBoardPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }
  >;
  SubscribeToTaskInput: SubscribeToTaskInput;
  SubscribeToTaskPayload: ResolverTypeWrapper<
    Omit<SubscribeToTaskPayload, 'task' | 'userErrors'> & {
      task?: Maybe<ResolversTypes['Task']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  UnsubscribeFromTaskInput: UnsubscribeFromTaskInput;
  UnsubscribeFromTaskPayload: ResolverTypeWrapper<
    Omit<UnsubscribeFromTaskPayload, 'task' | 'userErrors'> & {
      task?: Maybe<ResolversTypes['Task']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  CreateLabelInput: CreateLabelInput;
  CreateLabelPayload: ResolverTypeWrapper<
    Omit<CreateLabelPayload, 'label' | 'userErrors'> & {
      label?: Maybe<ResolversTypes['Label']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  UpdateLabelInput: UpdateLabelInput;
  UpdateLabelPayload: ResolverTypeWrapper<
    Omit<UpdateLabelPayload, 'label' | 'userErrors'> & {
      label?: Maybe<ResolversTypes['Label']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  DeleteLabelInput: DeleteLabelInput;
  DeleteLabelPayload: ResolverTypeWrapper<
    Omit<DeleteLabelPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }
  >;
  CreateTaskFromMessageInput: CreateTaskFromMessageInput;
  CreateTaskFromMessagePayload: ResolverTypeWrapper<
    Omit<CreateTaskFromMessagePayload, 'task' | 'userErrors'> & {
      task?: Maybe<ResolversTypes['Task']>;
      userErrors: Array<ResolversTypes['UserError']>;
    }
  >;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  DateTime: Scalars['DateTime']['output'];
  LocalDate: Scalars['LocalDate']['output'];
  JSON: Scalars['JSON']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  ID: Scalars['ID']['output'];
  StringFilter: StringFilter;
  PageInfo: PageInfo;
  Payload: ResolversInterfaceTypes<ResolversParentTypes>['Payload'];
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  PlainError: PlainError;
  ConflictError: ConflictError;
  Int: Scalars['Int']['output'];
  QuotaError: QuotaError;
  Query: Record<PropertyKey, never>;
  Mutation: Record<PropertyKey, never>;
  Subscription: Record<PropertyKey, never>;
  Task: TaskEntity;
  Float: Scalars['Float']['output'];
  TaskProgress: TaskProgress;
  TaskRelation: TaskRelationEntity;
  TaskRelationConnection: Omit<TaskRelationConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['TaskRelationEdge']>;
    nodes: Array<ResolversParentTypes['TaskRelation']>;
  };
  TaskRelationEdge: Omit<TaskRelationEdge, 'node'> & { node: ResolversParentTypes['TaskRelation'] };
  TaskActivity: TaskActivityRow;
  TaskActivityValue: TaskActivityValueRow;
  TaskActivityConnection: Omit<TaskActivityConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['TaskActivityEdge']>;
    nodes: Array<ResolversParentTypes['TaskActivity']>;
  };
  TaskActivityEdge: Omit<TaskActivityEdge, 'node'> & { node: ResolversParentTypes['TaskActivity'] };
  TaskFilter: TaskFilter;
  TaskTypeFilter: TaskTypeFilter;
  TaskStatusFilter: TaskStatusFilter;
  StatusCategoryFilter: StatusCategoryFilter;
  TaskPriorityFilter: TaskPriorityFilter;
  TaskSeverityFilter: TaskSeverityFilter;
  IdFilter: IdFilter;
  LocalDateFilter: LocalDateFilter;
  DateTimeFilter: DateTimeFilter;
  TaskOrder: TaskOrder;
  TaskConnection: Omit<TaskConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['TaskEdge']>;
    nodes: Array<ResolversParentTypes['Task']>;
  };
  TaskEdge: Omit<TaskEdge, 'node'> & { node: ResolversParentTypes['Task'] };
  TaskSubscriber: TaskSubscriberEntity;
  TaskSubscriberConnection: Omit<TaskSubscriberConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['TaskSubscriberEdge']>;
    nodes: Array<ResolversParentTypes['TaskSubscriber']>;
  };
  TaskSubscriberEdge: Omit<TaskSubscriberEdge, 'node'> & { node: ResolversParentTypes['TaskSubscriber'] };
  Label: LabelEntity;
  LabelConnection: Omit<LabelConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['LabelEdge']>;
    nodes: Array<ResolversParentTypes['Label']>;
  };
  LabelEdge: Omit<LabelEdge, 'node'> & { node: ResolversParentTypes['Label'] };
  Board: BoardEntity;
  BoardFilter: BoardFilterRow;
  BoardCard: BoardCardRow;
  BoardCardConnection: Omit<BoardCardConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['BoardCardEdge']>;
    nodes: Array<ResolversParentTypes['BoardCard']>;
  };
  BoardCardEdge: Omit<BoardCardEdge, 'node'> & { node: ResolversParentTypes['BoardCard'] };
  BoardColumn: BoardColumnEntity;
  BoardConnection: Omit<BoardConnection, 'edges' | 'nodes'> & {
    edges: Array<ResolversParentTypes['BoardEdge']>;
    nodes: Array<ResolversParentTypes['Board']>;
  };
  BoardEdge: Omit<BoardEdge, 'node'> & { node: ResolversParentTypes['Board'] };
  BoardEventEnvelope: LiveEvent;
  BoardEvent: LiveEvent;
  BoardUpdated: StoredEvent<'board.updated'>;
  BoardColumnUpdated: StoredEvent<'board.column.updated'>;
  TaskCreated: StoredEvent<'task.created'>;
  TaskUpdated: LiveEvent;
  TaskMoved: StoredEvent<'task.moved'>;
  LabelChanged: StoredEvent<'label.changed'>;
  LabelDeleted: StoredEvent<'label.deleted'>;
  Workspace: { __typename: 'Workspace'; id: string };
  Chat: { __typename: 'Chat'; id: string };
  Message: { __typename: 'Message'; id: string };
  User: { __typename: 'User'; id: string };
  Integration: { __typename: 'Integration'; id: string };
  CreateTaskInput: CreateTaskInput;
  CreateTaskPayload: Omit<CreateTaskPayload, 'task' | 'userErrors'> & {
    task?: Maybe<ResolversParentTypes['Task']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  UpdateTaskInput: UpdateTaskInput;
  UpdateTaskPayload: Omit<UpdateTaskPayload, 'task' | 'userErrors'> & {
    task?: Maybe<ResolversParentTypes['Task']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  BulkUpdateTasksInput: BulkUpdateTasksInput;
  BulkUpdateTasksPayload: Omit<BulkUpdateTasksPayload, 'results' | 'userErrors'> & {
    results?: Maybe<Array<ResolversParentTypes['BulkUpdateTaskResult']>>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  BulkUpdateTaskResult: BulkUpdateTaskResultRow;
  AddTaskRelationInput: AddTaskRelationInput;
  AddTaskRelationPayload: Omit<AddTaskRelationPayload, 'task' | 'relatedTask' | 'userErrors'> & {
    task?: Maybe<ResolversParentTypes['Task']>;
    relatedTask?: Maybe<ResolversParentTypes['Task']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  RemoveTaskRelationInput: RemoveTaskRelationInput;
  RemoveTaskRelationPayload: Omit<RemoveTaskRelationPayload, 'task' | 'relatedTask' | 'userErrors'> & {
    task?: Maybe<ResolversParentTypes['Task']>;
    relatedTask?: Maybe<ResolversParentTypes['Task']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  MoveTaskInput: MoveTaskInput;
  MoveTaskPayload: Omit<MoveTaskPayload, 'task' | 'userErrors'> & {
    task?: Maybe<ResolversParentTypes['Task']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  CreateBoardInput: CreateBoardInput;
  CreateBoardPayload: Omit<CreateBoardPayload, 'board' | 'userErrors'> & {
    board?: Maybe<ResolversParentTypes['Board']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  UpdateBoardInput: UpdateBoardInput;
  BoardFilterInput: BoardFilterInput;
  UpdateBoardPayload: Omit<UpdateBoardPayload, 'board' | 'userErrors'> & {
    board?: Maybe<ResolversParentTypes['Board']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  UpdateBoardColumnInput: UpdateBoardColumnInput;
  UpdateBoardColumnPayload: Omit<UpdateBoardColumnPayload, 'board' | 'column' | 'userErrors'> & {
    board?: Maybe<ResolversParentTypes['Board']>;
    column?: Maybe<ResolversParentTypes['BoardColumn']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  SetCommitmentPointInput: SetCommitmentPointInput;
  SetCommitmentPointPayload: Omit<SetCommitmentPointPayload, 'board' | 'userErrors'> & {
    board?: Maybe<ResolversParentTypes['Board']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  DeleteBoardInput: DeleteBoardInput;
  DeleteBoardPayload: Omit<DeleteBoardPayload, 'userErrors'> & {
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  SubscribeToTaskInput: SubscribeToTaskInput;
  SubscribeToTaskPayload: Omit<SubscribeToTaskPayload, 'task' | 'userErrors'> & {
    task?: Maybe<ResolversParentTypes['Task']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  UnsubscribeFromTaskInput: UnsubscribeFromTaskInput;
  UnsubscribeFromTaskPayload: Omit<UnsubscribeFromTaskPayload, 'task' | 'userErrors'> & {
    task?: Maybe<ResolversParentTypes['Task']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  CreateLabelInput: CreateLabelInput;
  CreateLabelPayload: Omit<CreateLabelPayload, 'label' | 'userErrors'> & {
    label?: Maybe<ResolversParentTypes['Label']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  UpdateLabelInput: UpdateLabelInput;
  UpdateLabelPayload: Omit<UpdateLabelPayload, 'label' | 'userErrors'> & {
    label?: Maybe<ResolversParentTypes['Label']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  DeleteLabelInput: DeleteLabelInput;
  DeleteLabelPayload: Omit<DeleteLabelPayload, 'userErrors'> & {
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  CreateTaskFromMessageInput: CreateTaskFromMessageInput;
  CreateTaskFromMessagePayload: Omit<CreateTaskFromMessagePayload, 'task' | 'userErrors'> & {
    task?: Maybe<ResolversParentTypes['Task']>;
    userErrors: Array<ResolversParentTypes['UserError']>;
  };
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface LocalDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalDate'], any> {
  name: 'LocalDate';
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type NodeResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node'],
> = {
  __resolveType: TypeResolveFn<'Task' | 'Label' | 'Board', ParentType, ContextType>;
};

export type PageInfoResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo'],
> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['Payload'] = ResolversParentTypes['Payload'],
> = {
  __resolveType: TypeResolveFn<
    | 'CreateTaskPayload'
    | 'UpdateTaskPayload'
    | 'BulkUpdateTasksPayload'
    | 'AddTaskRelationPayload'
    | 'RemoveTaskRelationPayload'
    | 'MoveTaskPayload'
    | 'CreateBoardPayload'
    | 'UpdateBoardPayload'
    | 'UpdateBoardColumnPayload'
    | 'SetCommitmentPointPayload'
    | 'DeleteBoardPayload'
    | 'SubscribeToTaskPayload'
    | 'UnsubscribeFromTaskPayload'
    | 'CreateLabelPayload'
    | 'UpdateLabelPayload'
    | 'DeleteLabelPayload'
    | 'CreateTaskFromMessagePayload',
    ParentType,
    ContextType
  >;
};

export type UserErrorResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError'],
> = {
  __resolveType: TypeResolveFn<'PlainError' | 'ConflictError' | 'QuotaError', ParentType, ContextType>;
};

export type PlainErrorResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['PlainError'] = ResolversParentTypes['PlainError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConflictErrorResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  currentVersion?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QuotaErrorResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['QuotaError'] = ResolversParentTypes['QuotaError'],
> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  used?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query'],
> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType, Partial<QueryTaskArgs>>;
  board?: Resolver<
    Maybe<ResolversTypes['Board']>,
    ParentType,
    ContextType,
    RequireFields<QueryBoardArgs, 'id'>
  >;
};

export type MutationResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation'],
> = {
  createTask?: Resolver<
    ResolversTypes['CreateTaskPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateTaskArgs, 'input'>
  >;
  createTaskFromMessage?: Resolver<
    ResolversTypes['CreateTaskFromMessagePayload'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateTaskFromMessageArgs, 'input'>
  >;
  updateTask?: Resolver<
    ResolversTypes['UpdateTaskPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUpdateTaskArgs, 'input'>
  >;
  bulkUpdateTasks?: Resolver<
    ResolversTypes['BulkUpdateTasksPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationBulkUpdateTasksArgs, 'input'>
  >;
  addTaskRelation?: Resolver<
    ResolversTypes['AddTaskRelationPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationAddTaskRelationArgs, 'input'>
  >;
  removeTaskRelation?: Resolver<
    ResolversTypes['RemoveTaskRelationPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationRemoveTaskRelationArgs, 'input'>
  >;
  moveTask?: Resolver<
    ResolversTypes['MoveTaskPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationMoveTaskArgs, 'input'>
  >;
  subscribeToTask?: Resolver<
    ResolversTypes['SubscribeToTaskPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationSubscribeToTaskArgs, 'input'>
  >;
  unsubscribeFromTask?: Resolver<
    ResolversTypes['UnsubscribeFromTaskPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUnsubscribeFromTaskArgs, 'input'>
  >;
  createLabel?: Resolver<
    ResolversTypes['CreateLabelPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateLabelArgs, 'input'>
  >;
  updateLabel?: Resolver<
    ResolversTypes['UpdateLabelPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUpdateLabelArgs, 'input'>
  >;
  deleteLabel?: Resolver<
    ResolversTypes['DeleteLabelPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationDeleteLabelArgs, 'input'>
  >;
  createBoard?: Resolver<
    ResolversTypes['CreateBoardPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationCreateBoardArgs, 'input'>
  >;
  updateBoard?: Resolver<
    ResolversTypes['UpdateBoardPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUpdateBoardArgs, 'input'>
  >;
  updateBoardColumn?: Resolver<
    ResolversTypes['UpdateBoardColumnPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationUpdateBoardColumnArgs, 'input'>
  >;
  setCommitmentPoint?: Resolver<
    ResolversTypes['SetCommitmentPointPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationSetCommitmentPointArgs, 'input'>
  >;
  deleteBoard?: Resolver<
    ResolversTypes['DeleteBoardPayload'],
    ParentType,
    ContextType,
    RequireFields<MutationDeleteBoardArgs, 'input'>
  >;
};

export type SubscriptionResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription'],
> = {
  boardEvents?: SubscriptionResolver<
    Maybe<ResolversTypes['BoardEventEnvelope']>,
    'boardEvents',
    ParentType,
    ContextType,
    RequireFields<SubscriptionBoardEventsArgs, 'boardId'>
  >;
  boardUpdated?: SubscriptionResolver<
    Maybe<ResolversTypes['Board']>,
    'boardUpdated',
    ParentType,
    ContextType,
    RequireFields<SubscriptionBoardUpdatedArgs, 'boardId'>
  >;
};

export type TaskResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['Task'] = ResolversParentTypes['Task'],
  FederationReferenceType extends FederationReferenceTypes['Task'] = FederationReferenceTypes['Task'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Task']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['TaskType'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['TaskStatus'], ParentType, ContextType>;
  statusCategory?: Resolver<ResolversTypes['StatusCategory'], ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  creator?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  priority?: Resolver<Maybe<ResolversTypes['TaskPriority']>, ParentType, ContextType>;
  severity?: Resolver<Maybe<ResolversTypes['TaskSeverity']>, ParentType, ContextType>;
  dueDate?: Resolver<Maybe<ResolversTypes['LocalDate']>, ParentType, ContextType>;
  estimate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  labels?: Resolver<Array<ResolversTypes['Label']>, ParentType, ContextType>;
  subscribers?: Resolver<
    ResolversTypes['TaskSubscriberConnection'],
    ParentType,
    ContextType,
    Partial<TaskSubscribersArgs>
  >;
  viewerIsSubscribed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  sourceChat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  sourceMessage?: Resolver<Maybe<ResolversTypes['Message']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  committedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  leadTime?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  cycleTime?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  card?: Resolver<
    Maybe<ResolversTypes['BoardCard']>,
    ParentType,
    ContextType,
    RequireFields<TaskCardArgs, 'boardId'>
  >;
  parent?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  subtasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, Partial<TaskSubtasksArgs>>;
  progress?: Resolver<ResolversTypes['TaskProgress'], ParentType, ContextType>;
  relations?: Resolver<
    ResolversTypes['TaskRelationConnection'],
    ParentType,
    ContextType,
    Partial<TaskRelationsArgs>
  >;
  activity?: Resolver<
    ResolversTypes['TaskActivityConnection'],
    ParentType,
    ContextType,
    Partial<TaskActivityArgs>
  >;
  viewerCanEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskProgressResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskProgress'] = ResolversParentTypes['TaskProgress'],
> = {
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TaskRelationResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskRelation'] = ResolversParentTypes['TaskRelation'],
> = {
  type?: Resolver<ResolversTypes['TaskRelationType'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['TaskRelationDirection'], ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
};

export type TaskRelationConnectionResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskRelationConnection'] =
    ResolversParentTypes['TaskRelationConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['TaskRelationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TaskRelation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TaskRelationEdgeResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskRelationEdge'] = ResolversParentTypes['TaskRelationEdge'],
> = {
  node?: Resolver<ResolversTypes['TaskRelation'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TaskActivityResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskActivity'] = ResolversParentTypes['TaskActivity'],
> = {
  kind?: Resolver<ResolversTypes['TaskActivityKind'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['TaskActivityValue']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['TaskActivityValue']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TaskActivityValueResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskActivityValue'] = ResolversParentTypes['TaskActivityValue'],
> = {
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  labels?: Resolver<Array<ResolversTypes['Label']>, ParentType, ContextType>;
  relationType?: Resolver<Maybe<ResolversTypes['TaskRelationType']>, ParentType, ContextType>;
  relationDirection?: Resolver<Maybe<ResolversTypes['TaskRelationDirection']>, ParentType, ContextType>;
};

export type TaskActivityConnectionResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskActivityConnection'] =
    ResolversParentTypes['TaskActivityConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['TaskActivityEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TaskActivity']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TaskActivityEdgeResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskActivityEdge'] = ResolversParentTypes['TaskActivityEdge'],
> = {
  node?: Resolver<ResolversTypes['TaskActivity'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TaskConnectionResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskConnection'] = ResolversParentTypes['TaskConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['TaskEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Task']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TaskEdgeResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskEdge'] = ResolversParentTypes['TaskEdge'],
> = {
  node?: Resolver<ResolversTypes['Task'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TaskSubscriberResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskSubscriber'] = ResolversParentTypes['TaskSubscriber'],
> = {
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  subscribedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TaskSubscriberConnectionResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskSubscriberConnection'] =
    ResolversParentTypes['TaskSubscriberConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['TaskSubscriberEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TaskSubscriber']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type TaskSubscriberEdgeResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskSubscriberEdge'] = ResolversParentTypes['TaskSubscriberEdge'],
> = {
  node?: Resolver<ResolversTypes['TaskSubscriber'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LabelResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['Label'] = ResolversParentTypes['Label'],
  FederationReferenceType extends FederationReferenceTypes['Label'] = FederationReferenceTypes['Label'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Label']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  color?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LabelConnectionResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['LabelConnection'] = ResolversParentTypes['LabelConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['LabelEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Label']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LabelEdgeResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['LabelEdge'] = ResolversParentTypes['LabelEdge'],
> = {
  node?: Resolver<ResolversTypes['Label'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BoardResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['Board'] = ResolversParentTypes['Board'],
  FederationReferenceType extends FederationReferenceTypes['Board'] = FederationReferenceTypes['Board'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Board']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nodeRef?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  workspace?: Resolver<Maybe<ResolversTypes['Workspace']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  columns?: Resolver<Array<ResolversTypes['BoardColumn']>, ParentType, ContextType>;
  cards?: Resolver<ResolversTypes['BoardCardConnection'], ParentType, ContextType, Partial<BoardCardsArgs>>;
  integration?: Resolver<Maybe<ResolversTypes['Integration']>, ParentType, ContextType>;
  filter?: Resolver<Maybe<ResolversTypes['BoardFilter']>, ParentType, ContextType>;
  isEnforcingWipLimits?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanEdit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  viewerCanDelete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  eventsCursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoardFilterResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['BoardFilter'] = ResolversParentTypes['BoardFilter'],
> = {
  types?: Resolver<Array<ResolversTypes['TaskType']>, ParentType, ContextType>;
  assignees?: Resolver<Array<Maybe<ResolversTypes['User']>>, ParentType, ContextType>;
  labels?: Resolver<Array<ResolversTypes['Label']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BoardCardResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['BoardCard'] = ResolversParentTypes['BoardCard'],
> = {
  columnId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
};

export type BoardCardConnectionResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['BoardCardConnection'] =
    ResolversParentTypes['BoardCardConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['BoardCardEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['BoardCard']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BoardCardEdgeResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['BoardCardEdge'] = ResolversParentTypes['BoardCardEdge'],
> = {
  node?: Resolver<ResolversTypes['BoardCard'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BoardColumnResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['BoardColumn'] = ResolversParentTypes['BoardColumn'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  category?: Resolver<ResolversTypes['StatusCategory'], ParentType, ContextType>;
  isCommitmentPoint?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  wipLimit?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  taskCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isOverLimit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tasks?: Resolver<ResolversTypes['TaskConnection'], ParentType, ContextType, Partial<BoardColumnTasksArgs>>;
};

export type BoardConnectionResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['BoardConnection'] = ResolversParentTypes['BoardConnection'],
> = {
  edges?: Resolver<Array<ResolversTypes['BoardEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Board']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BoardEdgeResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['BoardEdge'] = ResolversParentTypes['BoardEdge'],
> = {
  node?: Resolver<ResolversTypes['Board'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BoardEventEnvelopeResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['BoardEventEnvelope'] = ResolversParentTypes['BoardEventEnvelope'],
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  correlationId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['BoardEvent'], ParentType, ContextType>;
};

export type BoardEventResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['BoardEvent'] = ResolversParentTypes['BoardEvent'],
> = {
  __resolveType: TypeResolveFn<
    | 'TaskCreated'
    | 'TaskUpdated'
    | 'TaskMoved'
    | 'BoardUpdated'
    | 'BoardColumnUpdated'
    | 'LabelChanged'
    | 'LabelDeleted',
    ParentType,
    ContextType
  >;
};

export type BoardUpdatedResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['BoardUpdated'] = ResolversParentTypes['BoardUpdated'],
> = {
  board?: Resolver<Maybe<ResolversTypes['Board']>, ParentType, ContextType>;
  changedFields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BoardColumnUpdatedResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['BoardColumnUpdated'] = ResolversParentTypes['BoardColumnUpdated'],
> = {
  column?: Resolver<Maybe<ResolversTypes['BoardColumn']>, ParentType, ContextType>;
  changedFields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskCreatedResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskCreated'] = ResolversParentTypes['TaskCreated'],
> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskUpdatedResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskUpdated'] = ResolversParentTypes['TaskUpdated'],
> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  changedFields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TaskMovedResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['TaskMoved'] = ResolversParentTypes['TaskMoved'],
> = {
  taskId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  rank?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  columnId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  afterTask?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LabelChangedResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['LabelChanged'] = ResolversParentTypes['LabelChanged'],
> = {
  label?: Resolver<Maybe<ResolversTypes['Label']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LabelDeletedResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['LabelDeleted'] = ResolversParentTypes['LabelDeleted'],
> = {
  labelId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkspaceResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['Workspace'] = ResolversParentTypes['Workspace'],
  FederationReferenceType extends FederationReferenceTypes['Workspace'] =
    FederationReferenceTypes['Workspace'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Workspace']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  boards?: Resolver<
    Maybe<ResolversTypes['BoardConnection']>,
    ParentType,
    ContextType,
    Partial<WorkspaceBoardsArgs>
  >;
  labels?: Resolver<
    Maybe<ResolversTypes['LabelConnection']>,
    ParentType,
    ContextType,
    Partial<WorkspaceLabelsArgs>
  >;
  tasks?: Resolver<
    Maybe<ResolversTypes['TaskConnection']>,
    ParentType,
    ContextType,
    Partial<WorkspaceTasksArgs>
  >;
};

export type ChatResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['Chat'] = ResolversParentTypes['Chat'],
  FederationReferenceType extends FederationReferenceTypes['Chat'] = FederationReferenceTypes['Chat'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Chat']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
};

export type MessageResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['Message'] = ResolversParentTypes['Message'],
  FederationReferenceType extends FederationReferenceTypes['Message'] = FederationReferenceTypes['Message'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['Message']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  tasks?: Resolver<Maybe<Array<ResolversTypes['Task']>>, ParentType, ContextType>;
};

export type UserResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User'],
  FederationReferenceType extends FederationReferenceTypes['User'] = FederationReferenceTypes['User'],
> = {
  __resolveReference?: ReferenceResolver<
    Maybe<ResolversTypes['User']> | FederationReferenceType,
    FederationReferenceType,
    ContextType
  >;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  assignedTasks?: Resolver<
    Maybe<ResolversTypes['TaskConnection']>,
    ParentType,
    ContextType,
    Partial<UserAssignedTasksArgs>
  >;
};

export type IntegrationResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['Integration'] = ResolversParentTypes['Integration'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CreateTaskPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['CreateTaskPayload'] = ResolversParentTypes['CreateTaskPayload'],
> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateTaskPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['UpdateTaskPayload'] = ResolversParentTypes['UpdateTaskPayload'],
> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BulkUpdateTasksPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['BulkUpdateTasksPayload'] =
    ResolversParentTypes['BulkUpdateTasksPayload'],
> = {
  results?: Resolver<Maybe<Array<ResolversTypes['BulkUpdateTaskResult']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BulkUpdateTaskResultResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['BulkUpdateTaskResult'] =
    ResolversParentTypes['BulkUpdateTaskResult'],
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AddTaskRelationPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['AddTaskRelationPayload'] =
    ResolversParentTypes['AddTaskRelationPayload'],
> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  relatedTask?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RemoveTaskRelationPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['RemoveTaskRelationPayload'] =
    ResolversParentTypes['RemoveTaskRelationPayload'],
> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  relatedTask?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MoveTaskPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['MoveTaskPayload'] = ResolversParentTypes['MoveTaskPayload'],
> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateBoardPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['CreateBoardPayload'] = ResolversParentTypes['CreateBoardPayload'],
> = {
  board?: Resolver<Maybe<ResolversTypes['Board']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateBoardPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['UpdateBoardPayload'] = ResolversParentTypes['UpdateBoardPayload'],
> = {
  board?: Resolver<Maybe<ResolversTypes['Board']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateBoardColumnPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['UpdateBoardColumnPayload'] =
    ResolversParentTypes['UpdateBoardColumnPayload'],
> = {
  board?: Resolver<Maybe<ResolversTypes['Board']>, ParentType, ContextType>;
  column?: Resolver<Maybe<ResolversTypes['BoardColumn']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetCommitmentPointPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['SetCommitmentPointPayload'] =
    ResolversParentTypes['SetCommitmentPointPayload'],
> = {
  board?: Resolver<Maybe<ResolversTypes['Board']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteBoardPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['DeleteBoardPayload'] = ResolversParentTypes['DeleteBoardPayload'],
> = {
  boardId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SubscribeToTaskPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['SubscribeToTaskPayload'] =
    ResolversParentTypes['SubscribeToTaskPayload'],
> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnsubscribeFromTaskPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['UnsubscribeFromTaskPayload'] =
    ResolversParentTypes['UnsubscribeFromTaskPayload'],
> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateLabelPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['CreateLabelPayload'] = ResolversParentTypes['CreateLabelPayload'],
> = {
  label?: Resolver<Maybe<ResolversTypes['Label']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UpdateLabelPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['UpdateLabelPayload'] = ResolversParentTypes['UpdateLabelPayload'],
> = {
  label?: Resolver<Maybe<ResolversTypes['Label']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeleteLabelPayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['DeleteLabelPayload'] = ResolversParentTypes['DeleteLabelPayload'],
> = {
  labelId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CreateTaskFromMessagePayloadResolvers<
  ContextType = TaskContext,
  ParentType extends ResolversParentTypes['CreateTaskFromMessagePayload'] =
    ResolversParentTypes['CreateTaskFromMessagePayload'],
> = {
  task?: Resolver<Maybe<ResolversTypes['Task']>, ParentType, ContextType>;
  cursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = TaskContext> = {
  DateTime?: GraphQLScalarType;
  LocalDate?: GraphQLScalarType;
  JSON?: GraphQLScalarType;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Payload?: PayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  PlainError?: PlainErrorResolvers<ContextType>;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  QuotaError?: QuotaErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Task?: TaskResolvers<ContextType>;
  TaskProgress?: TaskProgressResolvers<ContextType>;
  TaskRelation?: TaskRelationResolvers<ContextType>;
  TaskRelationConnection?: TaskRelationConnectionResolvers<ContextType>;
  TaskRelationEdge?: TaskRelationEdgeResolvers<ContextType>;
  TaskActivity?: TaskActivityResolvers<ContextType>;
  TaskActivityValue?: TaskActivityValueResolvers<ContextType>;
  TaskActivityConnection?: TaskActivityConnectionResolvers<ContextType>;
  TaskActivityEdge?: TaskActivityEdgeResolvers<ContextType>;
  TaskConnection?: TaskConnectionResolvers<ContextType>;
  TaskEdge?: TaskEdgeResolvers<ContextType>;
  TaskSubscriber?: TaskSubscriberResolvers<ContextType>;
  TaskSubscriberConnection?: TaskSubscriberConnectionResolvers<ContextType>;
  TaskSubscriberEdge?: TaskSubscriberEdgeResolvers<ContextType>;
  Label?: LabelResolvers<ContextType>;
  LabelConnection?: LabelConnectionResolvers<ContextType>;
  LabelEdge?: LabelEdgeResolvers<ContextType>;
  Board?: BoardResolvers<ContextType>;
  BoardFilter?: BoardFilterResolvers<ContextType>;
  BoardCard?: BoardCardResolvers<ContextType>;
  BoardCardConnection?: BoardCardConnectionResolvers<ContextType>;
  BoardCardEdge?: BoardCardEdgeResolvers<ContextType>;
  BoardColumn?: BoardColumnResolvers<ContextType>;
  BoardConnection?: BoardConnectionResolvers<ContextType>;
  BoardEdge?: BoardEdgeResolvers<ContextType>;
  BoardEventEnvelope?: BoardEventEnvelopeResolvers<ContextType>;
  BoardEvent?: BoardEventResolvers<ContextType>;
  BoardUpdated?: BoardUpdatedResolvers<ContextType>;
  BoardColumnUpdated?: BoardColumnUpdatedResolvers<ContextType>;
  TaskCreated?: TaskCreatedResolvers<ContextType>;
  TaskUpdated?: TaskUpdatedResolvers<ContextType>;
  TaskMoved?: TaskMovedResolvers<ContextType>;
  LabelChanged?: LabelChangedResolvers<ContextType>;
  LabelDeleted?: LabelDeletedResolvers<ContextType>;
  Workspace?: WorkspaceResolvers<ContextType>;
  Chat?: ChatResolvers<ContextType>;
  Message?: MessageResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  Integration?: IntegrationResolvers<ContextType>;
  CreateTaskPayload?: CreateTaskPayloadResolvers<ContextType>;
  UpdateTaskPayload?: UpdateTaskPayloadResolvers<ContextType>;
  BulkUpdateTasksPayload?: BulkUpdateTasksPayloadResolvers<ContextType>;
  BulkUpdateTaskResult?: BulkUpdateTaskResultResolvers<ContextType>;
  AddTaskRelationPayload?: AddTaskRelationPayloadResolvers<ContextType>;
  RemoveTaskRelationPayload?: RemoveTaskRelationPayloadResolvers<ContextType>;
  MoveTaskPayload?: MoveTaskPayloadResolvers<ContextType>;
  CreateBoardPayload?: CreateBoardPayloadResolvers<ContextType>;
  UpdateBoardPayload?: UpdateBoardPayloadResolvers<ContextType>;
  UpdateBoardColumnPayload?: UpdateBoardColumnPayloadResolvers<ContextType>;
  SetCommitmentPointPayload?: SetCommitmentPointPayloadResolvers<ContextType>;
  DeleteBoardPayload?: DeleteBoardPayloadResolvers<ContextType>;
  SubscribeToTaskPayload?: SubscribeToTaskPayloadResolvers<ContextType>;
  UnsubscribeFromTaskPayload?: UnsubscribeFromTaskPayloadResolvers<ContextType>;
  CreateLabelPayload?: CreateLabelPayloadResolvers<ContextType>;
  UpdateLabelPayload?: UpdateLabelPayloadResolvers<ContextType>;
  DeleteLabelPayload?: DeleteLabelPayloadResolvers<ContextType>;
  CreateTaskFromMessagePayload?: CreateTaskFromMessagePayloadResolvers<ContextType>;
};
/** The SDL of the subgraph, with the common part. */
export const sdl: DocumentNode = parse(`extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: [
      "@key"
      "@shareable"
      "@external"
      "@requires"
      "@provides"
      "@inaccessible"
      "@tag"
      "@composeDirective"
    ]
  )
  @link(url: "https://tributary.example/spec/v1.0", import: ["@auth", "@audience"])
  @composeDirective(name: "@auth")
  @composeDirective(name: "@audience")

"""
States which permission a field asks for. The owner's policy enforces it; the description repeats it.
"""
directive @auth(
  "Scopes that an API key must carry."
  scopes: [String!]
  "The lowest role in the workspace that may use the field."
  workspaceRole: String
  "The realm role that the field asks for."
  realmRole: String
) on FIELD_DEFINITION

"""
States on what a value depends, so that live updates may be executed once for all who share it:
\`[]\` the same for all, \`workspace\`, \`chat\`, \`role\`, \`viewer\`. Unmarked means viewer.
"""
directive @audience(
  "The dimensions on which the value depends."
  by: [String!]!
) on FIELD_DEFINITION | OBJECT | INTERFACE

"A point in time, RFC 3339 in UTC, with milliseconds: \`2026-12-24T18:00:00.000Z\`."
scalar DateTime

"A calendar date without a time zone, \`YYYY-MM-DD\`."
scalar LocalDate

"Any JSON value."
scalar JSON

"Anything with a global id."
interface Node @audience(by: []) {
  "The global id: a type prefix and 128 bits, opaque by contract."
  id: ID!
}

"Up or down."
enum OrderDirection {
  "The smallest first."
  ASC
  "The largest first."
  DESC
}

"Comparisons of a text, whatever the case: all that are given must hold."
input StringFilter {
  "Equal to this."
  eq: String
  "Equal to one of these; at most 100."
  in: [String!]
  "Holds this somewhere."
  contains: String
  "Begins with this."
  startsWith: String
}

"Where a page of a list begins and ends."
type PageInfo @shareable @audience(by: []) {
  "Whether a page follows."
  hasNextPage: Boolean!
  "Whether a page precedes."
  hasPreviousPage: Boolean!
  "The cursor of the first edge; null on an empty page."
  startCursor: String
  "The cursor of the last edge; null on an empty page."
  endCursor: String
}

"What every mutation answers."
interface Payload @audience(by: ["viewer"]) {
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Why a change was refused."
interface UserError @audience(by: []) {
  "What kind of refusal it is."
  code: UserErrorCode!
  "A sentence for a person; it names the thing and the limit."
  message: String!
  "The input field that is at fault, from the input's root; null when it is none in particular."
  path: [String!]
}

"A refusal that needs no more than its code and message."
type PlainError implements UserError @shareable @audience(by: []) {
  "What kind of refusal it is."
  code: UserErrorCode!
  "A sentence for a person; it names the thing and the limit."
  message: String!
  "The input field that is at fault, from the input's root; null when it is none in particular."
  path: [String!]
}

"Somebody else changed the entity first, or the name is taken."
type ConflictError implements UserError @shareable @audience(by: []) {
  "Always CONFLICT."
  code: UserErrorCode!
  "A sentence for a person; it names the thing."
  message: String!
  "The input field that is at fault, from the input's root; null when it is none in particular."
  path: [String!]
  "The version that the entity has now; null when the conflict is not about a version."
  currentVersion: Int
}

"The workspace has used up what it may use of something."
type QuotaError implements UserError @shareable @audience(by: []) {
  "Always QUOTA_EXCEEDED."
  code: UserErrorCode!
  "A sentence for a person; it names the quota and the limit."
  message: String!
  "The input field that is at fault, from the input's root; null when it is none in particular."
  path: [String!]
  "How much the workspace may use."
  limit: Int!
  "How much it has used."
  used: Int!
  "When the count begins anew; null when it does not."
  resetAt: DateTime
}

"The refusals that a mutation may answer."
enum UserErrorCode {
  "The input is well-formed but not acceptable."
  BAD_USER_INPUT
  "The thing does not exist, or the caller cannot see it."
  NOT_FOUND
  "The thing is visible, and the caller may not do this to it."
  FORBIDDEN
  "The entity has changed since, or the name is taken."
  CONFLICT
  "The idempotency key was used with another input."
  IDEMPOTENCY_KEY_REUSED
  "The workspace has used up what it may use."
  QUOTA_EXCEEDED
  "The message is older than its author may change it."
  EDIT_WINDOW_CLOSED
  "The invite's time is over."
  INVITE_EXPIRED
  "The invite was used as often as it may be."
  INVITE_EXHAUSTED
}

type Query @audience(by: ["viewer"]) {
  "One task, by exactly one of id and workspaceId with key (another combination: BAD_USER_INPUT); null when it does not exist or is not visible. Requires: the right to read the conversation or workspace that it came from."
  task(
    "The global id."
    id: ID
    "With \`key\`: the workspace."
    workspaceId: ID
    "The key in its workspace, such as ENG-123."
    key: String
  ): Task @auth(workspaceRole: "GUEST")
  "One board; null when it does not exist or is not visible. Requires: workspace role MEMBER."
  board("The global id." id: ID!): Board @auth(workspaceRole: "MEMBER")
}

type Mutation @audience(by: ["viewer"]) {
  "Creates a task, a bug or an epic; it gets a chat of its own. Requires: workspace role MEMBER."
  createTask("The new task." input: CreateTaskInput!): CreateTaskPayload! @auth(workspaceRole: "MEMBER")
  """
  Creates a task of a message, as \`#task\` would: seen by those who read the message's chat, and a part of the task whose
  chat that is. A message gives at most 100; one more: CONFLICT. Requires: workspace role MEMBER and the right to write
  in the message's chat.
  """
  createTaskFromMessage("The new task." input: CreateTaskFromMessageInput!): CreateTaskFromMessagePayload!
    @auth(workspaceRole: "MEMBER")
  "Changes fields of a task; all are changed or none. Requires: workspace role MEMBER and the right to see the task; of a private chat, to write there."
  updateTask("What to change." input: UpdateTaskInput!): UpdateTaskPayload! @auth(workspaceRole: "MEMBER")
  """
  Changes up to 100 tasks in the same way, each by itself: what is refused for one is done for the others. Requires: workspace role MEMBER and the right to see the tasks.
  """
  bulkUpdateTasks("What to change in which tasks." input: BulkUpdateTasksInput!): BulkUpdateTasksPayload!
    @auth(workspaceRole: "MEMBER")
  """
  Relates a task to another one of its workspace. What would be a cycle of BLOCKS or of DUPLICATES: BAD_USER_INPUT,
  naming it (\`ENG-1 → ENG-2 → ENG-1\`), as far as the caller sees the tasks on the way; a task has at most 200 relations. Requires: workspace role MEMBER and the right to see both tasks.
  """
  addTaskRelation("Which tasks, and how." input: AddTaskRelationInput!): AddTaskRelationPayload!
    @auth(workspaceRole: "MEMBER")
  "Takes a relation of two tasks away. Requires: workspace role MEMBER and the right to see both tasks."
  removeTaskRelation(
    "Which tasks, and how they are related."
    input: RemoveTaskRelationInput!
  ): RemoveTaskRelationPayload! @auth(workspaceRole: "MEMBER")
  "Puts a task into a column between two others; the task takes the status that its type has in that column's category. A neighbour that has left the column, a full column, and a gap in which thousands were put: CONFLICT. Requires: workspace role MEMBER and the right to see the task; of a private chat, to write there."
  moveTask("What goes where." input: MoveTaskInput!): MoveTaskPayload! @auth(workspaceRole: "MEMBER")
  "Has the caller told of what becomes of a task; whoever creates it or is assigned to it is told without asking. Requires: workspace role MEMBER and the right to see the task; of a private chat, to write there."
  subscribeToTask("Which one." input: SubscribeToTaskInput!): SubscribeToTaskPayload!
    @auth(workspaceRole: "MEMBER")
  "Has the caller told no more of a task, until it is assigned to them anew. Requires: workspace role MEMBER and the right to see the task; of a private chat, to write there."
  unsubscribeFromTask("Which one." input: UnsubscribeFromTaskInput!): UnsubscribeFromTaskPayload!
    @auth(workspaceRole: "MEMBER")
  "Creates a label for the tasks of a workspace; a name that another label has: CONFLICT. Requires: workspace role MEMBER."
  createLabel("The new label." input: CreateLabelInput!): CreateLabelPayload! @auth(workspaceRole: "MEMBER")
  "Renames a label or gives it another colour, on every task that has it; a name that another label has: CONFLICT. Requires: workspace role MEMBER."
  updateLabel("What to change." input: UpdateLabelInput!): UpdateLabelPayload! @auth(workspaceRole: "MEMBER")
  "Deletes a label; tasks that have it have it no more. Requires: workspace role MEMBER."
  deleteLabel("Which one." input: DeleteLabelInput!): DeleteLabelPayload! @auth(workspaceRole: "MEMBER")
  "Creates a board with one column per status category. A workspace has at most 100 boards; one more: CONFLICT. Requires: workspace role MEMBER."
  createBoard("The new board." input: CreateBoardInput!): CreateBoardPayload! @auth(workspaceRole: "MEMBER")
  """
  Changes what a board is called, which tasks it shows, whether its limits bind, and the order of its columns; all is
  changed or nothing. A name that another board of the workspace has: CONFLICT. Requires: workspace role MEMBER.
  """
  updateBoard("What to change." input: UpdateBoardInput!): UpdateBoardPayload! @auth(workspaceRole: "MEMBER")
  "Changes the name or the limit of a column. Requires: workspace role MEMBER."
  updateBoardColumn("What to change." input: UpdateBoardColumnInput!): UpdateBoardColumnPayload!
    @auth(workspaceRole: "MEMBER")
  """
  Makes a column the commitment point of its board, in place of another of that board: from there work on a task is
  promised, and its lead and cycle time are counted. Boards without an integration have one between them, and so have
  the boards of each integration; a second one: CONFLICT, which names the column and board that is it. Requires:
  workspace role MEMBER.
  """
  setCommitmentPoint(
    "Which column of which board."
    input: SetCommitmentPointInput!
  ): SetCommitmentPointPayload! @auth(workspaceRole: "MEMBER")
  """
  Deletes a board with its columns and the order of its cards; the tasks stay. Subscriptions to it end. Requires: workspace role ADMIN, or workspace role MEMBER and a board of one's own making.
  """
  deleteBoard("Which board." input: DeleteBoardInput!): DeleteBoardPayload! @auth(workspaceRole: "MEMBER")
}

type Subscription {
  """
  What happens to a board and its tasks, in order and without a gap: with \`Task.card\` enough to keep a copy of the board.
  Ends with FORBIDDEN once the caller may not read the board, or it is deleted. Requires: what \`board\` requires; tasks of private chats reach those alone who are in them.
  """
  boardEvents(
    "The board's global id."
    boardId: ID!
    "Resume behind this cursor; only what comes from now on when absent. Older than what is kept: CURSOR_EXPIRED."
    after: String
  ): BoardEventEnvelope @auth(workspaceRole: "MEMBER") @audience(by: ["workspace"])
  "The board, each time something on it has changed, without resuming. Requires: what \`board\` requires."
  boardUpdated("The board's global id." boardId: ID!): Board
    @auth(workspaceRole: "MEMBER")
    @audience(by: ["workspace"])
}

"Something to do, to mend or to reach."
type Task implements Node @key(fields: "id") @key(fields: "nodeRef") @audience(by: ["chat"]) {
  "The global id."
  id: ID!
  "The key by which \`node\` finds the owner."
  nodeRef: ID! @inaccessible
  "The workspace that it belongs to."
  workspace: Workspace
  "The key in its workspace, such as ENG-123; stable for ever."
  key: String!
  "Task, bug or epic."
  type: TaskType!
  "What is to be done, 1 to 500 characters."
  title: String!
  "What there is to know about it, in Markdown, up to 40,000 characters; null when nothing is said."
  description: String
  "One of the statuses that its type has."
  status: TaskStatus!
  "The board column that the status belongs to."
  statusCategory: StatusCategory!
  "Who does it; null when nobody does."
  assignee: User
  "Who created it."
  creator: User
  "How pressing it is."
  priority: TaskPriority
  "How bad it is; bugs only."
  severity: TaskSeverity
  "The day by which it is to be done."
  dueDate: LocalDate
  "How much work it is, 0 to 10,000 points without a unit; null when nobody has said."
  estimate: Float
  "Its labels by name, at most 20."
  labels: [Label!]!
  "Who is told of what becomes of it, those who have been longest first: its creator and assignees, unless they have unsubscribed, and who has subscribed."
  subscribers(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): TaskSubscriberConnection!
  "Whether the caller is told of what becomes of it."
  viewerIsSubscribed: Boolean! @audience(by: ["viewer"])
  "The chat of its own; null until it has been made, a moment after the task."
  chat: Chat @audience(by: ["viewer"])
  "The chat that it came from; null when it was not made in a chat, or that chat is hidden from the caller."
  sourceChat: Chat
  "The message that it came from; null when it was not made in a chat, or that message is hidden from the caller."
  sourceMessage: Message
  "Since when, without a break, it has been worked on: its status is In Progress or beyond."
  startedAt: DateTime
  "Since when it is done; null while it is not."
  completedAt: DateTime
  """
  Since when, without a break, its status is that of a commitment point or beyond, the earliest of the boards that show
  it; null before, and where no board has one. Requires: what \`board\` requires.
  """
  committedAt: DateTime
  "From \`committedAt\` to \`completedAt\`, in whole seconds; null until it is done, and where nothing was promised."
  leadTime: Int
  "The part of \`leadTime\` from \`startedAt\` on, in whole seconds; null where that is null."
  cycleTime: Int
  "Where it stands on a board; null when the board does not show it, or cannot be seen. Requires: what \`board\` requires."
  card("The board's global id." boardId: ID!): BoardCard
  "The task that it is a part of; null when it stands alone or that task is hidden from the caller."
  parent: Task @audience(by: ["viewer"])
  "Its parts that the caller may see, the oldest first unless ordered otherwise. Requires: the right to see the parts."
  subtasks(
    "Which of them; all when absent."
    filter: TaskFilter
    "In which order; a cursor of one order is none of another (BAD_USER_INPUT). By creation, the oldest first, when absent."
    orderBy: TaskOrder
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): TaskConnection! @audience(by: ["viewer"])
  "How far its parts have come, of those that the caller may see."
  progress: TaskProgress! @audience(by: ["viewer"])
  "How it is related to other tasks, in the order in which that was said. Requires: the right to see both tasks."
  relations(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): TaskRelationConnection! @audience(by: ["viewer"])
  "What happened to it, the latest first; not what concerns hidden tasks alone. Requires: the right to see the task."
  activity(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): TaskActivityConnection! @audience(by: ["viewer"])
  "Whether the caller may change it."
  viewerCanEdit: Boolean! @audience(by: ["viewer"])
  "When it was created."
  createdAt: DateTime!
  "When it was last changed or moved on a board; when it was created, until then."
  updatedAt: DateTime!
  "Counts the changes of the task; who is told of it is no change."
  version: Int!
}

"How far the parts of a task have come. Parts of parts are not counted."
type TaskProgress @audience(by: ["viewer"]) {
  "How many parts there are."
  total: Int!
  "How many of them have a status of the category DONE."
  done: Int!
}

"How one task is related to another, as the one tells it."
type TaskRelation @audience(by: ["viewer"]) {
  "What the relation is."
  type: TaskRelationType!
  "Which way it leads."
  direction: TaskRelationDirection!
  "The other task; null once it is hidden."
  task: Task
}

"What two tasks have to do with each other."
enum TaskRelationType {
  "The one must be done before the other; no task blocks itself by way of others."
  BLOCKS
  "They have to do with each other; this leads both ways."
  RELATES
  "The one is about the same as the other; no task duplicates itself by way of others."
  DUPLICATES
}

"Which way a relation leads."
enum TaskRelationDirection {
  "From the task to the other: it blocks or duplicates the other, or is related to it."
  OUTWARD
  "From the other to the task: the other blocks or duplicates it."
  INWARD
}

"A page of relations."
type TaskRelationConnection @audience(by: ["viewer"]) {
  "The edges of this page."
  edges: [TaskRelationEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [TaskRelation!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One relation and its place in the list."
type TaskRelationEdge @audience(by: ["viewer"]) {
  "The relation."
  node: TaskRelation!
  "Its place."
  cursor: String!
}

"Something that happened to a task."
type TaskActivity @audience(by: ["viewer"]) {
  "What it was about."
  kind: TaskActivityKind!
  "What was; null where there was nothing. With labels: those that it lost."
  from: TaskActivityValue
  "What came to be; null where there is nothing. With labels: those that it was given."
  to: TaskActivityValue
  "Who did it; null for the system."
  actor: User
  "When it happened."
  occurredAt: DateTime!
}

"What an entry of a task's history is about."
enum TaskActivityKind {
  "The task was created; neither from nor to."
  CREATED
  "Its title."
  TITLE
  "Its description."
  DESCRIPTION
  "Its status."
  STATUS
  "Who does it."
  ASSIGNEE
  "How pressing it is."
  PRIORITY
  "How bad it is."
  SEVERITY
  "The day by which it is to be done."
  DUE_DATE
  "How much work it is."
  ESTIMATE
  "Its labels."
  LABELS
  "The task that it is a part of."
  PARENT
  "How it is related to another task."
  RELATIONS
}

"What a task had, or has: the field that fits the kind is set."
type TaskActivityValue @audience(by: ["viewer"]) {
  "A title, a description, an estimate, a day, or the name of an enum's value."
  text: String
  "An assignee."
  user: User
  "A parent or a related task; null when it is hidden from the caller."
  task: Task
  "Labels, but for those that were deleted since."
  labels: [Label!]!
  "What a relation is."
  relationType: TaskRelationType
  "Which way a relation leads."
  relationDirection: TaskRelationDirection
}

"A page of a task's history."
type TaskActivityConnection @audience(by: ["viewer"]) {
  "The edges of this page."
  edges: [TaskActivityEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [TaskActivity!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One entry of a task's history and its place in it."
type TaskActivityEdge @audience(by: ["viewer"]) {
  "The entry."
  node: TaskActivity!
  "Its place."
  cursor: String!
}

"Which sort of work a task is."
enum TaskType {
  "Statuses: To Do, In Progress, Done."
  TASK
  "Statuses: New, Investigating, Fixed, Verified."
  BUG
  "Statuses: Planned, In Progress, Completed."
  EPIC
}

"How far a task has come. Which ones a task may have depends on its type."
enum TaskStatus {
  "Task: not begun."
  TO_DO
  "Task or epic: begun."
  IN_PROGRESS
  "Task: finished."
  DONE
  "Bug: reported."
  NEW
  "Bug: being looked into."
  INVESTIGATING
  "Bug: mended, not yet checked."
  FIXED
  "Bug: mended and checked."
  VERIFIED
  "Epic: not begun."
  PLANNED
  "Epic: finished."
  COMPLETED
}

"Where on a board a status belongs."
enum StatusCategory {
  "To Do, New, Planned."
  TO_DO
  "In Progress, Investigating."
  IN_PROGRESS
  "Fixed."
  IN_REVIEW
  "Done, Verified, Completed."
  DONE
}

"How pressing a task is."
enum TaskPriority {
  "Before the others."
  HIGH
  "In its turn."
  MEDIUM
  "When there is time."
  LOW
}

"How bad a bug is."
enum TaskSeverity {
  "Nothing works."
  CRITICAL
  "A main function is broken."
  MAJOR
  "A side function is broken."
  MINOR
  "A blemish."
  TRIVIAL
}

"""
Which tasks are meant: all that is given must hold, null is as if absent, and an empty filter holds for every task. What
a task has not passes no comparison, and so passes its opposite. At most 50 comparisons and nested filters, five deep.
"""
input TaskFilter {
  "Compares the type."
  type: TaskTypeFilter
  "Compares the status."
  status: TaskStatusFilter
  "Compares the category of the status."
  statusCategory: StatusCategoryFilter
  "Compares the priority."
  priority: TaskPriorityFilter
  "Compares the severity."
  severity: TaskSeverityFilter
  "Compares who does it."
  assignee: IdFilter
  "Compares who created it."
  creator: IdFilter
  "Compares the task that it is a part of; one that is hidden from the caller counts as none."
  parent: IdFilter
  "Compares its labels: one of them is meant."
  label: IdFilter
  "Compares the day by which it is to be done."
  dueDate: LocalDateFilter
  "Compares when it was created."
  createdAt: DateTimeFilter
  "Compares when it was last changed."
  updatedAt: DateTimeFilter
  "Compares the title, whatever the case."
  title: StringFilter
  "All of these must hold."
  and: [TaskFilter!]
  "One of these must hold."
  or: [TaskFilter!]
  "This must not hold."
  not: TaskFilter
}

"Comparisons of a task's type: all that are given must hold."
input TaskTypeFilter {
  "Equal to this."
  eq: TaskType
  "Equal to one of these; at most 100."
  in: [TaskType!]
}

"Comparisons of a status: all that are given must hold."
input TaskStatusFilter {
  "Equal to this."
  eq: TaskStatus
  "Equal to one of these; at most 100."
  in: [TaskStatus!]
}

"Comparisons of a status category: all that are given must hold."
input StatusCategoryFilter {
  "Equal to this."
  eq: StatusCategory
  "Equal to one of these; at most 100."
  in: [StatusCategory!]
}

"Comparisons of a priority: all that are given must hold."
input TaskPriorityFilter {
  "Equal to this."
  eq: TaskPriority
  "Equal to one of these; at most 100."
  in: [TaskPriority!]
  "Whether there is none."
  isNull: Boolean
}

"Comparisons of a severity: all that are given must hold."
input TaskSeverityFilter {
  "Equal to this."
  eq: TaskSeverity
  "Equal to one of these; at most 100."
  in: [TaskSeverity!]
  "Whether there is none."
  isNull: Boolean
}

"Comparisons of what is named by its global id: all that are given must hold."
input IdFilter {
  "This one."
  eq: ID
  "One of these; at most 100."
  in: [ID!]
  "Whether there is none."
  isNull: Boolean
}

"Comparisons of a day: all that are given must hold."
input LocalDateFilter {
  "This day."
  eq: LocalDate
  "A later day."
  gt: LocalDate
  "An earlier day."
  lt: LocalDate
  "Whether there is none."
  isNull: Boolean
}

"Comparisons of a time: all that are given must hold."
input DateTimeFilter {
  "Later than this."
  gt: DateTime
  "Earlier than this."
  lt: DateTime
}

"The order of a list of tasks; equal ones follow each other by creation, in the same direction."
input TaskOrder {
  "By what."
  field: TaskOrderField!
  "Up or down."
  direction: OrderDirection!
}

"By what tasks can be ordered."
enum TaskOrderField {
  "When it was created."
  CREATED_AT
  "When it was last changed."
  UPDATED_AT
  "The day by which it is to be done; without one it comes behind all days, going up."
  DUE_DATE
  "How pressing it is: going up, those without a priority, then LOW, MEDIUM and HIGH."
  PRIORITY
  "The number in its key."
  KEY
}

"A page of tasks."
type TaskConnection @audience(by: ["viewer"]) {
  "The edges of this page."
  edges: [TaskEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [Task!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One task and its place in the list."
type TaskEdge @audience(by: ["viewer"]) {
  "The task."
  node: Task!
  "Its place."
  cursor: String!
}

"Somebody who is told of what becomes of a task."
type TaskSubscriber @audience(by: ["chat"]) {
  "Who it is."
  user: User
  "Since when."
  subscribedAt: DateTime!
}

"A page of those who are told of a task."
type TaskSubscriberConnection @audience(by: ["chat"]) {
  "The edges of this page."
  edges: [TaskSubscriberEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [TaskSubscriber!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"Somebody who is told of a task, and their place in the list."
type TaskSubscriberEdge @audience(by: ["chat"]) {
  "The subscriber."
  node: TaskSubscriber!
  "Their place."
  cursor: String!
}

"A mark for tasks, the same in all of a workspace."
type Label implements Node @key(fields: "id") @key(fields: "nodeRef") @audience(by: ["workspace"]) {
  "The global id."
  id: ID!
  "The key by which \`node\` finds the owner."
  nodeRef: ID! @inaccessible
  "The workspace that it belongs to."
  workspace: Workspace
  "The name, 1 to 50 characters; unique in the workspace without regard to case."
  name: String!
  "The colour, \`#rrggbb\`."
  color: String!
  "When it was created."
  createdAt: DateTime!
  "Counts the changes of the label."
  version: Int!
}

"A page of labels."
type LabelConnection @audience(by: ["workspace"]) {
  "The edges of this page."
  edges: [LabelEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [Label!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One label and its place in the list."
type LabelEdge @audience(by: ["workspace"]) {
  "The label."
  node: Label!
  "Its place."
  cursor: String!
}

"The tasks of a workspace in columns by status category: all of them, or those that its filter lets pass."
type Board implements Node @key(fields: "id") @key(fields: "nodeRef") @audience(by: ["workspace"]) {
  "The global id."
  id: ID!
  "The key by which \`node\` finds the owner."
  nodeRef: ID! @inaccessible
  "The workspace that it belongs to."
  workspace: Workspace
  "The name, 1 to 200 characters."
  name: String!
  "The columns, from left to right."
  columns: [BoardColumn!]!
  """
  All that stands on the board and that the caller may see, in the order of the board, whatever the column: a board is
  drawn by one query. Requires: what \`board\` requires.
  """
  cards(
    "How many from the start, 1 to 500; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 500."
    last: Int
    "End before this cursor."
    before: String
  ): BoardCardConnection! @audience(by: ["viewer"])
  "Where its work comes from; null when no integration was named."
  integration: Integration
  "Which tasks it shows; null when it shows all."
  filter: BoardFilter
  "Whether a task is refused (CONFLICT) that would come into a full column, new or changed, by whichever of its fields; otherwise a limit only warns."
  isEnforcingWipLimits: Boolean!
  "Whether the caller may change it and its columns."
  viewerCanEdit: Boolean! @audience(by: ["viewer"])
  "Whether the caller may delete it."
  viewerCanDelete: Boolean! @audience(by: ["viewer"])
  """
  The place that the stream of \`boardEvents\` has come to. Read it before what is to be kept up to date, then subscribe
  with \`after\` it: nothing is missed.
  """
  eventsCursor: String!
  "When it was created."
  createdAt: DateTime!
  "Counts the changes of the board's own fields and of its columns."
  version: Int!
}

"Which tasks a board shows: those that pass all that is said here."
type BoardFilter @audience(by: ["workspace"]) {
  "Of one of these types; empty: of any."
  types: [TaskType!]!
  "One of these has it; empty: whoever does. Somebody whom the caller may not see is null."
  assignees: [User]!
  "It has one of these labels; empty: any or none. One that was deleted is not told of and counts for nothing."
  labels: [Label!]!
  "The title has this text in it, without regard to case; null: any title."
  text: String
}

"""
The place of a task on a board. Ranks are compared by their bytes; no two tasks of a board ever have the same. A
client's copy of a board is each task with its last card, in the order of the ranks: the events of the board keep it.
"""
type BoardCard @audience(by: ["chat"]) {
  "The column that the task is in."
  columnId: ID!
  "Where it stands among all tasks of the board."
  rank: String!
  "The task."
  task: Task
}

"A page of what stands on a board."
type BoardCardConnection @audience(by: ["viewer"]) {
  "The edges of this page."
  edges: [BoardCardEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [BoardCard!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One card and its place in the list."
type BoardCardEdge @audience(by: ["viewer"]) {
  "The card."
  node: BoardCard!
  "Its place."
  cursor: String!
}

"A column of a board."
type BoardColumn @audience(by: ["workspace"]) {
  "The global id."
  id: ID!
  "The name, 1 to 100 characters."
  name: String!
  "Whose tasks it shows."
  category: StatusCategory!
  "Whether it is the commitment point: once a task is here or beyond, work on it is promised."
  isCommitmentPoint: Boolean!
  "How many tasks it should have at most, 1 to 1000; null: any number."
  wipLimit: Int
  "How many tasks it has that the caller may see."
  taskCount: Int! @audience(by: ["viewer"])
  "Whether it has more tasks than its limit, of those that the caller may see."
  isOverLimit: Boolean! @audience(by: ["viewer"])
  "The tasks that the caller may see, in the order of the board. Requires: what \`board\` requires."
  tasks(
    "How many from the start, 1 to 500; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 500."
    last: Int
    "End before this cursor."
    before: String
  ): TaskConnection! @audience(by: ["viewer"])
}

"A page of boards."
type BoardConnection @audience(by: ["workspace"]) {
  "The edges of this page."
  edges: [BoardEdge!]!
  "The nodes of this page, without their cursors."
  nodes: [Board!]!
  "Where the page begins and ends."
  pageInfo: PageInfo!
}

"One board and its place in the list."
type BoardEdge @audience(by: ["workspace"]) {
  "The board."
  node: Board!
  "Its place."
  cursor: String!
}

"One event of a board, with its place in the stream."
type BoardEventEnvelope @audience(by: ["workspace"]) {
  "The place: resume with \`after: <cursor>\`."
  cursor: String!
  "The id that all events of one client request share."
  correlationId: String!
  "What happened."
  event: BoardEvent!
}

"What may happen on a board."
union BoardEvent =
  | TaskCreated
  | TaskUpdated
  | TaskMoved
  | BoardUpdated
  | BoardColumnUpdated
  | LabelChanged
  | LabelDeleted

"The board's own settings changed."
type BoardUpdated @audience(by: ["workspace"]) {
  "The board as it is now; null once deleted."
  board: Board
  "What changed: name, isEnforcingWipLimits, filter, columns (their order), integration, commitmentPoint. With another filter, read the cards anew."
  changedFields: [String!]!
}

"A column's own settings changed."
type BoardColumnUpdated @audience(by: ["workspace"]) {
  "The column as it is now; null once deleted."
  column: BoardColumn
  "What changed: name, wipLimit."
  changedFields: [String!]!
}

"A task was created."
type TaskCreated @audience(by: ["chat"]) {
  "The task as it is now; null once deleted or hidden."
  task: Task
}

"Fields of a task changed."
type TaskUpdated @audience(by: ["chat"]) {
  "The task as it is now; null once deleted or hidden."
  task: Task
  "The names of the fields that changed."
  changedFields: [String!]!
}

"A task was put elsewhere on a board."
type TaskMoved @audience(by: ["chat"]) {
  "Which task it was."
  taskId: ID!
  "Where it was put among all tasks of the board."
  rank: String!
  "The task as it is now; null once deleted or hidden."
  task: Task
  "The column that it was put in."
  columnId: ID!
  "The task that stands right before it, as the caller sees the column; null at the top."
  afterTask: Task @audience(by: ["viewer"])
}

"A label has another name or colour, on every task that has it."
type LabelChanged @audience(by: ["workspace"]) {
  "The label as it is now; null once deleted."
  label: Label
}

"A label was deleted: no task has it any more. Where the filter of the board named it, read the cards anew."
type LabelDeleted @audience(by: ["workspace"]) {
  "The label that was."
  labelId: ID!
}

type Workspace @key(fields: "id") @audience(by: ["workspace"]) {
  id: ID!
  "The boards, oldest first; null for guests. Requires: workspace role MEMBER."
  boards(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): BoardConnection
  "The labels for its tasks, by name. Requires: membership."
  labels(
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): LabelConnection
  """
  The tasks that the caller may see, newest first unless ordered otherwise. A filter that says too much or what cannot
  be: BAD_USER_INPUT, naming it. Requires: membership.
  """
  tasks(
    "Which of them; all when absent."
    filter: TaskFilter
    "In which order; a cursor of one order is none of another (BAD_USER_INPUT). By creation, the newest first, when absent."
    orderBy: TaskOrder
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): TaskConnection @audience(by: ["viewer"])
}

type Chat @key(fields: "id") @audience(by: ["chat"]) {
  id: ID!
  "The task whose chat it is; null for other chats, and while the task is hidden. Requires: the right to see the task."
  task: Task
}

type Message @key(fields: "id") @audience(by: ["chat"]) {
  id: ID!
  "The tasks that were made from it, in the order of their numbers. Requires: the right to see the tasks."
  tasks: [Task!]
}

type User @key(fields: "id") @audience(by: ["workspace"]) {
  id: ID!
  "The tasks that are this user's to do and that the caller may see, in all workspaces; newest first unless ordered otherwise. Requires: the right to see the tasks."
  assignedTasks(
    "Which of them; all when absent."
    filter: TaskFilter
    "In which order; a cursor of one order is none of another (BAD_USER_INPUT). By creation, the newest first, when absent."
    orderBy: TaskOrder
    "How many from the start, 1 to 100; 50 when neither first nor last is given."
    first: Int
    "Start behind this cursor."
    after: String
    "How many from the end, 1 to 100."
    last: Int
    "End before this cursor."
    before: String
  ): TaskConnection @audience(by: ["viewer"])
}

type Integration @key(fields: "id", resolvable: false) @audience(by: ["workspace"]) {
  id: ID!
}

"The new task."
input CreateTaskInput {
  "The workspace."
  workspaceId: ID!
  "Task, bug or epic."
  type: TaskType! = TASK
  "What is to be done, 1 to 500 characters."
  title: String!
  "What there is to know about it, in Markdown, up to 40,000 characters; blank is none."
  description: String
  "Who does it: a member of the workspace."
  assigneeId: ID
  "How pressing it is."
  priority: TaskPriority
  "How bad it is; bugs only."
  severity: TaskSeverity
  "The day by which it is to be done."
  dueDate: LocalDate
  "How much work it is, 0 to 10,000 points."
  estimate: Float
  "Its labels, at most 20; one that does not exist: NOT_FOUND."
  labelIds: [ID!]
  "The task that it is a part of, in the same workspace; tasks stand in each other 10 deep at most."
  parentId: ID
  "The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters."
  idempotencyKey: String
  "Given back unchanged."
  clientMutationId: String
}

"The new task."
type CreateTaskPayload implements Payload @audience(by: ["viewer"]) {
  "The task; null when refused."
  task: Task
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What to change in a task: an absent field stays, null clears."
input UpdateTaskInput {
  "The task."
  id: ID!
  "What is to be done, 1 to 500 characters; cannot be cleared."
  title: String
  "What there is to know about it, in Markdown, up to 40,000 characters; blank is none."
  description: String
  "One of the statuses that its type has; cannot be cleared."
  status: TaskStatus
  "Who does it: a member of the workspace."
  assigneeId: ID
  "How pressing it is."
  priority: TaskPriority
  "How bad it is; bugs only."
  severity: TaskSeverity
  "The day by which it is to be done."
  dueDate: LocalDate
  "How much work it is, 0 to 10,000 points."
  estimate: Float
  "All labels that it is to have, at most 20; one that does not exist: NOT_FOUND. Not together with the two below."
  labelIds: [ID!]
  "Labels that it is to have as well; it has at most 20."
  addLabelIds: [ID!]
  "Labels that it is to have no more; one that it does not have changes nothing."
  removeLabelIds: [ID!]
  """
  The task that it is a part of, in the same workspace. A part of the task itself: BAD_USER_INPUT, naming the way
  (\`ENG-1 → ENG-2 → ENG-1\`), as far as the caller sees the tasks on it. Tasks stand in each other 10 deep at most.
  """
  parentId: ID
  "The version that the caller has seen; another one now: CONFLICT."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"The changed task."
type UpdateTaskPayload implements Payload @audience(by: ["viewer"]) {
  "The task as it is now; null when it cannot be seen."
  task: Task
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What to change in several tasks: an absent field stays, null clears."
input BulkUpdateTasksInput {
  "Which tasks, 1 to 100."
  ids: [ID!]!
  "A status that the type of each has; refused for others. Cannot be cleared."
  status: TaskStatus
  "Who does them: a member of the workspace."
  assigneeId: ID
  "How pressing they are."
  priority: TaskPriority
  "How bad they are; refused for what is no bug."
  severity: TaskSeverity
  "The day by which they are to be done."
  dueDate: LocalDate
  "How much work each is, 0 to 10,000."
  estimate: Float
  "The task that they are parts of, in the same workspace."
  parentId: ID
  "Labels that each is to have besides those that it has."
  addLabelIds: [ID!]
  "Labels that none is to have any more."
  removeLabelIds: [ID!]
  "Given back unchanged."
  clientMutationId: String
}

"What became of several tasks."
type BulkUpdateTasksPayload implements Payload @audience(by: ["viewer"]) {
  "What became of each, in the order of the ids; null when nothing was tried."
  results: [BulkUpdateTaskResult!]
  "All refusals; the path of one task's begins with \`ids\` and its place. Empty when every change was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What became of one task of several."
type BulkUpdateTaskResult @audience(by: ["viewer"]) {
  "The id that was given."
  id: ID!
  "The task as it is now; null when it cannot be seen."
  task: Task
  "Why its change was refused; empty when it was made."
  userErrors: [UserError!]!
}

"How two tasks are to be related."
input AddTaskRelationInput {
  "The task that blocks or duplicates the other, or is related to it."
  taskId: ID!
  "What the relation is."
  type: TaskRelationType!
  "The other task."
  relatedTaskId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The tasks as they are now, related."
type AddTaskRelationPayload implements Payload @audience(by: ["viewer"]) {
  "The task as it is now; null when it cannot be seen."
  task: Task
  "The other task as it is now; null when refused."
  relatedTask: Task
  "The position of the change in the task's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which relation of two tasks to take away."
input RemoveTaskRelationInput {
  "The task that blocks or duplicates the other, or is related to it."
  taskId: ID!
  "What the relation is."
  type: TaskRelationType!
  "The other task."
  relatedTaskId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The tasks as they are now, no longer related."
type RemoveTaskRelationPayload implements Payload @audience(by: ["viewer"]) {
  "The task as it is now; null when it cannot be seen."
  task: Task
  "The other task as it is now; null when refused."
  relatedTask: Task
  "The position of the change in the task's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What goes where on a board."
input MoveTaskInput {
  "The task."
  id: ID!
  "The column that it goes to."
  columnId: ID!
  "The task that is to stand right before it; absent: the top."
  afterId: ID
  "The task that is to stand right behind it; absent: whichever does."
  beforeId: ID
  "The version that the caller has seen; another one now: CONFLICT."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"The moved task."
type MoveTaskPayload implements Payload @audience(by: ["viewer"]) {
  "The task as it is now; null when it cannot be seen."
  task: Task
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"The new board."
input CreateBoardInput {
  "The workspace."
  workspaceId: ID!
  "The name, 1 to 200 characters; unique in the workspace without regard to case."
  name: String!
  "Where its work comes from: an integration of the workspace."
  integrationId: ID
  "The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters."
  idempotencyKey: String
  "Given back unchanged."
  clientMutationId: String
}

"The new board."
type CreateBoardPayload implements Payload @audience(by: ["viewer"]) {
  "The board; null when refused."
  board: Board
  "Always null: this stream gathers many things, and its places are numbered a moment after the change."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What to change in a board: an absent field stays."
input UpdateBoardInput {
  "The board."
  id: ID!
  "The name, 1 to 200 characters; unique in the workspace without regard to case."
  name: String
  "Which tasks it shows, in place of what was said before; null: all."
  filter: BoardFilterInput
  "Whether a task is refused that would bring a column over its limit."
  isEnforcingWipLimits: Boolean
  "Where its work comes from: an integration of the workspace; null: none."
  integrationId: ID
  "All its columns in the order in which they are to stand, from left to right."
  columnIds: [ID!]
  "The version that the caller has seen; another one now: CONFLICT."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"Which tasks a board shows: those that pass all that is said here."
input BoardFilterInput {
  "Of one of these types; absent or empty: of any."
  types: [TaskType!]
  "One of these has it, at most 50; absent or empty: whoever does."
  assigneeIds: [ID!]
  "It has one of these labels of the workspace, at most 50; absent or empty: any or none."
  labelIds: [ID!]
  "The title has this text in it, without regard to case, 1 to 200 characters; absent or empty: any title."
  text: String
}

"The changed board."
type UpdateBoardPayload implements Payload @audience(by: ["viewer"]) {
  "The board as it is now; null when it cannot be seen."
  board: Board
  "The position of the change in the entity's own stream: always null, since a board's stream gathers many things."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What to change in a column: an absent field stays."
input UpdateBoardColumnInput {
  "The column."
  id: ID!
  "The name, 1 to 100 characters."
  name: String
  "How many tasks it should have at most, 1 to 1000; null: any number."
  wipLimit: Int
  "The version of the board that the caller has seen; another one now: CONFLICT."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"The changed column and its board."
type UpdateBoardColumnPayload implements Payload @audience(by: ["viewer"]) {
  "The board as it is now; null when it cannot be seen."
  board: Board
  "The column as it is now; null when refused."
  column: BoardColumn
  "The position of the change in the entity's own stream: always null, since a board's stream gathers many things."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which column of which board is the commitment point."
input SetCommitmentPointInput {
  "The board."
  boardId: ID!
  "One of its columns; null: none."
  columnId: ID
  "The version of the board that the caller has seen; another one now: CONFLICT."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"The board with its commitment point."
type SetCommitmentPointPayload implements Payload @audience(by: ["viewer"]) {
  "The board as it is now; null when it cannot be seen."
  board: Board
  "The position of the change in the entity's own stream: always null, since a board's stream gathers many things."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"Which board to delete."
input DeleteBoardInput {
  "The board."
  id: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The board that is gone."
type DeleteBoardPayload implements Payload @audience(by: ["viewer"]) {
  "Its former global id; null when refused."
  boardId: ID
  "The position of the change in the entity's own stream: always null, since a board's stream gathers many things."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"The task to be told of."
input SubscribeToTaskInput {
  "The task."
  taskId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The task that the caller is told of."
type SubscribeToTaskPayload implements Payload @audience(by: ["viewer"]) {
  "The task; null when it cannot be seen."
  task: Task
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"The task to be told of no more."
input UnsubscribeFromTaskInput {
  "The task."
  taskId: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The task that the caller is told of no more."
type UnsubscribeFromTaskPayload implements Payload @audience(by: ["viewer"]) {
  "The task; null when it cannot be seen."
  task: Task
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"The new label."
input CreateLabelInput {
  "The workspace."
  workspaceId: ID!
  "The name, 1 to 50 characters; unique in the workspace without regard to case."
  name: String!
  "The colour, \`#rrggbb\`."
  color: String!
  "The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters."
  idempotencyKey: String
  "Given back unchanged."
  clientMutationId: String
}

"The new label."
type CreateLabelPayload implements Payload @audience(by: ["viewer"]) {
  "The label; null when refused."
  label: Label
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"What to change in a label: an absent field stays."
input UpdateLabelInput {
  "The label."
  id: ID!
  "The name, 1 to 50 characters; unique in the workspace without regard to case; cannot be cleared."
  name: String
  "The colour, \`#rrggbb\`; cannot be cleared."
  color: String
  "The version that the caller has seen; another one now: CONFLICT."
  expectedVersion: Int
  "Given back unchanged."
  clientMutationId: String
}

"The changed label."
type UpdateLabelPayload implements Payload @audience(by: ["viewer"]) {
  "The label as it is now; null when it cannot be seen."
  label: Label
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"The label to delete."
input DeleteLabelInput {
  "The label."
  id: ID!
  "Given back unchanged."
  clientMutationId: String
}

"The deleted label."
type DeleteLabelPayload implements Payload @audience(by: ["viewer"]) {
  "The label that was; null when refused."
  labelId: ID
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}

"A task of a message."
input CreateTaskFromMessageInput {
  "The message; a deleted one: NOT_FOUND."
  messageId: ID!
  "Task, bug or epic."
  type: TaskType! = TASK
  "What is to be done, 1 to 500 characters; absent: the first line of the message in plain text, as much of it as fits."
  title: String
  "What there is to know about it, in Markdown, up to 40,000 characters; blank is none."
  description: String
  "Who does it: a member of the workspace."
  assigneeId: ID
  "How pressing it is."
  priority: TaskPriority
  "How bad it is; bugs only."
  severity: TaskSeverity
  "The day by which it is to be done."
  dueDate: LocalDate
  "How much work it is, 0 to 10,000 points."
  estimate: Float
  "Its labels, at most 20; one that does not exist: NOT_FOUND."
  labelIds: [ID!]
  "The same key with the same input gives the first answer again for 24 hours; 1 to 255 characters."
  idempotencyKey: String
  "Given back unchanged."
  clientMutationId: String
}

"The new task."
type CreateTaskFromMessagePayload implements Payload @audience(by: ["viewer"]) {
  "The task; null when refused."
  task: Task
  "The position of the change in the entity's own stream; null when refused or when nothing changed."
  cursor: String
  "Why the change was refused; empty when it was made."
  userErrors: [UserError!]!
  "The caller's own mark, given back unchanged."
  clientMutationId: String
}
`);
