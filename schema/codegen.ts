import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { generateTypes } from './codegen-types';
import { mappersOf } from './codegen-mappers';
import { compose, loadGateway } from './compose';
import { findUndescribed } from './descriptions';
import { readSubgraphs } from './subgraphs';

/** Everything that is made from the SDL, by path from the root of the repository. */
export async function generate(root: string): Promise<Map<string, string>> {
  const subgraphs = readSubgraphs(root);
  const undescribed = subgraphs.flatMap(({ name, document }) =>
    findUndescribed(document).map((problem) => `${name}: ${problem}`),
  );
  if (undescribed.length > 0) throw new Error([...new Set(undescribed)].join('\n'));
  const { supergraph, api } = compose(subgraphs);
  await loadGateway(supergraph);
  const files = new Map([
    ['schema/supergraph.graphql', supergraph],
    ['schema/api.graphql', api],
  ]);
  const style = await resolveConfig(join(root, 'schema', 'codegen.ts'));
  for (const subgraph of subgraphs) {
    const text = await generateTypes(subgraph, mappersOf(root, subgraph.name, subgraph.document));
    files.set(`schema/generated/${subgraph.name}.ts`, await format(text, { ...style, parser: 'typescript' }));
  }
  return files;
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

async function main(root: string, mode: string | undefined): Promise<void> {
  const files = await generate(root);
  const stale = [...files].filter(([path, text]) => readOrEmpty(join(root, path)) !== text);
  if (mode !== '--check') {
    mkdirSync(join(root, 'schema', 'generated'), { recursive: true });
    for (const [path, text] of stale) writeFileSync(join(root, path), text);
    process.stdout.write(`codegen: ${files.size} files, ${stale.length} written\n`);
  } else if (stale.length > 0) {
    throw new Error(`not as generated, run \`npm run codegen\`: ${stale.map(([path]) => path).join(', ')}`);
  }
}

if (require.main === module) {
  main(process.cwd(), process.argv[2]).catch((error: unknown) => {
    process.stderr.write(`codegen: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
