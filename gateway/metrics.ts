/** What there is, and what is counted since the start, by name, each with what it is of. */
interface Described<N extends string> {
  gauges: Partial<Readonly<Record<N, string>>>;
  counters: Partial<Readonly<Record<N, string>>>;
}

/** Metrics as Prometheus reads them. */
export function renderMetrics<N extends string>(
  area: string,
  { gauges, counters }: Described<N>,
  values: Readonly<Record<N, number>>,
): string {
  const lines = (described: Partial<Readonly<Record<N, string>>>, type: string, suffix: string) =>
    (Object.entries(described) as [N, string][]).map(([name, help]) => {
      const full = `tributary_${area}_${snakeCase(name)}${suffix}`;
      return `# HELP ${full} ${help}\n# TYPE ${full} ${type}\n${full} ${values[name]}\n`;
    });
  return [...lines(gauges, 'gauge', ''), ...lines(counters, 'counter', '_total')].join('');
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
