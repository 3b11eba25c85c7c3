import { sdl } from '../../schema/generated/chat';
import { defineSubgraph, mergeResolvers } from '../kit/subgraph';
import { AttachmentEntity } from './attachment.entity';
import { attachmentProjections } from './attachment.projection';
import { attachmentResolvers } from './attachment.resolvers';
import { DOWNLOAD_PATH, UPLOAD_PATH } from './attachment.service';
import { badgeResolvers, badgeSubscriptions } from './badge.resolvers';
import { tellBadges } from './badge.service';
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
import { pinProjections } from './pin.projection';
import { pinResolvers } from './pin.resolvers';
import { sweepAttachments } from './removal.service';
import { giveFile, receiveFile } from './transfer.service';
import { ReactionEntity } from './reaction.entity';
import { reactionProjections } from './reaction.projection';
import { reactionResolvers } from './reaction.resolvers';
import { settingsResolvers } from './settings.resolvers';
import { ActivityEntity, ReadingEntity } from './sidebar.entity';
import { sidebarProjections } from './sidebar.projection';
import { sidebarResolvers } from './sidebar.resolvers';
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
    pinResolvers,
    attachmentResolvers,
    sidebarResolvers,
    badgeResolvers,
  ),
  entities: [
    ActivityEntity,
    AttachmentEntity,
    ChatEntity,
    ChatParticipantEntity,
    MentionEntity,
    MessageEntity,
    MessageRevisionEntity,
    ReactionEntity,
    ReadingEntity,
    ThreadAuthorEntity,
  ],
  loaders: makeChatLoaders,
  projections: {
    ...chatProjections,
    ...messageProjections,
    ...reactionProjections,
    ...pinProjections,
    ...attachmentProjections,
    ...sidebarProjections,
  },
  reactions: chatReactions,
  reactsAsSystem: ['workspace.erased'],
  subscriptions: { ...chatSubscriptions, ...typingSubscriptions, ...badgeSubscriptions },
  jobs: {
    sweepAttachments: {
      everyMs: ({ attachmentSweepMs }) => attachmentSweepMs ?? 60_000,
      run: sweepAttachments,
    },
    tellBadges: { everyMs: 500, run: tellBadges },
  },
  streamRoutes: { [UPLOAD_PATH]: receiveFile, [DOWNLOAD_PATH]: giveFile },
  sharedRows: { 'access.scope': "kind = 'chat'", 'access.membership': 'scope_id <> workspace_id' },
  unprojectedColumns: [
    'access.scope.founded_in',
    'access.membership.changed_in',
    'chat.attachment.claimed_until',
  ],
});
