import { sdl } from '../../schema/generated/task';
import { defineSubgraph, mergeResolvers } from '../kit/subgraph';
import { BoardColumnEntity, BoardEntity } from './board.entity';
import { boardProjections } from './board.projection';
import { boardResolvers, boardSubscriptions } from './board.resolvers';
import { CardEntity } from './card.entity';
import { bulkResolvers } from './bulk.resolvers';
import { CounterEntity } from './counter.entity';
import { LabelEntity, LabellingEntity } from './label.entity';
import { labelProjections } from './label.projection';
import { labelResolvers } from './label.resolvers';
import { messageTaskResolvers } from './message-task.resolvers';
import { TaskRelationEntity } from './relation.entity';
import { relationProjections } from './relation.projection';
import { relationResolvers } from './relation.resolvers';
import { TaskSubscriberEntity } from './subscriber.entity';
import { subscriberProjections } from './subscriber.projection';
import { subscriberResolvers } from './subscriber.resolvers';
import { TagDecisionEntity } from './tags.entity';
import { TaskEntity } from './task.entity';
import { makeTaskLoaders } from './task.loaders';
import { taskProjections } from './task.projection';
import { taskReactions } from './task.reactions';
import { taskResolvers } from './task.resolvers';

/** Tasks, boards, and the tags that act on them. */
export const task = defineSubgraph({
  name: 'task',
  sdl,
  resolvers: mergeResolvers(
    bulkResolvers,
    taskResolvers,
    boardResolvers,
    labelResolvers,
    subscriberResolvers,
    messageTaskResolvers,
    relationResolvers,
  ),
  entities: [
    ...[TaskEntity, CounterEntity, TagDecisionEntity],
    ...[BoardEntity, BoardColumnEntity, CardEntity],
    ...[LabelEntity, LabellingEntity, TaskSubscriberEntity, TaskRelationEntity],
  ],
  loaders: makeTaskLoaders,
  projections: {
    ...taskProjections,
    ...boardProjections,
    ...labelProjections,
    ...subscriberProjections,
    ...relationProjections,
  },
  reactions: taskReactions,
  reactsAsSystem: ['workspace.erased'],
  subscriptions: boardSubscriptions,
});
