const MAX_NAME = 100;
const MAX_REFERENCE = 500;

/** What is wrong with an integration, and with which field of it; null when nothing is. */
export function faultOfIntegration(draft: {
  name: string;
  externalReference: string | null;
}): { field: 'name' | 'externalReference'; message: string } | null {
  const { name, externalReference } = draft;
  if (!isLine(name, MAX_NAME))
    return { field: 'name', message: `name must be a line of 1 to ${MAX_NAME} characters` };
  if (externalReference === null || isLine(externalReference, MAX_REFERENCE)) return null;
  const message = `externalReference must be a line of 1 to ${MAX_REFERENCE} characters`;
  return { field: 'externalReference', message };
}

function isLine(text: string, max: number): boolean {
  const { length } = [...text];
  return length >= 1 && length <= max && !/\p{Surrogate}|\p{Cc}/u.test(text);
}
