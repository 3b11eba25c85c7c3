import type { Reactions } from '../kit/subgraph';
import type { ChatLoaders } from './chat.loaders';
import { recordDecidedTags } from './tag.service';
import { provideTaskChat } from './taskchat.service';

/** What chats do about the events of tasks. */
export const chatReactions = {
  'task.created': provideTaskChat,
  'task.tags.applied': recordDecidedTags,
  'tags.refused': recordDecidedTags,
} satisfies Reactions<ChatLoaders>;
