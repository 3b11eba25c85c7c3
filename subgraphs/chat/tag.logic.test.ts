import fc from 'fast-check';
import type { ParsedTag, TagResult } from '../../schema/events';
import { applied, refused } from '../kit/tag-results';
import { botAnswer, faultOfFormat, isChatTag, parseTags, splitBody } from './tag.logic';

const NAMES = [
  ...['task', 'bug', 'epic', 'status', 'assignee', 'priority', 'due', 'title', 'severity'],
  ...['invite', 'remove', 'close', 'reopen'],
];

/** The tags of a body as `name=value`. */
const read = (body: string) => parseTags(body).map(({ name, value }) => `${name}=${value}`);

describe('where tags stand', () => {
  test('E2: at the start of a message', () => {
    expect(read('#status Done')).toEqual(['status=Done']);
  });

  test('E2: on a line of their own after text', () => {
    expect(read('It works now.\n#status Done')).toEqual(['status=Done']);
    expect(read('It works now.\r\n#status Done\r\nGreat.')).toEqual(['status=Done']);
  });

  test('E2: not inside a sentence', () => {
    expect(read('Set #status Done please')).toEqual([]);
    expect(read('text #task X\n #status Done')).toEqual([]);
  });

  test('E3: several on one line, each value up to the next tag', () => {
    expect(read('#status Done #assignee @alex')).toEqual(['status=Done', 'assignee=@alex']);
    expect(read('#task Implement OAuth #priority High\n#due 2026-12-24')).toEqual([
      'task=Implement OAuth',
      'priority=High',
      'due=2026-12-24',
    ]);
    expect(read('#close #reopen')).toEqual(['close=', 'reopen=']);
  });

  test('E4: names are case-sensitive, values stay as written', () => {
    expect(read('#Status Done')).toEqual([]);
    expect(read('#status done')).toEqual(['status=done']);
  });

  test('E5: unknown words are text, and so is a line that starts with one', () => {
    expect(read('#hello')).toEqual([]);
    expect(read('#hello #status Done')).toEqual([]);
    expect(read('#statuses Done')).toEqual([]);
    expect(read('#status: Done')).toEqual([]);
    expect(read('# status Done\n## Heading')).toEqual([]);
    expect(read('#title Fix #foo in C#close #severity Minor')).toEqual([
      'title=Fix #foo in C#close',
      'severity=Minor',
    ]);
  });

  test('E6: a tag without a value is a tag', () => {
    expect(read('#task')).toEqual(['task=']);
    expect(read('#due \n#assignee\t')).toEqual(['due=', 'assignee=']);
  });

  test('each tag is told with its place and its own text', () => {
    expect(parseTags('Hi\n#task  A  title #priority High ')).toEqual([
      { index: 0, name: 'task', value: 'A  title', raw: '#task  A  title' },
      { index: 1, name: 'priority', value: 'High', raw: '#priority High' },
    ]);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\n', '\r\n', '\r', ' ', '\t', '#', '@bob', 'Done', '\u2028', '\ud800'),
    fc.constantFrom(...NAMES).map((name) => `#${name}`),
  );
  const body = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  test('E2: round-trips, and nothing throws', () => {
    fc.assert(
      fc.property(body, (text) => {
        const parts = splitBody(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
    );
  });

  test('E2: each tag stands in the text, in the order told, with a known name', () => {
    fc.assert(
      fc.property(body, (text) => {
        let from = 0;
        parseTags(text).forEach((tag, i) => {
          expect(tag.index).toBe(i);
          expect(NAMES).toContain(tag.name);
          expect(tag.raw).toBe(tag.raw.trim());
          expect(tag.raw.startsWith(`#${tag.name}`)).toBe(true);
          expect(tag.raw).not.toMatch(/[\r\n]/);
          const at = text.indexOf(tag.raw, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + tag.raw.length;
        });
      }),
    );
  });

  test('E2: tags inside sentences are never found', () => {
    const word = fc.string({ minLength: 1 }).filter((text) => !/[#\r\n]/.test(text));
    const sentence = fc.tuple(word, fc.constantFrom(...NAMES), word);
    fc.assert(
      fc.property(fc.array(sentence), (sentences) => {
        expect(parseTags(sentences.map(([a, tag, b]) => `${a} #${tag} ${b}`).join('\n'))).toEqual([]);
      }),
    );
  });

  test('E3: tags that are written are read', () => {
    const value = fc.string().filter((text) => !/[#\r\n]/.test(text));
    const tag = fc.tuple(fc.constantFrom(...NAMES), value, fc.constantFrom('\n', ' '));
    fc.assert(
      fc.property(fc.array(tag), (tags) => {
        const text = tags.map(([name, text, end]) => `#${name} ${text}${end}`).join('');
        expect(read(text)).toEqual(tags.map(([name, text]) => `${name}=${text.trim()}`));
      }),
    );
  });

  test('the longest hostile bodies have as many tags as were written', () => {
    expect(parseTags('#close '.repeat(5_714))).toHaveLength(5_714);
    expect(parseTags('#'.repeat(40_000))).toEqual([]);
    expect(parseTags(`#task${' '.repeat(39_990)}x`)).toHaveLength(1);
    expect(parseTags('\r'.repeat(40_000))).toEqual([]);
  });
});

describe('what is said of tags', () => {
  const tag = (name: string, value = '', index = 0): ParsedTag => ({
    ...{ index, name, value },
    raw: `#${name} ${value}`.trim(),
  });
  const done = (index: number, text: string): TagResult => applied(tag('status', 'Done', index), text);
  const failed = (index: number, message: string): TagResult =>
    refused(tag('status', 'x', index), { kind: 'SEMANTIC', code: 'INVALID_VALUE', message });

  test('E14: a line for each, first those applied, then those refused, each as written', () => {
    const results = [failed(3, 'd'), done(2, 'c'), failed(0, 'a'), done(1, 'b')];
    expect(botAnswer(results)).toBe('✅ b\n✅ c\n❌ a\n❌ d');
  });

  test('a long line is cut between characters', () => {
    const line = botAnswer([failed(0, '😀'.repeat(1_000))]);
    expect([...line]).toHaveLength(300);
    expect(line.endsWith('😀…')).toBe(true);
  });

  test.each([
    ['invite', 'bob', 'Invalid format. Use @username'],
    ['remove', '', 'Invalid format. Use @username'],
    ['invite', '@bob and @carol', 'Invalid format. Use @username'],
    ['close', 'the door', 'Invalid format. #close takes no value'],
    ['reopen', 'now', 'Invalid format. #reopen takes no value'],
  ])('E15: #%s %s is a fault of syntax', (name, value, message) => {
    expect(faultOfFormat(tag(name, value))).toMatchObject({
      applied: false,
      text: `❌ ${message}`,
      error: { kind: 'SYNTAX', code: 'INVALID_FORMAT', message },
    });
  });

  test.each([
    ['invite', '@bob'],
    ['remove', '@bob.smith-2'],
    ['close', ''],
    ['reopen', ''],
  ])('#%s %s is well written', (name, value) => {
    expect(faultOfFormat(tag(name, value))).toBeNull();
  });

  test('the chat applies its own tags alone', () => {
    expect(NAMES.filter(isChatTag)).toEqual(['invite', 'remove', 'close', 'reopen']);
  });
});
