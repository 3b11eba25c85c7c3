import fc from 'fast-check';
import { plainText, textOutsideCode } from './markdown.logic';

/** Hundreds of thousands of characters take less than a second in proportion, and minutes with the square of them. */
function expectProportional(work: () => void): void {
  const began = performance.now();
  work();
  expect(performance.now() - began).toBeLessThan(15_000);
}

describe('D11: the plain text of a body', () => {
  test.each([
    ['Hello', 'Hello'],
    ['**bold**, *slanted*, __strong__, ***both***, ~~gone~~', 'bold, slanted, strong, both, gone'],
    ['# Heading ##\n\nText', 'Heading\n\nText'],
    ['Heading\n===\nText', 'Heading\nText'],
    ['- one\n* two\n+ [x] three\n1. four', 'one\ntwo\nthree\n1. four'],
    ['> said\n> > before', 'said\nbefore'],
    ['[a link](https://example.com "title") and ![an image](i.png)', 'a link and an image'],
    ['[![badge](b.svg)](https://example.com/(x))', 'badge'],
    ['<https://example.com> <me@example.com>', 'https://example.com me@example.com'],
    ['`a * b` and ``c ` d``', 'a * b and c ` d'],
    ['```ts\nconst a = b * c;\n\n**x**\n```\nend', 'const a = b * c;\n\n**x**\nend'],
    ['one  \ntwo\\\nthree', 'one\ntwo\nthree'],
    ['above\n\n---\n\nbelow', 'above\n\nbelow'],
    ['| a | b |\n|---|:-:|\n| 1 | 2 |', '| a | b |\n| 1 | 2 |'],
    ['\\*not slanted\\* \\# \\`', '*not slanted* # `'],
    ['snake_case_name, 2 * 3 * 4, a ~ b, arr[0][1]', 'snake_case_name, 2 * 3 * 4, a ~ b, arr[0][1]'],
    ['#task Mend it\n#status Done', '#task Mend it\n#status Done'],
    ['*open, __open, [open](', '*open, __open, [open]('],
    ['', ''],
    [' \n\n', ''],
  ])('%j says %j', (body, text) => expect(plainText(body)).toBe(text));

  test.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '&lt;b&gt;', 'a < b > c'])(
    'HTML is text as any other: %s',
    (html) => expect(plainText(html)).toBe(html),
  );

  test('words are kept in their order, and nothing is added', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const mark = fc.constantFrom(
      '**',
      '_',
      '~~',
      ' ',
      '\n',
      '\n\n',
      '> ',
      '# ',
      '- ',
      '`',
      '[',
      '](',
      ')',
      '\\',
      '```\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, mark)), (parts) => {
        const body = parts.join('');
        const text = plainText(body);
        expect(text.length).toBeLessThanOrEqual(body.length);
        expect(textOutsideCode(body).length).toBeLessThanOrEqual(2 * body.length + 2);
        const letters = (each: string) => each.replace(/[^a-z]/g, '');
        let at = -1;
        for (const letter of letters(text))
          expect((at = letters(body).indexOf(letter, at + 1))).toBeGreaterThan(-1);
      }),
    );
  });

  test.each([
    ...['[', ']', '(', '`', '*', '_', '~', '>', '- ', '\\', '\n', '# ', '<', '!['],
    ...[
      '[a](',
      '[a](b "',
      '[a](<',
      '*a _b ',
      '` `` ',
      '```\n',
      '    x\n',
      '|-',
      'a@',
      '[a]( ',
      '> - ',
      '@a.',
    ],
  ])('takes time in proportion to the length of %j, many times over', (unit) => {
    const body = unit.repeat(400_000 / unit.length);
    expectProportional(() => {
      plainText(body);
      textOutsideCode(body);
    });
  });

  test('takes time in proportion where white space has no end', () => {
    const body = `[a](${' '.repeat(300_000)}${'`'.repeat(90_000)}`;
    expectProportional(() => plainText(body));
  });
});
