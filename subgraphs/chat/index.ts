import { sdl } from '../../schema/generated/chat';
import { defineSubgraph, mergeResolvers } from '../kit/subgraph';
import { ChatEntity } from './chat.entity';
import { makeChatLoaders } from './chat.loaders';
import { chatProjections } from './chat.projection';
import { chatReactions } from './chat.reactions';
import { chatResolvers, chatSubscriptions } from './chat.resolvers';
import { directResolvers } from './direct.resolvers';
import { MentionEntity } from './mention.entity';
import { MessageEntity, MessageRevisionEntity } from './message.entity';
import { messageProjections } from './message.projection';
import { messageResolvers } from './message.resolvers';
import { ChatParticipantEntity } from './participant.entity';
import { pastResolvers } from './past.resolvers';
import { ReactionEntity } from './reaction.entity';
import { reactionProjections } from './reaction.projection';
import { reactionResolvers } from './reaction.resolvers';
import { settingsResolvers } from './settings.resolvers';
import { ThreadAuthorEntity } from './thread.entity';
import { typingResolvers, typingSubscriptions } from './typing.resolvers';
import { searchResolvers } from './search.resolvers';

/** Chats, who takes part in them, and what is said there. */
export const chat = defineSubgraph({
  name: 'chat',
  sdl,
  resolvers: mergeResolvers(
    chatResolvers,
    settingsResolvers,
    directResolvers,
    messageResolvers,
    pastResolvers,
    typingResolvers,
    searchResolvers,
    reactionResolvers,
  ),
  entities: [
    ChatEntity,
    ChatParticipantEntity,
    MentionEntity,
    MessageEntity,
    MessageRevisionEntity,
    ReactionEntity,
    ThreadAuthorEntity,
  ],
  loaders: makeChatLoaders,
  projections: { ...chatProjections, ...messageProjections, ...reactionProjections },
  reactions: chatReactions,
  reactsAsSystem: ['workspace.erased'],
  subscriptions: { ...chatSubscriptions, ...typingSubscriptions },
  sharedRows: { 'access.scope': "kind = 'chat'", 'access.membership': 'scope_id <> workspace_id' },
  unprojectedColumns: ['access.scope.founded_in', 'access.membership.changed_in'],
});
