import { faultOfIntegration } from './integration.policy';

describe('an integration', () => {
  test.each([
    [{ name: 'Tracker', externalReference: null }, null],
    [{ name: 'x'.repeat(100), externalReference: 'x'.repeat(500) }, null],
    [{ name: '', externalReference: null }, 'name'],
    [{ name: 'x'.repeat(101), externalReference: null }, 'name'],
    [{ name: 'a\nb', externalReference: null }, 'name'],
    [{ name: 'Tracker', externalReference: '' }, 'externalReference'],
    [{ name: 'Tracker', externalReference: 'x'.repeat(501) }, 'externalReference'],
    [{ name: 'Tracker', externalReference: '\ud800' }, 'externalReference'],
  ])('%j is at fault in %s', (draft, field) => {
    expect(faultOfIntegration(draft)?.field ?? null).toBe(field);
  });
});
