import { isCustomScalarType, isEnumType, type NamedType } from '@apollo/federation-internals';
import { invalidLeaf } from './problems';
import { quote, textOf } from './text';
import type { Write } from './writer';

const INTEGER = /^-?\d+$/;

/** The JSON of a leaf; null where it is no value of its type. */
type LeafText = (value: unknown) => string | null;

/** Compiles what writes values of a scalar or an enum. */
export function compileLeaf(type: NamedType): Write {
  const textOfLeaf = leafTextOf(type);
  return (value, { problems }) => {
    if (value === null) return 'null';
    const text = textOfLeaf(value);
    if (text !== null) return text;
    problems.push(invalidLeaf(type));
    return undefined;
  };
}

function leafTextOf(type: NamedType): LeafText {
  if (isCustomScalarType(type)) return textOf;
  if (isEnumType(type)) {
    const texts = new Map<unknown, string>(type.values.map(({ name }) => [name, quote(name)]));
    return (value) => texts.get(value) ?? null;
  }
  switch (type.name) {
    case 'String':
      return (value) => (typeof value === 'string' ? quote(value) : null);
    case 'ID':
      return (value) => (typeof value === 'string' ? quote(value) : integerText(value));
    case 'Int':
      return integerText;
    case 'Float':
      return (value) => (Number.isFinite(value) ? String(value) : null);
    case 'Boolean':
      return (value) => (typeof value === 'boolean' ? String(value) : null);
    default:
      return () => null;
  }
}

function integerText(value: unknown): string | null {
  if (typeof value !== 'number') return null;
  const text = String(value);
  return INTEGER.test(text) ? text : null;
}
