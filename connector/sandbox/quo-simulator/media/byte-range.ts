export interface ByteRange {
    readonly first: number;
    /** Inclusive. */
    readonly last: number;
}

/** Reads a `Range` header of one range (RFC 9110, 14.1.2). Several ranges and other units are as good as none. */
export function byteRange(header: string | undefined, size: number): ByteRange | 'none' | 'unsatisfiable' {
    const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
    if (!found || (found[1] === '' && found[2] === '')) return 'none';
    const last = found[2] === '' ? size - 1 : Number(found[2]);
    if (found[1] === '') {
        return last === 0 ? 'unsatisfiable' : { first: Math.max(0, size - last), last: size - 1 };
    }
    const first = Number(found[1]);
    if (found[2] !== '' && first > last) return 'none';
    if (first >= size) return 'unsatisfiable';
    return { first, last: Math.min(last, size - 1) };
}
