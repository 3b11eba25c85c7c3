import { z } from 'zod';
import { configText, type NodeType } from './node-type';

const config = z.strictObject({
  /** The type of the event. */
  type: z.literal('chat.message.sent'),
  /** What the message's body must contain, without regard to case. */
  contains: configText(1000),
});
export type EventTriggerConfig = z.infer<typeof config>;

export const eventTrigger: NodeType<EventTriggerConfig> = {
  type: 'trigger.event',
  icon: 'message-square',
  description: 'Starts when a person posts a message that contains a text.',
  config,
};

/** Whether a message with this body starts the workflow. */
export function matchesMessage(trigger: EventTriggerConfig, body: string): boolean {
  return body.toLowerCase().includes(trigger.contains.toLowerCase());
}
