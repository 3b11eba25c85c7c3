import { prettyFormatQueryPlan } from '@apollo/query-planner';
import type { Case } from './execution-cases';
import type { Outcome } from './execution-outcome';

/** All that is needed to see a difference again. */
export function reportOf(found: Case): string {
  const { id, stage, operation, variables, world, planned, differences, expected, actual } = found;
  const subgraphs = Object.entries(stage.supergraph.subgraphs).map(
    ([name, sdl]) => `# subgraph ${name}\n${sdl.slice(sdl.indexOf('interface I0'))}`,
  );
  return [
    `==== ${id} (profile ${world.profile.name}) differs in ${differences.join(', ')}`,
    ...subgraphs,
    `# operation\n${operation.text}`,
    `# variables\n${JSON.stringify(variables)}`,
    `# plan\n${prettyFormatQueryPlan(planned.plan)}`,
    `# expected\n${describe(expected)}`,
    `# actual\n${describe(actual)}`,
  ].join('\n');
}

function describe({ rejection, data, errors, valueCompletion, calls }: Outcome): string {
  return [
    rejection === null ? `data ${data}` : `rejected: ${rejection}`,
    ...errors.map((error) => `error ${error}`),
    ...valueCompletion.map((error) => `value completion ${error}`),
    ...calls.map(
      ({ asked, body, reply }) => `call ${asked.split(' ', 3).join(' ')} ${body}\n  ${textOf(reply)}`,
    ),
  ].join('\n');
}

function textOf({ rejection, text }: Outcome['calls'][number]['reply']): string {
  return rejection ? `rejected: ${rejection.message}` : text;
}
