const MAX_NAME = 200;
/** Of a name that is too long its end stays, by which programs know what it is. */
const MAX_EXTENSION = 20;

/**
 * A name that any system takes as that of a file, and that looks like what it is: no folders, control characters or marks
 * that turn the direction of writing, no dots or spaces at its ends; `file` where nothing is left.
 */
export function cleanFileName(name: string): string {
  const base = name.normalize('NFC').split(/[/\\]/).at(-1)!;
  const plain = base
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/[<>:"|?*]/g, '_');
  return shorten(plain.replace(/^[\s.]+|[\s.]+$/g, '')) || 'file';
}

function shorten(name: string): string {
  const characters = [...name];
  if (characters.length <= MAX_NAME) return name;
  const dot = characters.lastIndexOf('.');
  const extension = dot > 0 && characters.length - dot <= MAX_EXTENSION ? characters.slice(dot) : [];
  return [...characters.slice(0, MAX_NAME - extension.length), ...extension].join('');
}

/** The type alone, without parameters, in small letters. */
export function mediaTypeOf(contentType: string): string {
  return contentType.split(';')[0]!.trim().toLowerCase();
}

/** The header by which a file is shown in its place or saved under its name. */
export function dispositionOf(fileName: string, isInline: boolean): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${isInline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
