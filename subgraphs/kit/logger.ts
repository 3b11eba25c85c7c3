import { pino } from 'pino';

export type Logger = pino.Logger;

/** What a failed statement or command was given: what people wrote, their addresses, and hashes of secrets. */
const VALUES = ['parameters', 'detail', 'driverError.detail', 'command.args'].map((path) => `err.${path}`);

/**
 * A JSON logger. Tokens, passwords, cookies, and the values that failed statements were given are never written. It
 * writes to stdout unless another destination is given.
 */
export function createLogger(service: string, level: string, destination?: pino.DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: {
      paths: [
        'authorization',
        '*.authorization',
        'headers.cookie',
        'password',
        '*.password',
        'token',
        '*.token',
        ...VALUES,
      ],
      censor: '[redacted]',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
