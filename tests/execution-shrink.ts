import { Kind, parse, print, validate, visit, type ASTNode, type DocumentNode } from 'graphql';
import { allowanceOf } from './execution-allowances';
import { planOf, type Case, type Comparison } from './execution-cases';
import { differencesOf } from './execution-differences';
import { outcomeOf } from './execution-outcome';

const ATTEMPTS = 400;

/** Leaves out of an operation what it differs without. */
export async function shrink(found: Case, comparison: Comparison): Promise<Case> {
  let smallest = found;
  let tried = 0;
  for (let i = 0; tried < ATTEMPTS; tried++) {
    const document = without(smallest.operation.document, i);
    if (document === 'end') break;
    const smaller = document && (await differsStill(smallest, document, comparison));
    if (smaller) smallest = smaller;
    else i++;
  }
  return smallest;
}

async function differsStill(
  found: Case,
  document: DocumentNode,
  comparison: Comparison,
): Promise<Case | null> {
  const { stage, world, variables } = found;
  const { executable, subgraphs } = stage;
  if (validate(executable.apiSchema, document).length > 0) return null;
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
  const planned = planOf(executable, { document, operation });
  if (!planned) return null;
  const [expected, actual] = [comparison.expected, comparison.actual].map((executor) =>
    executor(executable, planned),
  );
  const outcomes = await Promise.all(
    [expected!, actual!].map((executor) => outcomeOf(executor, subgraphs, world, variables)),
  );
  const differences = differencesOf(outcomes[0]!, outcomes[1]!);
  if (!found.differences.some((difference) => differences.includes(difference))) return null;
  const smaller = {
    ...found,
    operation: { text: print(document), document, operation },
    planned,
    differences,
    expected: outcomes[0]!,
    actual: outcomes[1]!,
  };
  return allowanceOf(smaller) === null ? smaller : null;
}

const DROPPED: ReadonlySet<string> = new Set([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.DIRECTIVE,
  Kind.ARGUMENT,
]);

/** A document without its i-th part and what was there for that alone; null when nothing valid is left of it. */
function without(document: DocumentNode, i: number): DocumentNode | 'end' | null {
  let seen = 0;
  let isFound = false;
  const smaller = visit(document, {
    enter: (node: ASTNode) => {
      if (!DROPPED.has(node.kind) || seen++ !== i) return undefined;
      isFound = true;
      return null;
    },
  });
  if (!isFound) return 'end';
  if (hasEmptySet(smaller)) return null;
  return parse(print(withoutUnused(smaller)));
}

function hasEmptySet(document: DocumentNode): boolean {
  let isEmpty = false;
  visit(document, {
    SelectionSet: ({ selections }) => {
      isEmpty ||= selections.length === 0;
    },
  });
  return isEmpty;
}

function withoutUnused(document: DocumentNode): DocumentNode {
  const used = new Set<string>();
  visit(document, {
    FragmentSpread: ({ name }) => void used.add(`...${name.value}`),
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(`$${name.value}`),
  });
  const smaller = visit(document, {
    FragmentDefinition: ({ name }) => (used.has(`...${name.value}`) ? undefined : null),
    VariableDefinition: ({ variable }) => (used.has(`$${variable.name.value}`) ? undefined : null),
  });
  return smaller.definitions.length < document.definitions.length ? withoutUnused(smaller) : smaller;
}
