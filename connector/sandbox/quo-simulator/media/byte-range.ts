import { parse, type Range } from 'range-parser';

/** Reads a `Range` header of one range (RFC 9110, 14.1.2). Several ranges and other units are as good as none. */
export function byteRange(header: string | undefined, size: number): Range | 'none' | 'unsatisfiable' {
    const { code, type, ranges } = parse(size, header ?? '');
    const [range] = ranges;
    if (type !== 'bytes' || ranges.length > 1) return 'none';
    if (code === 0 && range !== undefined) return range;
    return code === 2 && range === undefined ? 'unsatisfiable' : 'none';
}
