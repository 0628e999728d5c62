import type { Fault } from '../errors/faults.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads variables of one environment and gathers every fault instead of stopping at the first. */
export interface VariableReader {
    /** The trimmed value; blank counts as unset. */
    text(name: string): string | undefined;
    /** As `text`, but its absence is a fault. */
    required(name: string, example: string): string | undefined;
    wholeNumber(name: string, fallback: number, limits: { min: number; max: number; example: string }): number;
    oneOf<T extends string>(name: string, fallback: T, values: readonly T[]): T;
    /** An `http(s)` address without trailing slash. */
    address(name: string, value: string | undefined, example: string): string | undefined;
    fault(fault: Fault): void;
    readonly faults: readonly Fault[];
}

export function variableReader(env: Environment): VariableReader {
    const faults: Fault[] = [];
    const text = (name: string): string | undefined => env[name]?.trim() || undefined;
    return {
        faults,
        text,
        fault: (fault) => void faults.push(fault),
        required(name, example) {
            const value = text(name);
            if (value === undefined) faults.push({ name, seen: 'not set', example });
            return value;
        },
        wholeNumber(name, fallback, { min, max, example }) {
            const value = text(name);
            if (value === undefined) return fallback;
            const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
            if (number >= min && number <= max) return number;
            faults.push({ name, seen: `"${value}" is not a whole number from ${min} to ${max}`, example });
            return fallback;
        },
        oneOf(name, fallback, values) {
            const value = text(name);
            const found = values.find((one) => one === value);
            if (value !== undefined && found === undefined)
                faults.push({ name, seen: `"${value}" is none of ${values.join(', ')}`, example: fallback });
            return found ?? fallback;
        },
        address(name, value, example) {
            if (value === undefined) return undefined;
            const fault = addressFault(value);
            if (fault === undefined) return value.replace(/\/+$/, '');
            faults.push({ name, seen: fault, example });
            return undefined;
        }
    };
}

function addressFault(value: string): string | undefined {
    if (!URL.canParse(value)) return `"${value}" is not an address`;
    const { protocol, hostname, search, hash, username } = new URL(value);
    if (username !== '') return 'an address with a user name in it is refused';
    if (search !== '' || hash !== '') return `"${value}" has something behind its path`;
    if (protocol === 'https:') return undefined;
    if (protocol !== 'http:') return `"${value}" is not an http(s) address`;
    return isLoopback(hostname) ? undefined : `"${value}" is not encrypted, which is allowed on this machine only`;
}

/** True for the names and addresses of this machine, where http is enough. */
export function isLoopback(hostname: string): boolean {
    return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
