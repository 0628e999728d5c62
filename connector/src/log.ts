import { pino } from 'pino';
import { redact } from './redact.ts';

/**
 * What happens, for engineers: JSON lines of ids, codes and counts. Phone numbers, names, texts and secrets are never
 * handed to it; as a second line of defence, keys that could carry them are cut out.
 */
export interface Log {
    debug(event: string, data?: Readonly<Record<string, unknown>>): void;
    info(event: string, data?: Readonly<Record<string, unknown>>): void;
    warn(event: string, data?: Readonly<Record<string, unknown>>): void;
    error(event: string, data?: Readonly<Record<string, unknown>>): void;
}

/** For tests and tools that print in their own way. */
export const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };

const PRIVATE_KEYS = ['number', 'numbers', 'name', 'text', 'body', 'token', 'key', 'secret', 'authorization', 'url'];

export function jsonLog(level: string, write: (line: string) => void): Log {
    const logger = pino(
        {
            level,
            base: null,
            timestamp: pino.stdTimeFunctions.isoTime,
            formatters: { level: (label) => ({ level: label }) },
            redact: { paths: PRIVATE_KEYS.flatMap((key) => [key, `*.${key}`]), censor: '[private]' }
        },
        { write }
    );
    return {
        debug: (event, data) => logger.debug(data ?? {}, event),
        info: (event, data) => logger.info(data ?? {}, event),
        warn: (event, data) => logger.warn(data ?? {}, event),
        error: (event, data) => logger.error(data ?? {}, event)
    };
}

/**
 * An error as log data: its name and the first line of its message, without what could be about a person. Of what is no
 * error, its message if it has one.
 */
export function errorData(error: unknown): { readonly error: string } {
    if (error instanceof Error) return { error: short(`${error.name}: ${error.message}`) };
    const message: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : undefined;
    return { error: typeof message === 'string' ? short(message) : typeof error };
}

function short(message: string): string {
    return redact(message.split('\n', 1)[0] ?? '').slice(0, 300);
}
