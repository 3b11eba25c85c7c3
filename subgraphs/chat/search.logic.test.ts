import { highlight, parseQuery, toTsquery, toVector, type SearchQuery } from './search.logic';

const parsed = (query: string): SearchQuery => {
  const answer = parseQuery(query);
  if (typeof answer === 'string') throw new Error(answer);
  return answer;
};
const tsquery = (query: string) => toTsquery(parsed(query));
const marked = (body: string, query: string) =>
  highlight(body, parsed(query)).map((segments) =>
    segments.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join(''),
  );

describe('words', () => {
  test.each([
    ['Hello hello WORLD', "'hello':1,2 'world':3"],
    ['Ärger, Ångström, naïve', "'arger':1 'angstrom':2 'naive':3"],
    ['Straße STRASSE', "'strasse':1,2"],
    ['ΟΔΟΣ οδος οδοσ', "'οδοσ':1,2,3"],
    ['Привет ёлка', "'привет':1 'елка':2"],
    ['snake_case e-mail a.b/c', "'snake':1 'case':2 'e':3 'mail':4 'a':5 'b':6 'c':7"],
    ['東京タワー', "'東':1 '京':2 'タ':3 'ワ':4 'ー':5"],
    ['用API', "'用':1 'api':2"],
    ['한국어', "'한국어':1"],
    ['हिन्दी', "'हिन्दी':1"],
    ['party 🎉!', "'party':1 '🎉':2"],
    ["it's \\ ':*", "'it':1 's':2"],
    ['  \n', ''],
  ])('%j', (body, vector) => expect(toVector(body)).toBe(vector));

  test('a long word is kept by its beginning', () => {
    expect(toVector('x'.repeat(40_000))).toBe(`'${'x'.repeat(100)}':1`);
  });
});

describe('queries', () => {
  test.each([
    ['hello world ', "(('hello')&('world'))"],
    ['hello wor', "(('hello')&('wor':*))"],
    ['hello wo', "(('hello')&('wo'))"],
    ['"hello world"', "(('hello'<->'world'))"],
    ['"hello wor', "(('hello'<->'wor'))"],
    ['e-mail ', "(('e'<->'mail'))"],
    ['a -b -"c d"', "(('a')&!('b')&!('c'<->'d'))"],
    ['alpha or beta OR gamma ', "(('alpha'))|(('beta'))|(('gamma'))"],
    ['"or" x', "(('or')&('x'))"],
    ['or x or', "(('x'))"],
    ["'; DROP TABLE -- ", "(('drop')&('table'))"],
    ['%_%_% foo:* & !bar | (baz)', "(('foo')&('bar')&('baz'))"],
    ['\u0001w x', "(('w')&('x'))"],
    ['東京', "(('東'<->'京'))"],
  ])('%j', (query, expected) => expect(tsquery(query)).toBe(expected));

  test.each(['', '   ', '...', '"', '""', '-', '-foo', 'foo or -bar', '\ud800', '\u0000'])(
    'nothing to look for: %j',
    (query) => expect(parseQuery(query)).toBe('query must have a word to look for'),
  );

  test('limits', () => {
    expect(parseQuery('x'.repeat(501))).toBe('query must have at most 500 characters');
    expect(parseQuery('x '.repeat(31))).toBe('query must have at most 30 words');
    expect(typeof parseQuery('x '.repeat(30))).toBe('object');
  });
});

describe('highlights', () => {
  test.each([
    ['Say hello to Bob', 'HELLO bob', ['Say [hello] to [Bob]']],
    ['Say hello', 'hel', ['Say [hello]']],
    ['Say hello', '"hel"', ['Say hello']],
    ['new york, york new', '"new york"', ['[new york], york new']],
    ['Ärger 🎉 mit 🎉', '🎉', ['Ärger [🎉] mit [🎉]']],
    ['a <b>x</b>', 'b -y', ['a <[b]>x</[b]>']],
    ['東京タワー', '京タ', ['東[京タ]ワー']],
    ['', 'x', []],
  ])('%j %j', (body, query, fragments) => expect(marked(body, query)).toEqual(fragments));

  test('at most three stretches, in order, apart from each other, each whole characters of the body', () => {
    const body = `${'😀'.repeat(200)} found ${'😀 '.repeat(200)}found ${'x '.repeat(50)}found found ${'y '.repeat(300)}found`;
    const fragments = highlight(body, parsed('found'));
    expect(fragments).toHaveLength(3);
    let at = 0;
    for (const segments of fragments) {
      const text = segments.map((segment) => segment.text).join('');
      expect(text).not.toMatch(/\p{Surrogate}/u);
      at = body.indexOf(text, at);
      expect(at).toBeGreaterThanOrEqual(0);
      at += text.length;
      expect(text.length).toBeLessThan(400);
      for (const segment of segments) expect(segment.isMatch).toBe(segment.text.trim() === 'found');
    }
  });

  test('S22: a hostile query or body costs no more than its length', () => {
    // With the square of their lengths these take minutes.
    const began = performance.now();
    const body = 'aaa '.repeat(100_000);
    const query = parsed(`${'aaa '.repeat(28)}"aaa aab`);
    highlight(body, query);
    toVector(body);
    highlight('x'.repeat(400_000), query);
    parseQuery('%_'.repeat(2_500));
    parseQuery('-"'.repeat(250));
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
