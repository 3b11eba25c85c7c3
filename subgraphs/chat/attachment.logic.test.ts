import { cleanFileName, dispositionOf, mediaTypeOf } from './attachment.logic';

describe('D7: names of files', () => {
  test.each([
    ['report.pdf', 'report.pdf'],
    ['Bericht für Jörg.pdf', 'Bericht für Jörg.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\a.txt', 'a.txt'],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\r\nc.txt', 'abc.txt'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a<b>:"c|?*.txt', 'a_b___c___.txt'],
    ['\ud800x.png', 'x.png'],
    [' . ', 'file'],
    ['', 'file'],
    ['a/', 'file'],
    ['e\u0301.txt', 'é.txt'],
    [`${'x'.repeat(500)}.tar.gz`, `${'x'.repeat(197)}.gz`],
    ['😀'.repeat(300), '😀'.repeat(200)],
  ])('%j becomes %j', (name, clean) => {
    expect(cleanFileName(name)).toBe(clean);
  });

  test('a header holds every name, and nothing but the name', () => {
    expect(dispositionOf('a"b\\c€.txt', false)).toBe(
      `attachment; filename="a_b_c_.txt"; filename*=UTF-8''a%22b%5Cc%E2%82%AC.txt`,
    );
    expect(dispositionOf("it's.png", true)).toBe(`inline; filename="it's.png"; filename*=UTF-8''it%27s.png`);
  });

  test('a type is what it is without its parameters', () => {
    expect(mediaTypeOf(' Text/Plain; charset=utf-8')).toBe('text/plain');
  });
});
