import type { ChatVisibility } from './chat.entity';
import { faultOfName } from './chat.policy';

/** What a chat's admins say about it. */
export interface ChatSettings {
  name: string;
  topic: string | null;
  description: string | null;
  visibility: ChatVisibility;
}

/** What is to become of them: what is absent stays, null clears topic and description. */
export type ChatPatch = { [K in keyof ChatSettings]?: ChatSettings[K] | null };

export type SettingsField = keyof ChatSettings;
const FIELDS: readonly SettingsField[] = ['name', 'topic', 'description', 'visibility'];
const MAX_TOPIC = 250;
const MAX_DESCRIPTION = 2000;

/** The settings after a patch: texts without blanks at their ends, in one spelling. */
export function applyPatch(settings: ChatSettings, patch: ChatPatch): ChatSettings {
  const { name, topic, description, visibility } = patch;
  return {
    name: name === undefined ? settings.name : plain(name ?? ''),
    topic: topic === undefined ? settings.topic : plain(topic),
    description: description === undefined ? settings.description : plain(description),
    visibility: visibility ?? settings.visibility,
  };
}

function plain<T extends string | null>(text: T): T {
  return (text === null ? null : text.trim().normalize('NFC')) as T;
}

/** Which settings differ. */
export function changedFieldsOf(before: ChatSettings, after: ChatSettings): SettingsField[] {
  return FIELDS.filter((field) => before[field] !== after[field]);
}

/** The first thing that is wrong with what a patch makes of a chat, and the field at fault; null when nothing is. */
export function faultOfPatch(
  patch: ChatPatch,
  { name, topic, description }: ChatSettings,
): { message: string; field: SettingsField } | null {
  const fault = (field: SettingsField, message: string | null) => message && { field, message };
  return (
    (patch.name === undefined ? null : fault('name', faultOfName(name))) ||
    fault('topic', faultOfText('topic', topic, { most: MAX_TOPIC, unwanted: /\p{Surrogate}|\p{Cc}/u })) ||
    fault(
      'description',
      faultOfText('description', description, {
        most: MAX_DESCRIPTION,
        unwanted: /\p{Surrogate}|[^\P{Cc}\t\n\r]/u,
      }),
    ) ||
    (patch.visibility === null ? fault('visibility', 'visibility cannot be cleared') : null) ||
    null
  );
}

function faultOfText(
  field: string,
  text: string | null,
  { most, unwanted }: { most: number; unwanted: RegExp },
): string | null {
  if (text === null) return null;
  const { length } = [...text];
  if (length < 1 || length > most) return `${field} must have 1 to ${most} characters; null clears it`;
  return unwanted.test(text) ? `${field} must not hold control characters` : null;
}
