import { sdl } from '../../schema/generated/task';
import { defineSubgraph, mergeResolvers } from '../kit/subgraph';
import { BoardColumnEntity, BoardEntity } from './board.entity';
import { boardProjections } from './board.projection';
import { boardResolvers, boardSubscriptions } from './board.resolvers';
import { CardEntity } from './card.entity';
import { CounterEntity } from './counter.entity';
import { LabelEntity, LabellingEntity } from './label.entity';
import { labelProjections } from './label.projection';
import { labelResolvers } from './label.resolvers';
import { messageTaskResolvers } from './message-task.resolvers';
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
    taskResolvers,
    boardResolvers,
    labelResolvers,
    subscriberResolvers,
    messageTaskResolvers,
  ),
  entities: [
    ...[TaskEntity, CounterEntity, TagDecisionEntity],
    ...[BoardEntity, BoardColumnEntity, CardEntity],
    ...[LabelEntity, LabellingEntity, TaskSubscriberEntity],
  ],
  loaders: makeTaskLoaders,
  projections: { ...taskProjections, ...boardProjections, ...labelProjections, ...subscriberProjections },
  reactions: taskReactions,
  reactsAsSystem: ['workspace.erased'],
  subscriptions: boardSubscriptions,
});
