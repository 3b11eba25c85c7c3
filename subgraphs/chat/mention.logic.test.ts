import fc from 'fast-check';
import { mentionsIn } from './mention.logic';

const named = (body: string) => mentionsIn(body).usernames;

describe('D8: mentions', () => {
  test('are names behind an @, in any case, each once', () => {
    expect(named('@alice and (@Bob), @alice!')).toEqual(['alice', 'bob']);
    expect(named('thanks @jörg.müller-lüdenscheidt_2.')).toEqual(['jörg.müller-lüdenscheidt_2']);
    expect(named('@alice-')).toEqual(['alice']);
    expect(named('**@alice**, _@bob_, [@carol](https://example.com) > @dave')).toEqual([
      'alice',
      'bob',
      'carol',
      'dave',
    ]);
  });

  test.each([
    'write to alice@example.com',
    'see npm/@types',
    '@ home',
    '@@alice',
    'a+@alice',
    '@alice@example.social',
    'https://example.com/@alice',
    '\\@alice',
  ])('are no addresses, paths, bare or escaped signs: %s', (body) => {
    expect(mentionsIn(body)).toEqual({ usernames: [], all: null });
  });

  test.each([
    ['a span', 'Use `@Override @channel` here'],
    ['a span over lines', 'Use `` a ` @alice\n@bob `` here'],
    ['a fence', '```ts\n@alice\n```'],
    ['a fence that is not closed', 'Look:\n~~~\n@alice\n\n@channel'],
    ['a longer fence', '````\n```\n@alice\n```\n````'],
    ['a fence in a list', '- ```\n  @alice\n  ```'],
    ['a fence in a quotation', '> ```\n> @alice\n> ```'],
    ['an indented block', 'Look:\n\n    @alice\n\n    @channel'],
  ])('are none in code: %s', (_, body) => {
    expect(mentionsIn(body)).toEqual({ usernames: [], all: null });
  });

  test.each([
    ['a backtick that opens nothing', 'it`s @alice'],
    ['an escaped backtick', '\\`@alice`'],
    ['behind a span', '`code` @alice'],
    ['behind a fence', '```\ncode\n```\n@alice'],
    ['in a paragraph of its own', 'a ` b\n\n@alice ` c'],
    ['an indented line of a paragraph', 'Hello\n    @alice'],
    ['an indented line of a list', '- one\n\n    @alice'],
  ])('are found beside code: %s', (_, body) => {
    expect(named(body)).toEqual(['alice']);
  });

  test('of the channel, or of who is present, are not those of a person', () => {
    expect(mentionsIn('@channel lunch')).toEqual({ usernames: [], all: 'CHANNEL' });
    expect(mentionsIn('lunch, @HERE.')).toEqual({ usernames: [], all: 'HERE' });
    expect(mentionsIn('@here @channel')).toEqual({ usernames: [], all: 'CHANNEL' });
    expect(mentionsIn('the channel is here')).toEqual({ usernames: [], all: null });
    expect(mentionsIn('@channels @heretic')).toEqual({ usernames: ['channels', 'heretic'], all: null });
  });

  test('do not come from tags that act on a person, but from those that only name one', () => {
    expect(named('For @carol\n#assignee @bob')).toEqual(['carol']);
    expect(named('#task Ask @bob')).toEqual(['bob']);
  });

  test('are fifty at most', () => {
    expect(named(Array.from({ length: 80 }, (_, i) => `@user${i}`).join(' '))).toHaveLength(50);
  });

  test('are found of any name in any text, and never in a span or a block of code', () => {
    // An underscore at the end may close an emphasis, and is not the name's then.
    const name = fc
      .stringMatching(/^[a-z](?:[a-z0-9_]{0,20}[a-z0-9])?$/)
      .filter((each) => !/^(here|channel)$/.test(each));
    const text = fc.string({ unit: 'grapheme' }).map((each) => each.replace(/[`~@#\\\r\n]/g, ''));
    fc.assert(
      fc.property(name, text, text, (username, before, after) => {
        expect(named(`${before}\n@${username}\n${after}`)).toContain(username);
        expect(named(`${before}\n\`@${username}\`\n${after}`)).toEqual([]);
        expect(named(`${before}\n\`\`\`\n@${username}\n${after}\n\`\`\``)).toEqual([]);
      }),
    );
  });

  test('are names without an @, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        expect(named(body).every((each) => each !== '' && !each.includes('@'))).toBe(true);
      }),
    );
  });
});
