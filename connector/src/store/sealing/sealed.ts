import { jsonbText } from '../database/jsonb-text.ts';
import { PLAIN_KEYS } from './plain-keys.ts';
import type { Seal } from './seal.ts';

/** A value of a statement that is sealed when the statement is sent: no store need know the key. */
export class Sealed {
    readonly by: (seal: Seal) => unknown;

    constructor(by: (seal: Seal) => unknown) {
        this.by = by;
    }
}

type How = 'fresh' | 'same';

/**
 * The words and numbers in these columns of rows for `jsonb_to_recordset`, bytes as base64; what else is in the rows is sent
 * as it is.
 */
export function sealedRows<Row extends object>(
    rows: readonly Row[],
    columns: Readonly<Partial<Record<keyof Row & string, How>>>
): Sealed {
    const hows = new Map<string, How | undefined>(Object.entries(columns));
    const sealedCell = (seal: Seal, name: string, value: unknown): unknown => {
        if (value instanceof Sealed) return value.by(seal);
        return hows.has(name) ? sealedJson(seal, value, hows.get(name)) : value;
    };
    return new Sealed((seal) =>
        jsonbText(
            rows.map((row) =>
                Object.fromEntries(Object.entries(row).map(([name, value]) => [name, sealedCell(seal, name, value)]))
            )
        )
    );
}

/** One value of JSON. */
export function sealedValue(value: unknown): Sealed {
    return new Sealed((seal) => jsonbText(sealedJson(seal, value)));
}

/** Texts to store as an array, to be found again with `findable`. */
export function sealedTexts(texts: readonly string[]): Sealed {
    return new Sealed((seal) => texts.map((text) => seal.text(text)));
}

/** Texts to look for: as they are stored, and as they were before while not every row is sealed. */
export function findable(texts: readonly string[]): Sealed {
    return new Sealed((seal) => [...texts.map((text) => seal.text(text)), ...(seal.isSweeping ? texts : [])]);
}

/** What stands beside each of the `findable`. */
export function besideFindable(values: readonly string[]): Sealed {
    return new Sealed((seal) => (seal.isSweeping ? [...values, ...values] : values));
}

export function sealedText(text: string): Sealed {
    return new Sealed((seal) => seal.text(text));
}

/** What is not named in `PLAIN_KEYS` of a value that no statement looks into, sealed in one piece. */
const REST = '~sealed';

/** @param key the member's name; a text that has none is sealed */
export function sealedJson(seal: Seal, value: unknown, how: How = 'same', key = ''): unknown {
    if (typeof value === 'string') return PLAIN_KEYS.has(key) || value === '' ? value : seal.text(value, how);
    if (value instanceof Uint8Array) return seal.bytes(value).toString('base64');
    if (Array.isArray(value)) return value.map((one) => sealedJson(seal, one, how, key));
    if (value === null || typeof value !== 'object' || value instanceof Date) return value;
    if (how === 'fresh') return sealedWhole(seal, value);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sealedJson(seal, inner, how, name)]));
}

function hasRest(value: object): value is { readonly [REST]: string } {
    return REST in value && typeof value[REST] === 'string';
}

function sealedWhole(seal: Seal, value: object): unknown {
    if (hasRest(value) && seal.open(value[REST]) !== value[REST]) return value;
    const isPlain = ([name, inner]: [string, unknown]): boolean => PLAIN_KEYS.has(name) && typeof inner === 'string';
    const rest = Object.entries(value).filter((one) => !isPlain(one));
    if (rest.length === 0) return value;
    const plain = Object.entries(value).filter(isPlain);
    return Object.fromEntries([...plain, [REST, seal.text(jsonbText(Object.fromEntries(rest)), 'fresh')]]);
}

/** Leaves alone what is sealed already. */
export function sealedOnly(seal: Seal): Seal {
    return {
        ...seal,
        text: (text, how) => (seal.open(text) === text ? seal.text(text, how) : text),
        bytes: (bytes) => {
            const stored = Buffer.from(bytes);
            return seal.openBytes(stored).equals(stored) && stored.length > 0 ? seal.bytes(stored) : stored;
        }
    };
}

/** Rows as they were before they were sealed. */
export function openedRow(seal: Seal, value: unknown): unknown {
    if (typeof value === 'string') return seal.open(value);
    if (value === null || typeof value !== 'object' || value instanceof Date) return value;
    if (Buffer.isBuffer(value)) return seal.openBytes(value);
    if (Array.isArray(value)) return value.map((one) => openedRow(seal, one));
    if (hasRest(value)) {
        const { [REST]: rest, ...plain } = value;
        const opened = seal.open(rest);
        return opened === rest ? value : { ...plain, ...(JSON.parse(opened) as object) };
    }
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, openedRow(seal, inner)]));
}
