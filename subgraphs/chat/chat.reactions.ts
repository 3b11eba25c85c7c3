import type { Reactions } from '../kit/subgraph';
import type { ChatLoaders } from './chat.loaders';
import { eraseWorkspace } from './erasure.service';
import { recordDecidedTags } from './tag.service';
import { provideTaskChat } from './taskchat.service';

/** What chats do about the events of tasks, and of a workspace that is gone. */
export const chatReactions = {
  'task.created': provideTaskChat,
  'task.tags.applied': recordDecidedTags,
  'tags.refused': recordDecidedTags,
  'workspace.erased': eraseWorkspace,
} satisfies Reactions<ChatLoaders>;
