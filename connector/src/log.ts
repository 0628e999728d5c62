/** What happens, for engineers: JSON lines, without phone numbers, names, texts or secrets. */
export interface Log {
    debug(event: string, data?: Readonly<Record<string, unknown>>): void;
    info(event: string, data?: Readonly<Record<string, unknown>>): void;
    warn(event: string, data?: Readonly<Record<string, unknown>>): void;
    error(event: string, data?: Readonly<Record<string, unknown>>): void;
}

/** For tests and tools that print in their own way. */
export const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };
