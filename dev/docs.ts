import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { VARIABLES } from '../subgraphs/kit/variables';

const BEGIN = '<!-- env:begin -->';
const END = '<!-- env:end -->';

/** The table of environment variables, in Markdown. */
export function variablesTable(): string {
  const cell = (text: string) => text.replaceAll('|', '\\|');
  const rows = Object.entries(VARIABLES).map(([name, { doc, fallback, roles }]) => {
    const value = fallback === undefined ? 'none' : fallback === '' ? 'empty' : `\`${fallback}\``;
    return `| \`${name}\` | ${roles.join(', ')} | ${cell(value)} | ${cell(doc)} |`;
  });
  return ['| variable | read by | default | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The text with the table between its marks. */
export function withTable(text: string): string {
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new Error(`README.md lacks the marks ${BEGIN} and ${END}`);
  return `${text.slice(0, from + BEGIN.length)}\n\n${variablesTable()}\n\n${text.slice(to)}`;
}

async function main(root: string, mode: string | undefined): Promise<void> {
  const path = join(root, 'README.md');
  if (!existsSync(path)) return;
  const text = readFileSync(path, 'utf8');
  const wanted = await format(withTable(text), { ...(await resolveConfig(path)), parser: 'markdown' });
  if (wanted === text) return;
  if (mode === '--check')
    throw new Error("README.md's table of variables is not current: run `npm run docs`");
  writeFileSync(path, wanted);
}

if (require.main === module) {
  main(process.cwd(), process.argv[2]).catch((error: unknown) => {
    process.stderr.write(`docs: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
