import { faultOfEmoji, MAX_EMOJIS, refuseAnotherEmoji } from './reaction.policy';

describe('D5: what a reaction is', () => {
  test.each(['👍', '👍🏽', '❤️', '👩‍🚀', '👨‍👩‍👧‍👦', '🇩🇪', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', '🏳️‍🌈'])('%s is one emoji', (emoji) => {
    expect(faultOfEmoji(emoji)).toBeNull();
  });

  test.each([
    '',
    ' ',
    'a',
    '1',
    '#',
    ':+1:',
    '👍👍',
    '👍 ',
    '👍\n',
    '❤',
    '\ud83d',
    '🇩',
    '\u200d',
    '👍\u0000',
  ])('%j is none', (emoji) => {
    expect(faultOfEmoji(emoji)).toMatch(/^emoji must/);
  });

  test('a message takes so many different emojis and no more', () => {
    expect(refuseAnotherEmoji(MAX_EMOJIS - 1)).toBeNull();
    expect(refuseAnotherEmoji(MAX_EMOJIS)).toMatchObject({ code: 'CONFLICT' });
  });
});
